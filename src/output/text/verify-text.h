/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_VERIFY_TEXT_H
#define OUTPUT_TEXT_VERIFY_TEXT_H

#include "base/language/language.h"
#include "core/answer/verification.h"

/** Each breach as one line, never broken: "event 3: hash differs"; or that there is none. */
void verify_text_render (const Report *verification, const Language *language, GString *out);

#endif

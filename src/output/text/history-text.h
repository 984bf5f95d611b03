/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_HISTORY_TEXT_H
#define OUTPUT_TEXT_HISTORY_TEXT_H

#include "base/language/language.h"
#include "core/answer/month-list.h"

/**
 * What a history holds, for people: its months, and of one month also files, events and
 * resolutions. Figures are known sums over all customers; "-": none is known.
 */
void history_text_render (const Report *list, const Language *language, GString *out);

#endif

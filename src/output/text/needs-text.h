/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_NEEDS_TEXT_H
#define OUTPUT_TEXT_NEEDS_TEXT_H

#include "core/report/report.h"
#include "output/text/text-style.h"

/**
 * What the files lack for a tie-out of each month, and where it is downloaded: a blank line, a
 * table, and sentences. Of very many months those alone that lack something.
 */
void needs_text_render (const Report *needs, const TextStyle *style, GString *out);

#endif

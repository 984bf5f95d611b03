/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_COMPARE_TEXT_H
#define OUTPUT_TEXT_COMPARE_TEXT_H

#include "core/answer/report-comparison.h"
#include "output/text/text-style.h"

/**
 * Two reports side by side, for people: findings that are new, gone, changed in amount and still
 * open, and the figures that moved. Long tables are cut; JSON and CSV have all of them.
 */
void compare_text_render (const Report *comparison, const TextStyle *style, GString *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_DIFF_TEXT_H
#define OUTPUT_TEXT_DIFF_TEXT_H

#include "core/answer/month-diff.h"
#include "output/text/text-style.h"

/**
 * What became of a sealed month, for who has to decide on a restatement, and to be sent on: what
 * that changes in money first, then the figures, balance rows, credits, invoices and findings that
 * moved, and the files. Long tables are cut; the JSON has all of them.
 */
void diff_text_render (const Report *diff, const TextStyle *style, GString *out);

/** The first sentence: "2026-10, version 1, was sealed on ... by ...". (transfer full) */
char *diff_text_verdict (const Report *diff, const Language *language);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_APPLY_TEXT_H
#define OUTPUT_TEXT_APPLY_TEXT_H

#include "core/report/report.h"
#include "output/text/text-style.h"

/** ApplyText: the report of `acorecon mca apply` (schema acorecon.mca-apply/1) as text. */

/** The whole; of charges those that are due in part, the first of them. */
void apply_text_render (const Report *report, const TextStyle *style, GString *out);
/** Its first sentence: what credits pay, and what is due. (transfer full) */
char *apply_text_verdict (const Report *report, const Language *language);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_MCA_TEXT_H
#define OUTPUT_TEXT_MCA_TEXT_H

#include "core/report/report.h"
#include "output/text/text-style.h"

/** McaText: the report of `acorecon mca` (schema acorecon.mca/1) as text for people. */

/** The whole; of very long tables the first rows. */
void mca_text_render (const Report *report, const TextStyle *style, GString *out);
/** Its first sentence: profiles, what is available, findings. (transfer full) */
char *mca_text_verdict (const Report *report, const Language *language);

#endif

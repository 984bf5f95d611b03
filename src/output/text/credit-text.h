/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_CREDIT_TEXT_H
#define OUTPUT_TEXT_CREDIT_TEXT_H

#include "core/report/report.h"
#include "output/text/text-style.h"

/** CreditText: `acorecon credits` for people: what is left and at risk, then each credit. */

/** The first sentence, on one line. (transfer full) */
char *credit_text_verdict (const Report *report, const Language *language);
void credit_text_render (const Report *report, const TextStyle *style, GString *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_BENEFIT_TEXT_H
#define OUTPUT_TEXT_BENEFIT_TEXT_H

#include "core/report/report.h"
#include "output/text/text-style.h"

/** BenefitText: `acorecon benefits` for people: a verdict, each benefit by month, findings. */

/** The first sentence, on one line. (transfer full) */
char *benefit_text_verdict (const Report *report, const Language *language);

/** The same with --profiles. (transfer full) */
char *benefit_text_profile_verdict (const Report *report, const Language *language);

void benefit_text_render (const Report *report, const TextStyle *style, GString *out);
/** With --profiles: which billing profiles may receive a deposit. */
void benefit_text_render_profiles (const Report *report, const TextStyle *style, GString *out);

#endif

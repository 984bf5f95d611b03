/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_BENEFIT_HTML_H
#define OUTPUT_HTML_BENEFIT_HTML_H

#include "base/language/language.h"
#include "core/report/report.h"
#include "output/sink.h"

/**
 * BenefitHtml: the reports of `acorecon benefits` as pages: each benefit, by month, findings; and
 * which billing profiles may receive a deposit.
 */
void benefit_html_write (const Report *report, const Language *language, Sink *sink);
void benefit_html_write_profiles (const Report *report, const Language *language, Sink *sink);

#endif

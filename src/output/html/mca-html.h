/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_MCA_HTML_H
#define OUTPUT_HTML_MCA_HTML_H

#include "base/language/language.h"
#include "core/report/report.h"
#include "output/sink.h"

/**
 * McaHtml: the report of `acorecon mca` as a page: balances, the credits list with a timeline,
 * what was used of each credit, transactions, findings.
 */
void mca_html_write (const Report *report, const Language *language, Sink *sink);

#endif

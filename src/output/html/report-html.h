/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_REPORT_HTML_H
#define OUTPUT_HTML_REPORT_HTML_H

#include "base/language/language.h"
#include "core/report/report.h"
#include "output/sink.h"

/**
 * Writes the sorted report as one HTML page: no network, no external font, picture or script;
 * verdict first. Its content security policy lets nothing run or load but the one style sheet and
 * the one script in it, by their hashes. All texts of the report are escaped and made printable.
 *
 * The page stays under REPORT_HTML_BYTES_MAX whatever the report holds: each table has its share,
 * and says how many rows it left out and in which file of the report pack they are. A function of
 * the report and the language. Failures stay in @sink. Memory: the page.
 */
#define REPORT_HTML_BYTES_MAX 3000000

void report_html_write (const Report *report, const Language *language, Sink *sink);

#endif

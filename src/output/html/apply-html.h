/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_APPLY_HTML_H
#define OUTPUT_HTML_APPLY_HTML_H

#include "base/language/language.h"
#include "core/report/report.h"
#include "output/sink.h"

/**
 * ApplyHtml: the report of `acorecon mca apply` as a page: sums, the lots, each charge with what
 * is due, findings.
 */
void apply_html_write (const Report *report, const Language *language, Sink *sink);

#endif

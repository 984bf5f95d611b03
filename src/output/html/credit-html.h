/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_HTML_CREDIT_HTML_H
#define OUTPUT_HTML_CREDIT_HTML_H

#include "base/language/language.h"
#include "core/report/report.h"
#include "output/sink.h"

/** CreditHtml: the report of `acorecon credits` as a page: one table of all credits. */
void credit_html_write (const Report *report, const Language *language, Sink *sink);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_REPORT_TEXT_H
#define OUTPUT_TEXT_REPORT_TEXT_H

#include <glib.h>

#include "core/report/report.h"
#include "output/text/text-style.h"

/**
 * The report as text for people (spec section 6): the verdict, then tie-out, expired and expiring
 * agreements, waterfall totals, findings, totals. A function of @report and @style alone: no
 * terminal, no locale, no environment. Appends whole lines of UTF-8; lines are at most as wide as
 * the style says unless amounts or a path need more, which are never cut.
 */
void report_text_render (const Report *report, const TextStyle *style, GString *out);

#endif

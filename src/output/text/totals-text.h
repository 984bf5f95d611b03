/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_TOTALS_TEXT_H
#define OUTPUT_TEXT_TOTALS_TEXT_H

#include <glib.h>

#include "core/report/money-places.h"
#include "core/report/report.h"
#include "output/text/text-style.h"

/**
 * The sums of a report as text for people. Each appends a blank line and a table, or nothing where
 * there is nothing to add up. Currencies are never added to each other.
 */

/** Charges, ACO, other credits, net and PEC of all customers, per currency and month. */
void totals_text_render_waterfall (const Report *report, const MoneyPlaces *places,
                                   const TextStyle *style, GString *out);

/** The report's own totals, per currency; what is null there is "not known". */
void totals_text_render_totals (const Report *report, const MoneyPlaces *places,
                                const TextStyle *style, GString *out);

#endif

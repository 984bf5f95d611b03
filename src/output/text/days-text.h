/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_DAYS_TEXT_H
#define OUTPUT_TEXT_DAYS_TEXT_H

#include "core/report/money-places.h"
#include "core/report/report.h"
#include "output/customer-labels.h"
#include "output/text/text-style.h"

/**
 * What daily usage adds to the text report: files that were not tied out because no invoice of
 * their month was read, and the day table with the credit that remained at each day's end. Where
 * there are many days only those are listed on which ACO was applied for the last time in a month.
 * Appends nothing where there is nothing to say.
 */
void days_text_render (const Report *report, const CustomerLabels *labels,
                       const MoneyPlaces *places, const TextStyle *style, GString *out);

/** Only the notes on files that were not tied out, for where no text report is printed. */
void days_text_render_untied (const Report *report, const TextStyle *style, GString *out);

#endif

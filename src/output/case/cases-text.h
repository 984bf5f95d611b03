/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_CASE_CASES_TEXT_H
#define OUTPUT_CASE_CASES_TEXT_H

#include "core/report/money-places.h"
#include "core/report/report.h"
#include "output/customer-labels.h"
#include "output/text/text-style.h"

/** That are listed of the cases to settle, but for --all. */
#define CASES_TEXT_MOST 10

/**
 * The cases of a report as text for people: those to settle, with their sum, each with its money,
 * customer, months, what happened, what to do and whom to ask. Of many, those with most at stake in
 * each currency; what is only to be known, or is decided, is counted.
 */
void cases_text_render (const Report *report, const CustomerLabels *labels,
                        const MoneyPlaces *places, const TextStyle *style, GString *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_FINDINGS_TEXT_H
#define OUTPUT_TEXT_FINDINGS_TEXT_H

#include <glib.h>

#include "core/report/money-places.h"
#include "core/report/report.h"
#include "output/customer-labels.h"
#include "output/text/text-style.h"

/**
 * The findings of a report as text for people: errors, warnings, notices, worst first (see
 * output/finding-order); each with its customer, month, amount, source line and message. Before
 * them a table by code; of many findings of a code only the largest are listed (see
 * output/text/finding/finding-digest), and a last line says which are not.
 */
void findings_text_render (const Report *report, const CustomerLabels *labels,
                           const MoneyPlaces *places, const TextStyle *style, GString *out);

#endif

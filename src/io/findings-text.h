/* SPDX-License-Identifier: MIT */
#ifndef IO_FINDINGS_TEXT_H
#define IO_FINDINGS_TEXT_H

#include <glib.h>

#include "core/report.h"
#include "io/customer-label.h"
#include "io/money-places.h"
#include "io/text-style.h"

/**
 * The findings of a report as text for people: errors, warnings, notices, worst first (see
 * io/finding-order); each with its customer, month, amount, source line and message. A code with
 * many notices is told in one line, after the others.
 */
void findings_text_render (const Report *report, const CustomerLabels *labels,
                           const MoneyPlaces *places, const TextStyle *style, GString *out);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_REPORT_FOCUS_H
#define OUTPUT_TABLE_REPORT_FOCUS_H

#include "core/report/report.h"
#include "output/sink.h"

/**
 * Writes the charges and credits of the sorted report's waterfall as CSV with the column names of
 * FOCUS 1.x (docs/focus.md), one row per customer, month, currency and kind of charge. The sum of
 * BilledCost is the waterfall's net. Cells as in report-csv.h; what the report does not know is
 * empty. Failures stay in @sink.
 */
void report_focus_write (const Report *report, Sink *sink);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_REPORT_CSV_H
#define OUTPUT_TABLE_REPORT_CSV_H

#include "core/report/report.h"
#include "output/sink.h"

/**
 * Writes one table of the sorted report as CSV (spec section 6): RFC 4180, UTF-8 without BOM, LF,
 * the JSON names as header, null as an empty cell. A text that a spreadsheet would take for a
 * formula gets a leading apostrophe; numbers, dates and months stay bare. A list is one text, its
 * elements joined by blanks; months and fits are left out. Failures stay in @sink.
 */
void report_csv_write (const Report *report, guint table, Sink *sink);

/** The same for @rows of another table. */
void report_csv_write_rows (const ReportTableInfo *info, const GArray *rows, Sink *sink);

/**
 * What a reader of the CSV gets of one cell, which is no list that the CSV leaves out; NULL: null.
 * (transfer full)
 */
char *report_csv_cell (const ReportColumn *column, gconstpointer row);

#endif

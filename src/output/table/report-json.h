/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TABLE_REPORT_JSON_H
#define OUTPUT_TABLE_REPORT_JSON_H

#include "core/report/report.h"
#include "output/sink.h"

/**
 * The report as JSON (spec section 5). The schema's name is also how an earlier pack is known
 * again; the number behind the slash rises when a reader of the old form would go wrong.
 */
#define REPORT_SCHEMA_NAME "acorecon.report"
#define REPORT_SCHEMA REPORT_SCHEMA_NAME "/1"

/**
 * Writes the sorted report, of whatever schema: one row per line, so that two reports can be
 * compared line by line. Amounts are strings with at least 2 decimals; bytes that are no UTF-8 (in
 * a path) become U+FFFD. Failures stay in @sink. Memory: one row, however long the tables are.
 * @exit_status: how the run ends that writes it, for the summary behind the tables.
 */
void report_json_write (const Report *report, int exit_status, Sink *sink);

/**
 * Writes @rows of another table as a member of an object that was begun: ",\n  "name": [...]".
 */
void report_json_write_rows (const ReportTableInfo *info, const GArray *rows, Sink *sink);

/** Writes one row as such a member, an object with a member, and a row of a list in it, per line.
 */
void report_json_write_object (const ReportTableInfo *info, gconstpointer row, Sink *sink);

#endif

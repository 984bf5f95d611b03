/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_REPORT_XLSX_H
#define OUTPUT_XLSX_REPORT_XLSX_H

#include <glib.h>

#include "core/report/report.h"
#include "output/xlsx/xlsx-book.h"

/**
 * Writes the sorted report as a workbook (spec section 6): the sheets Summary, Agreements,
 * Roll-forward, Tie-out, Waterfall, Findings, Inputs and Invoices, each table of the report whole,
 * with live formulas where a person would reckon again. Figures are those of the JSON; null is an
 * empty cell.
 *
 * @file: where it goes (output/xlsx/xlsx-book.h). Not synced.
 * @created: the time the workbook tells as its own, in seconds since 1970, or
 * REPORT_XLSX_CREATED_AS_OF. Nothing else in the file but the report decides its bytes.
 *
 * FALSE with RECON_ERROR_OUTPUT, which begins with the name of @file; the file is then of no use.
 * Memory hardly grows with the report. The number of threads does not change the bytes.
 */
#define REPORT_XLSX_CREATED_AS_OF G_MININT64 /* the as-of day */

gboolean report_xlsx_write (const Report *report, const XlsxFile *file, gint64 created,
                            GError **error);

/** The same with at most @rows_max rows on a sheet, the header not counted. */
gboolean report_xlsx_write_split (const Report *report, const XlsxFile *file, gint64 created,
                                  guint32 rows_max, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef IO_REPORT_XLSX_H
#define IO_REPORT_XLSX_H

#include <glib.h>

#include "core/report.h"

/**
 * Writes the sorted report as a workbook (spec section 6): the sheets Summary, Agreements,
 * Roll-forward, Tie-out, Waterfall, Findings, Inputs and Invoices, each table of the report whole,
 * with live formulas where a person would reckon again. Figures are those of the JSON; null is an
 * empty cell.
 *
 * @path: a new or empty file in a folder that is not published yet (output_set_staged_path());
 * temporary files, which have no names, lie there too and need up to twice the size of the
 * workbook's XML. Not synced.
 * @created: the time the workbook tells as its own, in seconds since 1970, or
 * REPORT_XLSX_CREATED_AS_OF. Nothing else in the file but the report decides its bytes.
 *
 * The file is read again and every cell compared before TRUE. FALSE with RECON_ERROR_OUTPUT, which
 * begins with the file's name; the file is then removed. Memory hardly grows with the report.
 */
#define REPORT_XLSX_CREATED_AS_OF G_MININT64 /* the as-of day */

gboolean report_xlsx_write (const Report *report, const char *path, gint64 created, GError **error);

/** The same with at most @rows_max rows on a sheet, the header not counted. */
gboolean report_xlsx_write_split (const Report *report, const char *path, gint64 created,
                                  guint32 rows_max, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_TABLE_H
#define OUTPUT_XLSX_XLSX_TABLE_H

#include <glib.h>

#include "core/report/report.h"
#include "output/xlsx/xlsx-book.h"

/**
 * XlsxTable: one table of the report on sheets of the workbook, each with the header in its first
 * row, frozen and with a filter. Where the rows of a table do not fit into one sheet, the next
 * goes on: "Findings", "Findings 2". Null is an empty cell. A table in which an amount has more
 * digits than a cell can hold gets one more column, "Exact amounts", with what those are; one in
 * which something must not be left unsaid (output/text/row-remarks) after that the column "Remark".
 */
typedef struct XlsxTable XlsxTable;

/** What each sheet says of figures that are not reliable. */
#define XLSX_ALARM "NOT RELIABLE: see the sheet Summary"

/** @rows_max: rows of a sheet, the header not counted. @report and @title are borrowed. */
XlsxTable *xlsx_table_new (const Report *report, ReportTable table, const char *title,
                           guint32 rows_max);
void xlsx_table_free (XlsxTable *self); /* NULL is fine */

/** Adds the sheets to @book and fills them; failures stay in @book. */
void xlsx_table_write (const XlsxTable *self, XlsxBook *book);

/** How many sheets; at least one. */
guint xlsx_table_part_count (const XlsxTable *self);
/** The cells below the header of a column, such as "'Roll-forward'!$I$2:$I$61"; @name is JSON's. */
void xlsx_table_append_range (const XlsxTable *self, guint part, const char *name, GString *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxTable, xlsx_table_free)

#endif

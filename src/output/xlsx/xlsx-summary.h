/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_SUMMARY_H
#define OUTPUT_XLSX_XLSX_SUMMARY_H

#include <glib.h>

#include "core/report/report.h"
#include "output/xlsx/xlsx-table.h"

/**
 * The first sheet of the workbook: the verdict, the totals by currency, and how many rows of the
 * other sheets have which result, state and finding. Totals and counts are formulas over the
 * sheets they come from.
 */

/** @tables: REPORT_TABLE_COUNT of them; those the summary refers to must not be NULL. */
void xlsx_summary_write (const Report *report, XlsxTable *const *tables, XlsxSheet *sheet);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_XLSX_XLSX_SCANNER_H
#define OUTPUT_XLSX_XLSX_SCANNER_H

#include <glib.h>

#include "output/xlsx/xlsx-tally.h"

/**
 * XlsxScanner: reads one XML part of a workbook, in pieces of any size, only as far as is needed
 * to see that nothing is missing: tags pair, elements hold as many children as their count
 * attribute says, text is valid, and the cells of a sheet add up to a tally. Takes what a writer
 * of workbooks writes, not all of XML: comments, CDATA and document types are refused. Cells with
 * a format but no content do not count.
 *
 * What is wrong is told once; it reads like "row 71: <c> is closed by another tag". Nothing
 * that a cell holds is in it.
 */
typedef struct XlsxScanner XlsxScanner;

XlsxScanner *xlsx_scanner_new (void);
void xlsx_scanner_free (XlsxScanner *self); /* NULL is fine */

/** FALSE with RECON_ERROR_OUTPUT; only free may follow. */
gboolean xlsx_scanner_feed (XlsxScanner *self, const char *bytes, gsize length, GError **error);
/** After the last piece: whether the part is complete. */
gboolean xlsx_scanner_finish (XlsxScanner *self, GError **error);

/** What the cells amount to; all zero for a part that is no sheet. */
const XlsxTally *xlsx_scanner_tally (const XlsxScanner *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XlsxScanner, xlsx_scanner_free)

#endif

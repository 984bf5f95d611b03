/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_INVOICE_FILE_H
#define INPUT_BILLING_INVOICE_FILE_H

#include "core/record/invoice-line.h"
#include "input/billing/cells.h"
#include "input/billing/record-target.h"

/** Invoice reconciliation files: their versions, which columns are read, and rows into records. */

/**
 * Which published version a header is, by the columns that differ (spec section 7.1): "2020-11 (40
 * columns)". Static.
 */
const char *invoice_file_version (const Header *header);

/** The columns that are read, whatever @with_texts. */
const guint *invoice_file_roles (gboolean with_texts, gsize *count);

/** The runs of cells that invoice_file_read() knows. */
const CellsRunRoles *invoice_file_runs (guint *count);

/** *record borrows from the row, is not yet classified, and holds only while cells_are_good(). */
void invoice_file_read (Cells *cells, Position at, InvoiceLine *record);

/** A good row, classified, to the target. */
void invoice_file_take (Cells *cells, Position at, const RecordTarget *target);

#endif

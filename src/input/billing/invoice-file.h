/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_INVOICE_FILE_H
#define INPUT_BILLING_INVOICE_FILE_H

#include "core/record/invoice-line.h"
#include "input/billing/cells.h"

/** Invoice reconciliation files: which columns are read, and rows into records. */
const guint *invoice_file_roles (gsize *count);

/** *record borrows from the row, is not yet classified, and holds only while cells_are_good(). */
void invoice_file_read (Cells *cells, Position at, InvoiceLine *record);

#endif

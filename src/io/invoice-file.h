/* SPDX-License-Identifier: MIT */
#ifndef IO_INVOICE_FILE_H
#define IO_INVOICE_FILE_H

#include "core/invoice-line.h"
#include "io/cells.h"

/** Invoice reconciliation files: which columns are read, and rows into records. */
const guint *invoice_file_roles (gsize *count);

/** *record borrows from the row, is not yet classified, and is valid only while cells_are_good().
 */
void invoice_file_read (Cells *cells, Position at, InvoiceLine *record);

#endif

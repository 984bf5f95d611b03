/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_BALANCE_FILE_H
#define INPUT_BILLING_BALANCE_FILE_H

#include "core/record/balance-row.h"
#include "input/billing/cells.h"

/** Azure Credit Offer balance reports: which columns are read, and rows into records. */
const guint *balance_file_roles (gsize *count);

/** *record borrows from the row; valid only while cells_are_good(). */
void balance_file_read (Cells *cells, Position at, BalanceRow *record);

#endif

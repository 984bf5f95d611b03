/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_BALANCE_FILE_H
#define INPUT_BILLING_BALANCE_FILE_H

#include "core/record/balance-row.h"
#include "input/billing/cells.h"
#include "input/billing/record-target.h"

/**
 * Azure Credit Offer balance reports: their versions, which columns are read, and rows into
 * records.
 */

/** Which published version a header is, by the columns that differ: "current names". Static. */
const char *balance_file_version (const Header *header);

/** The columns that are read, whatever @with_texts. */
const guint *balance_file_roles (gboolean with_texts, gsize *count);

/** *record borrows from the row; valid only while cells_are_good(). */
void balance_file_read (Cells *cells, Position at, BalanceRow *record);

/** A good row, to the target. */
void balance_file_take (Cells *cells, Position at, const RecordTarget *target);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_USAGE_FILE_H
#define INPUT_BILLING_USAGE_FILE_H

#include "core/record/usage-row.h"
#include "input/billing/cells.h"

/**
 * Daily rated usage files: which columns are read, and rows into records. @with_reasons: also the
 * columns of UsageTexts.
 */
const guint *usage_file_roles (gboolean with_reasons, gsize *count);

/** *record borrows from the row, is not yet classified, and holds only while cells_are_good(). */
void usage_file_read (Cells *cells, Position at, UsageRow *record);

#endif

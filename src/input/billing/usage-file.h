/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BILLING_USAGE_FILE_H
#define INPUT_BILLING_USAGE_FILE_H

#include "core/record/usage-row.h"
#include "input/billing/cells.h"
#include "input/billing/record-target.h"

/** Daily rated usage files: their versions, which columns are read, and rows into records. */

/**
 * Which published version a header is, by the columns that differ (spec section 7.4): "2021-03 (52
 * columns)". Static.
 */
const char *usage_file_version (const Header *header);

/** The columns that are read. @with_texts: also those of UsageTexts. */
const guint *usage_file_roles (gboolean with_texts, gsize *count);

/** The runs of cells that usage_file_read() knows. */
const CellsRunRoles *usage_file_runs (guint *count);

/** *record borrows from the row, is not yet classified, and holds only while cells_are_good(). */
void usage_file_read (Cells *cells, Position at, UsageRow *record);

/** A good row, classified, to the target. */
void usage_file_take (Cells *cells, Position at, const RecordTarget *target);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_ROW_TABLE_H
#define CORE_REPORT_ROW_TABLE_H

#include <glib.h>

/**
 * RowTable: rows of one size in blocks of large pages: none is moved when the table grows past the
 * first block. For report alone.
 */
typedef struct
{
  gsize row_size;
  gsize block_rows;  /* in each block */
  GPtrArray *blocks; /* all full but the last */
  gsize count;
  gsize room; /* in all blocks */
} RowTable;

void row_table_init (RowTable *self, gsize row_size);
/** One block for @count rows, which then lie side by side. */
void row_table_init_sized (RowTable *self, gsize row_size, gsize count);
void row_table_clear (RowTable *self);

/** A new row at the end, to be filled. Rows of the first block move when it grows. */
gpointer row_table_append (RowTable *self);
gpointer row_table_row (const RowTable *self, gsize index);
/** NULL: there is none. */
gpointer row_table_last (const RowTable *self);

/** The rows in the order of @compare, which gets two of them; equal ones stay as they came. */
void row_table_sort (RowTable *self, GCompareDataFunc compare, gpointer data);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_ROW_PACK_H
#define CORE_REPORT_ROW_PACK_H

#include "core/report/row-bytes.h"

/**
 * RowPack: the rows of one table in little room: of each only what differs from the row before, a
 * tenth of its size. Rows are read into the caller's memory, one after the other at best; or for
 * good, for who keeps pointers. Texts are borrowed, but for sentences (see row-sentence). For
 * report alone.
 */
typedef struct RowPack RowPack;

/** Every so many rows stands one that is read without those before it. */
#define ROW_PACK_PAGE_ROWS 64

RowPack *row_pack_new (const ReportTableInfo *info);
void row_pack_free (RowPack *self); /* NULL is fine */
const ReportTableInfo *row_pack_info (const RowPack *self);

/** Appends a copy of *row: what its columns tell; the rest of it counts as 0. */
void row_pack_append (RowPack *self, gconstpointer row);
/** Appends the rows of @other, which is then gone, as they are: nothing is packed again. */
void row_pack_take (RowPack *self, RowPack *other);
gsize row_pack_count (const RowPack *self);
/** The last row; NULL: there is none. Valid until one is appended. */
gconstpointer row_pack_last (const RowPack *self);

/** Where a reading stands; all zeros at its beginning. */
typedef struct
{
  const RowPack *pack;
  gsize next; /* the row that comes next; the one before it was read last */
  gsize end;  /* of the rows of its page, as far as there were any */
  const guint8 *at;
  RowSentence sentence; /* of the row that was read last */
} RowPackCursor;

/** Reads the row at @index into *row, which nobody else changes between two calls; *cursor stays
    where it is, for the row refers to it. */
void row_pack_read (const RowPack *self, gsize index, RowPackCursor *cursor, gpointer row);

/**
 * The row at @index, valid as long as the pack and until a row is appended. All rows lie side by
 * side, and those that are asked for so take their whole room, and their neighbours with them.
 * Several threads may ask at a time.
 */
gconstpointer row_pack_keep (RowPack *self, gsize index);

/** The rows in the order of @compare, which gets two of them; equal ones stay as they are. @self is
    then gone. */
RowPack *row_pack_sort (RowPack *self, GCompareDataFunc compare, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowPack, row_pack_free)

#endif

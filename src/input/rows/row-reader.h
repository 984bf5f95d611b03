/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_ROW_READER_H
#define INPUT_ROWS_ROW_READER_H

#include "input/bytes/read-func.h"
#include "input/rows/row.h"

/**
 * RowReader: a stream of bytes in, rows with their line numbers out, whether it is CSV or JSON.
 * That is told by its first bytes, never by a name: after a byte-order mark and blanks, a brace
 * with a quote or a brace after it is JSON, and so is a bracket with a brace or a bracket.
 */
typedef struct RowReader RowReader;

typedef enum
{
  ROWS_HEADER, /* the cells of *row are the names of all columns */
  ROWS_ROW,
  ROWS_END,
  ROWS_REFUSED
} RowStep;

/** @separator: of CSV. See csv_reader_new(). NULL with @error when @read fails. */
RowReader *row_reader_new (const char *name, char separator, ReadFunc read, void *stream,
                           GError **error);
void row_reader_free (RowReader *self); /* NULL is fine */

/**
 * It is JSON: numbers are written with a point, there may be a header before any row with further
 * columns behind the earlier ones, and no row is ragged.
 */
gboolean row_reader_is_json (const RowReader *self);

/** From the next row on only these columns are handed out, see csv_reader_want(). */
void row_reader_want (RowReader *self, const guint *columns, gsize count);

/** ROWS_HEADER comes first, if anything does. For the rest see csv_reader_next(). */
RowStep row_reader_next (RowReader *self, const Row **row, GError **error);

/** The same for rows that can be had together, see csv_reader_next_rows(); a header is alone. */
RowStep row_reader_next_rows (RowReader *self, const Row **rows, guint *count, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowReader, row_reader_free)

#endif

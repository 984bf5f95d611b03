/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_READER_H
#define INPUT_ROWS_JSON_READER_H

#include "input/bytes/read-func.h"
#include "input/rows/row.h"

/**
 * JsonReader: a stream of JSON in, rows with their line numbers out, one object in memory at a
 * time. Read are JSON lines, an array of objects, and an object with such an array in "items" or
 * "value" (a page of an API, case does not count); several of these after one another, each on a
 * line of its own.
 *
 * The columns are the keys, see json-row.h. Objects need not all have the same: when one brings
 * further keys, the reader says so before it hands out that row. What columns mean is not known
 * here.
 */
typedef struct JsonReader JsonReader;

typedef enum
{
  JSON_READER_COLUMNS, /* the first object, or one with further keys, is next */
  JSON_READER_ROW,
  JSON_READER_END,
  JSON_READER_REFUSED
} JsonReaderStep;

/** @name: how messages name the stream (copied). @stream is borrowed, and outlives the reader. */
JsonReader *json_reader_new (const char *name, ReadFunc read, void *stream);
void json_reader_free (JsonReader *self); /* NULL is fine */

/** As csv_reader_want(); before the first call no cells are handed out. */
void json_reader_want (JsonReader *self, const guint *columns, gsize count);

/**
 * JSON_READER_COLUMNS: the cells of *row are the names of all columns so far; the earlier ones
 * have kept their places. JSON_READER_ROW: its raw text is that of the object, and cell_count the
 * number of columns. JSON_READER_REFUSED: @error (RECON_ERROR_INPUT) says "NAME:LINE: what was
 * found, what was expected", or is what the read function set; every later call is refused too.
 * Lines are physical ones; a row's is that on which its object begins.
 *
 * Refused are: what is not JSON, also NUL, half a surrogate pair and invalid UTF-8; a column that
 * an object has twice; anything but objects where rows must be; and what passes the limits of
 * limits.h.
 */
JsonReaderStep json_reader_next (JsonReader *self, const Row **row, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonReader, json_reader_free)

#endif

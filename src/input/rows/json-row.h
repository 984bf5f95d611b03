/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_JSON_ROW_H
#define INPUT_ROWS_JSON_ROW_H

#include "input/bytes/limits.h"
#include "input/rows/json-scan.h"

/**
 * JsonRow: one object after the other as rows of a table whose columns are the keys met so far.
 * Keys that header names would be compared as equal (case and punctuation do not count) are one
 * column, named as it was written first. A key that an object does not have is an empty cell.
 *
 * Cells: a number as it is written, digit for digit; a string's characters; true, false; null is
 * empty; an array or object is its text. Memory follows the keys.
 */
typedef struct JsonRow JsonRow;

typedef enum
{
  JSON_ROW_TAKEN,
  JSON_ROW_UNSOUND,   /* what the scan says */
  JSON_ROW_TWICE,     /* the object has a column twice */
  JSON_ROW_LONG_KEY,  /* beyond JSON_KEY_BYTES_MAX */
  JSON_ROW_LONG_CELL, /* beyond CSV_CELL_BYTES_MAX */
  JSON_ROW_MANY_KEYS  /* more columns than CSV_COLUMNS_MAX, in all objects together */
} JsonRowVerdict;

JsonRow *json_row_new (void);
void json_row_free (JsonRow *self); /* NULL is fine */

/**
 * Takes the object that is next in @scan, whose text must outlive the row. After a failure @scan
 * stands behind the key that is to blame.
 */
JsonRowVerdict json_row_take (JsonRow *self, JsonScan *scan);

/** The column of the last key taken: that which is there twice. */
guint json_row_last_column (const JsonRow *self);

/** How many columns there are; further objects only add to them. */
guint json_row_column_count (const JsonRow *self);
/** The name of a column. (transfer none) */
const char *json_row_column_name (const JsonRow *self, guint column);

/**
 * Fills @cells with those of @columns (@count of them, ascending), valid until the next call and
 * as long as the text of the object.
 */
void json_row_cells (JsonRow *self, const guint *columns, gsize count, Slice *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JsonRow, json_row_free)

#endif

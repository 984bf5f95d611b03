/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_SHELF_HEAD_H
#define INPUT_SHELF_SHELF_HEAD_H

#include "core/book/shelf/shelf-bytes.h"
#include "core/record/file-kind.h"
#include "input/billing/spreadsheet-signs.h"

/**
 * ShelfHead: what books say of the file that they are of, before any of its rows: its name, what it
 * is, and which part of it was read.
 */
typedef struct
{
  char *name;
  FileKind kind;
  char *sha256; /* of the whole file; NULL: not known, for a part was read */
  guint64 size; /* of the file on disk, see input/input-places */
  gboolean is_packed;
  gboolean is_part; /* of one file; then: */
  gboolean is_last; /* no bytes come behind */
  guint64 offset;   /* of its first byte */
  guint64 end;      /* of the bytes behind the last line that was read */
  guint64 lines;    /* line ends in it */
  SpreadsheetSigns signs;
  gboolean is_json;
  guint short_rows; /* of the rows set aside: those that lack cells */
} ShelfHead;

void shelf_head_clear (ShelfHead *self); /* all zero is fine */

void shelf_head_put (ShelfWriter *self, const ShelfHead *head);
/** @head is all zero. */
void shelf_head_take (ShelfReader *self, ShelfHead *head);

#endif

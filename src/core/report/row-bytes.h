/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_ROW_BYTES_H
#define CORE_REPORT_ROW_BYTES_H

#include "core/report/report-rows.h"
#include "core/report/row-sentence.h"

/**
 * RowBytes: a row of a table as bytes that say what differs from the row before, in the columns
 * alone. Texts are borrowed; only a sentence (ReportColumn, is_sentence) is written out. For
 * row-pack alone.
 */

#define ROW_BYTES_COLUMNS_MAX 32

/** How one member is written. */
typedef struct
{
  guint16 offset;
  guint16 known_offset; /* of days only */
  guint8 form;
  guint8 size; /* of what is written as it stands */
} RowMember;

/** How the rows of a table are written; a plain value. */
typedef struct
{
  guint count;
  guint mask_bytes; /* a bit for each member: whether it differs */
  gsize bytes_max;  /* of one row */
  RowMember members[ROW_BYTES_COLUMNS_MAX];
} RowShape;

RowShape row_bytes_shape (const ReportTableInfo *info);

/**
 * Writes what tells *row from *last, which becomes the same in all columns; its sentence stands in
 * @sentence from here on. Gives the end of what was written at @to.
 */
guint8 *row_bytes_put (const RowShape *shape, gconstpointer row, gpointer last,
                       RowSentence *sentence, guint8 *to);
/** Makes the next row of *row. Gives the end of what was read at @from. */
const guint8 *row_bytes_take (const RowShape *shape, const guint8 *from, gpointer row,
                              RowSentence *sentence);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_SHELF_BYTES_H
#define CORE_BOOK_SHELF_SHELF_BYTES_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "base/keyed-hash.h"
#include "base/slice.h"
#include "core/book/row-ids.h"
#include "core/book/sum/decimal-sum.h"
#include "core/record/position.h"

/**
 * ShelfBytes: the values that books consist of as bytes, and back (docs/books-format.md). Numbers
 * are written in groups of seven bits, the lowest first; what may be negative is folded, so that
 * small values are short. Whoever reads trusts nothing: the first value that cannot be is a fault,
 * and everything behind it reads as 0.
 */

/** Values are appended to @bytes. Lines are told as steps from the line before. */
typedef struct
{
  GByteArray *bytes;
  const RowIds *ids;               /* NULL: no ids are written */
  guint *ranks[ROW_ID_KIND_COUNT]; /* by number: the place of an id among the sorted ones */
  guint64 line;                    /* the last that was written */
  gboolean is_too_large;           /* an amount was, see SHELF_BYTES_WHOLE_DIGITS_MAX */
} ShelfWriter;

typedef struct WrittenLines WrittenLines; /* of shelf-aco-lines */

/** What is read, up to @end; all borrowed. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  const char *fault; /* static; NULL: none yet */
  guint32 file;      /* of positions */
  guint64 lines_before;
  guint64 line;
  guint32 *ids[ROW_ID_KIND_COUNT]; /* the numbers of ids by their places; see shelf-ids */
  guint32 id_counts[ROW_ID_KIND_COUNT];
  WrittenLines *written; /* room; NULL: whoever needs it makes its own */
} ShelfReader;

/** Of amounts: sums of such numbers stay within what a decimal holds, however many there are. */
#define SHELF_BYTES_WHOLE_DIGITS_MAX 60
#define SHELF_BYTES_SCALE_MAX 80

void shelf_bytes_put_number (ShelfWriter *self, guint64 number);
void shelf_bytes_put_signed (ShelfWriter *self, gint64 number);
/** As they are. */
void shelf_bytes_put_bytes (ShelfWriter *self, gconstpointer bytes, gsize length);
/** @text may be NULL, which is not "". */
void shelf_bytes_put_text (ShelfWriter *self, const char *text);
void shelf_bytes_put_decimal (ShelfWriter *self, Decimal amount);
void shelf_bytes_put_sum (ShelfWriter *self, const DecimalSum *sum);
void shelf_bytes_put_position (ShelfWriter *self, Position at);
void shelf_bytes_put_hash (ShelfWriter *self, Hash128 hash);
/** An id by its number, and by its text, which must be one. */
void shelf_bytes_put_id (ShelfWriter *self, RowIdKind kind, guint32 number);
void shelf_bytes_put_id_text (ShelfWriter *self, RowIdKind kind, const char *text);

/** The first fault stays. */
void shelf_bytes_fail (ShelfReader *self, const char *fault);
static inline gboolean
shelf_bytes_is_good (const ShelfReader *self)
{
  return self->fault == NULL;
}

guint64 shelf_bytes_take_number (ShelfReader *self);
gint64 shelf_bytes_take_signed (ShelfReader *self);
/** A number that is at most @most. */
guint64 shelf_bytes_take_up_to (ShelfReader *self, guint64 most);
/** How many things follow, of which each takes @least bytes or more, so that there is an end. */
guint shelf_bytes_take_count (ShelfReader *self, gsize least);
/** NULL: there are not so many. (transfer none) */
const guint8 *shelf_bytes_take_bytes (ShelfReader *self, gsize length);
/** UTF-8 without NUL, not terminated; @is_there: FALSE for NULL. The last may be NULL. */
Slice shelf_bytes_take_slice (ShelfReader *self, gboolean *is_there);
/** The same as a text of its own, or NULL. (transfer full) */
char *shelf_bytes_take_text (ShelfReader *self);
Decimal shelf_bytes_take_decimal (ShelfReader *self);
/** Adds it. */
void shelf_bytes_take_sum (ShelfReader *self, DecimalSum *sum);
Position shelf_bytes_take_position (ShelfReader *self);
Hash128 shelf_bytes_take_hash (ShelfReader *self);
/** One that exists, or none. */
Day shelf_bytes_take_day (ShelfReader *self);
Month shelf_bytes_take_month (ShelfReader *self);
/** The number of an id in the books that are read into. */
guint32 shelf_bytes_take_id (ShelfReader *self, RowIdKind kind);

#endif

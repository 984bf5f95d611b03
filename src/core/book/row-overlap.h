/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_ROW_OVERLAP_H
#define CORE_BOOK_ROW_OVERLAP_H

#include "base/calendar.h"
#include "base/decimal.h"
#include "core/book/input-book.h"
#include "core/record/position.h"
#include "core/report/finding.h"

/**
 * RowOverlap: what a file holds of one invoice that files before it hold too (spec section 2, "The
 * same rows twice"). Of a row that stands c times in the file and e times in all files before it,
 * the first min (c, e) count as shared.
 */
typedef struct
{
  FileKind kind;
  char *invoice;        /* in lower case */
  guint32 file;         /* index of the file */
  guint32 earlier_file; /* the first one that holds the first shared row too */
  guint64 rows;         /* of the invoice in the file */
  GArray *shared;       /* of guint64: the places of the shared rows among these, ascending */
  guint next;           /* of shared: the one that is looked for */
  guint64 seen;         /* rows that went by */
  Position first;       /* the first shared row, and its currency (in upper case) and day */
  char *currency;
  Day day;
  Decimal amount; /* of all shared rows, whatever their currency; not rounded */
} RowOverlap;

RowOverlap *row_overlap_new (FileKind kind, const char *invoice, guint32 file, guint64 rows);
void row_overlap_free (gpointer overlap); /* NULL is fine */

/**
 * The next row of the invoice in the file, in reading order: its money is added if it is shared.
 * @day: UsageDate of daily usage; of an invoice line DAY_NONE.
 */
void row_overlap_take (RowOverlap *self, Position at, Slice currency, Day day,
                       const Decimal *amount);

/**
 * How much it weighs (spec section 2): error when half of the file's rows of the invoice or more
 * are shared, warning when more than one is, else notice.
 */
Severity row_overlap_severity (const RowOverlap *self);

/** All shared rows went by. */
gboolean row_overlap_is_complete (const RowOverlap *self);

#endif

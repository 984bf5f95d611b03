/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SHELF_ROW_TRAIL_H
#define CORE_BOOK_SHELF_ROW_TRAIL_H

#include "core/book/shelf/shelf-bytes.h"
#include "core/record/invoice-line.h"
#include "core/record/usage-row.h"

/**
 * RowTrail: what of each billed row must be kept to tell whether another file holds the same rows
 * (spec section 2, "The same rows twice"): 80 bits of its fingerprint, where it stands, and its
 * money. Memory: about 15 bytes a row. Trails of the parts of a file merge in reading order.
 */
typedef struct RowTrail RowTrail;

/** @key: of fingerprints, the same in all books that meet. */
RowTrail *row_trail_new (const HashKey *key);
void row_trail_free (RowTrail *self); /* NULL is fine */

/* Billed rows, in reading order. Daily usage must have its ResourceURI. */
void row_trail_add_line (RowTrail *self, const InvoiceLine *line);
void row_trail_add_usage (RowTrail *self, const UsageRow *row);
/** @later was read after @self; it is left empty. */
void row_trail_merge (RowTrail *self, RowTrail *later);

/** Invoice by invoice, each in reading order. FALSE: an amount is too large to be kept. */
gboolean row_trail_put (const RowTrail *self, GByteArray *bytes) G_GNUC_WARN_UNUSED_RESULT;

/** A row as it was kept. */
typedef struct
{
  Hash128 print; /* 80 bits of it */
  Position at;
  Slice currency; /* in upper case */
  Day day;        /* UsageDate; of invoice lines DAY_NONE */
  Decimal amount;
} TrailRow;

/** Who looks at trails; the texts are borrowed for the time of the call. */
typedef struct
{
  gboolean (*wants) (gpointer data, Slice invoice);
  void (*row) (gpointer data, Slice invoice, const TrailRow *row);
  gpointer data;
} TrailVisitor;

/** All rows of the wanted invoices, in their order, from what row_trail_put() wrote. */
void row_trail_visit (ShelfReader *reader, const TrailVisitor *visitor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowTrail, row_trail_free)

#endif

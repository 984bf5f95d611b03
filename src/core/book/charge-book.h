/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_CHARGE_BOOK_H
#define CORE_BOOK_CHARGE_BOOK_H

#include "core/book/charge-tally.h"
#include "core/book/invoice-tally.h"
#include "core/book/pair-book.h"
#include "core/book/row-ids.h"
#include "core/record/invoice-line.h"
#include "core/report/finding.h"

/**
 * ChargeBook: billed invoice lines folded into tallies, and what must be kept of single lines.
 * Knows no balances, and no months of invoices: which month an invoice belongs to is known only
 * when all its lines were read, so tallies are kept per invoice.
 *
 * Memory follows customers x invoices x currencies; per line only what pairs need (pair-book) and
 * a record for each ACO credit line and for each line that a finding points at.
 * Books merge like credit books do.
 */
typedef struct ChargeBook ChargeBook;

/** A line that a finding points at (ACO201, 202, 203, 206). */
typedef struct
{
  FindingCode code;
  Position at;
  const ChargeTally *tally;
  const char *article; /* "product/sku", see article-pool */
  Decimal amount;
} LineFinding;

/** An ACO credit line, for findings on pairs. */
typedef struct
{
  Position at;
  const ChargeTally *tally;
  const char *article;
  PackedDecimal credit; /* -Subtotal */
} AcoLine;

/** Takes a reference of @ids over. */
ChargeBook *charge_book_new (RowIds *ids);
void charge_book_free (ChargeBook *self); /* NULL is fine */

/** @line is classified and billed (has an invoice number). */
void charge_book_add (ChargeBook *self, const InvoiceLine *line);
/** The same for who knows the ids of the line already, as numbers of the book's ids. */
void charge_book_add_numbered (ChargeBook *self, const InvoiceLine *line,
                               const RowNumbers *numbers);

/** @later was read after @self; it is left empty. */
void charge_book_merge (ChargeBook *self, ChargeBook *later);

/** Sorted by customer, invoice, currency. (transfer container) */
GPtrArray *charge_book_list (const ChargeBook *self); /* of const ChargeTally * */
/** Sorted by invoice. (transfer container) */
GPtrArray *charge_book_invoices (const ChargeBook *self); /* of const InvoiceTally * */
/** NULL when no line of it was read; @invoice in lower case. */
const InvoiceTally *charge_book_find_invoice (const ChargeBook *self, const char *invoice);
GArray *charge_book_line_findings (const ChargeBook *self); /* of LineFinding; (transfer none) */

/** @elsewhere: with PAIR_NONE another invoice that has a free charge of its key, or NULL. */
typedef void (*AcoLineFunc) (const AcoLine *line, PairResult result, const InvoiceTally *elsewhere,
                             gpointer user_data);
/**
 * Calls @func for every ACO credit line in reading order, with how it pairs. Of several other
 * invoices the one read first is told (see pair_book_resolve()).
 */
void charge_book_pairs (const ChargeBook *self, AcoLineFunc func, gpointer user_data);

/** What charge_book_pairs() looks for on other invoices: see pair_book_keys_elsewhere(). */
GArray *charge_book_keys_elsewhere (const ChargeBook *self); /* of PairWish; (transfer full) */

/*
 * What was folded elsewhere, part by part (core/book/shelf). Ids are numbers of the book's ids. A
 * tally or an invoice is made where there is none; the tally and the article of a line are of this
 * book, and the pair book has the credit of each ACO line by its place.
 */
ChargeTally *charge_book_join_tally (ChargeBook *self, const RowNumbers *numbers);
InvoiceTally *charge_book_join_invoice (ChargeBook *self, guint32 invoice, Slice written,
                                        Position at);
const char *charge_book_hold_article (ChargeBook *self, Slice article);
GArray *charge_book_aco_lines (const ChargeBook *self); /* of AcoLine; (transfer none) */
PairBook *charge_book_pair_book (const ChargeBook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChargeBook, charge_book_free)

#endif

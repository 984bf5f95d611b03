/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PARTNER_BOOK_H
#define CORE_BOOK_PARTNER_BOOK_H

#include "core/book/row-ids.h"

/**
 * PartnerBook: the partners whose ids the rows of each customer carry. A customer who buys from two
 * partners, or has moved from one to the other, explains findings that look like errors of one.
 * Kinds of files are kept apart, for they may write the id of one partner in two ways.
 *
 * Memory follows customers x partners. Ids are compared without case and kept in lower case.
 * Books merge like credit books do.
 */
typedef struct PartnerBook PartnerBook;

/** Whose rows; in the order in which they are asked. */
typedef enum
{
  PARTNER_INVOICE_LINES,
  PARTNER_DAILY_ROWS,
  PARTNER_BALANCE_ROWS,
  PARTNER_KIND_COUNT
} PartnerKind;

/** Takes a reference of @ids over. */
PartnerBook *partner_book_new (RowIds *ids);
void partner_book_free (PartnerBook *self); /* NULL is fine */

/** An empty @partner is passed over. */
void partner_book_add (PartnerBook *self, PartnerKind kind, Slice customer, Slice partner);
/** The same, as numbers of the book's ids; there is a partner. */
void partner_book_add_numbered (PartnerBook *self, PartnerKind kind, guint32 customer,
                                guint32 partner);
/** @later was read after @self; it is left empty. */
void partner_book_merge (PartnerBook *self, PartnerBook *later);

/** Customer and partner are numbers of the book's ids. */
typedef void (*PartnerFunc) (PartnerKind kind, guint32 customer, guint32 partner, gpointer data);
/** Each once, in the order in which they were met. */
void partner_book_foreach (const PartnerBook *self, PartnerFunc func, gpointer data);

/**
 * The partners of the first kind of rows of @customer (in lower case) that has two or more; of
 * const char *, by bytes; NULL when none has. (transfer container)
 */
GPtrArray *partner_book_list (const PartnerBook *self, const char *customer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PartnerBook, partner_book_free)

#endif

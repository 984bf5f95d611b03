/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_NAME_BOOK_H
#define CORE_BOOK_NAME_BOOK_H

#include "core/book/row-ids.h"

/**
 * NameBook: a customer's name is the last non-empty one that was read (spec section 5). Names are
 * kept as given; customer ids in lower case.
 */
typedef struct NameBook NameBook;

/** Takes a reference of @ids over. */
NameBook *name_book_new (RowIds *ids);
void name_book_free (NameBook *self); /* NULL is fine */

/** An empty @name is passed over. */
void name_book_add (NameBook *self, Slice customer, Slice name);
/**
 * @customer: as a number of the book's ids. @source: an address that stands for this customer and
 * name as long as rows are added, or NULL.
 */
void name_book_add_numbered (NameBook *self, guint32 customer, Slice name, gconstpointer source);
/** Whether the name that the customer has now was given by @source, which gave it before. */
gboolean name_book_is_from (const NameBook *self, guint32 customer, gconstpointer source);
/** @later was read after @self; it is left empty. */
void name_book_merge (NameBook *self, NameBook *later);
/** NULL when no name was ever given; (transfer none) */
const char *name_book_lookup (const NameBook *self, const char *customer);

typedef gboolean (*NameFunc) (const char *customer, const char *name, gpointer data);
/** In the order in which customers were met, until @func returns FALSE; whether it never did. */
gboolean name_book_foreach (const NameBook *self, NameFunc func, gpointer data);

/** The same of all customers that a row named; @name: NULL where none was ever given. */
gboolean name_book_foreach_customer (const NameBook *self, NameFunc func, gpointer data);

/**
 * The id of the customer who is called just @name, without case; NULL when there is none or more
 * than one. (transfer none)
 */
const char *name_book_find (const NameBook *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NameBook, name_book_free)

#endif

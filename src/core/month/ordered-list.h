/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_ORDERED_LIST_H
#define CORE_MONTH_ORDERED_LIST_H

#include <glib.h>

/**
 * OrderedList: pointers in an order, each once, which mostly come in that order: then it is an
 * array and nothing more. What comes out of order waits in a tree, so that no order of coming makes
 * it slow. Borrows what it points to.
 */
typedef struct OrderedList OrderedList;

OrderedList *ordered_list_new (GCompareFunc compare);
void ordered_list_free (OrderedList *self); /* NULL is fine */

/** What is equal to @probe; NULL: there is none. */
gpointer ordered_list_find (const OrderedList *self, gconstpointer probe);
/** @element is equal to none that is there. */
void ordered_list_add (OrderedList *self, gpointer element);

/** All of them in their order; valid until one is added. */
const GPtrArray *ordered_list_settle (OrderedList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OrderedList, ordered_list_free)

#endif

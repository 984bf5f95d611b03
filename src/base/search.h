/* SPDX-License-Identifier: MIT */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <glib.h>

/**
 * Where something stands, or would stand, in a sorted array. For what is searched now and then; a
 * loop over every row compares in place.
 */

/** <0, 0 or >0 as @wanted stands before, at or after @element. */
typedef int (*SearchCompare) (gconstpointer wanted, gconstpointer element);

/**
 * The index of the first of @count elements, of @size bytes each, that @wanted does not stand
 * after; @count where there is none. They must be sorted as @compare says. Of equal elements the
 * first is told.
 */
guint search_lower_bound (gconstpointer elements, guint count, gsize size, gconstpointer wanted,
                          SearchCompare compare);
/** The same of an array of pointers; @compare gets such a pointer as @element. */
guint search_lower_bound_pointer (const GPtrArray *array, gconstpointer wanted,
                                  SearchCompare compare);

#endif

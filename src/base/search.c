/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/search.h"

guint
search_lower_bound (gconstpointer elements, guint count, gsize size, gconstpointer wanted,
                    SearchCompare compare)
{
  guint low = 0, high = count;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (compare (wanted, (const char *) elements + middle * size) > 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  gconstpointer wanted;
  SearchCompare compare;
} PointerSearch;

static int
compare_behind_pointer (gconstpointer wanted, gconstpointer element)
{
  const PointerSearch *search = wanted;
  return search->compare (search->wanted, *(const gconstpointer *) element);
}

guint
search_lower_bound_pointer (const GPtrArray *array, gconstpointer wanted, SearchCompare compare)
{
  const PointerSearch search = { wanted, compare };

  return search_lower_bound (array->pdata, array->len, sizeof *array->pdata, &search,
                             compare_behind_pointer);
}

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

guint
search_lower_bound_pointer (const GPtrArray *array, gconstpointer wanted, SearchCompare compare)
{
  guint low = 0, high = array->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (compare (wanted, g_ptr_array_index (array, middle)) > 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

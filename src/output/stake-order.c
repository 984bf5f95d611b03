/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/stake-order.h"

/* g_array_sort() keeps the order of equal elements. */

static gint
compare_amounts (gconstpointer a, gconstpointer b)
{
  const Stake *x = a, *y = b;
  const gint order = g_strcmp0 (x->currency, y->currency);

  return order != 0 ? order
                    : decimal_compare (decimal_absolute (y->amount), decimal_absolute (x->amount));
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Stake *x = a, *y = b;
  const gboolean p = decimal_is_zero (x->amount), q = decimal_is_zero (y->amount);

  if (p != q)
    return p ? 1 : -1;
  return (x->place > y->place) - (x->place < y->place);
}

void
stake_order_sort (GArray *stakes)
{
  guint place = 0;

  g_array_sort (stakes, compare_amounts);
  for (guint i = 0; i < stakes->len; i++)
    {
      Stake *stake = &g_array_index (stakes, Stake, i);
      const Stake *before = i > 0 ? &g_array_index (stakes, Stake, i - 1) : NULL;

      place = before != NULL && g_strcmp0 (before->currency, stake->currency) == 0 ? place + 1 : 0;
      stake->place = place;
    }
  g_array_sort (stakes, compare_places);
}

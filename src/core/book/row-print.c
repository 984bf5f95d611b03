/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-print.h"

#define PLACE_BITS 48
#define PLACE_MASK ((G_GUINT64_CONSTANT (1) << PLACE_BITS) - 1)
#define SMALL_SORT 16

RowPrint
row_print_new (Hash128 fingerprint, guint64 place)
{
  return (RowPrint){ .print = fingerprint.low,
                     .more_print_and_place
                     = (fingerprint.high << PLACE_BITS) | (place & PLACE_MASK) };
}

guint64
row_print_place (const RowPrint *self)
{
  return self->more_print_and_place & PLACE_MASK;
}

void
row_print_move (RowPrint *self, guint64 places)
{
  self->more_print_and_place += places;
}

gboolean
row_print_is_same (const RowPrint *a, const RowPrint *b)
{
  return a->print == b->print
         && a->more_print_and_place >> PLACE_BITS == b->more_print_and_place >> PLACE_BITS;
}

int
row_print_compare (const RowPrint *a, const RowPrint *b)
{
  if (a->print != b->print)
    return a->print < b->print ? -1 : 1;
  if (a->more_print_and_place != b->more_print_and_place)
    return a->more_print_and_place < b->more_print_and_place ? -1 : 1;
  return 0;
}

static void
insertion_sort (RowPrint *prints, guint count)
{
  for (guint i = 1; i < count; i++)
    {
      const RowPrint print = prints[i];
      guint at = i;

      for (; at > 0 && row_print_compare (&print, &prints[at - 1]) < 0; at--)
        prints[at] = prints[at - 1];
      prints[at] = print;
    }
}

/* Splits @prints (three or more) in two; gives the length of the first part. */
static guint
partition (RowPrint *prints, guint count)
{
  const RowPrint pivot = prints[count / 2];
  guint low = 0, high = count - 1;

  for (;; low++, high--)
    {
      while (row_print_compare (&prints[low], &pivot) < 0)
        low++;
      while (row_print_compare (&pivot, &prints[high]) < 0)
        high--;
      if (low >= high)
        return low;
      const RowPrint swapped = prints[low];
      prints[low] = prints[high];
      prints[high] = swapped;
    }
}

/* In place, for these arrays are the largest of the run. Nobody can choose the order of what is
   hashed without the key of the hash, so that the simplest pivot is as good as any. */
void
row_print_sort (RowPrint *prints, guint count)
{
  while (count > SMALL_SORT)
    {
      const guint first = partition (prints, count);

      if (first < count - first)
        {
          row_print_sort (prints, first);
          prints += first;
          count -= first;
        }
      else
        {
          row_print_sort (prints + first, count - first);
          count = first;
        }
    }
  insertion_sort (prints, count);
}

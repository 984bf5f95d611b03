/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding-piles.h"

typedef struct
{
  RowPack *rows; /* NULL: none yet */
  gboolean unsorted;
} Pile;

struct FindingPiles
{
  const TableLayout *layout;
  Pile piles[FINDING_CODE_COUNT];
};

FindingPiles *
finding_piles_new (const TableLayout *layout)
{
  FindingPiles *self = g_new0 (FindingPiles, 1);

  self->layout = layout;
  return self;
}

void
finding_piles_free (FindingPiles *self)
{
  if (self == NULL)
    return;
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    row_pack_free (self->piles[code].rows);
  g_free (self);
}

static void
note_order (const FindingPiles *self, Pile *pile, gconstpointer next)
{
  gconstpointer last = row_pack_last (pile->rows);

  if (last != NULL && !pile->unsorted)
    pile->unsorted = report_layout_compare (self->layout, last, next) > 0;
}

void
finding_piles_add (FindingPiles *self, gconstpointer row)
{
  Pile *pile = &self->piles[((const FindingHead *) row)->code];

  if (pile->rows == NULL)
    pile->rows = row_pack_new (report_layout_held (self->layout));
  note_order (self, pile, row);
  row_pack_append (pile->rows, row);
}

static void
take_pile (const FindingPiles *self, Pile *pile, Pile *other)
{
  if (pile->rows == NULL)
    {
      pile->rows = g_steal_pointer (&other->rows);
      pile->unsorted = other->unsorted;
      return;
    }
  g_autofree gpointer first = g_malloc (self->layout->info.row_size);
  RowPackCursor cursor = { 0 };
  row_pack_read (other->rows, 0, &cursor, first);
  note_order (self, pile, first);
  pile->unsorted = pile->unsorted || other->unsorted;
  row_pack_take (pile->rows, g_steal_pointer (&other->rows));
}

void
finding_piles_take (FindingPiles *self, FindingPiles *other)
{
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    if (other->piles[code].rows != NULL)
      take_pile (self, &self->piles[code], &other->piles[code]);
  finding_piles_free (other);
}

gsize
finding_piles_count (const FindingPiles *self)
{
  gsize count = 0;

  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    if (self->piles[code].rows != NULL)
      count += row_pack_count (self->piles[code].rows);
  return count;
}

gconstpointer
finding_piles_row (const FindingPiles *self, gsize index)
{
  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    {
      RowPack *rows = self->piles[code].rows;
      const gsize count = rows != NULL ? row_pack_count (rows) : 0;

      if (index < count)
        return row_pack_keep (rows, index);
      index -= count;
    }
  g_assert_not_reached ();
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer layout)
{
  return report_layout_compare (layout, a, b);
}

RowPack *
finding_piles_join (FindingPiles *self)
{
  RowPack *all = row_pack_new (report_layout_held (self->layout));
  TableLayout layout = *self->layout;

  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    {
      RowPack *rows = g_steal_pointer (&self->piles[code].rows);

      if (rows != NULL && self->piles[code].unsorted)
        rows = row_pack_sort (rows, compare_rows, &layout);
      if (rows != NULL)
        row_pack_take (all, rows);
    }
  finding_piles_free (self);
  return all;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/restatement.h"

struct Restatement
{
  GPtrArray *rows;
};

static void
cells_free (gpointer data)
{
  char **cells = data;

  for (guint i = 0; i < CONTENT_COLUMNS_MAX; i++)
    g_free (cells[i]);
  g_free (cells);
}

static void
restated_row_free (gpointer data)
{
  RestatedRow *row = data;

  cells_free (row->keys);
  g_clear_pointer (&row->sealed, cells_free);
  g_clear_pointer (&row->now, cells_free);
  g_free (row);
}

static char **
copy_cells (char *const *from, guint count)
{
  char **cells = g_new0 (char *, CONTENT_COLUMNS_MAX);

  for (guint i = 0; i < count; i++)
    cells[i] = g_strdup (from[i]);
  return cells;
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const ContentLayout *layout = data;
  char *const *x = *(char *const *const *) a, *const *y = *(char *const *const *) b;
  int order = 0;

  for (guint i = 0; i < layout->keys && order == 0; i++)
    order = g_strcmp0 (x[i], y[i]); /* null first */
  return order;
}

/* All rows of a side, sorted by their keys. NULL with @error. */
static GPtrArray *
load_rows (const RestatementSide *side, const ContentLayout *layout, GError **error)
{
  ContentLayout copy = *layout;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (cells_free);
  g_autoptr (DatabaseQuery) query = database_query_new (side->database, layout->select, error);
  GError *failure = NULL;

  if (query == NULL)
    return NULL;
  database_query_bind_text (query, 1, side->month);
  database_query_bind_number (query, 2, side->version);
  while (database_query_next (query, &failure))
    {
      char **cells = g_new0 (char *, CONTENT_COLUMNS_MAX);

      for (guint i = 0; i < layout->columns; i++)
        cells[i] = g_strdup (database_query_text (query, i));
      g_ptr_array_add (rows, cells);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  g_ptr_array_sort_with_data (rows, compare_rows, &copy);
  return g_steal_pointer (&rows);
}

/* What an invoice bills is its lines and its total; what a finding is, its id says. */
static gboolean
is_compared (ContentTable table, guint column)
{
  if (table == CONTENT_FINDING)
    return FALSE;
  return table != CONTENT_INVOICE || column == 2 || column == 5;
}

static gboolean
is_changed (ContentTable table, char *const *sealed, char *const *now)
{
  const ContentLayout *layout = history_layout_content (table);

  for (guint i = layout->keys; i < layout->columns; i++)
    if (is_compared (table, i) && g_strcmp0 (sealed[i], now[i]) != 0)
      return TRUE;
  return FALSE;
}

static void
add_row (Restatement *self, ContentTable table, char *const *sealed, char *const *now)
{
  const ContentLayout *layout = history_layout_content (table);
  const guint rest = layout->columns - layout->keys;
  RestatedRow *row = g_new0 (RestatedRow, 1);

  row->table = table;
  row->keys = copy_cells (sealed != NULL ? sealed : now, layout->keys);
  row->sealed = sealed != NULL ? copy_cells (sealed + layout->keys, rest) : NULL;
  row->now = now != NULL ? copy_cells (now + layout->keys, rest) : NULL;
  g_ptr_array_add (self->rows, row);
}

static void
merge_rows (Restatement *self, ContentTable table, const GPtrArray *sealed, const GPtrArray *now)
{
  ContentLayout layout = *history_layout_content (table);
  guint i = 0, k = 0;

  while (i < sealed->len || k < now->len)
    {
      int order = 0;

      if (i == sealed->len || k == now->len)
        order = i == sealed->len ? 1 : -1;
      else
        order = compare_rows (&sealed->pdata[i], &now->pdata[k], &layout);
      if (order < 0)
        add_row (self, table, sealed->pdata[i++], NULL);
      else if (order > 0)
        add_row (self, table, NULL, now->pdata[k++]);
      else
        {
          if (is_changed (table, sealed->pdata[i], now->pdata[k]))
            add_row (self, table, sealed->pdata[i], now->pdata[k]);
          i++;
          k++;
        }
    }
}

Restatement *
restatement_new (const RestatementSide *sealed, const RestatementSide *now, GError **error)
{
  g_autoptr (Restatement) self = g_new0 (Restatement, 1);

  self->rows = g_ptr_array_new_with_free_func (restated_row_free);
  for (guint table = 0; table < CONTENT_TABLE_COUNT; table++)
    {
      const ContentLayout *layout = history_layout_content (table);
      g_autoptr (GPtrArray) before = load_rows (sealed, layout, error);
      g_autoptr (GPtrArray) after = before != NULL ? load_rows (now, layout, error) : NULL;

      if (after == NULL)
        return NULL;
      merge_rows (self, table, before, after);
    }
  return g_steal_pointer (&self);
}

void
restatement_free (Restatement *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

const GPtrArray *
restatement_rows (const Restatement *self)
{
  return self->rows;
}

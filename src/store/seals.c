/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/seals.h"

#include <string.h>

struct Seals
{
  GPtrArray *list;
};

static void
seal_free (gpointer data)
{
  Seal *seal = data;

  g_free (seal->sealed_at);
  g_free (seal->preparer);
  g_free (seal->approver);
  g_free (seal->content_sha256);
  g_free (seal->pack);
  g_free (seal->pack_sha256);
  g_free (seal->pack_state);
  g_free (seal);
}

static SealState
state_of_text (const char *text)
{
  if (strcmp (text, "sealed") == 0)
    return SEAL_SEALED;
  return strcmp (text, "reopened") == 0 ? SEAL_REOPENED : SEAL_SUPERSEDED;
}

static Month
month_of_text (const char *text)
{
  Month month = MONTH_NONE;

  return calendar_parse_month (text, strlen (text), DATE_MONTH_FIRST, &month) == DATE_OK
             ? month
             : MONTH_NONE;
}

static Seal *
seal_of_row (DatabaseQuery *query)
{
  Seal *seal = g_new0 (Seal, 1);

  seal->month = month_of_text (database_query_text (query, 0));
  seal->version = database_query_number (query, 1);
  seal->state = state_of_text (database_query_text (query, 2));
  seal->sealed_at = g_strdup (database_query_text (query, 3));
  seal->preparer = g_strdup (database_query_text (query, 4));
  seal->approver = g_strdup (database_query_text (query, 5));
  seal->content_sha256 = g_strdup (database_query_text (query, 6));
  seal->pack = g_strdup (database_query_text (query, 7));
  seal->pack_sha256 = g_strdup (database_query_text (query, 8));
  seal->pack_state = g_strdup (database_query_text (query, 9));
  return seal;
}

Seals *
seals_load (Database *database, GError **error)
{
  g_autoptr (Seals) self = g_new0 (Seals, 1);
  g_autoptr (DatabaseQuery) query = database_query_new (
      database,
      "SELECT month, version, state, sealed_at, preparer, approver, content_sha256, pack,"
      " pack_sha256, pack_state FROM seal ORDER BY month, version",
      error);
  GError *failure = NULL;

  self->list = g_ptr_array_new_with_free_func (seal_free);
  if (query == NULL)
    return NULL;
  while (database_query_next (query, &failure))
    g_ptr_array_add (self->list, seal_of_row (query));
  if (failure == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, failure);
  return NULL;
}

void
seals_free (Seals *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->list);
  g_free (self);
}

const GPtrArray *
seals_list (const Seals *self)
{
  return self->list;
}

const Seal *
seals_find (const Seals *self, Month month)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const Seal *seal = g_ptr_array_index (self->list, i);
      if (seal->month == month && seal->state != SEAL_SUPERSEDED)
        return seal;
    }
  return NULL;
}

const Seal *
seals_first (const Seals *self)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const Seal *seal = g_ptr_array_index (self->list, i);
      if (seal->state != SEAL_SUPERSEDED)
        return seal;
    }
  return NULL;
}

const Seal *
seals_last (const Seals *self)
{
  for (guint i = self->list->len; i-- > 0;)
    {
      const Seal *seal = g_ptr_array_index (self->list, i);
      if (seal->state != SEAL_SUPERSEDED)
        return seal;
    }
  return NULL;
}

gint64
seals_next_version (const Seals *self, Month month)
{
  gint64 version = 1;

  for (guint i = 0; i < self->list->len; i++)
    {
      const Seal *seal = g_ptr_array_index (self->list, i);
      if (seal->month == month)
        version = MAX (version, seal->version + 1);
    }
  return version;
}

static gboolean
is_later_sealed (const Seals *self, Month month)
{
  for (guint i = 0; i < self->list->len; i++)
    {
      const Seal *seal = g_ptr_array_index (self->list, i);
      if (seal->month > month && seal->state == SEAL_SEALED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_sealed (const Seals *self, Month month)
{
  const Seal *seal = seals_find (self, month);
  return seal != NULL && seal->state == SEAL_SEALED;
}

static SealOrder
order_of_restatement (const Seals *self, Month month, gboolean restates)
{
  if (!restates)
    return SEAL_ORDER_RESTATES;
  if (is_later_sealed (self, month))
    return SEAL_ORDER_LATER_STAND;
  const Seal *first = seals_first (self);
  if (first != NULL && month != first->month && !is_sealed (self, month - 1))
    return SEAL_ORDER_GAP_BEFORE;
  return SEAL_ORDER_FREE;
}

SealOrder
seals_order (const Seals *self, Month month, gboolean restates, gboolean is_first)
{
  if (seals_find (self, month) != NULL)
    return order_of_restatement (self, month, restates);
  if (self->list->len == 0)
    return is_first ? SEAL_ORDER_FREE : SEAL_ORDER_NEEDS_FIRST;
  if (is_first)
    return SEAL_ORDER_NOT_FIRST;
  const Seal *last = seals_last (self);
  if (last != NULL && last->month > month)
    return SEAL_ORDER_TOO_LATE;
  return is_sealed (self, month - 1) ? SEAL_ORDER_FREE : SEAL_ORDER_GAP_BEFORE;
}

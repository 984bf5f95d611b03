/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/column-map.h"

#include <string.h>

#include "base/name-fold.h"
#include "base/nearest.h"
#include "base/recon-error.h"
#include "input/billing/column-role.h"

typedef struct
{
  guint role;
  char *header;
  char *folded;
} MapEntry;

struct ColumnMap
{
  GArray *entries;
};

static void
map_entry_clear (gpointer data)
{
  MapEntry *entry = data;

  g_free (entry->header);
  g_free (entry->folded);
}

ColumnMap *
column_map_new (void)
{
  ColumnMap *self = g_new0 (ColumnMap, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (MapEntry));
  g_array_set_clear_func (self->entries, map_entry_clear);
  return self;
}

void
column_map_free (ColumnMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

static gboolean
refuse_role (const char *found, GError **error)
{
  g_autofree const char **names = g_new0 (const char *, column_role_count () + 1);

  for (guint role = 0; role < column_role_count (); role++)
    names[role] = column_role_name (role);
  g_autofree char *question = nearest_question (found, names);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "--map: found the role \"%s\", expected one such as customer, month or "
               "Subtotal; `acorecon reconcile --help' tells them%s",
               found, question);
  return FALSE;
}

gboolean
column_map_add (ColumnMap *self, const char *text, GError **error)
{
  const char *equals = strchr (text, '=');
  if (equals == NULL)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "--map: found \"%s\", expected ROLE=HEADER, e.g. customer=TenantId", text);
      return FALSE;
    }
  g_autofree char *name = name_fold (text, (gsize) (equals - text));
  const guint role = column_role_of_name (name);
  if (role == ROLE_NONE)
    {
      g_autofree char *found = g_strndup (text, (gsize) (equals - text));
      return refuse_role (found, error);
    }
  MapEntry entry = { .role = role, .folded = name_fold (equals + 1, strlen (equals + 1)) };
  if (entry.folded[0] == '\0')
    {
      g_free (entry.folded);
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "--map: found no header name in \"%s\", expected ROLE=HEADER", text);
      return FALSE;
    }
  entry.header = g_strdup (equals + 1);
  g_array_append_val (self->entries, entry);
  return TRUE;
}

guint
column_map_count (const ColumnMap *self)
{
  return self->entries->len;
}

const char *
column_map_folded (const ColumnMap *self, guint index)
{
  g_assert (index < self->entries->len);
  return g_array_index (self->entries, MapEntry, index).folded;
}

guint
column_map_role (const ColumnMap *self, const char *folded)
{
  for (guint i = self->entries->len; i-- > 0;)
    {
      const MapEntry *entry = &g_array_index (self->entries, MapEntry, i);
      if (strcmp (entry->folded, folded) == 0)
        return entry->role;
    }
  return ROLE_NONE;
}

const char *
column_map_header (const ColumnMap *self, guint role)
{
  for (guint i = self->entries->len; i-- > 0;)
    if (g_array_index (self->entries, MapEntry, i).role == role)
      return g_array_index (self->entries, MapEntry, i).header;
  return NULL;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/table/table-form.h"

#include <string.h>

#include "base/name-fold.h"
#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"

typedef struct
{
  const char *role; /* static */
  char *header;
  char *folded;
  gboolean is_found;
} MapEntry;

struct TableMap
{
  GArray *entries; /* of MapEntry */
};

static void
clear_entry (gpointer data)
{
  MapEntry *entry = data;

  g_free (entry->header);
  g_free (entry->folded);
}

TableMap *
table_form_map_new (void)
{
  TableMap *self = g_new0 (TableMap, 1);

  self->entries = g_array_new (FALSE, FALSE, sizeof (MapEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

void
table_form_map_free (TableMap *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

static const char *
find_role (const TableForm *const *forms, const char *folded)
{
  for (; *forms != NULL; forms++)
    for (guint i = 0; i < (*forms)->count; i++)
      if (name_fold_equals ((*forms)->columns[i].role, folded))
        return (*forms)->columns[i].role;
  return NULL;
}

static gboolean
refuse_role (const char *text, const TableForm *const *forms, GError **error)
{
  g_autoptr (GPtrArray) roles = g_ptr_array_new ();
  g_autofree char *found = g_strndup (text, strcspn (text, "="));

  for (const TableForm *const *form = forms; *form != NULL; form++)
    for (guint i = 0; i < (*form)->count; i++)
      g_ptr_array_add (roles, (gpointer) (guintptr) (*form)->columns[i].role);
  g_ptr_array_add (roles, NULL);
  g_autofree char *question = nearest_question (found, (const char *const *) roles->pdata);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "--map: found \"%s\", expected ROLE=HEADER with a role such as %s%s", text,
               forms[0]->columns[0].role, question);
  return FALSE;
}

gboolean
table_form_map_add (TableMap *self, const char *text, const TableForm *const *forms, GError **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? name_fold (text, (gsize) (equals - text)) : NULL;
  MapEntry entry = { .role = name != NULL ? find_role (forms, name) : NULL };

  if (entry.role == NULL)
    return refuse_role (text, forms, error);
  entry.header = g_strdup (equals + 1);
  entry.folded = name_fold (entry.header, strlen (entry.header));
  g_array_append_val (self->entries, entry);
  if (entry.folded[0] != '\0')
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "--map: found no header name in \"%s\", expected ROLE=HEADER", text);
  return FALSE;
}

const char *
table_form_map_unmatched (const TableMap *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (!g_array_index (self->entries, MapEntry, i).is_found)
      return g_array_index (self->entries, MapEntry, i).header;
  return NULL;
}

/* Binding */

static gboolean
refuse_twice (const char *file, const Row *header, guint column, GError **error)
{
  g_autofree char *name = slice_dup (header->cells[column]);
  g_autofree char *shown = printable_text (name);

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ": column %u: found \"%s\", expected each column once; "
               "rename or remove one of the two",
               file, header->line, column + 1, shown);
  return FALSE;
}

/* Where each name stands, by its folded form; empty names may stand any number of times. */
static GHashTable *
list_names (const Row *header, const char *file, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < header->cell_count; i++)
    {
      char *folded = name_fold (header->cells[i].text, header->cells[i].length);
      const gboolean is_empty = folded[0] == '\0';
      if (!g_hash_table_insert (names, folded, GUINT_TO_POINTER (i)) && !is_empty)
        {
          refuse_twice (file, header, i, error);
          return NULL;
        }
    }
  return g_steal_pointer (&names);
}

static int
find_name (GHashTable *names, const char *name)
{
  g_autofree char *folded = name_fold (name, strlen (name));
  gpointer column;

  return g_hash_table_lookup_extended (names, folded, NULL, &column)
             ? (int) GPOINTER_TO_UINT (column)
             : TABLE_FORM_ABSENT;
}

/* What --map says wins over all other names. */
static int
find_mapped (GHashTable *names, TableMap *map, const char *role)
{
  for (guint i = map->entries->len; i-- > 0;)
    {
      MapEntry *entry = &g_array_index (map->entries, MapEntry, i);
      const int column = find_name (names, entry->header);
      if (!g_str_equal (entry->role, role) || column == TABLE_FORM_ABSENT)
        continue;
      entry->is_found = TRUE;
      return column;
    }
  return TABLE_FORM_ABSENT;
}

static int
find_column (GHashTable *names, TableMap *map, const TableColumn *column)
{
  int found = find_mapped (names, map, column->role);

  for (const char *const *name = column->names; *name != NULL && found == TABLE_FORM_ABSENT; name++)
    found = find_name (names, *name);
  return found;
}

gboolean
table_form_bind (TablePlaces *self, const TableForm *form, const Row *header, TableMap *map,
                 const char *file, GError **error)
{
  g_autoptr (GHashTable) names = list_names (header, file, error);

  table_form_clear_places (self);
  self->form = form;
  for (guint i = 0; i < form->count && names != NULL; i++)
    {
      const int column = find_column (names, map, &form->columns[i]);
      self->columns[i] = column;
      if (column != TABLE_FORM_ABSENT)
        self->names[i] = slice_dup (slice_trim (header->cells[column]));
    }
  return names != NULL;
}

gboolean
table_form_has_needed (const TablePlaces *self, const char *file, guint64 line, GError **error)
{
  for (guint i = 0; i < self->form->count; i++)
    {
      const TableColumn *column = &self->form->columns[i];
      if (!column->is_needed || self->columns[i] != TABLE_FORM_ABSENT)
        continue;
      g_autofree char *names = g_strjoinv (", ", (char **) (guintptr) column->names);
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s:%" G_GUINT64_FORMAT ": found no column for %s, expected %s with one of: %s "
                   "(or give --map %s=HEADER)",
                   file, line, column->role, self->form->what, names, column->role);
      return FALSE;
    }
  return TRUE;
}

void
table_form_clear_places (TablePlaces *self)
{
  for (guint i = 0; i < TABLE_FORM_COLUMNS_MAX; i++)
    g_free (self->names[i]);
  *self = (TablePlaces){ 0 };
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-places.h"

#include <string.h>

void
input_places_clear_file (gpointer data)
{
  InputFile *file = data;

  g_free (file->name);
  g_free (file->path);
  g_free (file->whole);
  g_free (file->entry);
  g_clear_pointer (&file->volumes, g_ptr_array_unref);
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* However a path is written. (transfer full) */
static char *
canonical (const char *path)
{
  return g_canonicalize_filename (path, "/");
}

GTree *
input_places_new (const GArray *files)
{
  GTree *places = g_tree_new_full (compare_names, NULL, g_free, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      InputFile *file = &g_array_index (files, InputFile, i);

      g_tree_insert (places, canonical (file->name), file);
    }
  return places;
}

const char *
input_places_find (const char *name, gpointer places)
{
  g_autofree char *known = canonical (name);
  const InputFile *file = g_tree_lookup (places, known);

  if (file == NULL)
    return NULL;
  return file->is_skipped ? "" : file->path;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/apart-files.h"

#include "input/manifest.h"

struct ApartFiles
{
  FolderFiles looks_for;
  GPtrArray *manifests; /* of Manifest */
  GHashTable *paths;    /* of manifests: name to where it, or its archive, lies */
  FetchRecords *records;
};

ApartFiles *
apart_files_new (FolderFiles looks_for)
{
  ApartFiles *self = g_new0 (ApartFiles, 1);

  self->looks_for = looks_for;
  self->manifests = g_ptr_array_new_with_free_func ((GDestroyNotify) manifest_free);
  self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->records = fetch_records_new ();
  return self;
}

void
apart_files_free (ApartFiles *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->manifests);
  g_hash_table_unref (self->paths);
  fetch_records_free (self->records);
  g_free (self);
}

static Apart
take_manifest (ApartFiles *self, const char *name, const char *path, GString *text,
               Container *container)
{
  Manifest *manifest = manifest_read_on (name, text, container);

  if (manifest == NULL)
    return APART_NO;
  g_ptr_array_add (self->manifests, manifest);
  g_hash_table_insert (self->paths, g_strdup (name), g_strdup (path));
  return APART_YES;
}

Apart
apart_files_take (ApartFiles *self, const char *name, const char *path, Container *container,
                  GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!manifest_read_beginning (container, text))
    return APART_NO;
  if (fetch_records_knows (text))
    return fetch_records_take (self->records, name, path, text, container, error) ? APART_YES
                                                                                  : APART_BAD;
  return self->looks_for == FOLDER_FILES_BILLING ? take_manifest (self, name, path, text, container)
                                                 : APART_NO;
}

gboolean
apart_files_is_empty (const ApartFiles *self)
{
  return self->manifests->len == 0 && fetch_records_count (self->records) == 0;
}

typedef struct
{
  const ApartFiles *self;
  FetchPlaceFunc place;
  gpointer data;
} ApartCheck;

static gboolean
has_file (const char *path, gpointer data)
{
  const ApartCheck *check = data;
  return check->place (path, check->data) != NULL;
}

/* A manifest is no input, but a file of the run that was fetched. */
static const char *
place_of (const char *path, gpointer data)
{
  const ApartCheck *check = data;
  const char *place = check->place (path, check->data);

  return place != NULL ? place : g_hash_table_lookup (check->self->paths, path);
}

gboolean
apart_files_check (const ApartFiles *self, FetchPlaceFunc place, gpointer data, GError **error)
{
  ApartCheck check = { self, place, data };

  for (guint i = 0; i < self->manifests->len; i++)
    if (!manifest_check (g_ptr_array_index (self->manifests, i), has_file, &check, error))
      return FALSE;
  return fetch_records_check (self->records, place_of, &check, error);
}

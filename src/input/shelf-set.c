/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf-set.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/bytes/limits.h"
#include "input/shelf/shelf-catalogue.h"

struct ShelfSet
{
  GPtrArray *catalogues; /* of ShelfCatalogue * */
  GTree *parts;          /* the name of a file -> its place among the inputs, from 1 */
};

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

ShelfSet *
shelf_set_new (void)
{
  ShelfSet *self = g_new0 (ShelfSet, 1);

  self->catalogues = g_ptr_array_new_with_free_func (shelf_catalogue_free);
  self->parts = g_tree_new_full (compare_names, NULL, NULL, NULL);
  return self;
}

void
shelf_set_free (ShelfSet *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->parts);
  g_ptr_array_unref (self->catalogues);
  g_free (self);
}

gboolean
shelf_set_is_empty (const ShelfSet *self)
{
  return self->catalogues->len == 0;
}

static void
add_input (const ShelfVolume *volume, const char *path, const char *const *skips, GArray *files)
{
  InputFile file = { .name = g_strdup (volume->head.name),
                     .path = g_strdup (path),
                     .whole = g_strdup (volume->head.name),
                     .size = volume->head.size,
                     .is_packed = volume->head.is_packed,
                     .volumes = g_ptr_array_new () };

  file.is_skipped = volume->head.kind == KIND_SKIPPED || g_strv_contains (skips, volume->head.name);
  g_ptr_array_add (file.volumes, (gpointer) (guintptr) volume);
  g_array_append_val (files, file);
}

static void
add_volume (ShelfSet *self, const ShelfVolume *volume, const char *path, const char *const *skips,
            GArray *files)
{
  const guint known = volume->head.is_part
                          ? GPOINTER_TO_UINT (g_tree_lookup (self->parts, volume->head.name))
                          : 0;

  if (known > 0)
    {
      g_ptr_array_add (g_array_index (files, InputFile, known - 1).volumes,
                       (gpointer) (guintptr) volume);
      return;
    }
  add_input (volume, path, skips, files);
  if (volume->head.is_part)
    g_tree_insert (self->parts, volume->head.name, GUINT_TO_POINTER (files->len));
}

gboolean
shelf_set_add (ShelfSet *self, const NamedPath *place, const char *const *skips, GArray *files,
               GPtrArray *ignored, GError **error)
{
  ShelfCatalogue *catalogue = shelf_catalogue_new (place->name, place->path, error);

  if (catalogue == NULL)
    return FALSE;
  g_ptr_array_add (self->catalogues, catalogue);
  for (guint i = 0; i < catalogue->volumes->len; i++)
    add_volume (self, &g_array_index (catalogue->volumes, ShelfVolume, i), place->path, skips,
                files);
  for (guint i = 0; i < catalogue->left->len; i++)
    g_ptr_array_add (ignored, g_strdup (g_ptr_array_index (catalogue->left, i)));
  return TRUE;
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  const ShelfVolume *x = *(const ShelfVolume *const *) a, *y = *(const ShelfVolume *const *) b;

  if (x->head.offset != y->head.offset)
    return x->head.offset < y->head.offset ? -1 : 1;
  return x->head.end < y->head.end ? -1 : x->head.end > y->head.end;
}

static gboolean
refuse_parts (const InputFile *file, guint64 wanted, const char *found, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found %s, expected books of each part of the file once: that from byte "
               "%" G_GUINT64_FORMAT " on is wanted; fold it and name it, too",
               file->name, found, wanted);
  return FALSE;
}

/* What was split is one file, with one header. */
static gboolean
check_alike (const InputFile *file, const ShelfHead *first, const ShelfHead *head, GError **error)
{
  const char *other = head->kind != first->kind                      ? "kind"
                      : head->size != first->size                    ? "size"
                      : g_strcmp0 (head->sha256, first->sha256) != 0 ? "digest"
                                                                     : NULL;

  if (other == NULL)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: found parts of files of another %s, expected books of each part of one file; "
               "fold all its parts again",
               file->name, other);
  return FALSE;
}

/* Each part ends where the next begins. */
static gboolean
join_parts (const InputFile *file, GError **error)
{
  guint64 end = 0;
  gboolean is_last = FALSE;

  g_ptr_array_sort (file->volumes, compare_offsets);
  for (guint i = 0; i < file->volumes->len; i++)
    {
      const ShelfHead *head = &((const ShelfVolume *) g_ptr_array_index (file->volumes, i))->head;

      if (!check_alike (file, &((const ShelfVolume *) g_ptr_array_index (file->volumes, 0))->head,
                        head, error))
        return FALSE;
      if (head->offset > end)
        return refuse_parts (file, end, "parts with a gap between them", error);
      if (head->offset < end || is_last)
        return refuse_parts (file, end, "two parts with the same bytes", error);
      end = head->end;
      is_last = head->is_last;
    }
  return is_last || refuse_parts (file, end, "no part with the end of the file", error);
}

gboolean
shelf_set_join (GArray *files, GError **error)
{
  for (guint i = 0; i < files->len; i++)
    {
      const InputFile *file = &g_array_index (files, InputFile, i);

      if (file->volumes != NULL && !file->is_skipped
          && ((const ShelfVolume *) g_ptr_array_index (file->volumes, 0))->head.is_part
          && !join_parts (file, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
shelf_set_check (const ShelfSet *self, const ReadPlan *plan, GError **error)
{
  if (plan == NULL && self->catalogues->len > 0)
    {
      const ShelfCatalogue *first = g_ptr_array_index (self->catalogues, 0);

      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found books that acorecon fold wrote, expected a billing file; books are "
                   "for acorecon reconcile alone, for they hold no rows",
                   shelf_file_name (first->file));
      return FALSE;
    }
  for (guint i = 0; i < self->catalogues->len; i++)
    if (!shelf_catalogue_check (g_ptr_array_index (self->catalogues, i), plan, error))
      return FALSE;
  return TRUE;
}

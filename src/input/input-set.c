/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/limits.h"
#include "input/input-set.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/recon-error.h"
#include "input/apart-files.h"
#include "input/bytes/standard-input.h"
#include "input/folder-walk.h"
#include "input/input-places.h"
#include "input/pack-folders.h"
#include "input/shelf/shelf-file.h"

struct InputSet
{
  GArray *files;
  GPtrArray *ignored;
  ApartFiles *apart;
  const char *const *skips; /* borrowed while the set is made */
  ReadBudget budget;
  ShelfSet *shelves;
  FolderFiles looks_for;
  gboolean passes_packs; /* report packs below a folder are left out */
};

void
input_set_free (InputSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->files);
  g_ptr_array_unref (self->ignored);
  apart_files_free (self->apart);
  shelf_set_free (self->shelves);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *name, const char *what)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", name, what);
  return FALSE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* "./a/b" of a tar archive is "a/b"; hidden entries are NULL. */
static const char *
shown_entry (const char *path)
{
  while (g_str_has_prefix (path, "./"))
    path += 2;
  for (const char *part = path; part != NULL; part = strchr (part, '/'))
    {
      part += *part == '/' ? 1 : 0;
      if (*part == '.')
        return NULL;
    }
  return path;
}

static gboolean
is_to_skip (const InputSet *self, const char *name)
{
  return g_strv_contains (self->skips, name);
}

static Apart
take_entry_apart (InputSet *self, const char *name, const char *entry, Container *container,
                  GError **error)
{
  g_autofree char *whole = folder_walk_join (name, entry);
  return folder_walk_reads (entry, self->looks_for) && !is_to_skip (self, whole)
             ? apart_files_take (self->apart, whole, name, container, error)
             : APART_NO;
}

static gboolean
list_entries (InputSet *self, Container *container, const char *name, GPtrArray *entries,
              GError **error)
{
  const char *path;
  ContainerStep step;

  while ((step = container_next (container, &path, error)) == CONTAINER_CONTENT)
    {
      const char *entry = shown_entry (path);
      if (strcmp (path, "[Content_Types].xml") == 0)
        return refuse (error, name,
                       "found an Excel workbook, expected CSV; download the file from Partner "
                       "Center again or save it as CSV UTF-8");
      if (entry == NULL || entry[0] == '\0')
        continue;
      const Apart apart = take_entry_apart (self, name, entry, container, error);
      if (apart == APART_BAD)
        return FALSE;
      if (apart == APART_NO)
        g_ptr_array_add (entries, g_strdup (entry));
    }
  return step == CONTAINER_END;
}

static gboolean
add_entries (InputSet *self, const NamedPath *archive, const GPtrArray *entries, guint64 size,
             GError **error)
{
  const guint before = self->files->len;

  for (guint i = 0; i < entries->len; i++)
    {
      const char *entry = g_ptr_array_index (entries, i);
      g_autofree char *name = folder_walk_join (archive->name, entry);

      if (i > 0 && strcmp (g_ptr_array_index (entries, i - 1), entry) == 0)
        return refuse (error, name, "found two entries of this name, expected one");
      if (!folder_walk_reads (entry, self->looks_for))
        {
          g_ptr_array_add (self->ignored, g_steal_pointer (&name));
          continue;
        }
      const gboolean is_skipped = is_to_skip (self, name);
      const InputFile file = { .name = g_steal_pointer (&name),
                               .path = g_strdup (archive->path),
                               .whole = g_strdup (archive->name),
                               .entry = g_strdup (entry),
                               .size = self->files->len == before ? size : 0,
                               .is_packed = TRUE,
                               .is_skipped = is_skipped };
      g_array_append_val (self->files, file);
    }
  if (self->files->len == before && apart_files_is_empty (self->apart))
    return refuse (error, archive->name,
                   "found no file to read in this archive, expected billing files (.csv)");
  return TRUE;
}

static gboolean
add_skipped (InputSet *self, const NamedPath *place)
{
  const InputFile file = { .name = g_strdup (place->name),
                           .path = g_strdup (place->path),
                           .whole = g_strdup (place->name),
                           .is_skipped = TRUE };

  g_array_append_val (self->files, file);
  return TRUE;
}

static gboolean
add_file (InputSet *self, const NamedPath *place, guint64 size, GError **error)
{
  const char *name = place->name;

  if (shelf_file_is (place->path))
    return shelf_set_add (self->shelves, place, self->skips, self->files, self->ignored, error);
  ReadBudget budget = self->budget; /* listing spends none of the run's */
  g_autoptr (Container) container = container_open (name, place->path, &budget, error);
  const char *content;

  if (container == NULL)
    return FALSE;
  if (container_is_archive (container))
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
      if (!list_entries (self, container, name, entries, error))
        return FALSE;
      g_ptr_array_sort (entries, compare_paths);
      return add_entries (self, place, entries, size, error);
    }
  const Apart apart = container_next (container, &content, NULL) == CONTAINER_CONTENT
                          ? apart_files_take (self->apart, name, name, container, error)
                          : APART_NO;
  if (apart != APART_NO)
    return apart == APART_YES;

  const InputFile file = { .name = g_strdup (name),
                           .path = g_strdup (place->path),
                           .whole = g_strdup (name),
                           .size = size,
                           .is_packed = container_is_packed (container) };
  g_array_append_val (self->files, file);
  return TRUE;
}

static gboolean
add_found (InputSet *self, const char *path, const PackFolders *packs, GError **error)
{
  const NamedPath place = { path, path };
  struct stat target;

  if (!folder_walk_reads (path, self->looks_for)
      || (pack_folders_holds (packs, path) && !is_to_skip (self, path)))
    {
      g_ptr_array_add (self->ignored, g_strdup (path));
      return TRUE;
    }
  if (is_to_skip (self, path))
    return add_skipped (self, &place);
  if (stat (path, &target) != 0)
    return refuse (error, path, g_strerror (errno));
  return add_file (self, &place, (guint64) target.st_size, error);
}

static gboolean
add_folder (InputSet *self, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const guint before = self->files->len;

  if (!folder_walk_list (folder, found, error))
    return FALSE;
  g_autoptr (PackFolders) packs = pack_folders_find (folder, found, self->passes_packs);
  for (guint i = 0; i < found->len; i++)
    if (!add_found (self, g_ptr_array_index (found, i), packs, error))
      return FALSE;
  if (self->files->len == before && apart_files_is_empty (self->apart))
    return refuse (error, folder,
                   "found no file to read in this folder, expected billing files (.csv)");
  return TRUE;
}

static gboolean
add_path (InputSet *self, const NamedPath *place, GError **error)
{
  const char *path = place->path;
  struct stat target;

  if (standard_input_is (path) && !is_to_skip (self, place->name)
      && !standard_input_keep (self->budget.max, error))
    return FALSE;
  if (stat (standard_input_place (path), &target) != 0)
    return refuse (error, place->name, g_strerror (errno));
  if (S_ISDIR (target.st_mode))
    return add_folder (self, path, error);
  if (is_to_skip (self, place->name))
    return add_skipped (self, place);
  return add_file (self, place, (guint64) target.st_size, error);
}

static gboolean
check_apart (const InputSet *self, GError **error)
{
  if (apart_files_is_empty (self->apart))
    return TRUE;
  g_autoptr (GTree) places = input_places_new (self->files);
  return apart_files_check (self->apart, input_places_find, places, error);
}

static gboolean
check_any_to_read (const InputSet *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!input_set_file (self, i)->is_skipped)
      return TRUE;
  g_set_error_literal (
      error, RECON_ERROR, RECON_ERROR_INPUT,
      self->files->len > 0
          ? "found no file that --skip does not leave out, expected at least one to read"
          : "found only the manifest of an export without blobs, expected files to read");
  return FALSE;
}

InputSet *
input_set_new (const char *const *paths, guint64 max_input, GError **error)
{
  return input_set_new_skipping (paths, (const char *const[]){ NULL }, FALSE, max_input, error);
}

static InputSet *
make_set (FolderFiles looks_for, const InputPaths *paths, guint64 max_input, GError **error)
{
  g_autoptr (InputSet) self = g_new0 (InputSet, 1);

  self->looks_for = looks_for;
  self->passes_packs = paths->passes_packs;
  self->budget = container_budget (max_input);
  self->budget.counts_skipped = TRUE;
  self->files = g_array_new (FALSE, FALSE, sizeof (InputFile));
  g_array_set_clear_func (self->files, input_places_clear_file);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  self->apart = apart_files_new (looks_for);
  self->shelves = shelf_set_new ();
  self->skips = paths->skips;
  for (guint i = 0; paths->paths[i] != NULL; i++)
    {
      const char *path = paths->paths[i];
      const NamedPath place = { path, paths->names != NULL ? paths->names[i] : path };

      if (!add_path (self, &place, error))
        return NULL;
    }
  self->skips = NULL;
  return check_apart (self, error) && check_any_to_read (self, error)
                 && shelf_set_join (self->files, error)
             ? g_steal_pointer (&self)
             : NULL;
}

InputSet *
input_set_new_skipping (const char *const *paths, const char *const *skips, gboolean passes_packs,
                        guint64 max_input, GError **error)
{
  const InputPaths all = { .paths = paths, .skips = skips, .passes_packs = passes_packs };

  return input_set_new_of (&all, max_input, error);
}

InputSet *
input_set_new_of (const InputPaths *paths, guint64 max_input, GError **error)
{
  return make_set (FOLDER_FILES_BILLING, paths, max_input, error);
}

InputSet *
input_set_new_of_responses (const char *const *paths, guint64 max_input, GError **error)
{
  const InputPaths all = { .paths = paths, .skips = (const char *const[]){ NULL } };

  return make_set (FOLDER_FILES_RESPONSES, &all, max_input, error);
}

const GArray *
input_set_files (const InputSet *self)
{
  return self->files;
}

const InputFile *
input_set_file (const InputSet *self, guint index)
{
  return &g_array_index (self->files, InputFile, index);
}

const GPtrArray *
input_set_ignored (const InputSet *self)
{
  return self->ignored;
}

gboolean
input_set_has_skipped (const InputSet *self, const char *name)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const InputFile *file = &g_array_index (self->files, InputFile, i);
      if (file->is_skipped && strcmp (file->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

const ShelfSet *
input_set_shelves (const InputSet *self)
{
  return self->shelves;
}

/* The size of an archive counts also when it stands with an entry that is skipped. */
guint64
input_set_total_size (const InputSet *self)
{
  guint64 total = 0;

  for (guint i = 0; i < self->files->len; i++)
    total += g_array_index (self->files, InputFile, i).size;
  return total;
}

gboolean
input_set_may_be_duplicate (const InputSet *self, guint index)
{
  const InputFile *file = &g_array_index (self->files, InputFile, index);

  for (guint i = 0; i < self->files->len; i++)
    {
      const InputFile *other = &g_array_index (self->files, InputFile, i);
      if (i != index && !other->is_skipped
          && (file->is_packed || other->is_packed || other->size == file->size))
        return TRUE;
    }
  return FALSE;
}

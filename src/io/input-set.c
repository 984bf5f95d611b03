/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/input-set.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "core/recon-error.h"

/* Deeper nesting than any download; stops loops of bind mounts. */
#define FOLDER_DEPTH_MAX 64

struct InputSet
{
  GArray *files;
  GPtrArray *ignored;
};

typedef struct
{
  InputSet *set;
  GPtrArray *found; /* char *: paths below one folder argument */
} FolderWalk;

static void
input_file_clear (gpointer data)
{
  g_free (((InputFile *) data)->name);
}

void
input_set_free (InputSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->files);
  g_ptr_array_unref (self->ignored);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *name, const char *what)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", name, what);
  return FALSE;
}

static void
add_file (InputSet *self, const char *name, guint64 size)
{
  const InputFile file = { .name = g_strdup (name), .size = size };
  g_array_append_val (self->files, file);
}

/* Spec section 2: these endings, or none at all. */
static gboolean
has_known_ending (const char *name)
{
  static const char *const endings[] = { ".csv", ".gz", ".zip", ".zst", ".xz", ".json", ".jsonl" };
  const char *base = strrchr (name, '/');

  base = base != NULL ? base + 1 : name;
  if (strchr (base, '.') == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      const gsize length = strlen (endings[i]);
      const gsize whole = strlen (base);
      if (whole >= length && g_ascii_strcasecmp (base + whole - length, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
join (const char *folder, const char *name)
{
  const gsize length = strlen (folder);
  const gboolean has_slash = length > 0 && folder[length - 1] == '/';
  return g_strconcat (folder, has_slash ? "" : "/", name, NULL);
}

static gboolean walk_folder (FolderWalk *walk, const char *folder, guint depth, GError **error);

/* Links to folders are not followed; links to files are read. */
static gboolean
walk_entry (FolderWalk *walk, const char *path, guint depth, GError **error)
{
  struct stat itself, target;

  if (lstat (path, &itself) != 0)
    return refuse (error, path, g_strerror (errno));
  if (S_ISDIR (itself.st_mode))
    return walk_folder (walk, path, depth + 1, error);
  if (S_ISLNK (itself.st_mode) && stat (path, &target) == 0 && S_ISDIR (target.st_mode))
    return TRUE;
  g_ptr_array_add (walk->found, g_strdup (path));
  return TRUE;
}

static gboolean
walk_folder (FolderWalk *walk, const char *folder, guint depth, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &failure);
  const char *name;

  if (dir == NULL)
    return refuse (error, folder, "cannot read this folder");
  if (depth > FOLDER_DEPTH_MAX)
    return refuse (error, folder, "found folders nested too deeply, expected at most 64");
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = join (folder, name);
      if (name[0] != '.' && !walk_entry (walk, path, depth, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
add_found (InputSet *self, const char *path, GError **error)
{
  struct stat target;

  if (!has_known_ending (path))
    {
      g_ptr_array_add (self->ignored, g_strdup (path));
      return TRUE;
    }
  if (stat (path, &target) != 0)
    return refuse (error, path, g_strerror (errno));
  add_file (self, path, (guint64) target.st_size);
  return TRUE;
}

static gboolean
add_folder (InputSet *self, const char *folder, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  FolderWalk walk = { .set = self, .found = found };
  const guint before = self->files->len;

  if (!walk_folder (&walk, folder, 0, error))
    return FALSE;
  g_ptr_array_sort (found, compare_paths);
  for (guint i = 0; i < found->len; i++)
    if (!add_found (self, g_ptr_array_index (found, i), error))
      return FALSE;
  if (self->files->len == before)
    return refuse (error, folder,
                   "found no file to read in this folder, expected billing files (.csv)");
  return TRUE;
}

static gboolean
add_path (InputSet *self, const char *path, GError **error)
{
  struct stat target;

  if (stat (path, &target) != 0)
    return refuse (error, path, g_strerror (errno));
  if (S_ISDIR (target.st_mode))
    return add_folder (self, path, error);
  add_file (self, path, (guint64) target.st_size);
  return TRUE;
}

InputSet *
input_set_new (const char *const *paths, GError **error)
{
  g_autoptr (InputSet) self = g_new0 (InputSet, 1);

  self->files = g_array_new (FALSE, FALSE, sizeof (InputFile));
  g_array_set_clear_func (self->files, input_file_clear);
  self->ignored = g_ptr_array_new_with_free_func (g_free);
  for (; *paths != NULL; paths++)
    if (!add_path (self, *paths, error))
      return NULL;
  return g_steal_pointer (&self);
}

const GArray *
input_set_files (const InputSet *self)
{
  return self->files;
}

const GPtrArray *
input_set_ignored (const InputSet *self)
{
  return self->ignored;
}

guint64
input_set_total_size (const InputSet *self)
{
  guint64 total = 0;

  for (guint i = 0; i < self->files->len; i++)
    total += g_array_index (self->files, InputFile, i).size;
  return total;
}

gboolean
input_set_has_equal_size (const InputSet *self, guint index)
{
  const guint64 size = g_array_index (self->files, InputFile, index).size;

  for (guint i = 0; i < self->files->len; i++)
    if (i != index && g_array_index (self->files, InputFile, i).size == size)
      return TRUE;
  return FALSE;
}

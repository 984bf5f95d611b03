/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/folder-walk.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/recon-error.h"
#include "input/bytes/limits.h"

static gboolean
refuse (GError **error, const char *name, const char *what)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: %s", name, what);
  return FALSE;
}

/* These endings, or none at all. */
gboolean
folder_walk_reads (const char *name, FolderFiles files)
{
  /* Those behind the first five are no answers of a service. */
  static const char *const endings[]
      = { ".json", ".gz", ".zip", ".zst", ".xz", ".csv", ".tar", ".tgz", ".jsonl", ".books" };
  const guint count = files == FOLDER_FILES_RESPONSES ? 5 : G_N_ELEMENTS (endings);
  const char *base = strrchr (name, '/');

  base = base != NULL ? base + 1 : name;
  if (strchr (base, '.') == NULL)
    return TRUE;
  for (guint i = 0; i < count; i++)
    {
      const gsize length = strlen (endings[i]);
      const gsize whole = strlen (base);
      if (whole >= length && g_ascii_strcasecmp (base + whole - length, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

char *
folder_walk_join (const char *folder, const char *name)
{
  gsize length = strlen (folder);

  while (length > 0 && folder[length - 1] == '/')
    length--;
  return g_strdup_printf ("%.*s/%s", (int) length, folder, name);
}

static gboolean walk_folder (GPtrArray *found, const char *folder, guint depth, GError **error);

/* Links to folders are not followed; links to files are read. */
static gboolean
walk_entry (GPtrArray *found, const char *path, guint depth, GError **error)
{
  struct stat itself, target;

  if (lstat (path, &itself) != 0)
    return refuse (error, path, g_strerror (errno));
  if (S_ISDIR (itself.st_mode))
    return walk_folder (found, path, depth + 1, error);
  if (S_ISLNK (itself.st_mode) && stat (path, &target) == 0 && S_ISDIR (target.st_mode))
    return TRUE;
  g_ptr_array_add (found, g_strdup (path));
  return TRUE;
}

/* Again as long as a signal interrupts it. */
static GDir *
open_folder (const char *folder)
{
  GDir *dir;
  gboolean again;

  do
    {
      g_autoptr (GError) failure = NULL;
      dir = g_dir_open (folder, 0, &failure);
      again = g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_INTR);
    }
  while (again);
  return dir;
}

static gboolean
walk_folder (GPtrArray *found, const char *folder, guint depth, GError **error)
{
  g_autoptr (GDir) dir = open_folder (folder);
  const char *name;

  if (dir == NULL)
    return refuse (error, folder, "cannot read this folder");
  if (depth > FOLDER_DEPTH_MAX)
    return refuse (error, folder, "found folders nested too deeply, expected at most 64");
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = folder_walk_join (folder, name);
      if (name[0] != '.' && !walk_entry (found, path, depth, error))
        return FALSE;
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

gboolean
folder_walk_list (const char *folder, GPtrArray *found, GError **error)
{
  g_assert (found->len == 0);
  if (!walk_folder (found, folder, 0, error))
    return FALSE;
  g_ptr_array_sort (found, compare_paths);
  return TRUE;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/pack-folders.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "input/billing/foreign-text.h"

#define REPORT "report.json"
#define REPORT_BEGINNING "{\n  \"schema\": \"acorecon.report/"
#define START_BYTES 4096 /* first lines of our tables are shorter */

struct PackFolders
{
  GPtrArray *folders; /* of char *, with the slash at their end, sorted as the paths are */
};

/* How long the folder of @path is, with its slash. */
static gsize
folder_length (const char *path)
{
  const char *slash = strrchr (path, '/');

  return slash != NULL ? (gsize) (slash + 1 - path) : 0;
}

/* The first bytes, ended by a NUL; how many they are. */
static gsize
read_start (const char *path, char start[START_BYTES + 1])
{
  const int flags = O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  const int fd = (int) TEMP_FAILURE_RETRY (open (path, flags));
  gsize done = 0;
  gssize count = fd >= 0 ? 1 : 0;

  while (done < START_BYTES && count > 0)
    {
      count = TEMP_FAILURE_RETRY (read (fd, start + done, START_BYTES - done));
      done += (gsize) MAX (count, 0);
    }

  if (fd >= 0)
    (void) close (fd);
  start[done] = '\0';
  return done;
}

static gboolean
is_report (const char *path)
{
  char start[START_BYTES + 1];

  (void) read_start (path, start);
  return g_str_has_prefix (start, REPORT_BEGINNING);
}

static gboolean
is_table (const char *path)
{
  char start[START_BYTES + 1];
  const gsize size = read_start (path, start);
  const char *end = memchr (start, '\n', size);

  return end != NULL && foreign_text_is_of_pack ((Slice){ start, (gsize) (end - start) });
}

/* A file of the folder that nobody would read is no matter. */
static gboolean
is_of_pack (const char *path, gsize length)
{
  if (!folder_walk_reads (path, FOLDER_FILES_BILLING))
    return TRUE;
  return strcmp (path + length, REPORT) == 0 ? is_report (path) : is_table (path);
}

static const char *
path_at (const GPtrArray *found, guint index)
{
  return g_ptr_array_index (found, index);
}

/* Files of one folder, with those of folders in it, lie side by side. */
static gboolean
is_pack (const GPtrArray *found, guint report)
{
  const char *folder = path_at (found, report);
  const gsize length = folder_length (folder);
  guint first = report;

  while (first > 0 && strncmp (path_at (found, first - 1), folder, length) == 0)
    first--;
  for (guint i = first; i < found->len && strncmp (path_at (found, i), folder, length) == 0; i++)
    if (folder_length (path_at (found, i)) == length && !is_of_pack (path_at (found, i), length))
      return FALSE;
  return TRUE;
}

PackFolders *
pack_folders_find (const char *below, const GPtrArray *found, gboolean is_wanted)
{
  PackFolders *self = g_new0 (PackFolders, 1);
  g_autofree char *top = folder_walk_join (below, "");

  self->folders = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; is_wanted && i < found->len; i++)
    {
      const char *path = path_at (found, i);
      const gsize length = folder_length (path);

      if (length != strlen (top) && strcmp (path + length, REPORT) == 0 && is_report (path)
          && is_pack (found, i))
        g_ptr_array_add (self->folders, g_strndup (path, length));
    }
  return self;
}

void
pack_folders_free (PackFolders *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->folders);
  g_free (self);
}

gboolean
pack_folders_holds (const PackFolders *self, const char *path)
{
  const gsize length = folder_length (path);

  for (guint i = 0; i < self->folders->len; i++)
    {
      const char *folder = g_ptr_array_index (self->folders, i);

      if (strlen (folder) == length && strncmp (folder, path, length) == 0)
        return TRUE;
    }
  return FALSE;
}

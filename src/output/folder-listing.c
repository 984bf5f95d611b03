/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/folder-listing.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static DIR *
open_stream (int folder)
{
  const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  const int fd = (int) TEMP_FAILURE_RETRY (openat (folder, ".", flags));
  DIR *stream = fd < 0 ? NULL : fdopendir (fd);
  const int code = errno;

  if (stream == NULL && fd >= 0)
    (void) close (fd);
  errno = code;
  return stream;
}

gboolean
folder_listing_is_dots (const char *name)
{
  return g_str_equal (name, ".") || g_str_equal (name, "..");
}

gboolean
folder_listing_each (int folder, FolderEntryFunc take, gpointer data)
{
  DIR *stream = open_stream (folder);
  const struct dirent *entry;
  gboolean fine = TRUE;

  if (stream == NULL)
    return FALSE;
  while ((errno = 0, entry = readdir (stream)) != NULL)
    if (!folder_listing_is_dots (entry->d_name))
      fine = take (folder, entry->d_name, data) && fine;
  const int code = errno;
  (void) closedir (stream);
  errno = code;
  return fine && code == 0;
}

typedef struct
{
  const GPtrArray *names; /* sorted */
  gboolean *seen;         /* of each */
  char *strange;
} Search;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
note_strange (Search *search, const char *name)
{
  if (search->strange != NULL && strcmp (search->strange, name) <= 0)
    return;
  g_free (search->strange);
  search->strange = g_strdup (name);
}

static gboolean
is_regular (int at, const char *name)
{
  struct stat info;

  return fstatat (at, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode);
}

static gboolean
take_entry (int folder, const char *name, gpointer data)
{
  Search *search = data;
  const gpointer *names = search->names->pdata;
  const gpointer *found = search->names->len == 0 ? NULL
                                                  : bsearch (&name, names, search->names->len,
                                                             sizeof *names, compare_names);

  if (found == NULL || !is_regular (folder, name))
    note_strange (search, name);
  else
    search->seen[found - names] = TRUE;
  return TRUE;
}

gboolean
folder_listing_find_strange (int folder, GPtrArray *names, char **strange)
{
  Search search = { .names = names };
  g_autofree gboolean *seen = g_new0 (gboolean, names->len);

  g_ptr_array_sort (names, compare_names);
  search.seen = seen;
  const gboolean read = folder_listing_each (folder, take_entry, &search);
  for (guint i = 0; i < names->len && read; i++)
    if (!seen[i])
      note_strange (&search, g_ptr_array_index (names, i));
  *strange = search.strange;
  return read;
}

gsize
folder_listing_read_start (int folder, const char *name, char *start, gsize size)
{
  const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
  const int fd = (int) TEMP_FAILURE_RETRY (openat (folder, name, flags));
  gsize length = 0;
  gssize count = fd < 0 ? 0 : 1;

  while (length < size && count > 0)
    {
      count = TEMP_FAILURE_RETRY (read (fd, start + length, size - length));
      length += count > 0 ? (gsize) count : 0;
    }
  if (fd >= 0)
    (void) close (fd);
  return count < 0 ? 0 : length;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/part-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/folder-listing.h"
#include "output/renaming.h"
#include "output/sink.h"

#define GROWING ".growing" /* the file that is being written */

struct PartFolder
{
  char *path;
  int folder;
};

static gboolean
refuse (const PartFolder *self, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s: %s", self->path, what);
  return FALSE;
}

static gboolean
open_folder (PartFolder *self, GError **error)
{
  struct stat info;

  if (TEMP_FAILURE_RETRY (mkdir (self->path, 0700)) != 0 && errno != EEXIST)
    return refuse (self, g_strerror (errno), error);
  self->folder = (int) TEMP_FAILURE_RETRY (
      open (self->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (self->folder < 0 || fstat (self->folder, &info) != 0)
    return refuse (self, g_strerror (errno), error);
  if (info.st_uid != geteuid ())
    return refuse (self, "belongs to somebody else", error);
  return TEMP_FAILURE_RETRY (flock (self->folder, LOCK_EX | LOCK_NB)) == 0
         || refuse (self, "another run is filling it", error);
}

PartFolder *
part_folder_open (const char *target, GError **error)
{
  g_autoptr (PartFolder) self = g_new0 (PartFolder, 1);
  gsize length = strlen (target);

  while (length > 1 && target[length - 1] == '/')
    length--;
  self->folder = -1;
  self->path = g_strdup_printf ("%.*s.part", (int) length, target);
  return open_folder (self, error) ? g_steal_pointer (&self) : NULL;
}

void
part_folder_free (PartFolder *self)
{
  if (self == NULL)
    return;
  if (self->folder >= 0)
    (void) close (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
part_folder_path (const PartFolder *self)
{
  return self->path;
}

static gboolean
count_entry (int folder G_GNUC_UNUSED, const char *name, gpointer data)
{
  if (!g_str_equal (name, GROWING))
    ++*(guint *) data;
  return TRUE;
}

gboolean
part_folder_is_empty (const PartFolder *self)
{
  guint count = 0;

  return folder_listing_each (self->folder, count_entry, &count) && count == 0;
}

static gboolean
read_all (int fd, GByteArray *bytes)
{
  guint8 buffer[65536];
  gssize count;

  while ((count = TEMP_FAILURE_RETRY (read (fd, buffer, sizeof buffer))) > 0)
    g_byte_array_append (bytes, buffer, (guint) count);
  return count == 0;
}

GByteArray *
part_folder_read (const PartFolder *self, const char *name)
{
  const int flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK;
  const int fd = (int) TEMP_FAILURE_RETRY (openat (self->folder, name, flags));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  struct stat info;

  if (fd < 0)
    return NULL;
  const gboolean fine = fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && read_all (fd, bytes);
  (void) close (fd);
  return fine ? g_steal_pointer (&bytes) : NULL;
}

gboolean
part_folder_write (const PartFolder *self, const char *name, const char *bytes, gsize length,
                   GError **error)
{
  (void) unlinkat (self->folder, GROWING, 0); /* of a run that was killed */
  g_autoptr (Sink) sink = sink_new_file (self->folder, GROWING, 0600, self->path, error);
  if (sink == NULL)
    return FALSE;
  sink_append_bytes (sink, bytes, length);
  if (!sink_finish (sink, error))
    return FALSE;
  if (renaming_move (self->folder, GROWING, self->folder, name) != 0
      || (TEMP_FAILURE_RETRY (fsync (self->folder)) != 0 && errno != EINVAL))
    return refuse (self, g_strerror (errno), error);
  return TRUE;
}

static gboolean
remove_file (int folder, const char *name, gpointer data G_GNUC_UNUSED)
{
  return TEMP_FAILURE_RETRY (unlinkat (folder, name, 0)) == 0;
}

void
part_folder_remove (PartFolder *self)
{
  if (folder_listing_each (self->folder, remove_file, NULL))
    (void) rmdir (self->path);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/printable.h"
#include "base/recon-error.h"

typedef struct
{
  const char *path;
  char *folder;
  char *base;
  int place; /* the folder */
  int fd;
} NewFile;

static gboolean
fail (const NewFile *self, GError **error)
{
  const int cause = errno;
  g_autofree char *name = printable_text (self->path);

  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s: %s; nothing was written", name,
               g_strerror (cause));
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      const gssize written = write (fd, at, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return FALSE;
      at += written;
      left -= (gsize) written;
    }
  return TEMP_FAILURE_RETRY (fsync (fd)) == 0;
}

/* Gives what is open and has no name its name. */
static gboolean
give_name (const NewFile *self)
{
  char source[64];

  g_snprintf (source, sizeof source, "/proc/self/fd/%d", self->fd);
  return TEMP_FAILURE_RETRY (linkat (AT_FDCWD, source, self->place, self->base, AT_SYMLINK_FOLLOW))
         == 0;
}

static gboolean
appear (NewFile *self, GBytes *bytes, gboolean *is_there, GError **error)
{
  self->place = (int) TEMP_FAILURE_RETRY (open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (self->place < 0)
    return fail (self, error);
  self->fd = (int) TEMP_FAILURE_RETRY (
      openat (self->place, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
  if (self->fd < 0 || !write_all (self->fd, bytes))
    return fail (self, error);
  if (!give_name (self))
    {
      *is_there = errno == EEXIST;
      return *is_there ? FALSE : fail (self, error);
    }
  if (TEMP_FAILURE_RETRY (fsync (self->place)) == 0)
    return TRUE;
  fail (self, error);
  (void) TEMP_FAILURE_RETRY (unlinkat (self->place, self->base, 0));
  return FALSE;
}

gboolean
new_file_write (const char *path, GBytes *bytes, gboolean *is_there, GError **error)
{
  NewFile self = { .path = path,
                   .folder = g_path_get_dirname (path),
                   .base = g_path_get_basename (path),
                   .place = -1,
                   .fd = -1 };

  *is_there = FALSE;
  const gboolean appeared = appear (&self, bytes, is_there, error);
  if (self.fd >= 0)
    close (self.fd);
  if (self.place >= 0)
    close (self.place);
  g_free (self.folder);
  g_free (self.base);
  return appeared;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/new-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "base/printable.h"
#include "base/recon-error.h"

struct NewFile
{
  char *path;
  char *base;
  int place; /* the folder */
  int fd;
};

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
prepare (NewFile *self, GBytes *bytes)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  self->place = (int) TEMP_FAILURE_RETRY (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (self->place < 0)
    return FALSE;
  self->fd = (int) TEMP_FAILURE_RETRY (
      openat (self->place, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600));
  return self->fd >= 0 && write_all (self->fd, bytes);
}

NewFile *
new_file_prepare (const char *path, GBytes *bytes, GError **error)
{
  NewFile *self = g_new0 (NewFile, 1);

  self->path = g_strdup (path);
  self->base = g_path_get_basename (path);
  self->place = -1;
  self->fd = -1;
  if (prepare (self, bytes))
    return self;
  fail (self, error);
  new_file_free (self);
  return NULL;
}

gboolean
new_file_appear (NewFile *self, gboolean *is_there, GError **error)
{
  *is_there = FALSE;
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

void
new_file_free (NewFile *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->place >= 0)
    close (self->place);
  g_free (self->path);
  g_free (self->base);
  g_free (self);
}

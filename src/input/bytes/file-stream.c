/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/file-stream.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "input/bytes/standard-input.h"

typedef struct
{
  char *name;
  int fd;
  guint64 byte_count;
  gboolean has_moved; /* and not to the beginning: then byte_count says nothing */
  struct stat opened; /* as it was when it was opened */
} FileState;

static void
file_free (gpointer data)
{
  FileState *self = data;

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->name);
  g_free (self);
}

static gboolean
refuse_errno (GError **error, const char *name, const char *what, int code)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: cannot %s: %s", name, what,
               g_strerror (code));
  return FALSE;
}

static gboolean
open_file (FileState *self, const char *path, GError **error)
{
  /* A FIFO that nobody writes to must not hang the run. */
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

  self->fd = (int) TEMP_FAILURE_RETRY (open (standard_input_place (path), flags));
  if (self->fd < 0)
    return refuse_errno (error, self->name, "open it", errno);
  if (fstat (self->fd, &self->opened) != 0)
    return refuse_errno (error, self->name, "look at it", errno);
  if (!S_ISREG (self->opened.st_mode))
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found something that is no regular file, expected a billing file",
                   self->name);
      return FALSE;
    }
  return TRUE;
}

gboolean
file_stream_is_unchanged (const struct stat *before, const struct stat *now)
{
  return now->st_dev == before->st_dev && now->st_ino == before->st_ino
         && now->st_size == before->st_size && now->st_mtim.tv_sec == before->st_mtim.tv_sec
         && now->st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

gboolean
file_stream_refuse_changed (const char *name, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the file changed while it was read; wait until it is complete and run again",
               name);
  return FALSE;
}

static gboolean
check_unchanged (const FileState *self, GError **error)
{
  struct stat now;

  if (fstat (self->fd, &now) != 0)
    return refuse_errno (error, self->name, "look at it", errno);
  return (file_stream_is_unchanged (&self->opened, &now)
          && (self->has_moved || (guint64) now.st_size == self->byte_count))
         || file_stream_refuse_changed (self->name, error);
}

static gssize
file_read (gpointer data, char *buffer, gsize size, GError **error)
{
  FileState *self = data;
  gssize count;

  do
    count = read (self->fd, buffer, size);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    {
      refuse_errno (error, self->name, "read it", errno);
      return -1;
    }
  if (count == 0)
    return check_unchanged (self, error) ? 0 : -1;
  self->byte_count += (guint64) count;
  return count;
}

static gint64
file_seek (gpointer data, gint64 offset, int whence)
{
  FileState *self = data;

  self->has_moved = offset != 0 || whence != SEEK_SET;
  self->byte_count = 0;
  return lseek (self->fd, offset, whence);
}

static const ByteStreamClass file_class
    = { .read = file_read, .seek = file_seek, .free = file_free };

ByteStream *
file_stream_new (const char *name, const char *path, GError **error)
{
  FileState *self = g_new0 (FileState, 1);

  self->name = g_strdup (name);
  if (!open_file (self, path, error))
    {
      file_free (self);
      return NULL;
    }
  return byte_stream_new (&file_class, self);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/sink.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "base/recon-error.h"

#define BUFFER_BYTES (64 * 1024)

struct Sink
{
  GString *text;       /* where bytes are put: the buffer of fd, or the caller's string */
  int fd;              /* -1: a string sink, a function, or a file that was closed */
  SinkWriteFunc write; /* NULL: it writes to fd */
  gpointer write_data;
  gboolean buffered;
  gboolean owns_fd;
  char *failure;
  GError *error; /* the first; never overwritten */
};

Sink *
sink_new_string (GString *text)
{
  Sink *self = g_new0 (Sink, 1);

  self->text = text;
  self->fd = -1;
  return self;
}

Sink *
sink_new_fd (int fd, const char *failure)
{
  Sink *self = g_new0 (Sink, 1);

  self->text = g_string_sized_new (BUFFER_BYTES / 16);
  self->fd = fd;
  self->buffered = TRUE;
  self->failure = g_strdup (failure);
  return self;
}

Sink *
sink_new_func (SinkWriteFunc write, gpointer data, const char *failure)
{
  Sink *self = sink_new_fd (-1, failure);

  self->write = write;
  self->write_data = data;
  return self;
}

Sink *
sink_new_stdout (void)
{
  return sink_new_fd (STDOUT_FILENO, "cannot write to standard output");
}

static void
set_failure (const char *failure, int code, GError **error)
{
  g_set_error (error, RECON_ERROR, code == EPIPE ? RECON_ERROR_PIPE : RECON_ERROR_OUTPUT, "%s: %s",
               failure, g_strerror (code));
}

/* A program started with standard output closed would get its number for the next file it opens,
   and what is meant for standard output would then land in that file. */
static int
keep_off_standard_streams (int fd)
{
  if (fd < 0 || fd > STDERR_FILENO)
    return fd;

  int moved = fcntl (fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  int code = errno;
  (void) close (fd);
  errno = code;
  return moved;
}

Sink *
sink_new_file (int folder, const char *name, guint mode, const char *failure, GError **error)
{
  const int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int fd = keep_off_standard_streams (
      (int) TEMP_FAILURE_RETRY (openat (folder, name, flags, (mode_t) mode)));

  if (fd < 0)
    {
      set_failure (failure, errno, error);
      return NULL;
    }

  Sink *self = sink_new_fd (fd, failure);
  self->owns_fd = TRUE;
  return self;
}

void
sink_free (Sink *self)
{
  if (self == NULL)
    return;
  if (self->owns_fd && self->fd >= 0)
    (void) close (self->fd);
  if (self->buffered)
    g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_free (self->failure);
  g_free (self);
}

/* Standard output may be a pipe that somebody else made non-blocking. */
static gboolean
wait_until_writable (int fd)
{
  struct pollfd request = { .fd = fd, .events = POLLOUT };

  return poll (&request, 1, -1) >= 0 || errno == EINTR;
}

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written > 0)
        {
          bytes += written;
          length -= (gsize) written;
        }
      else if (written == 0)
        {
          errno = EIO;
          return FALSE;
        }
      else if (errno == EAGAIN ? !wait_until_writable (fd) : errno != EINTR)
        return FALSE;
    }
  return TRUE;
}

static void
call (Sink *self)
{
  if (self->error == NULL && self->text->len > 0
      && self->write (self->write_data, self->text->str, self->text->len) == 0)
    g_set_error_literal (&self->error, RECON_ERROR, RECON_ERROR_OUTPUT, self->failure);
}

static void
drain (Sink *self)
{
  if (self->write != NULL)
    call (self);
  else if (self->error == NULL && !write_all (self->fd, self->text->str, self->text->len))
    set_failure (self->failure, errno, &self->error);
  g_string_truncate (self->text, 0);
}

void
sink_append_bytes (Sink *self, const char *bytes, gsize length)
{
  g_assert (!self->buffered || self->fd >= 0 || self->write != NULL);
  if (self->error != NULL)
    return;
  g_string_append_len (self->text, bytes, (gssize) length);
  if (self->buffered && self->text->len >= BUFFER_BYTES)
    drain (self);
}

void
sink_append (Sink *self, const char *text)
{
  sink_append_bytes (self, text, strlen (text));
}

void
sink_append_char (Sink *self, char byte)
{
  sink_append_bytes (self, &byte, 1);
}

void
sink_printf (Sink *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  sink_append (self, text);
}

int
sink_fd (const Sink *self)
{
  g_assert (self->buffered);
  return self->fd;
}

gboolean
sink_has_failed (const Sink *self)
{
  return self->error != NULL;
}

static gboolean
tell (const Sink *self, GError **error)
{
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_error_copy (self->error));
  return FALSE;
}

gboolean
sink_flush (Sink *self, GError **error)
{
  if (self->buffered && (self->fd >= 0 || self->write != NULL))
    drain (self);
  return tell (self, error);
}

gboolean
sink_finish (Sink *self, GError **error)
{
  g_assert (self->owns_fd && self->fd >= 0);
  drain (self);
  if (self->error == NULL && TEMP_FAILURE_RETRY (fsync (self->fd)) != 0)
    set_failure (self->failure, errno, &self->error);
  /* Closing frees the number even when it fails, so it is never tried again; after the sync an
     interruption loses nothing. */
  if (close (self->fd) != 0 && errno != EINTR && self->error == NULL)
    set_failure (self->failure, errno, &self->error);
  self->fd = -1;
  return tell (self, error);
}

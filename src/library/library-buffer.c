/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "library/library-buffer.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/recon-error.h"

static gboolean
write_all (int fd, const char *bytes, gsize size)
{
  while (size > 0)
    {
      const gssize written = TEMP_FAILURE_RETRY (write (fd, bytes, size));

      if (written < 0)
        return FALSE;
      bytes += written;
      size -= (gsize) written;
    }
  return TRUE;
}

gboolean
library_buffer_init (LibraryBuffer *self, const char *name, const void *bytes, gsize size,
                     GError **error)
{
  self->path = NULL;
  self->fd = memfd_create ("acorecon", MFD_CLOEXEC);
  if (self->fd < 0 || !write_all (self->fd, bytes, size))
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: cannot be kept in memory: %s; give it as a file", name, g_strerror (errno));
      library_buffer_clear (self);
      return FALSE;
    }
  self->path = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  return TRUE;
}

void
library_buffer_clear (LibraryBuffer *self)
{
  if (self->fd >= 0)
    (void) close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->path, g_free);
}

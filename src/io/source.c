/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/source.h"

#include <errno.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/recon-error.h"

struct Source
{
  char *name;
  int fd;
  guint64 byte_count;
  EVP_MD_CTX *digest; /* NULL: not asked for */
  struct stat opened; /* as it was when it was opened */
};

void
source_free (Source *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  EVP_MD_CTX_free (self->digest);
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
open_file (Source *self, const char *path, GError **error)
{
  /* A FIFO that nobody writes to must not hang the run. */
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
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

Source *
source_open (const char *name, const char *path, gboolean wants_digest, GError **error)
{
  g_autoptr (Source) self = g_new0 (Source, 1);

  self->name = g_strdup (name);
  if (!open_file (self, path, error))
    return NULL;
  if (wants_digest)
    {
      self->digest = EVP_MD_CTX_new ();
      g_assert (self->digest != NULL && EVP_DigestInit_ex (self->digest, EVP_sha256 (), NULL) == 1);
    }
  return g_steal_pointer (&self);
}

/* What was read must be one state of the file, not two. */
static gboolean
check_unchanged (const Source *self, GError **error)
{
  struct stat now;

  if (fstat (self->fd, &now) != 0)
    return refuse_errno (error, self->name, "look at it", errno);
  if (now.st_size == self->opened.st_size && (guint64) now.st_size == self->byte_count
      && now.st_mtim.tv_sec == self->opened.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == self->opened.st_mtim.tv_nsec)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s: the file changed while it was read; wait until it is complete and run again",
               self->name);
  return FALSE;
}

gssize
source_read (void *data, char *buffer, gsize size, GError **error)
{
  Source *self = data;
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
  if (self->digest != NULL)
    g_assert (EVP_DigestUpdate (self->digest, buffer, (gsize) count) == 1);
  return count;
}

guint64
source_byte_count (const Source *self)
{
  return self->byte_count;
}

char *
source_take_digest (Source *self)
{
  guint8 bytes[EVP_MAX_MD_SIZE];
  guint length = 0;
  GString *text;

  if (self->digest == NULL)
    return NULL;
  g_assert (EVP_DigestFinal_ex (self->digest, bytes, &length) == 1);
  text = g_string_sized_new (2 * (gsize) length);
  for (guint i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

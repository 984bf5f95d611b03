/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/source.h"

#include "base/late/crypto-library.h"
#include "base/recon-error.h"

struct Source
{
  Container *container;
  gboolean owns_container;
  guint64 byte_count;
  EVP_MD_CTX *digest; /* NULL: not asked for */
};

void
source_free (Source *self)
{
  if (self == NULL)
    return;
  if (self->owns_container)
    container_free (self->container);
  if (self->digest != NULL)
    EVP_MD_CTX_free (self->digest);
  g_free (self);
}

Source *
source_new (Container *container, gboolean wants_digest, GError **error)
{
  Source *self;

  if (wants_digest && !crypto_library_open (error))
    return NULL;
  self = g_new0 (Source, 1);
  self->container = container;
  if (wants_digest)
    {
      self->digest = EVP_MD_CTX_new ();
      g_assert (self->digest != NULL && EVP_DigestInit_ex (self->digest, EVP_sha256 (), NULL) == 1);
    }
  return self;
}

Source *
source_open (const char *name, const char *path, gboolean wants_digest, GError **error)
{
  g_autoptr (Container) container = container_open (name, path, NULL, error);
  const char *entry;

  if (container == NULL)
    return NULL;
  if (container_is_archive (container))
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found an archive, expected a single file", name);
      return NULL;
    }
  const ContainerStep step = container_next (container, &entry, error);
  g_assert (step == CONTAINER_CONTENT);
  Source *self = source_new (container, wants_digest, error);
  if (self == NULL)
    return NULL;
  g_steal_pointer (&container);
  self->owns_container = TRUE;
  return self;
}

gssize
source_read (void *data, char *buffer, gsize size, GError **error)
{
  Source *self = data;
  const gssize count = container_read (self->container, buffer, size, error);

  if (count <= 0)
    return count;
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

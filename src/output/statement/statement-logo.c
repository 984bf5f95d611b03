/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-logo.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/printable.h"
#include "base/recon-error.h"

static gboolean
refuse (GError **error, const char *path, const char *reason)
{
  g_autofree char *shown = printable_text (path);

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "--logo: %s: %s", shown, reason);
  return FALSE;
}

/* Reads until the end of the file, or one byte more than is taken. */
static gboolean
read_all (int fd, GByteArray *bytes)
{
  guint8 part[16 * 1024];
  gssize length = 1;

  while (length != 0 && bytes->len <= STATEMENT_LOGO_BYTES_MAX)
    {
      length = read (fd, part, sizeof part);
      if (length < 0 && errno != EINTR)
        return FALSE;
      if (length > 0)
        g_byte_array_append (bytes, part, (guint) length);
    }
  return TRUE;
}

static gboolean
read_file (const char *path, GByteArray *bytes, GError **error)
{
  int fd = (int) TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat info;
  gboolean fine;

  if (fd < 0)
    return refuse (error, path, g_strerror (errno));
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    fine = refuse (error, path, "is not a regular file");
  else
    fine = read_all (fd, bytes) || refuse (error, path, g_strerror (errno));
  (void) close (fd);
  return fine;
}

static gboolean
begins_with (const GByteArray *bytes, const char *magic)
{
  return bytes->len > strlen (magic) && memcmp (bytes->data, magic, strlen (magic)) == 0;
}

static const char *
media_type (const GByteArray *bytes)
{
  if (begins_with (bytes, "\x89PNG\r\n\x1a\n"))
    return "image/png";
  return begins_with (bytes, "\xff\xd8\xff") ? "image/jpeg" : NULL;
}

char *
statement_logo_load (const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (!read_file (path, bytes, error))
    return NULL;
  const char *type = media_type (bytes);
  if (type == NULL)
    refuse (error, path, "is neither a PNG nor a JPEG picture");
  else if (bytes->len > STATEMENT_LOGO_BYTES_MAX)
    refuse (error, path, "is larger than 512 KiB");
  else
    {
      g_autofree char *base64 = g_base64_encode (bytes->data, bytes->len);
      return g_strdup_printf ("data:%s;base64,%s", type, base64);
    }
  return NULL;
}

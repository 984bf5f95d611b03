/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/bytes/standard-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/recon-error.h"

#define NAME "-"
#define PLACE "/proc/self/fd/0" /* opening it opens the file anew, at its beginning */
#define BLOCK_BYTES (256 * 1024)

gboolean
standard_input_is (const char *path)
{
  return strcmp (path, NAME) == 0;
}

const char *
standard_input_place (const char *path)
{
  return standard_input_is (path) ? PLACE : path;
}

static gboolean
refuse_usage (const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               NAME ": standard input %s, expected a file or what another program writes, as in "
                    "`acorecon check - <FILE'",
               what);
  return FALSE;
}

gboolean
standard_input_refuse_read (GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, NAME ": cannot read it: %s",
               g_strerror (errno));
  return FALSE;
}

const char *
standard_input_folder (void)
{
  const char *folder = g_getenv ("TMPDIR");

  return folder != NULL && folder[0] != '\0' ? folder : "/tmp";
}

static gboolean
refuse_keep (GError **error)
{
  const char *reason = g_strerror (errno);

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               NAME ": cannot be kept in %s: %s; name a folder with room for it in TMPDIR",
               standard_input_folder (), reason);
  return FALSE;
}

static gboolean
refuse_folder (GError **error)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT,
                       NAME ": standard input is a folder, expected a file; name the folder as "
                            "PATH instead");
  return FALSE;
}

gboolean
standard_input_refuse_size (guint64 max_bytes, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               NAME ": found more than %" G_GUINT64_FORMAT " bytes on standard input, expected at "
                    "most that; allow more with --max-input",
               max_bytes);
  return FALSE;
}

/* Not every file system can make a file without a name. */
static int
make_file (void)
{
  const char *folder = standard_input_folder ();
  const int flags = O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC;
  const int fd = (int) TEMP_FAILURE_RETRY (open (folder, flags, 0600));

  if (fd >= 0)
    return fd;
  g_autofree char *path = g_build_filename (folder, "acorecon-XXXXXX", NULL);
  const int named = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (named >= 0)
    (void) g_unlink (path);
  return named;
}

int
standard_input_make_file (GError **error)
{
  const int fd = make_file ();

  if (fd < 0)
    refuse_keep (error);
  return fd;
}

gboolean
standard_input_write (int fd, const char *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      const gssize count = TEMP_FAILURE_RETRY (write (fd, bytes, length));
      if (count < 0)
        return refuse_keep (error);
      bytes += count;
      length -= (gsize) count;
    }
  return TRUE;
}

gboolean
standard_input_become (int fd, GError **error)
{
  return (lseek (fd, 0, SEEK_SET) == 0 && dup2 (fd, STDIN_FILENO) >= 0) || refuse_keep (error);
}

static gboolean
copy_all (int fd, guint64 max_bytes, GError **error)
{
  g_autofree char *block = g_malloc (BLOCK_BYTES);
  guint64 total = 0;
  gssize count;

  while ((count = TEMP_FAILURE_RETRY (read (STDIN_FILENO, block, BLOCK_BYTES))) > 0)
    {
      total += (guint64) count;
      if (max_bytes > 0 && total > max_bytes)
        return standard_input_refuse_size (max_bytes, error);
      if (!standard_input_write (fd, block, (gsize) count, error))
        return FALSE;
    }
  return count == 0 || standard_input_refuse_read (error);
}

static gboolean
copy_to_file (guint64 max_bytes, GError **error)
{
  const int fd = standard_input_make_file (error);

  if (fd < 0)
    return FALSE;
  const gboolean good = copy_all (fd, max_bytes, error) && standard_input_become (fd, error);
  (void) close (fd);
  return good;
}

/* It may also be one that somebody else opened, and that nobody may open again. */
static gboolean
is_whole_file (const struct stat *info)
{
  if (!S_ISREG (info->st_mode) || lseek (STDIN_FILENO, 0, SEEK_CUR) != 0)
    return FALSE;
  const int fd = (int) TEMP_FAILURE_RETRY (open (PLACE, O_RDONLY | O_CLOEXEC));
  return fd >= 0 && close (fd) == 0;
}

static gboolean
check (struct stat *info, GError **error)
{
  const int flags = fcntl (STDIN_FILENO, F_GETFL);

  /* At the start of the program a closed one is opened the wrong way round. */
  if (flags < 0 || (flags & O_ACCMODE) == O_WRONLY)
    return refuse_usage ("is closed", error);
  if (isatty (STDIN_FILENO))
    return refuse_usage ("is a terminal", error);
  if (fstat (STDIN_FILENO, info) != 0)
    return standard_input_refuse_read (error);
  return !S_ISDIR (info->st_mode) || refuse_folder (error);
}

gboolean
standard_input_check (GError **error)
{
  struct stat info;

  return check (&info, error);
}

gboolean
standard_input_keep (guint64 max_bytes, GError **error)
{
  struct stat info;

  return check (&info, error) && (is_whole_file (&info) || copy_to_file (max_bytes, error));
}

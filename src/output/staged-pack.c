/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/staged-pack.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "output/renaming.h"
#include "output/staging-folder.h"

#define REPORT "report.json"
#define BUFFER_BYTES (64 * 1024)

/* Of an open file. (transfer full) */
static char *
digest_of_file (int fd)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (BUFFER_BYTES);
  gssize length;

  while ((length = TEMP_FAILURE_RETRY (read (fd, buffer, BUFFER_BYTES))) > 0)
    g_checksum_update (sum, buffer, length);
  return length == 0 ? g_strdup (g_checksum_get_string (sum)) : NULL;
}

/* Of the report of the pack @name in the open folder @place. (transfer full) */
static char *
digest_of_pack (int place, const char *name)
{
  const int pack = openat (place, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  const int file
      = pack >= 0 ? openat (pack, REPORT, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) : -1;
  char *digest = file >= 0 ? digest_of_file (file) : NULL;

  if (file >= 0)
    close (file);
  if (pack >= 0)
    close (pack);
  return digest;
}

char *
staged_pack_digest (const char *pack)
{
  return digest_of_pack (AT_FDCWD, pack);
}

/* Whether its run has ended: nobody holds its lock, or it was lost. */
static gboolean
is_abandoned (int staging)
{
  const int lock = openat (staging, STAGING_LOCK, O_RDWR | O_NOFOLLOW | O_CLOEXEC);
  const gboolean abandoned = lock >= 0 ? flock (lock, LOCK_EX | LOCK_NB) == 0 : errno == ENOENT;

  if (lock >= 0)
    close (lock);
  return abandoned;
}

/* What stood there before goes into the temporary folder, which the next run removes. */
static gboolean
put_at_place (int staging, int place, const char *base)
{
  gboolean is_spare = FALSE;

  if (renaming_move (staging, STAGING_NEW, place, base) == 0)
    return TRUE;
  return (errno == ENOTEMPTY || errno == EEXIST)
         && renaming_exchange (staging, STAGING_NEW, place, base, STAGING_OLD, &is_spare) == 0;
}

static gboolean
try_folder (int place, const char *name, const char *base, const char *sha256)
{
  const int staging = openat (place, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

  if (staging < 0)
    return FALSE;
  g_autofree char *digest = digest_of_pack (staging, STAGING_NEW);
  const gboolean is_put = g_strcmp0 (digest, sha256) == 0 && is_abandoned (staging)
                          && put_at_place (staging, place, base);
  close (staging);
  if (is_put)
    (void) fsync (place);
  return is_put;
}

static gboolean
search_place (int place, const char *folder, const char *base, const char *sha256)
{
  g_autofree char *begin = g_strdup_printf (".%s.tmp-", base);
  GDir *names = g_dir_open (folder, 0, NULL);
  gboolean is_put = FALSE;
  const char *name;

  while (names != NULL && !is_put && (name = g_dir_read_name (names)) != NULL)
    is_put = g_str_has_prefix (name, begin) && try_folder (place, name, base, sha256);
  g_clear_pointer (&names, g_dir_close);
  return is_put;
}

gboolean
staged_pack_finish (const char *pack, const char *sha256)
{
  g_autofree char *folder = g_path_get_dirname (pack);
  g_autofree char *base = g_path_get_basename (pack);
  const int place = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (place < 0)
    return FALSE;
  g_autofree char *there = digest_of_pack (place, base);
  const gboolean is_there
      = g_strcmp0 (there, sha256) == 0 || search_place (place, folder, base, sha256);
  if (is_there)
    staging_folder_sweep (place, base);
  close (place);
  return is_there;
}

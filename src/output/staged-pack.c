/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/staged-pack.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "output/folder-listing.h"
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

static int
open_at (int folder, const char *name, int flags)
{
  return (int) TEMP_FAILURE_RETRY (openat (folder, name, flags | O_NOFOLLOW | O_CLOEXEC));
}

/* Of the report of the pack @name in the open folder @place. (transfer full) */
static char *
digest_of_pack (int place, const char *name)
{
  const int pack = open_at (place, name, O_RDONLY | O_DIRECTORY);
  const int file = pack >= 0 ? open_at (pack, REPORT, O_RDONLY | O_NONBLOCK) : -1;
  char *digest = file >= 0 ? digest_of_file (file) : NULL;
  const int code = errno;

  if (file >= 0)
    close (file);
  if (pack >= 0)
    close (pack);
  errno = code;
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
  const int lock = open_at (staging, STAGING_LOCK, O_RDWR);
  const gboolean abandoned
      = lock >= 0 ? TEMP_FAILURE_RETRY (flock (lock, LOCK_EX | LOCK_NB)) == 0 : errno == ENOENT;

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

/* The search for a pack at its place and beside it. */
typedef struct
{
  const char *base;
  const char *sha256;
  char *begin; /* of the names of temporary folders */
  StagedPackState state;
} Search;

/* What cannot be looked at may be the pack. */
static void
note_failure (Search *self)
{
  if (self->state == STAGED_PACK_LOST && errno != ENOENT && errno != ENOTDIR && errno != ELOOP)
    self->state = STAGED_PACK_UNKNOWN;
}

static gboolean
is_wanted (Search *self, int folder, const char *name)
{
  g_autofree char *digest = digest_of_pack (folder, name);

  if (digest == NULL)
    note_failure (self);
  return g_strcmp0 (digest, self->sha256) == 0;
}

static gboolean
try_folder (int place, const char *name, gpointer data)
{
  Search *self = data;

  if (self->state == STAGED_PACK_THERE || !g_str_has_prefix (name, self->begin))
    return TRUE;
  const int staging = open_at (place, name, O_RDONLY | O_DIRECTORY);
  if (staging < 0)
    note_failure (self);
  else if (is_wanted (self, staging, STAGING_NEW))
    self->state = is_abandoned (staging) && put_at_place (staging, place, self->base)
                          && TEMP_FAILURE_RETRY (fsync (place)) == 0
                      ? STAGED_PACK_THERE
                      : STAGED_PACK_UNKNOWN;
  if (staging >= 0)
    close (staging);
  return TRUE;
}

static void
search_place (Search *self, int place)
{
  if (is_wanted (self, place, self->base))
    self->state = STAGED_PACK_THERE;
  else if (!folder_listing_each (place, try_folder, self))
    note_failure (self);
  if (self->state == STAGED_PACK_THERE)
    staging_folder_sweep (place, self->base);
}

StagedPackState
staged_pack_finish (const char *pack, const char *sha256)
{
  g_autofree char *folder = g_path_get_dirname (pack);
  g_autofree char *base = g_path_get_basename (pack);
  g_autofree char *begin = g_strdup_printf (".%s.tmp-", base);
  Search search = { .base = base, .sha256 = sha256, .begin = begin, .state = STAGED_PACK_LOST };
  const int place = (int) TEMP_FAILURE_RETRY (open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  if (place < 0)
    note_failure (&search);
  else
    search_place (&search, place);
  if (place >= 0)
    close (place);
  return search.state;
}

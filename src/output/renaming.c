/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/renaming.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
stands_at (const struct stat *thing, int at, const char *name)
{
  struct stat info;

  return fstatat (at, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.st_dev == thing->st_dev
         && info.st_ino == thing->st_ino;
}

static int
move (int from, const char *old, int to, const char *new, guint flags)
{
  struct stat thing;
  int status;

  if (fstatat (from, old, &thing, AT_SYMLINK_NOFOLLOW) != 0)
    return -1;
  do
    status = flags == 0 ? renameat (from, old, to, new) : renameat2 (from, old, to, new, flags);
  while (status != 0 && errno == EINTR && !stands_at (&thing, to, new));
  return status != 0 && errno == EINTR ? 0 : status;
}

static gboolean
is_unknown_to_file_system (int status)
{
  return status != 0 && (errno == EINVAL || errno == ENOSYS);
}

int
renaming_move (int from, const char *old, int to, const char *new)
{
  return move (from, old, to, new, 0);
}

int
renaming_move_new (int from, const char *old, int to, const char *new)
{
  const int status = move (from, old, to, new, RENAME_NOREPLACE);

  return is_unknown_to_file_system (status) ? move (from, old, to, new, 0) : status;
}

static int
exchange_in_steps (int from, const char *old, int to, const char *new, const char *spare,
                   gboolean *is_spare)
{
  if (renaming_move (to, new, from, spare) != 0)
    return -1;

  const gboolean in_place = renaming_move (from, old, to, new) == 0;
  if (in_place && renaming_move (from, spare, from, old) == 0)
    return 0;

  const int code = errno;
  if (in_place)
    (void) renaming_move (to, new, from, old);
  *is_spare = renaming_move (from, spare, to, new) != 0;
  errno = code;
  return -1;
}

int
renaming_exchange (int from, const char *old, int to, const char *new, const char *spare,
                   gboolean *is_spare)
{
  const int status = move (from, old, to, new, RENAME_EXCHANGE);

  *is_spare = FALSE;
  return is_unknown_to_file_system (status)
             ? exchange_in_steps (from, old, to, new, spare, is_spare)
             : status;
}

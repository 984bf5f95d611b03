/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/staging-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/folder-listing.h"

#define NAME_PART_MAX 200 /* of the target's name: 255 bytes are the limit of all of it */
#define RANDOM_LENGTH 6
#define ATTEMPTS_MAX 100
#define DEPTH_MAX 2       /* the content of "new" when that is a folder */
#define ROUNDS_MAX 100000 /* another thread may go on writing while its folder is emptied */

struct StagingFolder
{
  int parent; /* borrowed */
  char *name;
  int fd;
  int lock;
};

static const char *const parts[] = { STAGING_NEW, STAGING_OLD, STAGING_SCRATCH, STAGING_LOCK };
static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    (void) close (*fd);
  *fd = -1;
}

static int
open_folder (int at, const char *name)
{
  return (int) TEMP_FAILURE_RETRY (
      openat (at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

static gboolean
remove_name (int at, const char *name, int flags)
{
  return TEMP_FAILURE_RETRY (unlinkat (at, name, flags)) == 0 || errno == ENOENT;
}

/* Removing */

static gboolean remove_entry (int at, const char *name, guint depth);

static gboolean
remove_inner (int folder, const char *name, gpointer data)
{
  return remove_entry (folder, name, GPOINTER_TO_UINT (data));
}

/* Another thread may go on making files; once the folder is gone it cannot. */
static gboolean
remove_folder (int at, const char *name, int fd, guint depth)
{
  for (guint round = 0; round < ROUNDS_MAX; round++)
    {
      if (!folder_listing_each (fd, remove_inner, GUINT_TO_POINTER (depth - 1)))
        return FALSE;
      if (remove_name (at, name, AT_REMOVEDIR))
        return TRUE;
      if (errno != ENOTEMPTY && errno != EEXIST)
        return FALSE;
    }
  return FALSE;
}

/* Files, and folders with what is in them; links are removed, not followed. */
static gboolean
remove_entry (int at, const char *name, guint depth)
{
  if (remove_name (at, name, 0))
    return TRUE;
  if (errno != EISDIR || depth == 0)
    return FALSE;

  int fd = open_folder (at, name);
  const gboolean gone = fd >= 0 && remove_folder (at, name, fd, depth);
  close_fd (&fd);
  return gone;
}

/* The lock goes last, so that what a kill leaves in between is known too. */
static gboolean
remove_all (int parent, const char *name, int fd)
{
  gboolean gone = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (parts) && gone; i++)
    gone = remove_entry (fd, parts[i], DEPTH_MAX);
  return gone && remove_name (parent, name, AT_REMOVEDIR);
}

/* What a folder holds */

typedef struct
{
  gboolean part[G_N_ELEMENTS (parts)];
  guint others;
} Contents;

static gboolean
note_entry (int folder G_GNUC_UNUSED, const char *name, gpointer data)
{
  Contents *contents = data;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (name, parts[i]))
      {
        contents->part[i] = TRUE;
        return TRUE;
      }
  contents->others++;
  return TRUE;
}

static gboolean
look_into (int fd, Contents *contents)
{
  *contents = (Contents){ .others = 0 };
  return folder_listing_each (fd, note_entry, contents);
}

static gboolean
is_empty (const Contents *contents)
{
  gboolean empty = contents->others == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    empty = empty && !contents->part[i];
  return empty;
}

/* Making */

static char *
draw_name (const char *target)
{
  char random[RANDOM_LENGTH + 1] = "";

  for (gsize i = 0; i < RANDOM_LENGTH; i++)
    random[i] = letters[g_random_int_range (0, (gint32) sizeof letters - 1)];
  return g_strdup_printf (".%.*s.tmp-%s", NAME_PART_MAX, target, random);
}

/* Both were made by the same user, and are closed to all others as far as the file system tells:
   some give every file the same owner and mode. The lock, once made, cannot be anybody else's. */
static gboolean
is_private (int folder, int lock)
{
  struct stat outer, inner;

  return fstat (folder, &outer) == 0 && fstat (lock, &inner) == 0 && S_ISREG (inner.st_mode)
         && outer.st_uid == inner.st_uid
         && ((outer.st_mode & 0077) == 0 || (inner.st_mode & 0077) != 0);
}

/* Where the file system knows no locks, there is none: then nobody removes what a kill leaves.
   FALSE with errno. */
static gboolean
take_lock (StagingFolder *self)
{
  struct stat info;

  self->lock = (int) TEMP_FAILURE_RETRY (
      openat (self->fd, STAGING_LOCK, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
  if (self->lock < 0)
    return FALSE;
  if (!is_private (self->fd, self->lock))
    {
      errno = EPERM; /* somebody put another folder there */
      return FALSE;
    }
  if (TEMP_FAILURE_RETRY (flock (self->lock, LOCK_EX | LOCK_NB)) != 0)
    return errno != EWOULDBLOCK;
  errno = ENOENT; /* unless it was removed before it was locked */
  return fstat (self->lock, &info) == 0 && info.st_nlink > 0;
}

static gboolean
open_new (StagingFolder *self)
{
  Contents contents;

  self->fd = open_folder (self->parent, self->name);
  if (self->fd < 0)
    return FALSE;
  if (look_into (self->fd, &contents) && is_empty (&contents))
    return take_lock (self);
  errno = EPERM; /* somebody put something else there, or not even we may look into it */
  return FALSE;
}

/* One attempt. FALSE with errno; then nothing of it stays but what somebody else put there. */
static gboolean
make (StagingFolder *self)
{
  if (TEMP_FAILURE_RETRY (mkdirat (self->parent, self->name, 0700)) != 0)
    return FALSE;
  if (open_new (self))
    return TRUE;

  const int code = errno;
  if (self->lock >= 0)
    (void) remove_name (self->fd, STAGING_LOCK, 0);
  (void) remove_name (self->parent, self->name, AT_REMOVEDIR);
  close_fd (&self->lock);
  close_fd (&self->fd);
  errno = code;
  return FALSE;
}

/* The name is taken, or somebody took the new folder for one of a killed run and removes it. */
static gboolean
deserves_another_try (int code)
{
  return code == EEXIST || code == ENOENT || code == EWOULDBLOCK;
}

StagingFolder *
staging_folder_new (int parent, const char *name)
{
  StagingFolder *self = g_new0 (StagingFolder, 1);
  int code = EEXIST;

  self->parent = parent;
  self->fd = self->lock = -1;
  for (guint attempt = 0; attempt < ATTEMPTS_MAX && deserves_another_try (code); attempt++)
    {
      g_free (self->name);
      self->name = draw_name (name);
      if (make (self))
        return self;
      code = errno;
    }
  staging_folder_free (self);
  errno = code;
  return NULL;
}

void
staging_folder_free (StagingFolder *self)
{
  if (self == NULL)
    return;
  close_fd (&self->lock);
  close_fd (&self->fd);
  g_free (self->name);
  g_free (self);
}

int
staging_folder_fd (const StagingFolder *self)
{
  return self->fd;
}

const char *
staging_folder_name (const StagingFolder *self)
{
  return self->name;
}

/* Without its lock it is none that a killed run left. */
void
staging_folder_keep (StagingFolder *self)
{
  (void) remove_name (self->fd, STAGING_LOCK, 0);
}

gboolean
staging_folder_remove (StagingFolder *self)
{
  return remove_all (self->parent, self->name, self->fd);
}

/* What killed runs left */

static gboolean
is_staging_name (const char *name, const char *target)
{
  g_autofree char *prefix = g_strdup_printf (".%s.tmp-", target);
  const gsize length = strlen (prefix);

  return g_str_has_prefix (name, prefix) && strlen (name) == length + RANDOM_LENGTH
         && strspn (name + length, letters) == RANDOM_LENGTH;
}

static gboolean
is_mine (int fd)
{
  struct stat info;

  return fstat (fd, &info) == 0 && info.st_uid == geteuid ();
}

/* TRUE: whoever made the folder is dead. *@lock must stay open while that counts. */
static gboolean
is_abandoned (int fd, int *lock)
{
  const int flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;

  *lock = (int) TEMP_FAILURE_RETRY (openat (fd, STAGING_LOCK, flags));
  return *lock >= 0 && is_private (fd, *lock)
         && TEMP_FAILURE_RETRY (flock (*lock, LOCK_EX | LOCK_NB)) == 0;
}

/* Between two renames a kill leaves nothing at the target, and what stood there in the folder.
   FALSE: it stays there. */
static gboolean
give_back (int parent, const char *target, int fd)
{
  int status
      = (int) TEMP_FAILURE_RETRY (renameat2 (fd, STAGING_OLD, parent, target, RENAME_NOREPLACE));

  if (status != 0 && (errno == EINVAL || errno == ENOSYS))
    {
      if (faccessat (parent, target, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
        return TRUE;
      status = (int) TEMP_FAILURE_RETRY (renameat (fd, STAGING_OLD, parent, target));
    }
  return status == 0 || errno == EEXIST || errno == ENOENT;
}

static gboolean
sweep_entry (int parent, const char *name, gpointer data)
{
  const char *target = data;
  Contents contents;
  int lock = -1;

  if (!is_staging_name (name, target))
    return TRUE;
  int fd = open_folder (parent, name);
  if (fd >= 0 && is_mine (fd) && look_into (fd, &contents))
    {
      if (is_empty (&contents))
        (void) remove_name (parent, name, AT_REMOVEDIR);
      else if (contents.others == 0 && is_abandoned (fd, &lock) && give_back (parent, target, fd))
        (void) remove_all (parent, name, fd);
    }
  close_fd (&lock);
  close_fd (&fd);
  return TRUE;
}

void
staging_folder_sweep (int parent, const char *name)
{
  if (strlen (name) <= NAME_PART_MAX) /* else other targets have such names too */
    (void) folder_listing_each (parent, sweep_entry, (gpointer) (guintptr) name);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/staged-target.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/recon-error.h"

/* Names within a temporary folder: what is to take its place, and what stood there. */
#define NEW "new"
#define OLD "old"

typedef enum
{
  PLACE_STAGED,   /* the new one is in the temporary folder */
  PLACE_MOVED,    /* it stands at its place, where nothing stood before */
  PLACE_EXCHANGED /* it stands at its place, and the old one is NEW in the temporary folder */
} Place;

/* A single file or the pack's folder, and the temporary folder in which it grows. */
struct StagedTarget
{
  gboolean is_folder;
  gboolean force; /* an earlier pack may be replaced */
  const PackKind *kind;
  char *path;         /* as given, without slashes at its end */
  char *name;         /* in parent */
  char *staging_path; /* NULL: there is no temporary folder */
  int parent;         /* -1: not looked at yet */
  int staging;
  int contents; /* of a folder: NEW in staging */
  Place place;
  gboolean keeps_old; /* an exchange failed half way: OLD is the only copy */
};

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s; nothing was written", text);
  return FALSE;
}

static int
open_folder (int at, const char *path)
{
  return openat (at, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    (void) close (*fd);
  *fd = -1;
}

static gboolean
is_dots (const char *name)
{
  return g_str_equal (name, ".") || g_str_equal (name, "..");
}

/* Files, and folders with what is in them; links are removed, not followed. */
static gboolean
remove_tree (int at, const char *name)
{
  if (unlinkat (at, name, 0) == 0 || errno == ENOENT)
    return TRUE;

  int fd = errno == EISDIR ? open_folder (at, name) : -1;
  DIR *folder = fd < 0 ? NULL : fdopendir (fd);
  const struct dirent *entry;
  if (folder == NULL)
    return FALSE;
  while ((entry = readdir (folder)) != NULL)
    if (!is_dots (entry->d_name))
      (void) remove_tree (fd, entry->d_name);
  (void) closedir (folder);
  return unlinkat (at, name, AT_REMOVEDIR) == 0;
}

StagedTarget *
staged_target_new (const char *path, gboolean is_folder, gboolean force)
{
  StagedTarget *self = g_new0 (StagedTarget, 1);
  gsize length = strlen (path);

  while (length > 1 && path[length - 1] == '/')
    length--;
  self->is_folder = is_folder;
  self->force = force;
  self->kind = pack_folder_kind ();
  self->path = g_strndup (path, length);
  self->name = g_path_get_basename (self->path);
  self->parent = self->staging = self->contents = -1;
  return self;
}

void
staged_target_set_kind (StagedTarget *self, const PackKind *kind)
{
  self->kind = kind;
}

/* A temporary folder that could not be removed keeps its path, and so does one that holds the
   only copy of what was to be replaced. */
void
staged_target_unstage (StagedTarget *self)
{
  gboolean removable = self->place == PLACE_STAGED && !self->keeps_old;

  close_fd (&self->contents);
  close_fd (&self->staging);
  if (self->staging_path != NULL && removable && remove_tree (AT_FDCWD, self->staging_path))
    g_clear_pointer (&self->staging_path, g_free);
}

void
staged_target_free (StagedTarget *self)
{
  if (self == NULL)
    return;
  staged_target_unstage (self);
  close_fd (&self->parent);
  g_free (self->path);
  g_free (self->name);
  g_free (self->staging_path);
  g_free (self);
}

/* Whether what stands at @at/@name, if anything does, may give way to the target. */
static gboolean
check_old (const StagedTarget *self, int at, const char *name, GError **error)
{
  struct stat info;

  if (fstatat (at, name, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return errno == ENOENT || refuse (error, "%s: %s", self->path, g_strerror (errno));
  if (S_ISLNK (info.st_mode))
    return refuse (error, "%s: is a symbolic link; name what it points to", self->path);
  if (!self->is_folder)
    return S_ISREG (info.st_mode) || refuse (error, "%s: is not a regular file", self->path);
  if (!S_ISDIR (info.st_mode))
    return refuse (error, "%s: is not a folder", self->path);

  g_autoptr (GError) reason = NULL;
  return pack_folder_check_kind (self->kind, at, name, self->force, &reason)
         || refuse (error, "%s: %s", self->path, reason->message);
}

/* Only of folders: an overlay may tell another device for its files. */
static gboolean
is_mount_point (const StagedTarget *self)
{
  struct stat parent, place;

  return self->is_folder && fstat (self->parent, &parent) == 0
         && fstatat (self->parent, self->name, &place, AT_SYMLINK_NOFOLLOW) == 0
         && parent.st_dev != place.st_dev;
}

gboolean
staged_target_check (StagedTarget *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);

  if (is_dots (self->name) || g_str_equal (self->name, "/"))
    return refuse (error, "\"%s\": cannot be replaced by renaming; give a name below it",
                   self->path);
  if (self->parent < 0)
    self->parent = open (parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (self->parent < 0 || faccessat (self->parent, ".", W_OK | X_OK, AT_EACCESS) != 0)
    return refuse (error, "%s: cannot write into %s: %s", self->path, parent, g_strerror (errno));
  if (is_mount_point (self))
    return refuse (error, "%s: is a mount point; give a name below it", self->path);
  return check_old (self, self->parent, self->name, error);
}

/* Makes the temporary folder, private however open the new folder will be. */
gboolean
staged_target_stage (StagedTarget *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autofree char *path = g_strdup_printf ("%s/.%.200s.tmp-XXXXXX", parent, self->name);

  if (mkdtemp (path) == NULL)
    return refuse (error, "%s: cannot write beside it: %s", self->path, g_strerror (errno));
  self->staging_path = g_steal_pointer (&path);
  self->staging = open_folder (AT_FDCWD, self->staging_path);
  if (self->staging < 0)
    return refuse (error, "%s: %s", self->staging_path, g_strerror (errno));
  if (!self->is_folder)
    return TRUE;
  if (mkdirat (self->staging, NEW, 0777) == 0)
    self->contents = open_folder (self->staging, NEW);
  return self->contents >= 0 || refuse (error, "%s: %s", self->path, g_strerror (errno));
}

/* Who may read what is replaced may read the new one, and nobody else. */
static gboolean
keep_mode (const StagedTarget *self, GError **error)
{
  struct stat old;

  if (fstatat (self->parent, self->name, &old, AT_SYMLINK_NOFOLLOW) != 0
      || fchmodat (self->staging, NEW, old.st_mode & 07777, 0) == 0)
    return TRUE;
  return refuse (error, "%s: cannot keep its mode: %s", self->path, g_strerror (errno));
}

/* Some file systems cannot sync a folder and say EINVAL; they need no more than the rename. */
static gboolean
sync_folder (const StagedTarget *self, int folder, GError **error)
{
  if (fsync (folder) == 0 || errno == EINVAL)
    return TRUE;
  return refuse (error, "%s: cannot be made durable: %s", self->path, g_strerror (errno));
}

/* For file systems without exchange; leaves the old one under NEW as the exchange does. */
static int
exchange_in_steps (StagedTarget *self)
{
  if (renameat (self->parent, self->name, self->staging, OLD) != 0)
    return -1;

  gboolean in_place = renameat (self->staging, NEW, self->parent, self->name) == 0;
  if (in_place && renameat (self->staging, OLD, self->staging, NEW) == 0)
    return 0;

  int code = errno;
  if (in_place)
    (void) renameat (self->parent, self->name, self->staging, NEW);
  self->keeps_old = renameat (self->staging, OLD, self->parent, self->name) != 0;
  errno = code;
  return -1;
}

static int
exchange (StagedTarget *self)
{
  int status = renameat2 (self->staging, NEW, self->parent, self->name, RENAME_EXCHANGE);

  if (status != 0 && (errno == EINVAL || errno == ENOSYS))
    status = exchange_in_steps (self);
  return status;
}

/* What stood there is judged once more when nobody else can reach it: since the first look
   somebody may have put something else there. */
gboolean
staged_target_publish (StagedTarget *self, GError **error)
{
  gboolean occupied = faccessat (self->parent, self->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
  int status = occupied ? exchange (self) : renameat (self->staging, NEW, self->parent, self->name);

  if (status != 0)
    return refuse (error, "%s: cannot be renamed into place: %s", self->path, g_strerror (errno));
  self->place = occupied ? PLACE_EXCHANGED : PLACE_MOVED;
  return !occupied || check_old (self, self->staging, NEW, error);
}

gboolean
staged_target_withdraw (StagedTarget *self)
{
  int status = 0;

  if (self->place == PLACE_EXCHANGED)
    status = exchange (self);
  else if (self->place == PLACE_MOVED)
    status = renameat (self->parent, self->name, self->staging, NEW);
  if (status == 0)
    self->place = PLACE_STAGED;
  return status == 0 && !self->keeps_old;
}

const char *
staged_target_path (const StagedTarget *self)
{
  return self->path;
}

const char *
staged_target_temporary_path (const StagedTarget *self)
{
  return self->staging_path;
}

Sink *
staged_target_new_sink (StagedTarget *self, const char *name, const char *failure, GError **error)
{
  g_autoptr (GError) reason = NULL;
  Sink *sink = self->is_folder ? sink_new_file (self->contents, name, failure, &reason)
                               : sink_new_file (self->staging, NEW, failure, &reason);

  if (sink == NULL)
    refuse (error, "%s", reason->message);
  return sink;
}

/* The sink makes the file as it makes all others: new, and with the mode that they have. */
char *
staged_target_reserve (StagedTarget *self, const char *name, const char *failure, GError **error)
{
  g_autoptr (Sink) sink = staged_target_new_sink (self, name, failure, error);

  if (sink == NULL)
    return NULL;
  return self->is_folder ? g_build_filename (self->staging_path, NEW, name, NULL)
                         : g_build_filename (self->staging_path, NEW, NULL);
}

gboolean
staged_target_sync_reserved (const StagedTarget *self, const char *name, GError **error)
{
  const int folder = self->is_folder ? self->contents : self->staging;
  int fd = openat (folder, self->is_folder ? name : NEW, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  const gboolean fine = fd >= 0 && fsync (fd) == 0;
  const int code = errno;

  close_fd (&fd);
  return fine
         || refuse (error, "%s: %s cannot be made durable: %s", self->path, name,
                    g_strerror (code));
}

gboolean
staged_target_prepare (const StagedTarget *self, GError **error)
{
  return keep_mode (self, error) && (!self->is_folder || sync_folder (self, self->contents, error));
}

gboolean
staged_target_sync_place (const StagedTarget *self, GError **error)
{
  return sync_folder (self, self->parent, error);
}

void
staged_target_settle (StagedTarget *self)
{
  self->place = PLACE_STAGED; /* whatever the temporary folder holds may now go */
  staged_target_unstage (self);
}

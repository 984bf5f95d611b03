/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/staged-target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "output/folder-listing.h"
#include "output/output-error.h"
#include "output/renaming.h"
#include "output/staging-folder.h"

/* Names within a temporary folder: what is to take its place, and what stood there. */
#define NEW STAGING_NEW
#define OLD STAGING_OLD

/* What of a mode is kept: nothing by which a file of somebody else would run as its new owner. */
#define FILE_MODE_BITS 0777
#define FOLDER_MODE_BITS 03777

typedef enum
{
  PLACE_STAGED,   /* the new one is in the temporary folder */
  PLACE_MOVED,    /* it stands at its place, where nothing stood before */
  PLACE_EXCHANGED /* it stands at its place, and the old one is NEW in the temporary folder */
} Place;

/* A single file or the pack's folder, and the temporary folder in which it grows. */
struct StagedTarget
{
  gboolean force; /* an earlier pack may be replaced */
  gboolean is_shared;
  const PackKind *kind;   /* of a folder; NULL: a single file */
  char *path;             /* as given, without slashes at its end */
  char *name;             /* in parent */
  StagingFolder *staging; /* NULL: there is no temporary folder */
  char *staging_path;     /* of it, for people */
  int parent;             /* -1: not looked at yet */
  int contents;           /* of a folder: NEW in staging */
  GPtrArray *names;       /* of a folder: char *, the files that were made in it */
  Place place;
  gboolean keeps_old; /* an exchange failed half way: OLD is the only copy */
  gboolean is_promised;
};

static int
open_folder (int at, const char *path, int flags)
{
  return (int) TEMP_FAILURE_RETRY (openat (at, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags));
}

static void
close_fd (int *fd)
{
  if (*fd >= 0)
    (void) close (*fd);
  *fd = -1;
}

StagedTarget *
staged_target_new (const char *path, const PackKind *kind, gboolean force)
{
  StagedTarget *self = g_new0 (StagedTarget, 1);
  gsize length = strlen (path);

  while (length > 1 && path[length - 1] == '/')
    length--;
  self->force = force;
  self->kind = kind;
  self->path = g_strndup (path, length);
  self->name = g_path_get_basename (self->path);
  self->parent = self->contents = -1;
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
staged_target_set_shared (StagedTarget *self, gboolean is_shared)
{
  self->is_shared = is_shared;
}

static gboolean
is_removable (const StagedTarget *self)
{
  return self->staging != NULL && self->place == PLACE_STAGED && !self->keeps_old
         && !self->is_promised;
}

/* A temporary folder that could not be removed keeps its path, and so does one that holds the
   only copy of what was to be replaced. */
void
staged_target_unstage (StagedTarget *self)
{
  close_fd (&self->contents);
  if (!is_removable (self) || !staging_folder_remove (self->staging))
    return;
  g_clear_pointer (&self->staging, staging_folder_free);
  g_clear_pointer (&self->staging_path, g_free);
}

void
staged_target_abandon (StagedTarget *self)
{
  if (is_removable (self))
    (void) staging_folder_remove (self->staging);
}

void
staged_target_free (StagedTarget *self)
{
  if (self == NULL)
    return;
  staged_target_unstage (self);
  staging_folder_free (self->staging);
  close_fd (&self->parent);
  g_ptr_array_unref (self->names);
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
    return errno == ENOENT || output_error_set (error, "%s: %s", self->path, g_strerror (errno));
  if (S_ISLNK (info.st_mode))
    return output_error_set (error, "%s: is a symbolic link; name what it points to", self->path);
  if (self->kind == NULL)
    return S_ISREG (info.st_mode)
           || output_error_set (error, "%s: is not a regular file", self->path);
  if (!S_ISDIR (info.st_mode))
    return output_error_set (error, "%s: is not a folder", self->path);

  g_autoptr (GError) reason = NULL;
  return pack_folder_check (self->kind, at, name, self->force, &reason)
         || output_error_set (error, "%s: %s", self->path, reason->message);
}

/* Only of folders: an overlay may tell another device for its files. */
static gboolean
is_mount_point (const StagedTarget *self)
{
  struct stat parent, place;

  return self->kind != NULL && fstat (self->parent, &parent) == 0
         && fstatat (self->parent, self->name, &place, AT_SYMLINK_NOFOLLOW) == 0
         && parent.st_dev != place.st_dev;
}

gboolean
staged_target_check (StagedTarget *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);

  if (folder_listing_is_dots (self->name) || g_str_equal (self->name, "/"))
    return output_error_set (error, "\"%s\": cannot be replaced by renaming; give a name below it",
                             self->path);
  if (self->parent < 0)
    self->parent = open_folder (AT_FDCWD, parent, 0);
  if (self->parent < 0 || faccessat (self->parent, ".", W_OK | X_OK, AT_EACCESS) != 0)
    return output_error_set (error, "%s: cannot write into %s: %s", self->path, parent,
                             g_strerror (errno));
  if (is_mount_point (self))
    return output_error_set (error, "%s: is a mount point; give a name below it", self->path);
  return check_old (self, self->parent, self->name, error);
}

/* A killed run may have left what stood at the target in its temporary folder; once that is back,
   the target is judged again. */
gboolean
staged_target_stage (StagedTarget *self, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (self->path);

  staging_folder_sweep (self->parent, self->name);
  if (!check_old (self, self->parent, self->name, error))
    return FALSE;
  self->staging = staging_folder_new (self->parent, self->name);
  if (self->staging == NULL)
    return output_error_set (error, "%s: cannot write beside it: %s", self->path,
                             g_strerror (errno));
  self->staging_path = g_build_filename (parent, staging_folder_name (self->staging), NULL);
  if (self->kind == NULL)
    return TRUE;
  const int staging = staging_folder_fd (self->staging);
  if (TEMP_FAILURE_RETRY (mkdirat (staging, NEW, self->is_shared ? 0777 : 0700)) == 0)
    self->contents = open_folder (staging, NEW, O_NOFOLLOW);
  return self->contents >= 0 || output_error_set (error, "%s: %s", self->path, g_strerror (errno));
}

/* Modes */

/* Gives @to/@new the mode of the file @at/@old, if there is one. */
static gboolean
copy_mode (int at, const char *old, int to, const char *new)
{
  struct stat info;

  if (fstatat (at, old, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return TRUE;
  if (!S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
    return TRUE;
  const mode_t kept = S_ISDIR (info.st_mode) ? FOLDER_MODE_BITS : FILE_MODE_BITS;
  return TEMP_FAILURE_RETRY (fchmodat (to, new, info.st_mode & kept, 0)) == 0;
}

/* Who may read what is replaced may read the new one, and nobody else. */
static gboolean
keep_modes (const StagedTarget *self, GError **error)
{
  int old = self->kind != NULL ? open_folder (self->parent, self->name, O_NOFOLLOW) : -1;
  gboolean fine = copy_mode (self->parent, self->name, staging_folder_fd (self->staging), NEW);

  for (guint i = 0; i < self->names->len && old >= 0 && fine; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      fine = copy_mode (old, name, self->contents, name);
    }
  const int code = errno;
  close_fd (&old);
  return fine
         || output_error_set (error, "%s: cannot keep its mode: %s", self->path, g_strerror (code));
}

/* Contents */

static gboolean
is_regular (int at, const char *name)
{
  struct stat info;

  return fstatat (at, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode);
}

/* Whoever wrote may have left other things there, and must not have made the folder its own. */
static gboolean
check_contents (const StagedTarget *self, GError **error)
{
  if (self->kind == NULL)
    return is_regular (staging_folder_fd (self->staging), NEW)
           || output_error_set (error, "%s: what was written is no regular file any more",
                                self->path);

  g_autofree char *strange = NULL;
  if (!folder_listing_find_strange (self->contents, self->names, &strange))
    return output_error_set (error, "%s: cannot be looked at: %s", self->path, g_strerror (errno));
  if (strange != NULL && self->kind->file != NULL)
    return output_error_set (error, "%s: a file is there that was not written, or one is missing",
                             self->path);
  return strange == NULL
         || output_error_set (error, "%s: found \"%s\" where only what was written may stand",
                              self->path, strange);
}

/* Some file systems cannot sync a folder and say EINVAL; they need no more than the rename. */
static gboolean
sync_folder (const StagedTarget *self, int folder, GError **error)
{
  if (TEMP_FAILURE_RETRY (fsync (folder)) == 0 || errno == EINVAL)
    return TRUE;
  return output_error_set (error, "%s: cannot be made durable: %s", self->path, g_strerror (errno));
}

static int
exchange (StagedTarget *self)
{
  const int staging = staging_folder_fd (self->staging);

  return renaming_exchange (staging, NEW, self->parent, self->name, OLD, &self->keeps_old);
}

/* What stood there is judged once more when nobody else can reach it: since the first look
   somebody may have put something else there. */
gboolean
staged_target_publish (StagedTarget *self, GError **error)
{
  const int staging = staging_folder_fd (self->staging);
  gboolean occupied = faccessat (self->parent, self->name, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
  int status = occupied ? -1 : renaming_move_new (staging, NEW, self->parent, self->name);

  occupied = occupied || (status != 0 && errno == EEXIST);
  if (occupied)
    status = exchange (self);
  if (status != 0)
    return output_error_set (error, "%s: cannot be renamed into place: %s", self->path,
                             g_strerror (errno));
  self->place = occupied ? PLACE_EXCHANGED : PLACE_MOVED;
  return !occupied || check_old (self, staging, NEW, error);
}

gboolean
staged_target_withdraw (StagedTarget *self)
{
  int status = 0;

  if (self->place == PLACE_EXCHANGED)
    status = exchange (self);
  else if (self->place == PLACE_MOVED)
    status = renaming_move (self->parent, self->name, staging_folder_fd (self->staging), NEW);
  if (status == 0)
    self->place = PLACE_STAGED;
  if (status == 0 && !self->keeps_old)
    return TRUE;
  staging_folder_keep (self->staging);
  return FALSE;
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
  const guint mode = self->is_shared ? 0666 : 0600;
  const int folder = self->kind != NULL ? self->contents : staging_folder_fd (self->staging);
  g_autoptr (GError) reason = NULL;
  Sink *sink = sink_new_file (folder, self->kind != NULL ? name : NEW, mode, failure, &reason);

  if (sink == NULL)
    output_error_set (error, "%s", reason->message);
  else if (self->kind != NULL)
    g_ptr_array_add (self->names, g_strdup (name));
  return sink;
}

gboolean
staged_target_prepare (StagedTarget *self, GError **error)
{
  return check_contents (self, error) && keep_modes (self, error)
         && (self->kind == NULL || sync_folder (self, self->contents, error));
}

gboolean
staged_target_promise (StagedTarget *self, GError **error)
{
  self->is_promised = sync_folder (self, staging_folder_fd (self->staging), error)
                      && sync_folder (self, self->parent, error);
  return self->is_promised;
}

void
staged_target_give_up (StagedTarget *self)
{
  self->is_promised = FALSE;
}

gboolean
staged_target_sync_place (StagedTarget *self, GError **error)
{
  return sync_folder (self, self->parent, error);
}

void
staged_target_settle (StagedTarget *self)
{
  self->place = PLACE_STAGED; /* whatever the temporary folder holds may now go */
  self->is_promised = FALSE;
  staged_target_unstage (self);
}

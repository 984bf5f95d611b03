/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/pack-folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/recon-error.h"
#include "output/folder-listing.h"

static gboolean
is_regular_file (int at, const char *name)
{
  struct stat info;

  return fstatat (at, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG (info.st_mode);
}

/* The first by bytes, so that the same folder always gives the same message. (transfer full) */
static char *
find_foreign_name (const PackKind *kind, DIR *folder, gsize *count)
{
  char *foreign = NULL;
  const struct dirent *entry;

  while ((entry = readdir (folder)) != NULL)
    {
      const char *name = entry->d_name;
      if (folder_listing_is_dots (name))
        continue;
      *count += 1;
      if (kind->what != NULL && kind->is_name (kind, name)
          && is_regular_file (dirfd (folder), name))
        continue;
      if (foreign != NULL && strcmp (foreign, name) <= 0)
        continue;
      g_free (foreign);
      foreign = g_strdup (name);
    }
  return foreign;
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_OUTPUT, reason);
  return FALSE;
}

static gboolean
refuse_system (GError **error, const char *action)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s: %s", action, g_strerror (errno));
  return FALSE;
}

static gboolean
check_entries (const PackKind *kind, DIR *folder, gboolean force, GError **error)
{
  gsize count = 0;
  g_autofree char *foreign = find_foreign_name (kind, folder, &count);

  if (foreign != NULL && kind->what == NULL)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT,
                   "holds \"%s\", expected a new or empty folder", foreign);
      return FALSE;
    }
  if (foreign != NULL)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "holds \"%s\", which is no part of %s",
                   foreign, kind->what);
      return FALSE;
    }
  if (count > 0 && !kind->is_ours (kind, dirfd (folder)))
    return refuse (error, kind->not_ours);
  if (count > 0 && !force)
    return refuse (error, kind->earlier);
  return TRUE;
}

gboolean
pack_folder_check (const PackKind *kind, int at, const char *name, gboolean force, GError **error)
{
  const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  const int fd = (int) TEMP_FAILURE_RETRY (openat (at, name, flags));
  DIR *folder = fd < 0 ? NULL : fdopendir (fd);
  gboolean fine;

  if (folder == NULL)
    return refuse_system (error, "cannot read the folder");
  if (faccessat (fd, ".", W_OK | X_OK, AT_EACCESS) != 0)
    fine = refuse_system (error, "cannot replace the folder");
  else
    fine = check_entries (kind, folder, force, error);
  (void) closedir (folder);
  return fine;
}

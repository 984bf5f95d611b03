/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/rejects-target.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "base/recon-error.h"
#include "input/bytes/standard-input.h"
#include "output/folder-listing.h"
#include "output/rejects-csv.h"

static gboolean
refuse (const char *path, const char *what, GError **error)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "%s: %s; nothing was written", path, what);
  return FALSE;
}

static gboolean
is_input (const struct stat *target, const InputSet *inputs)
{
  for (guint i = 0; i < input_set_files (inputs)->len; i++)
    {
      const InputFile *file = &g_array_index (input_set_files (inputs), InputFile, i);
      struct stat input;

      if (stat (standard_input_place (file->path), &input) == 0 && input.st_dev == target->st_dev
          && input.st_ino == target->st_ino)
        return TRUE;
    }
  return FALSE;
}

/* Our own header. */
static gboolean
holds_rejects (const char *path)
{
  char start[sizeof REJECTS_CSV_HEADER] = "";
  const gsize size = sizeof start - 1;

  return folder_listing_read_start (AT_FDCWD, path, start, size) == size
         && strcmp (start, REJECTS_CSV_HEADER) == 0;
}

gboolean
rejects_target_check (const char *path, gboolean force, const InputSet *inputs, GError **error)
{
  struct stat target;

  if (path == NULL || stat (path, &target) != 0)
    return TRUE;
  if (is_input (&target, inputs))
    return refuse (path, "is one of the inputs, expected another file for the rows set aside",
                   error);
  if (!force && S_ISREG (target.st_mode) && target.st_size > 0 && !holds_rejects (path))
    return refuse (path, "is there already and holds no rows set aside; name another file", error);
  return TRUE;
}

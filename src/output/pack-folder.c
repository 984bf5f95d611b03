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
#include "output/table/report-json.h"

/* Everything that a pack may hold. A folder is only replaced when it holds nothing else, so a
   name may be added here at any time, but one that was ever written must stay. */
static const char *const pack_names[]
    = { "summary.txt",     "report.json",       "agreements.csv", "rollforward.csv",
        "tieout.csv",      "waterfall.csv",     "findings.csv",   "rejects.csv",
        "credit-days.csv", "usage-tieout.csv",  "report.html",    "report.xlsx",
        "journal.hledger", "journal.beancount", "journal.ledger", "journal.csv" };

/* With all white space taken out, a report of ours begins like this. */
#define REPORT_START "{\"schema\":\"" REPORT_SCHEMA_NAME "/"

gboolean
pack_folder_is_name (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pack_names); i++)
    if (g_str_equal (name, pack_names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_dots (const char *name)
{
  return g_str_equal (name, ".") || g_str_equal (name, "..");
}

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
      if (is_dots (name))
        continue;
      *count += 1;
      if (kind->is_name (name) && is_regular_file (dirfd (folder), name))
        continue;
      if (foreign != NULL && strcmp (foreign, name) <= 0)
        continue;
      g_free (foreign);
      foreign = g_strdup (name);
    }
  return foreign;
}

static gboolean
holds_our_report (int folder)
{
  char head[256];
  gsize kept = 0;
  const gsize length = folder_listing_read_start (folder, "report.json", head, sizeof head);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (head[i]))
      head[kept++] = head[i];
  return kept >= strlen (REPORT_START) && memcmp (head, REPORT_START, strlen (REPORT_START)) == 0;
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

const PackKind *
pack_folder_kind (void)
{
  static const PackKind kind
      = { .what = "a report pack",
          .is_name = pack_folder_is_name,
          .is_ours = holds_our_report,
          .not_ours = "is not empty and holds no report.json of an earlier pack",
          .earlier = "holds an earlier report pack, which only --force replaces" };

  return &kind;
}

static gboolean
check_entries (const PackKind *kind, DIR *folder, gboolean force, GError **error)
{
  gsize count = 0;
  g_autofree char *foreign = find_foreign_name (kind, folder, &count);

  if (foreign != NULL)
    {
      g_set_error (error, RECON_ERROR, RECON_ERROR_OUTPUT, "holds \"%s\", which is no part of %s",
                   foreign, kind->what);
      return FALSE;
    }
  if (count > 0 && !kind->is_ours (dirfd (folder)))
    return refuse (error, kind->not_ours);
  if (count > 0 && !force)
    return refuse (error, kind->earlier);
  return TRUE;
}

gboolean
pack_folder_check (int at, const char *name, gboolean force, GError **error)
{
  return pack_folder_check_kind (pack_folder_kind (), at, name, force, error);
}

gboolean
pack_folder_check_kind (const PackKind *kind, int at, const char *name, gboolean force,
                        GError **error)
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/pack-sheets.h"

#include <string.h>

#include "output/pack.h"
#include "output/staged-pack.h"
#include "store/sealed-sheet.h"
#include "store/seals.h"

/* Where it was put, and not replaced by another one. */
static gboolean
is_at_its_place (const Seal *seal)
{
  g_autofree char *digest = staged_pack_digest (seal->pack);
  return g_strcmp0 (digest, seal->pack_sha256) == 0;
}

/* A month closed again from the same files has the same report, maybe in the same folder: then the
   sheets there are those of the later version. */
static gboolean
is_replaced (const GPtrArray *seals, guint which)
{
  const Seal *seal = g_ptr_array_index (seals, which);

  for (guint i = which + 1; i < seals->len; i++)
    {
      const Seal *later = g_ptr_array_index (seals, i);
      if (later->month == seal->month && g_strcmp0 (later->pack_state, "lost") != 0
          && g_strcmp0 (later->pack, seal->pack) == 0
          && g_strcmp0 (later->pack_sha256, seal->pack_sha256) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A pack that did not take its place yet, or never did, is not the one that lies there. */
static gboolean
has_its_pack (const GPtrArray *seals, guint which)
{
  const Seal *seal = g_ptr_array_index (seals, which);

  return seal->pack != NULL && seal->pack_sha256 != NULL
         && g_strcmp0 (seal->pack_state, "written") == 0 && !is_replaced (seals, which)
         && is_at_its_place (seal);
}

/* FALSE: it cannot be read. */
static gboolean
is_same (const char *path, const GString *expected, gboolean *is_there)
{
  g_autofree char *found = NULL;
  gsize length;

  *is_there = g_file_test (path, G_FILE_TEST_EXISTS);
  return g_file_get_contents (path, &found, &length, NULL) && length == expected->len
         && memcmp (found, expected->str, length) == 0;
}

static gboolean
has_any (const Seal *seal)
{
  for (guint form = 0; pack_sheet_name (form) != NULL; form++)
    {
      g_autofree char *path = g_build_filename (seal->pack, pack_sheet_name (form), NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* A sheet is in the language that its close was told, which no history says: it is the same if it
   is what is said in any of them. */
static gboolean
is_same_in_some_language (const char *path, const CloseSheet *sheet, guint form, gboolean *is_there)
{
  for (const char *const *code = language_codes (); *code != NULL; code++)
    {
      const Language *language;
      g_autoptr (GString) expected = g_string_new (NULL);

      if (!language_find (*code, &language))
        continue;
      pack_sheet_render (sheet, language, form, expected);
      if (is_same (path, expected, is_there))
        return TRUE;
    }
  return FALSE;
}

static void
compare_sheets (const Seal *seal, const CloseSheet *sheet, Report *report)
{
  for (guint form = 0; pack_sheet_name (form) != NULL; form++)
    {
      g_autofree char *path = g_build_filename (seal->pack, pack_sheet_name (form), NULL);
      gboolean is_there = FALSE;

      if (is_same_in_some_language (path, sheet, form, &is_there))
        continue;
      g_autofree char *what = g_strdup_printf (
          "%s %s", pack_sheet_name (form), is_there ? "in its pack differs" : "is not in its pack");
      verification_add (report, &(VerifyBreach){ .what = what,
                                                 .month = seal->month,
                                                 .version = (guint64) seal->version });
    }
}

gboolean
pack_sheets_find_breaches (Database *database, Report *report, GError **error)
{
  g_autoptr (Seals) seals = seals_load (database, error);

  if (seals == NULL)
    return FALSE;
  for (guint i = 0; i < seals_list (seals)->len; i++)
    {
      const Seal *seal = g_ptr_array_index (seals_list (seals), i);

      if (!has_its_pack (seals_list (seals), i) || !has_any (seal))
        continue;
      g_autoptr (CloseSheet) sheet
          = sealed_sheet_load (database, seal->month, seal->version, error);
      if (sheet == NULL)
        return FALSE;
      compare_sheets (seal, sheet, report);
    }
  return TRUE;
}

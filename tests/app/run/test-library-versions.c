/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "app/run/library-versions.h"

static GString *
told (void)
{
  GString *out = g_string_new (NULL);

  library_versions_append (out);
  return out;
}

START_TEST (each_library_has_a_line_with_its_version)
{
  static const char *const names[]
      = { "GLib ",   "GMP ",     "isa-l ",        "json-c ", "libarchive ", "libcrypto ",
          "libcsv ", "libcurl ", "libsmartcols ", "SQLite ", "zlib " };
  g_autoptr (GString) out = told ();
  g_auto (GStrv) lines = g_strsplit (out->str, "\n", -1);

  ck_assert_uint_eq (g_strv_length (lines), G_N_ELEMENTS (names) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *version = lines[i] + strlen (names[i]);

      ck_assert_msg (g_str_has_prefix (lines[i], names[i]), "%s, not %s", lines[i], names[i]);
      ck_assert_msg ((g_ascii_isdigit (version[0]) && strchr (version, '.') != NULL)
                         || strcmp (version, "built without") == 0,
                     "no version: %s", lines[i]);
    }
}
END_TEST

START_TEST (what_is_running_is_told)
{
  g_autofree char *glib = g_strdup_printf ("GLib %u.%u.%u\n", glib_major_version,
                                           glib_minor_version, glib_micro_version);
  g_autoptr (GString) out = told ();

  ck_assert (g_str_has_prefix (out->str, glib));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-versions");
  TCase *tests = tcase_create ("library-versions");

  tcase_add_test (tests, each_library_has_a_line_with_its_version);
  tcase_add_test (tests, what_is_running_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}

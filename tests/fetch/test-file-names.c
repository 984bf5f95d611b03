/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "fetch/file-names.h"

START_TEST (a_prefix_is_plain_and_taken_once)
{
  static const char *const cases[][2]
      = { { "P", "P" },       { "P", "P-2" },     { "P", "P-3" },
          { "P-2", "P-2-2" }, { "../x", "_._x" }, { "a b\xc3\xa4", "a_b__" },
          { ".", "_" },       { "p", "p" },       { "A-B_C.d", "A-B_C.d" } };
  g_autoptr (FileNames) names = file_names_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *prefix = file_names_claim_prefix (names, cases[i][0]);
      ck_assert_str_eq (prefix, cases[i][1]);
    }
  g_autofree char *large = g_strnfill (201, 'x');
  ck_assert_ptr_null (file_names_claim_prefix (names, large));
}
END_TEST

START_TEST (a_hostile_name_is_refused)
{
  static const char *const bad[]
      = { "", ".a", "..", "a/b", "a\\b", "a\nb", "a\x7f", "fetch.json", "manifest.json", "good" };
  g_autoptr (FileNames) names = file_names_new ();
  const char *found;

  ck_assert (file_names_claim (names, "good", &found));
  ck_assert (file_names_claim (names, "part 1 \xc3\xa4.gz", &found));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      ck_assert_msg (!file_names_claim (names, bad[i], &found), "%s", bad[i]);
      ck_assert_ptr_nonnull (found);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-names");
  TCase *tests = tcase_create ("file-names");

  tcase_add_test (tests, a_prefix_is_plain_and_taken_once);
  tcase_add_test (tests, a_hostile_name_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/credit-files.h"
#include "sample-archive.h"
#include "test-place.h"

START_TEST (each_file_is_told_by_its_beginning)
{
  static const char *const files[][2]
      = { { "in/aco.csv", "CustomerId,CreditAmount\n" },
          { "in/benefits.csv", "Name;Kind;Amount;Currency;Status\n" },
          { "in/use.csv", "BenefitId,Month,Used\n" },
          { "in/lots.json", "\xef\xbb\xbf {\"value\": []}" },
          { "in/lines.json", "[{\"CustomerId\": 1}]" },
          { "in/fetch.json", "{\"schema\": \"acorecon.fetch/1\"}" } };
  static const char *const paths[] = { "in", NULL };
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  g_auto (CreditFiles) sorted = { 0 };

  ck_assert_int_eq (mkdir ("in", 0700), 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    ck_assert (g_file_set_contents (files[i][0], files[i][1], -1, NULL));
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  ck_assert (credit_files_sort (&sorted, inputs, &format, NULL));
  ck_assert_str_eq (credit_files_paths (sorted.billing)[0], "in/aco.csv");
  ck_assert_str_eq (credit_files_paths (sorted.billing)[1], "in/lines.json");
  ck_assert_ptr_null (credit_files_paths (sorted.billing)[2]);
  ck_assert_str_eq (credit_files_paths (sorted.responses)[0], "in/lots.json");
  ck_assert_ptr_null (credit_files_paths (sorted.responses)[1]);
  ck_assert_str_eq (credit_files_paths (sorted.benefits)[0], "in/benefits.csv");
  ck_assert_str_eq (credit_files_paths (sorted.uses)[0], "in/use.csv");
}
END_TEST

/* The kind of an archive was once that of its first entry, be it a fetch.json. */
START_TEST (an_archive_is_told_by_its_first_input)
{
  static const char *const paths[] = { "in.zip", NULL };
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  g_auto (CreditFiles) sorted = { 0 };

  put_archive ("in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
               ENTRIES ("./r/notes.txt", "a,b", "./r/fetch.json",
                        "{\"schema\": \"acorecon.fetch/1\", \"files\": []}", "./r/lots.json",
                        "{\"value\": []}"));
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  ck_assert (credit_files_sort (&sorted, inputs, &format, NULL));
  ck_assert_str_eq (credit_files_paths (sorted.responses)[0], "in.zip");
  ck_assert_ptr_null (credit_files_paths (sorted.billing)[0]);
}
END_TEST

START_TEST (an_archive_of_several_kinds_is_refused)
{
  static const char *const paths[] = { "in.zip", NULL };
  g_autoptr (TableMap) map = table_form_map_new ();
  const TableFormat format = { .separator = ',', .map = map };
  g_auto (CreditFiles) sorted = { 0 };
  g_autoptr (GError) error = NULL;

  put_archive (
      "in.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
      ENTRIES ("r/lots.json", "{\"value\": []}", "r/aco.csv", "CustomerId,CreditAmount\n"));
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, NULL);
  ck_assert (!credit_files_sort (&sorted, inputs, &format, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
  ck_assert (g_str_has_prefix (error->message, "in.zip/r/aco.csv: found a file of another kind"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-files");
  TCase *tests = tcase_create ("credit-files");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, each_file_is_told_by_its_beginning);
  tcase_add_test (tests, an_archive_is_told_by_its_first_input);
  tcase_add_test (tests, an_archive_of_several_kinds_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

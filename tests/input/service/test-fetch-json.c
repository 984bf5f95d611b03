/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/service/fetch-json.h"
#include "output/fetch-folder.h"

START_TEST (what_was_written_is_read_again)
{
  g_autoptr (FetchRecord) record = fetch_record_new ("fetch mca", "https://a", "{ \"x\": [1] }");
  g_autoptr (GString) text = g_string_new (NULL);
  FetchRecordFile file = { .bytes = 7, .next = FETCH_NEXT_PAGE };
  char name[] = "a.json", request[] = "/x", digest[] = "00";

  file.file = name;
  file.request = request;
  file.sha256 = digest;
  fetch_record_add (record, &file);
  fetch_folder_append_record (record, text);
  g_autoptr (FetchRecord) again = fetch_json_read ("f", (Slice){ text->str, text->len }, NULL);
  ck_assert (fetch_record_is_same (record, again));
  ck_assert (!again->complete);
  const FetchRecordFile *found = fetch_record_find (again, "a.json");
  ck_assert_str_eq (found->request, "/x");
  ck_assert_str_eq (found->sha256, "00");
  ck_assert_uint_eq (found->bytes, 7);
  ck_assert_int_eq (found->next, FETCH_NEXT_PAGE);
}
END_TEST

START_TEST (another_file_is_refused)
{
  static const char *const cases[]
      = { "{}",
          "{\"schema\": \"acorecon.fetch/2\"}",
          "{\"schema\": \"acorecon.fetch/1\", \"files\": [{\"file\": \"a\"}]}",
          "{\"schema\": \"acorecon.fetch/1\", \"files\": [{\"bytes\": -1}]}",
          "{\"schema\": \"acorecon.fetch/1\", \"parameters\": 1}",
          "[" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      ck_assert_msg (fetch_json_read ("f", slice_of (cases[i]), &error) == NULL, "%s", cases[i]);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fetch-json");
  TCase *tests = tcase_create ("fetch-json");

  tcase_add_test (tests, what_was_written_is_read_again);
  tcase_add_test (tests, another_file_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

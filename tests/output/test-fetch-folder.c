/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/fetch-folder.h"
#include "test-place.h"

START_TEST (the_record_is_json_with_all_members)
{
  g_autoptr (FetchRecord) record = fetch_record_new ("fetch mca", "https://a", "{ \"a\": 1 }");
  g_autoptr (GString) out = g_string_new (NULL);
  FetchRecordFile file = { .bytes = 7, .next = FETCH_LAST_PAGE };
  char name[] = "a\"b.json", request[] = "/x", digest[] = "00";

  file.file = name;
  file.request = request;
  file.sha256 = digest;
  fetch_record_add (record, &file);
  fetch_folder_append_record (record, out);
  ck_assert_str_eq (out->str, "{\n  \"schema\": \"acorecon.fetch/1\",\n"
                              "  \"command\": \"fetch mca\",\n  \"base_url\": \"https://a\",\n"
                              "  \"parameters\": { \"a\": 1 },\n  \"complete\": false,\n"
                              "  \"files\": [\n    { \"file\": \"a\\\"b.json\", "
                              "\"request\": \"/x\", \"sha256\": \"00\", \"bytes\": 7, "
                              "\"next\": false }\n  ]\n}\n");
}
END_TEST

static gboolean
is_ours (const char *content)
{
  ck_assert (g_file_set_contents (FETCH_FOLDER_RECORD, content, -1, NULL));
  const int folder = open (".", O_RDONLY | O_DIRECTORY);
  const gboolean ours = fetch_folder_kind ()->is_ours (fetch_folder_kind (), folder);
  ck_assert_int_eq (close (folder), 0);
  return ours;
}

START_TEST (a_folder_is_known_by_its_record)
{
  ck_assert (is_ours ("{\"schema\":\"acorecon.fetch/2\"}"));
  ck_assert (!is_ours ("{\"schema\":\"acorecon.report/1\"}"));
  ck_assert (!is_ours (""));
  ck_assert (fetch_folder_kind ()->is_name (fetch_folder_kind (), "part 1.gz"));
  ck_assert (!fetch_folder_kind ()->is_name (fetch_folder_kind (), ".bashrc"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fetch-folder");
  TCase *tests = tcase_create ("fetch-folder");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, the_record_is_json_with_all_members);
  tcase_add_test (tests, a_folder_is_known_by_its_record);
  suite_add_tcase (suite, tests);
  return suite;
}

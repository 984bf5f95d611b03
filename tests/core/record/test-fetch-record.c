/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/record/fetch-record.h"

START_TEST (a_file_is_found_by_its_name)
{
  g_autoptr (FetchRecord) record = fetch_record_new ("fetch mca", "https://a", "{}");
  FetchRecordFile file = { .bytes = 7, .next = FETCH_NEXT_PAGE };
  g_autofree char *name = g_strdup ("a.json");

  file.file = name;
  fetch_record_add (record, &file);
  *name = 'x'; /* it is a copy */
  ck_assert_ptr_null (fetch_record_find (record, "b.json"));
  ck_assert_uint_eq (fetch_record_find (record, "a.json")->bytes, 7);
  ck_assert_int_eq (fetch_record_find (record, "a.json")->next, FETCH_NEXT_PAGE);
}
END_TEST

START_TEST (the_same_was_asked_for_or_not)
{
  g_autoptr (FetchRecord) one = fetch_record_new ("fetch mca", "https://a", "{}");
  g_autoptr (FetchRecord) same = fetch_record_new ("fetch mca", "https://a", "{}");
  g_autoptr (FetchRecord) other_command = fetch_record_new ("fetch billing", "https://a", "{}");
  g_autoptr (FetchRecord) other_url = fetch_record_new ("fetch mca", "https://b", "{}");
  g_autoptr (FetchRecord) other_parameters = fetch_record_new ("fetch mca", "https://a", "{ }");
  g_autoptr (FetchRecord) none = fetch_record_new (NULL, NULL, NULL);

  ck_assert (fetch_record_is_same (one, same));
  ck_assert (!fetch_record_is_same (one, other_command));
  ck_assert (!fetch_record_is_same (one, other_url));
  ck_assert (!fetch_record_is_same (one, other_parameters));
  ck_assert (!fetch_record_is_same (one, none));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fetch-record");
  TCase *tests = tcase_create ("fetch-record");

  tcase_add_test (tests, a_file_is_found_by_its_name);
  tcase_add_test (tests, the_same_was_asked_for_or_not);
  suite_add_tcase (suite, tests);
  return suite;
}

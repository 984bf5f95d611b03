/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/rows/json-page.h"

static const struct
{
  const char *text;
  JsonPageStep step;
  gsize at;
  JsonVerdict verdict;
} openings[] = {
  { "{\"items\":[{\"a\":1}]}", JSON_PAGE_ROWS, 10, JSON_SOUND },
  { "{\"Value\" : [ {", JSON_PAGE_ROWS, 12, JSON_SOUND },
  { "{\"n\":{\"items\":[{}]},\"ITEMS\":[]}", JSON_PAGE_ROWS, 29, JSON_SOUND },
  { "{}", JSON_PAGE_CLOSED, 2, JSON_SOUND },
  { "{\"a\":1,\"items\":5,\"value\":\"[{\"} ", JSON_PAGE_CLOSED, 30, JSON_SOUND },
  /* Not of objects: a row with a list in it. */
  { "{\"items\":[1,2]}", JSON_PAGE_CLOSED, 15, JSON_SOUND },
  { "{\"a\":1,\"ite", JSON_PAGE_BROKEN, 11, JSON_CUT },
  { "{\"items\":", JSON_PAGE_BROKEN, 9, JSON_CUT },
  { "{\"items\":[ ", JSON_PAGE_BROKEN, 9, JSON_CUT },
  { "{\"a\":1.", JSON_PAGE_BROKEN, 7, JSON_CUT },
  { "{\"a\":x}", JSON_PAGE_BROKEN, 5, JSON_INVALID },
  { "{\"items\":[1,]}", JSON_PAGE_BROKEN, 12, JSON_INVALID },
};

START_TEST (rows_are_found_in_an_object)
{
  JsonScan scan = { .text = openings[_i].text, .length = strlen (openings[_i].text) };

  ck_assert_int_eq ((int) json_page_open (&scan), (int) openings[_i].step);
  ck_assert_int_eq ((int) scan.verdict, (int) openings[_i].verdict);
  ck_assert_uint_eq (scan.at, openings[_i].at);
}
END_TEST

static const struct
{
  const char *text;
  JsonPageStep step;
  gsize at;
} ends[] = {
  { "}", JSON_PAGE_CLOSED, 1 },
  { " , \"totalCount\" : 2, \"links\":{\"items\":[{}]} } {", JSON_PAGE_CLOSED, 45 },
  { ",\"value\":[{}]}", JSON_PAGE_ROWS, 10 },
  { "", JSON_PAGE_BROKEN, 0 },
  { ",}", JSON_PAGE_BROKEN, 1 },
  { "]", JSON_PAGE_BROKEN, 0 },
};

START_TEST (what_follows_the_rows_is_passed_over)
{
  JsonScan scan = { .text = ends[_i].text, .length = strlen (ends[_i].text) };

  ck_assert_int_eq ((int) json_page_close (&scan), (int) ends[_i].step);
  ck_assert_uint_eq (scan.at, ends[_i].at);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-page");
  TCase *tests = tcase_create ("json-page");

  tcase_add_loop_test (tests, rows_are_found_in_an_object, 0, G_N_ELEMENTS (openings));
  tcase_add_loop_test (tests, what_follows_the_rows_is_passed_over, 0, G_N_ELEMENTS (ends));
  suite_add_tcase (suite, tests);
  return suite;
}

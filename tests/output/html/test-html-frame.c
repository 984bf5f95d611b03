/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-frame.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const HtmlColumn columns[] = { { "Number", HTML_COLUMN_NUMBER } };
static const HtmlTable table = { "numbers", columns, 1 };

static void
append_number (GString *out, gconstpointer data, gsize index)
{
  g_string_append_printf (out, "<tr><td>%0*zu</td></tr>\n", *(const int *) data, index);
}

START_TEST (what_does_not_fit_is_counted)
{
  const int width = 1000;
  const HtmlRows rows = { append_number, &width, 1000 };
  g_autoptr (GString) out = g_string_new (NULL);

  html_frame_append_rows (out, NULL, &table, "Numbers", &rows, "numbers.csv");
  ck_assert_uint_lt (out->len, HTML_FRAME_TABLE_BYTES + 2000);
  ck_assert_ptr_nonnull (strstr (out->str, " of 1000 rows. All of them are in <code>numbers.csv"));
}
END_TEST

START_TEST (the_head_names_what_it_may_run)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_frame_append_head (out, NULL, "Title", "p{}", "run()", " class=\"x\"");
  ck_assert_ptr_nonnull (strstr (out->str, "Content-Security-Policy"));
  ck_assert_ptr_nonnull (strstr (out->str, "script-src 'sha256-"));
  ck_assert_ptr_nonnull (strstr (out->str, "<title>Title</title>\n<style>p{}</style>"));
  ck_assert (g_str_has_suffix (out->str, "<body class=\"x\">\n"));
}
END_TEST

START_TEST (a_page_without_script_runs_none)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_frame_append_head (out, NULL, "Title", "p{}", NULL, "");
  ck_assert_ptr_nonnull (strstr (out->str, "default-src 'none'"));
  ck_assert_ptr_null (strstr (out->str, "script-src"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-frame");
  TCase *tests = tcase_create ("html-frame");

  tcase_add_test (tests, what_does_not_fit_is_counted);
  tcase_add_test (tests, the_head_names_what_it_may_run);
  tcase_add_test (tests, a_page_without_script_runs_none);
  suite_add_tcase (suite, tests);
  return suite;
}

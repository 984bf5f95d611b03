/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/diff-html.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-diff.h"

static char *
page_of (const Report *diff)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  diff_html_write (diff, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  return g_string_free (text, FALSE);
}

START_TEST (each_table_with_rows_is_a_section)
{
  SampleDiff sample = sample_diff (sample_diff_rows);
  g_autofree char *page = page_of (sample.diff);

  ck_assert_ptr_nonnull (strstr (page, "<li><a href=\"#figures\">Figures</a></li>"));
  ck_assert_ptr_nonnull (strstr (page, "<section id=\"figures\">\n<h2>Figures</h2>"));
  ck_assert_ptr_nonnull (strstr (page, "<h2>Balance rows</h2>"));
  ck_assert_ptr_nonnull (strstr (page, "<td>balance_used</td>"));
  ck_assert_ptr_nonnull (strstr (page, "now it is different."));
  ck_assert (g_str_has_suffix (page, "</html>\n"));
  sample_diff_clear (&sample);
}
END_TEST

START_TEST (an_equal_month_has_its_files_alone)
{
  SampleDiff sample = sample_diff (NULL);
  g_autofree char *page = page_of (sample.diff);

  ck_assert_ptr_null (strstr (page, "<h2>Figures</h2>"));
  ck_assert_ptr_null (strstr (page, "href=\"#figures\""));
  ck_assert_ptr_nonnull (strstr (page, "nothing is different."));
  sample_diff_clear (&sample);
}
END_TEST

START_TEST (a_text_of_the_input_is_escaped)
{
  g_autoptr (Report) diff = report_new_of (month_diff_schema ());
  const DiffHead head = { .month = 2026 * 12 + 9, .sealed_at = "T", .preparer = "<b>Ann" };
  const DiffFigure row = { .customer_id = "c1", .customer_name = "</td><script>", .figure = "net" };

  report_append (diff, DIFF_FIGURES, &row);
  report_set_head (diff, &head);
  report_sort (diff);
  g_autofree char *page = page_of (diff);
  ck_assert_ptr_null (strstr (page, "</td><script>"));
  ck_assert_ptr_null (strstr (page, "<b>Ann"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("diff-html");
  TCase *tests = tcase_create ("diff-html");

  tcase_add_test (tests, each_table_with_rows_is_a_section);
  tcase_add_test (tests, an_equal_month_has_its_files_alone);
  tcase_add_test (tests, a_text_of_the_input_is_escaped);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-tie-out.h"
#include "page/sample-page.h"
#include "sample-html-page.h"
#include "test-main.h"

#include <check.h>

static char *
render (const Report *report)
{
  GString *out = g_string_new (NULL);
  g_auto (SamplePage) sample = sample_page (report);

  report_html_tie_out (out, &sample.page);
  return g_string_free (out, FALSE);
}

START_TEST (a_row_has_its_amounts_and_result)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c1", "A", "232.5", "220", "12.5", TIE_OUT_DIFFERS));
  g_autofree char *html = render (report);
  ck_assert_ptr_nonnull (strstr (html, "<tr><td>A</td><td>2026-10</td><td>USD</td><td>232.50</td>"
                                       "<td>220.00</td><td>\xe2\x80\x93</td><td>12.50</td><td>"
                                       "<b class=\"differs\">differs</b></td></tr>"));
  ck_assert_ptr_nonnull (strstr (html, "<p>Customer-months: 1 differs.</p>"));
}
END_TEST

START_TEST (nothing_to_tie_out_is_told)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *html = render (report);

  ck_assert_ptr_nonnull (strstr (html, "<p>Nothing to tie out"));
  ck_assert_ptr_null (strstr (html, "<table"));
}
END_TEST

START_TEST (of_many_rows_those_that_agree_are_counted)
{
  g_autoptr (Report) report = sample_page_of_many (200, 12, 20);
  g_autofree char *html = render (report);

  ck_assert_ptr_null (strstr (html, "class=\"agrees\""));
  ck_assert_ptr_nonnull (strstr (html, "<p>Customer-months: 2390 agree, 10 differ.</p>"));
  ck_assert_ptr_nonnull (strstr (html, "Shown: 10 of 2400 rows; those that agree are left out. All "
                                       "of them are in <code>tieout.csv</code>"));
}
END_TEST

START_TEST (a_customer_has_its_last_months)
{
  g_autoptr (Report) report = sample_page_of_many (3, 5, 9);
  g_auto (SamplePage) sample = sample_page (report);
  g_autoptr (GString) out = g_string_new (NULL);

  report_html_tie_out_customer (out, &sample.page, html_customers_get (sample.customers, 1), 2);
  ck_assert_ptr_null (strstr (out->str, "2026-08"));
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>2026-09</td><td>USD</td><td>75.25</td>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>2026-10</td>"));
  ck_assert_ptr_nonnull (strstr (out->str, "Shown: 2 of 5 rows."));
}
END_TEST

START_TEST (a_row_that_agrees_not_to_the_cent_says_so)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c1", "A", "5", "5.01", "-0.01", TIE_OUT_AGREES));
  sample_add_tie_out (report, sample_tie_out ("c2", "B", "5", "4.98", "0.02", TIE_OUT_ROUNDING));
  sample_add_tie_out (report, sample_tie_out ("c3", "C", "5", "5", "0", TIE_OUT_AGREES));
  g_autofree char *html = render (report);
  ck_assert_ptr_nonnull (
      strstr (html, "<b class=\"rounding\">agrees</b> <small>within tolerance</small>"));
  ck_assert_ptr_nonnull (
      strstr (html, "<b class=\"rounding\">rounding</b> <small>within rounding</small>"));
  ck_assert_ptr_nonnull (strstr (html, "<b class=\"agrees\">agrees</b></td>"));
  ck_assert_ptr_nonnull (strstr (html, "1 agrees, 1 agrees within the tolerance, 1 agrees within "
                                       "rounding."));
}
END_TEST

/* 5000 rows that differ do not fit; the last by name differs most. */
START_TEST (where_room_is_short_rows_with_most_at_stake_are_shown)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *id = g_strdup_printf ("customer-%04u", i);

      sample_add_tie_out (report, sample_tie_out (report_text (report, id), NULL, "75.25", "70",
                                                  "5.25", TIE_OUT_DIFFERS));
    }
  sample_add_tie_out (
      report, sample_tie_out ("zzz", "Zzz & Sons", "1000000", "0", "1000000", TIE_OUT_DIFFERS));
  report_sort (report);
  g_autofree char *html = render (report);
  ck_assert_ptr_nonnull (strstr (html, "Zzz &amp; Sons</td>"));
  ck_assert_ptr_nonnull (strstr (html, " of 5001 rows; there is no room for others, with less at "
                                       "stake."));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-tie-out");
  TCase *tests = tcase_create ("report-html-tie-out");

  tcase_add_test (tests, a_row_has_its_amounts_and_result);
  tcase_add_test (tests, nothing_to_tie_out_is_told);
  tcase_add_test (tests, of_many_rows_those_that_agree_are_counted);
  tcase_add_test (tests, a_customer_has_its_last_months);
  tcase_add_test (tests, a_row_that_agrees_not_to_the_cent_says_so);
  tcase_add_test (tests, where_room_is_short_rows_with_most_at_stake_are_shown);
  suite_add_tcase (suite, tests);
  return suite;
}

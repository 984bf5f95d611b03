/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/trend/report-html-trend.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
add_balance (Report *report, const char *currency, int month, const char *used, const char *left)
{
  const RollForwardRow row = { .customer_id = "c1",
                               .currency = currency,
                               .month = calendar_month (2026, month),
                               .used = sample_amount (used),
                               .closing = sample_decimal (left) };

  report_append (report, REPORT_ROLLFORWARD, &row);
}

static GString *
render (Report *report)
{
  GString *out = g_string_new (NULL);

  report_sort (report);
  g_auto (SamplePage) sample = sample_page (report);
  report_html_trend (out, &sample.page);
  return out;
}

START_TEST (a_picture_says_what_the_table_says)
{
  g_autoptr (Report) report = sample_report ();

  add_balance (report, "USD", 8, NULL, "1000");
  add_balance (report, "USD", 9, "100", "900");
  add_balance (report, "USD", 10, "-50", "950");
  g_autoptr (GString) out = render (report);
  ck_assert_ptr_nonnull (strstr (
      out->str, "aria-label=\"USD by month: 2026-08 used not known, invoice credit not known, left "
                "1,000.00; 2026-09 used 100.00, "));
  ck_assert_ptr_nonnull (strstr (out->str, ">left: 950.00</text>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>2026-10</td><td>USD</td><td>-50.00</td>"));
  /* Bars from nothing, one of them downwards: a third of the axis is below. */
  ck_assert_ptr_nonnull (
      strstr (out->str, "<rect class=\"aco\" x=\"166\" y=\"92\" width=\"14\" height=\"25\"/>"));
  ck_assert_ptr_nonnull (
      strstr (out->str, "<rect class=\"aco\" x=\"286\" y=\"117\" width=\"14\" height=\"13\"/>"));
}
END_TEST

START_TEST (a_single_month_is_no_trend)
{
  g_autoptr (Report) report = sample_report ();

  add_balance (report, "USD", 10, "5", "95");
  g_autoptr (GString) out = render (report);
  ck_assert_ptr_null (strstr (out->str, "<svg"));
  ck_assert_ptr_nonnull (strstr (out->str, "<tr><td>2026-10</td>"));
}
END_TEST

START_TEST (without_months_it_says_so)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = render (report);

  ck_assert_str_eq (out->str, "<p>No month was read.</p>\n");
}
END_TEST

START_TEST (currencies_without_end_have_their_share)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *currency = g_strdup_printf ("C%04u", i);

      add_balance (report, report_text (report, currency), 9, "1", "5");
      add_balance (report, report_text (report, currency), 10, "1", "4");
    }
  g_autoptr (GString) out = render (report);
  ck_assert_uint_lt (out->len, HTML_SHARE_TREND + 4096);
  ck_assert_ptr_nonnull (strstr (out->str, " of 6000 rows; these are sums."));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-trend");
  TCase *tests = tcase_create ("report-html-trend");

  tcase_add_test (tests, a_picture_says_what_the_table_says);
  tcase_add_test (tests, a_single_month_is_no_trend);
  tcase_add_test (tests, without_months_it_says_so);
  tcase_add_test (tests, currencies_without_end_have_their_share);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-totals.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define DASH "\xe2\x80\x93"
#define FILL "<i class=\"p1\"></i>" /* up to the third decimal of the table */

static GString *
render (const Report *report)
{
  g_auto (SamplePage) sample = sample_page (report);
  GString *out = g_string_new (NULL);

  report_html_totals (out, &sample.page);
  return out;
}

START_TEST (each_currency_has_its_row)
{
  g_autoptr (Report) report = sample_report ();
  const TotalsRow euros = { .currency = "EUR",
                            .used = sample_amount ("1234.5"),
                            .forfeited = sample_amount ("0"),
                            .net = sample_amount ("-0.125") };
  const TotalsRow yen = { .currency = "<>", .balance = sample_amount ("7") };

  report_append (report, REPORT_TOTALS, &euros);
  report_append (report, REPORT_TOTALS, &yen);
  g_autoptr (GString) html = render (report);
  ck_assert_ptr_nonnull (strstr (
      html->str, "<tbody>\n<tr><td>EUR</td><td>1<i>234</i>.50" FILL "</td><td>0.00" FILL
                 "</td><td>" DASH "</td><td>" DASH "</td><td>" DASH "</td><td>-0.125</td></tr>\n"
                 "<tr><td>&lt;&gt;</td><td>" DASH "</td><td>" DASH "</td><td>7.00" FILL "</td>"));
  ck_assert_ptr_nonnull (strstr (html->str, "never added across currencies"));
  ck_assert_ptr_null (strstr (html->str, "Shown:"));
}
END_TEST

START_TEST (without_currencies_there_is_no_table)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) html = render (report);

  ck_assert (g_str_has_prefix (html->str, "<p class=\"note\">Amounts are exact"));
  ck_assert_ptr_null (strstr (html->str, "<table"));
}
END_TEST

START_TEST (what_has_no_room_is_counted)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u", i);
      const TotalsRow row = { .currency = report_text (report, name) };

      report_append (report, REPORT_TOTALS, &row);
    }
  g_autoptr (GString) html = render (report);
  ck_assert_uint_lt (html->len, 22 * 1024);
  ck_assert_ptr_nonnull (
      strstr (html->str, " of 5000 rows. All of them are in <code>report.json</code>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-totals");
  TCase *tests = tcase_create ("report-html-totals");

  tcase_add_test (tests, each_currency_has_its_row);
  tcase_add_test (tests, without_currencies_there_is_no_table);
  tcase_add_test (tests, what_has_no_room_is_counted);
  suite_add_tcase (suite, tests);
  return suite;
}

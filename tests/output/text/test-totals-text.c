/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "output/text/totals-text.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

typedef void (*Render) (const Report *report, const MoneyPlaces *places, const TextStyle *style,
                        GString *out);

static void
render (const Report *report, Render function, GString *out)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);

  function (report, places, &style, out);
}

START_TEST (the_waterfall_is_added_up_per_currency_and_month)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  Month october = calendar_month (2026, 10), september = calendar_month (2026, 9);

  sample_add_waterfall (report, october, "USD", "100", "40", "60");
  sample_add_waterfall (report, october, "EUR", "7", "0", "7");
  sample_add_waterfall (report, october, "USD", "0.5", "0.25", "0.25");
  sample_add_waterfall (report, september, "USD", "1", "1", "0");
  render (report, totals_text_render_waterfall, out);
  ck_assert_str_eq (out->str,
                    "\n"
                    "INVOICE WATERFALL\n"
                    "Month    Currency  Charges  - ACO  - Other credits  = Net  PEC earned\n"
                    "2026-10  EUR          7.00   0.00             0.00   7.00        0.00\n"
                    "2026-09  USD          1.00   1.00             0.00   0.00        0.00\n"
                    "2026-10  USD        100.50  40.25             0.00  60.25        0.00\n");
}
END_TEST

START_TEST (a_total_that_is_null_is_not_known)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  TotalsRow row = { .currency = "USD",
                    .used = sample_amount (NULL),
                    .forfeited = sample_amount ("0"),
                    .balance = sample_amount ("1234.5"),
                    .invoice_credit = sample_amount ("12"),
                    .pec_earned = sample_amount ("0.0071"),
                    .net = sample_amount ("-3") };

  report_append (report, REPORT_TOTALS, &row);
  render (report, totals_text_render_totals, out);
  ck_assert_str_eq (
      out->str, "\n"
                "TOTALS\n"
                "Currency       Used  Forfeited   Balance  Invoice credit  PEC earned    Net\n"
                "USD       not known       0.00  1,234.50           12.00      0.0071  -3.00\n");
}
END_TEST

START_TEST (where_there_is_nothing_to_add_up_there_is_no_table)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  render (report, totals_text_render_waterfall, out);
  render (report, totals_text_render_totals, out);
  ck_assert_str_eq (out->str, "");
}
END_TEST

START_TEST (a_currency_with_thousandths_shows_them_all_once_one_was_read)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  Month october = calendar_month (2026, 10), september = calendar_month (2026, 9);

  sample_add_waterfall (report, october, "KWD", "100", "40.125", "59.875");
  sample_add_waterfall (report, september, "KWD", "1", "0", "1");
  sample_add_waterfall (report, october, "OMR", "1", "0", "1");
  render (report, totals_text_render_waterfall, out);
  ck_assert_str_eq (out->str,
                    "\n"
                    "INVOICE WATERFALL\n"
                    "Month    Currency  Charges   - ACO  - Other credits   = Net  PEC earned\n"
                    "2026-09  KWD         1.000   0.000            0.000   1.000       0.000\n"
                    "2026-10  KWD       100.000  40.125            0.000  59.875       0.000\n"
                    "2026-10  OMR          1.00    0.00             0.00    1.00        0.00\n");
}
END_TEST

/* What a part shows adds up to less. */
START_TEST (sums_beside_some_customers_are_of_all)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (ReportPart) part = report_part_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  const TextStyle style = { .width = 80 };

  report_part_add_customer (part, "nobody", NULL);
  sample_add_waterfall (report, calendar_month (2026, 10), "USD", "100", "40", "60");
  report_sort (report);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (shown);
  totals_text_render_waterfall (shown, places, &style, out);
  ck_assert_str_eq (out->str, "\n"
                              "INVOICE WATERFALL, OF ALL CUSTOMERS (USD)\n"
                              "Month    Charges  - ACO  - Other credits  = Net  PEC earned\n"
                              "2026-10   100.00  40.00             0.00  60.00        0.00\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("totals-text");
  TCase *tcase = tcase_create ("totals-text");

  tcase_add_test (tcase, the_waterfall_is_added_up_per_currency_and_month);
  tcase_add_test (tcase, a_total_that_is_null_is_not_known);
  tcase_add_test (tcase, a_currency_with_thousandths_shows_them_all_once_one_was_read);
  tcase_add_test (tcase, sums_beside_some_customers_are_of_all);
  tcase_add_test (tcase, where_there_is_nothing_to_add_up_there_is_no_table);
  suite_add_tcase (suite, tcase);
  return suite;
}

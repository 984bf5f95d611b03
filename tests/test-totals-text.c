/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/totals-text.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static const TextStyle style = { .width = 80 };

START_TEST (the_waterfall_is_added_up_per_currency_and_month)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);
  Month october = month_from_civil (2026, 10), september = month_from_civil (2026, 9);

  sample_add_waterfall (report, october, "USD", "100", "40", "60");
  sample_add_waterfall (report, october, "EUR", "7", "0", "7");
  sample_add_waterfall (report, october, "USD", "0.5", "0.25", "0.25");
  sample_add_waterfall (report, september, "USD", "1", "1", "0");
  totals_text_render_waterfall (report, &style, out);
  ck_assert_str_eq (out->str,
                    "\n"
                    "INVOICE WATERFALL\n"
                    "Month    Currency  Charges  - ACO  - Other credits  = Net  PEC earned\n"
                    "2026-10  EUR          7.00   0.00             0.00   7.00        0.00\n"
                    "2026-09  USD          1.00   1.00             0.00   0.00        0.00\n"
                    "2026-10  USD        100.50  40.25             0.00  60.25        0.00\n");
}
END_TEST

START_TEST (an_unknown_total_is_called_unknown)
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
  totals_text_render_totals (report, &style, out);
  ck_assert_str_eq (out->str,
                    "\n"
                    "TOTALS\n"
                    "Currency     Used  Forfeited  Balance  Invoice credit  PEC earned    Net\n"
                    "USD       unknown       0.00  1234.50           12.00      0.0071  -3.00\n");
}
END_TEST

START_TEST (where_there_is_nothing_to_add_up_there_is_no_table)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  totals_text_render_waterfall (report, &style, out);
  totals_text_render_totals (report, &style, out);
  ck_assert_str_eq (out->str, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("totals-text");
  TCase *tcase = tcase_create ("totals-text");

  tcase_add_test (tcase, the_waterfall_is_added_up_per_currency_and_month);
  tcase_add_test (tcase, an_unknown_total_is_called_unknown);
  tcase_add_test (tcase, where_there_is_nothing_to_add_up_there_is_no_table);
  suite_add_tcase (suite, tcase);
  return suite;
}

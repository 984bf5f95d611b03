/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-evidence.h"
#include "sample-html-page.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static char *
render (Report *report, const FindingRow *row, const char *folder)
{
  GString *out = g_string_new (NULL);
  g_auto (SamplePage) sample = sample_page (report);

  report_html_evidence (out, &sample.page, row, folder);
  return g_string_free (out, FALSE);
}

/* As sample_finding() says it: on balance.csv:7. */
static Report *
report_of (const FindingRow *row)
{
  const RollForwardRow forward = { .customer_id = row->customer_id,
                                   .customer_name = row->customer_name,
                                   .currency = "USD",
                                   .month = row->month,
                                   .opening = sample_amount ("450"),
                                   .used = sample_amount ("232.5"),
                                   .closing = sample_decimal ("217.5"),
                                   .credit_amount = sample_decimal ("1482.5"),
                                   .status = "<Active>",
                                   .file = "balance.csv",
                                   .line = 7 };
  const WaterfallRow waterfall = { .customer_id = row->customer_id,
                                   .month = row->month,
                                   .currency = "USD",
                                   .charges = sample_decimal ("300"),
                                   .aco_used = sample_decimal ("220"),
                                   .net = sample_decimal ("80") };
  Report *report = sample_report ();

  sample_add_tie_out (report, sample_tie_out (row->customer_id, row->customer_name, "232.5", "220",
                                              "12.5", TIE_OUT_DIFFERS));
  report_append (report, REPORT_ROLLFORWARD, &forward);
  report_append (report, REPORT_WATERFALL, &waterfall);
  report_sort (report);
  return report;
}

START_TEST (of_a_balance_row_it_shows_what_was_read)
{
  const FindingRow row = sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "12.5", "they differ");
  g_autoptr (Report) report = report_of (&row);
  g_autofree char *html = render (report, &row, "month end");

  ck_assert_ptr_nonnull (strstr (html, "<p>Read there: CreditAmount 1<i>482</i>.50, BalanceAmount "
                                       "217.50, Status &lt;Active&gt;</p>"
                                       "<p>Roll-forward: opening 450.00, used 232.50</p>"
                                       "<p>Tie-out of the month: balance used 232.50, invoice "
                                       "credit 220.00, usage credit "));
  ck_assert_ptr_nonnull (strstr (html, " 2026-10 --figure used &#39;month end&#39;</code></p>"));
  ck_assert_ptr_null (strstr (html, "Invoice lines"));
}
END_TEST

START_TEST (of_an_invoice_line_it_shows_the_sums_of_the_month)
{
  FindingRow row = sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "12.5", "they differ");
  g_autoptr (Report) report = report_of (&row);

  row.file = "recon.csv";
  g_autofree char *html = render (report, &row, "in");
  ck_assert_ptr_nonnull (strstr (html, "<p>Invoice lines of the month: charges 300.00, ACO 220.00, "
                                       "other credits 0.00, net 80.00, PEC earned 0.00</p>"));
  ck_assert_ptr_nonnull (strstr (html, " --figure aco in</code></p>"));
  ck_assert_ptr_null (strstr (html, "Read there"));
}
END_TEST

START_TEST (without_files_there_is_no_command)
{
  const FindingRow row = sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "12.5", "they differ");
  g_autoptr (Report) report = report_of (&row);
  g_autofree char *html = render (report, &row, NULL);

  ck_assert (g_str_has_prefix (html, "<details><summary>"));
  ck_assert_ptr_null (strstr (html, "<code"));
}
END_TEST

START_TEST (what_is_about_nobody_rests_on_nothing_here)
{
  FindingRow row = sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "12.5", "they differ");
  g_autoptr (Report) report = report_of (&row);

  row.month = MONTH_NONE;
  g_autofree char *timeless = render (report, &row, "in");
  row = sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "12.5", "they differ");
  g_autoptr (Report) empty = sample_report ();
  sample_add_finding (empty, row);
  report_sort (empty);
  g_autofree char *nothing = render (empty, &row, NULL);
  ck_assert_str_eq (nothing, "");
  row.customer_id = NULL;
  g_autofree char *nobody = render (report, &row, "in");
  ck_assert_str_eq (timeless, "");
  ck_assert_str_eq (nobody, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-evidence");
  TCase *tests = tcase_create ("report-html-evidence");

  tcase_add_test (tests, of_a_balance_row_it_shows_what_was_read);
  tcase_add_test (tests, of_an_invoice_line_it_shows_the_sums_of_the_month);
  tcase_add_test (tests, without_files_there_is_no_command);
  tcase_add_test (tests, what_is_about_nobody_rests_on_nothing_here);
  suite_add_tcase (suite, tests);
  return suite;
}

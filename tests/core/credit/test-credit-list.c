/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/credit/credit-list.h"
#include "core/credit/credit-rows.h"
#include "core/mca/mca-rows.h"
#include "sample-benefits.h"

static Decimal
number (int value)
{
  return decimal_from_int (value);
}

/* "CREDIT left risk" of each credit. */
static char *
list_of (const CreditSources *sources)
{
  g_autoptr (Report) report = credit_list_make (sources, sample_day ("2026-10-05"));
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, CREDIT_TABLE_CREDITS); i++)
    {
      const CreditRow *row = report_row (report, CREDIT_TABLE_CREDITS, i);
      g_string_append_printf (out, "%s %d %d\n", row->credit_id,
                              row->left.known ? (int) decimal_to_int (row->left.value) : -1,
                              row->at_risk.known ? (int) decimal_to_int (row->at_risk.value) : -1);
    }
  for (gsize i = 0; i < report_row_count (report, CREDIT_TABLE_TOTALS); i++)
    {
      const CreditTotalsRow *row = report_row (report, CREDIT_TABLE_TOTALS, i);
      g_string_append_printf (out, "%s %d %d\n", row->currency,
                              (int) decimal_to_int (row->left.value),
                              (int) decimal_to_int (row->at_risk.value));
    }
  return g_string_free (out, FALSE);
}

START_TEST (benefits_that_lapse_or_end_are_at_risk)
{
  g_autoptr (BenefitBook) book = sample_book ("a,,Active,monthly,9,USD,a,,2026-10-01,,,,,,\nb,,"
                                              "Active,bulk,5,USD,b,,2026-10-01,,2026-11-01,,,,\n"
                                              "c,,Active,bulk,7,USD,c,,2026-10-01,,,,,,\n",
                                              "a,2026-10,2,\n");
  g_autoptr (Report) benefits = sample_report (book, "2026-10-05");
  const CreditSources sources = { .benefits = benefits };
  g_autofree char *list = list_of (&sources);

  ck_assert_str_eq (list, "a 7 7\nb 5 5\nc 7 0\nUSD 19 12\n");
}
END_TEST

START_TEST (agreements_are_at_risk_as_they_are_forecast)
{
  g_autoptr (Report) report = report_new (sample_day ("2026-10-05"), TRUE);
  AgreementRow row
      = { .customer_id = "c", .agreement_id = "x", .currency = "EUR", .granted = number (9) };

  row.balance = number (4);
  row.forecast_forfeit = amount_known (number (3));
  row.state = AGREEMENT_ACTIVE;
  report_append (report, REPORT_AGREEMENTS, &row);
  row.agreement_id = "y";
  row.state = AGREEMENT_EXPIRED;
  report_append (report, REPORT_AGREEMENTS, &row);
  row.agreement_id = "z";
  row.state = AGREEMENT_EXPIRING;
  row.forecast_forfeit.known = FALSE;
  report_append (report, REPORT_AGREEMENTS, &row);
  report_sort (report);
  const CreditSources sources = { .agreements = report };
  g_autofree char *list = list_of (&sources);
  ck_assert_str_eq (list, "x 4 3\ny 4 0\nz 4 -1\nEUR 8 3\n");
}
END_TEST

START_TEST (lots_that_expire_are_at_risk_and_commitments_are_none)
{
  g_autoptr (Report) report = report_new_of (mca_rows_schema ());
  McaLotRow row = { .lot_id = "l1",
                    .kind = "credit",
                    .currency = "USD",
                    .status = "expiring",
                    .state = MCA_LOT_EXPIRING };

  row.remaining = amount_known (number (6));
  report_append (report, MCA_TABLE_LOTS, &row);
  row.lot_id = "l2";
  row.status = "active";
  row.state = MCA_LOT_ACTIVE;
  report_append (report, MCA_TABLE_LOTS, &row);
  row.lot_id = "l3";
  row.kind = "commitment";
  report_append (report, MCA_TABLE_LOTS, &row);
  report_sort (report);
  const CreditSources sources = { .lots = report };
  g_autofree char *list = list_of (&sources);
  ck_assert_str_eq (list, "l1 6 6\nl2 6 0\nUSD 12 6\n");
}
END_TEST

/* What is left of a lot that expired once stood in the sum of what is left; a lot with amounts in
   several currencies was not listed at all. */
START_TEST (what_is_over_is_in_no_sum_and_what_is_mixed_has_no_figures)
{
  g_autoptr (Report) report = report_new_of (mca_rows_schema ());
  McaLotRow row = { .kind = "credit", .currency = "USD", .remaining = amount_known (number (6)) };

  row.lot_id = "l1";
  row.state = MCA_LOT_EXPIRED;
  report_append (report, MCA_TABLE_LOTS, &row);
  row.lot_id = "l2";
  row.state = MCA_LOT_CANCELED;
  report_append (report, MCA_TABLE_LOTS, &row);
  row.lot_id = "l3";
  row.state = MCA_LOT_NOT_STARTED;
  report_append (report, MCA_TABLE_LOTS, &row);
  row.lot_id = "l4";
  row.state = MCA_LOT_ACTIVE;
  row.mixed = TRUE;
  report_append (report, MCA_TABLE_LOTS, &row);
  report_sort (report);
  const CreditSources sources = { .lots = report };
  g_autofree char *list = list_of (&sources);
  ck_assert_str_eq (list, "l1 6 0\nl2 6 0\nl3 6 0\nl4 -1 -1\nUSD 6 0\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-list");
  TCase *tests = tcase_create ("credit-list");

  tcase_add_test (tests, benefits_that_lapse_or_end_are_at_risk);
  tcase_add_test (tests, agreements_are_at_risk_as_they_are_forecast);
  tcase_add_test (tests, lots_that_expire_are_at_risk_and_commitments_are_none);
  tcase_add_test (tests, what_is_over_is_in_no_sum_and_what_is_mixed_has_no_figures);
  suite_add_tcase (suite, tests);
  return suite;
}

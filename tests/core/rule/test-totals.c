/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/totals.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define ACO "reason=Azure Credit Offer"
#define PEC "adjustment=15% Partner earned credit"
#define COLUMNS "currency used forfeited balance invoice_credit pec_earned net"

static const struct
{
  const char *rows[8];
  const char *expected;
} cases[] = {
  /* Nothing read, nothing to add up. */
  { { NULL }, "" },
  /* 20 used in September, 30 in October, 15 forfeited, 35 left; 85 net earned 15; net 85 - 50. */
  { { "balance: month=2026-09 | C=20 | B=80 | effective=2026-09-01",
      "balance: C=50 | B=35 | effective=2026-09-01 | expiry=2026-10-31",
      "invoice: subtotal=85 | " PEC, "invoice: subtotal=-30 | " ACO,
      "invoice: subtotal=-20 | invoice=G0 | month=2026-09 | " ACO },
    "USD 50.00 15.00 35.00 50.00 15.00 35.00" },
  /* Agreements count once, with their latest row; invoices of all months. */
  { { "balance: month=2026-08 | B=7", "balance: B=5", "balance: customer=c2 | B=3",
      "invoice: subtotal=4", "invoice: subtotal=8 | customer=c2",
      "invoice: subtotal=16 | invoice=G0 | month=2026-09" },
    "USD 0.00 0.00 8.00 0.00 0.00 28.00" },
  /* What is left of an agreement that left the reports nobody knows. */
  { { "balance: month=2026-09 | B=5", "balance: customer=c2 | B=3",
      "balance: customer=c2 | month=2026-09 | B=3", "invoice: subtotal=4" },
    "USD 0.00 0.00 3.00 0.00 0.00 4.00" },
  /* A row per currency; what nothing speaks of is not known. */
  { { "balance: currency=usd | B=7", "invoice: subtotal=4 | currency=EUR",
      "invoice: subtotal=-1 | currency=GBP | " ACO },
    "EUR - - - 0.00 0.00 4.00\n"
    "GBP - - - 1.00 0.00 -1.00\n"
    "USD 0.00 0.00 7.00 0.00 - -" },
  /* The tie-out alone may bring a currency; without an invoice its credit is not known. */
  { { "balance: customer=c2 | currency=USD | B=1",
      "usage: currency=CHF | total=2 | credit-type=Azure Credit Applied" },
    "CHF - - - - - -\nUSD 0.00 0.00 1.00 0.00 - -" },

  /* One unknown addend makes a sum unknown, and only that sum. */
  { { "balance: C=5 | B=7", "balance: agreement=a2 | month=2026-09 | C=0 | B=9",
      "balance: agreement=a2 | C=4 | B=5", "invoice: subtotal=-9 | " ACO },
    "USD - 0.00 12.00 9.00 0.00 -9.00" },
  /* The tie-out of September has no invoice. */
  { { "balance: month=2026-08 | B=9", "balance: month=2026-09 | C=4 | B=5", "balance: C=5 | B=4",
      "invoice: subtotal=-1 | " ACO },
    "USD 5.00 0.00 4.00 - 0.00 -1.00" },
  /* What is unknown in one currency is known in another. */
  { { "balance: C=5 | B=7", "balance: currency=EUR | B=2" },
    "EUR 0.00 0.00 2.00 0.00 - -\nUSD - 0.00 7.00 - - -" },
  /* A tie-out row without balances leaves a hole in what was used, a known one none. */
  { { "balance: month=2026-09 | C=4 | B=5 | effective=2026-09-01",
      "invoice: subtotal=-4 | invoice=G0 | month=2026-09 | " ACO,
      "invoice: subtotal=-1 | month=2026-11 | " ACO },
    "USD - 0.00 5.00 5.00 0.00 -5.00" },
};

START_TEST (tables_are_added_up_per_currency)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, cases[_i].rows);

  EXPECT_ROWS (report, REPORT_TOTALS, COLUMNS, cases[_i].expected);
}
END_TEST

/* Agreements are told at the as-of day, the other tables for October only; that in euros is not
   reported any more. */
START_TEST (tables_are_added_up_as_reported)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) report = BUILD_REPORT (
      &plan, "balance: month=2026-09 | C=20 | B=80", "balance: C=30 | B=70",
      "balance: month=2026-11 | C=70 | B=30",
      "balance: agreement=a2 | month=2026-09 | currency=EUR | C=3 | B=4",
      "invoice: subtotal=-10 | " ACO, "invoice: subtotal=-20 | month=2026-09 | invoice=G0 | " ACO,
      "invoice: subtotal=-40 | month=2026-11 | invoice=G2 | " ACO);

  EXPECT_ROWS (report, REPORT_TOTALS, COLUMNS,
               "EUR - - 0.00 0.00 - -\nUSD 10.00 0.00 70.00 10.00 0.00 -10.00");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("totals");
  TCase *tcase = tcase_create ("totals");

  tcase_add_loop_test (tcase, tables_are_added_up_per_currency, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, tables_are_added_up_as_reported);
  suite_add_tcase (suite, tcase);
  return suite;
}

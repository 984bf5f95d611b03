/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/credit-order.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* 85 net of 15 % have a list value of 100. */
#define PEC_LINE "invoice: adjustment=15% Partner earned credit"
#define PLAIN_LINE "invoice: subtotal="
#define ACO_LINE "invoice: reason=Azure Credit Offer"
#define PEC_ROW "usage: credit-type=Partner Earned Credit Applied | pec=15"

typedef struct
{
  const char *rows[7];
  const char *code;
  const char *expected;
} OrderCase;

static const OrderCase cases[] = {
  /* ACO302 without daily usage: the smaller of what remained and of what earned PEC at list. */
  { { "balance: B=50", PLAIN_LINE "0", PEC_LINE " | subtotal=85" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 invoice.csv 3" },
  { { "balance: B=500", PEC_LINE " | subtotal=85", PEC_LINE " | subtotal=8.5 | invoice=G2" },
    "ACO302",
    "error c1 - USD 2026-10 110.00 invoice.csv 2" },
  { { "balance: B=30", "balance: agreement=a2 | B=20", PEC_LINE " | subtotal=85" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 invoice.csv 2" },
  /* More than the tolerance. */
  { { "balance: B=0.01", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=0.0101", PEC_LINE " | subtotal=85" },
    "ACO302",
    "error c1 - USD 2026-10 0.0101 invoice.csv 2" },
  { { "balance: B=50", PEC_LINE " | subtotal=0.0085" }, "ACO302", "" },
  { { "balance: B=50", PEC_LINE " | subtotal=0.017" },
    "ACO302",
    "error c1 - USD 2026-10 0.02 invoice.csv 2" },
  { { "balance: B=0", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=-5", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=50", PLAIN_LINE "85" }, "ACO302", "" },
  { { PEC_LINE " | subtotal=85" }, "ACO302", "" },
  /* Only agreements that ran the whole month prove something ... */
  { { "balance: B=50 | effective=2026-10-01 | expiry=2026-10-31", PEC_LINE " | subtotal=85" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 invoice.csv 2" },
  { { "balance: B=50 | effective=2026-10-02", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=50 | expiry=2026-10-30", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  /* ... and that are not reported expired. */
  { { "balance: B=50 | status=expired", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=50 | status=expired", "balance: agreement=a2 | B=7", PEC_LINE " | subtotal=85" },
    "ACO302",
    "error c1 - USD 2026-10 7.00 invoice.csv 2" },
  /* What was forfeited did not remain. */
  { { "balance: month=2026-09 | B=50", "balance: B=10 | expiry=2026-10-31",
      PEC_LINE " | subtotal=85" },
    "ACO302",
    "error c1 - USD 2026-10 10.00 invoice.csv 2" },
  /* Customer, month and currency are those of the keys. */
  { { "balance: B=50 | currency=EUR", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=50 | customer=c2", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  { { "balance: B=50 | month=2026-09", PEC_LINE " | subtotal=85" }, "ACO302", "" },
  /* PEC on what is no Azure usage is not looked at. */
  { { "balance: B=50", PEC_LINE " | subtotal=85 | reservation=r1" }, "ACO302", "" },
  /* Daily usage of others, of other months, or not billed yet, is not this customer's. */
  { { "balance: B=50", PEC_LINE " | subtotal=85", "usage: customer=c2 | total=1" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 invoice.csv 2" },
  { { "balance: B=50", PEC_LINE " | subtotal=85", "usage: invoice=G9 | day=2026-09-30 | total=1" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 invoice.csv 2" },
  { { "balance: B=50", PEC_LINE " | subtotal=85", "usage: invoice= | total=1" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 invoice.csv 2" },

  /* ACO302 with daily usage: its rows decide. */
  { { "balance: B=50", PEC_LINE " | subtotal=85", "usage: total=3", PEC_ROW " | total=17" },
    "ACO302",
    "error c1 - USD 2026-10 20.00 usage.csv 3" },
  { { "balance: B=15", PEC_LINE " | subtotal=85", PEC_ROW " | total=17" },
    "ACO302",
    "error c1 - USD 2026-10 15.00 usage.csv 2" },
  { { "balance: B=50", PEC_ROW " | total=17" },
    "ACO302",
    "error c1 - USD 2026-10 20.00 usage.csv 2" },
  { { "balance: B=50", PEC_LINE " | subtotal=85", "usage: total=3" }, "ACO302", "" },
  { { "balance: B=50", PEC_LINE " | subtotal=85", "usage: total=3 | currency=EUR" }, "ACO302", "" },
  { { "balance: B=0.01", PEC_ROW " | total=17" }, "ACO302", "" },
  { { "balance: B=0.02", PEC_ROW " | total=17" },
    "ACO302",
    "error c1 - USD 2026-10 0.02 usage.csv 2" },
  /* Agreements need not run the whole month: their days tell, both ends included. */
  { { "balance: B=50 | effective=2026-10-10 | expiry=2026-10-20",
      PEC_ROW " | total=1.70 | day=2026-10-09", PEC_ROW " | total=17 | day=2026-10-20",
      PEC_ROW " | total=8.50 | day=2026-10-10", PEC_ROW " | total=170 | day=2026-10-21" },
    "ACO302",
    "error c1 - USD 2026-10 30.00 usage.csv 3" },
  { { "balance: B=50 | effective=2026-10-10", PEC_ROW " | total=17 | day=2026-10-09" },
    "ACO302",
    "" },
  { { "balance: B=50 | expiry=2026-10-20", PEC_ROW " | total=17 | day=2026-10-21" }, "ACO302", "" },
  /* What was forfeited was still there on its days. */
  { { "balance: month=2026-09 | B=50", "balance: B=0 | expiry=2026-10-20",
      PEC_ROW " | total=17 | day=2026-10-20" },
    "ACO302",
    "error c1 - USD 2026-10 20.00 usage.csv 2" },
  { { "balance: month=2026-09 | B=50", "balance: B=4 | expiry=2026-10-20",
      PEC_ROW " | total=170 | day=2026-10-20" },
    "ACO302",
    "error c1 - USD 2026-10 50.00 usage.csv 2" },
  { { "balance: B=50 | status=expired", PEC_ROW " | total=17" },
    "ACO302",
    "error c1 - USD 2026-10 20.00 usage.csv 2" },
  /* The window of the row of that month counts, not that of another. */
  { { "balance: month=2026-09 | B=50", "balance: B=50 | expiry=2026-10-09", PEC_ROW " | total=17" },
    "ACO302",
    "" },
  /* A key with nothing opens no window and takes nothing from the others. */
  { { "balance: B=0", "balance: agreement=a2 | B=50 | effective=2026-10-20",
      PEC_ROW " | total=17" },
    "ACO302",
    "" },
  { { "balance: B=-40", "balance: agreement=a2 | B=15", PEC_ROW " | total=17" },
    "ACO302",
    "error c1 - USD 2026-10 15.00 usage.csv 2" },
  { { "balance: B=15", "balance: agreement=a2 | B=15", PEC_ROW " | total=170" },
    "ACO302",
    "error c1 - USD 2026-10 30.00 usage.csv 2" },
  /* The BillingCurrency is that of the keys. */
  { { "balance: B=50 | currency=EUR", PEC_ROW " | total=17" }, "ACO302", "" },
  { { "balance: B=50 | currency=EUR", PEC_ROW " | total=17 | currency=eur",
      PEC_ROW " | total=170" },
    "ACO302",
    "error c1 - EUR 2026-10 20.00 usage.csv 2" },
  /* The month is that of the invoice. */
  { { "balance: B=50", "invoice: month=2026-11", PEC_ROW " | total=17" }, "ACO302", "" },
  /* Per percentage, each rounded once: 0.1176 + 0.1176, and 0.1111. */
  { { "balance: B=50", PEC_ROW " | total=0.1", PEC_ROW " | total=0.1 | day=2026-10-16",
      PEC_ROW " | total=0.1 | pec=10" },
    "ACO302",
    "error c1 - USD 2026-10 0.35 usage.csv 2" },

  /* ACO304: usage got nothing while credit remained. */
  { { "balance: B=50", PEC_LINE " | subtotal=0", PLAIN_LINE "30" },
    "ACO304",
    "warning c1 - USD 2026-10 30.00 invoice.csv 3" },
  { { "balance: B=20", PLAIN_LINE "30", PLAIN_LINE "5" },
    "ACO304",
    "warning c1 - USD 2026-10 20.00 invoice.csv 2" },
  { { "balance: B=50", PLAIN_LINE "30", ACO_LINE " | subtotal=-29.99" }, "ACO304", "" },
  { { "balance: B=50", PLAIN_LINE "30", ACO_LINE " | subtotal=-29.98" },
    "ACO304",
    "warning c1 - USD 2026-10 0.02 invoice.csv 2" },
  { { "balance: B=0.01", PLAIN_LINE "30" }, "ACO304", "" },
  { { "balance: B=0.02", PLAIN_LINE "30" },
    "ACO304",
    "warning c1 - USD 2026-10 0.02 invoice.csv 2" },
  { { "balance: B=50", PLAIN_LINE "30 | publisher=Contoso" }, "ACO304", "" },
  { { "balance: B=50 | effective=2026-10-02", PLAIN_LINE "30" }, "ACO304", "" },
  { { "balance: B=50 | expiry=2026-10-30", PLAIN_LINE "30" }, "ACO304", "" },
  { { "balance: B=50 | status=expired", PLAIN_LINE "30" }, "ACO304", "" },
  { { "balance: B=50 | currency=EUR", PLAIN_LINE "30" }, "ACO304", "" },
  { { PLAIN_LINE "30" }, "ACO304", "" },
  /* What ACO302 counts is counted once: 50 remain, 20 of them for PEC. */
  { { "balance: B=50", PLAIN_LINE "100", PEC_LINE " | subtotal=17" },
    "ACO304",
    "warning c1 - USD 2026-10 30.00 invoice.csv 2" },
  { { "balance: B=20.01", PLAIN_LINE "100", PEC_LINE " | subtotal=17" }, "ACO304", "" },
  { { "balance: B=20.02", PLAIN_LINE "100", PEC_LINE " | subtotal=17" },
    "ACO304",
    "warning c1 - USD 2026-10 0.02 invoice.csv 2" },
  /* Where that is not found nothing is taken off. */
  { { "balance: B=50", PLAIN_LINE "100", PEC_LINE " | subtotal=0.0085" },
    "ACO304",
    "warning c1 - USD 2026-10 50.00 invoice.csv 2" },
  { { "balance: B=50", PLAIN_LINE "100", PEC_LINE " | subtotal=17", "usage: total=1" },
    "ACO304",
    "warning c1 - USD 2026-10 50.00 invoice.csv 2" },
  /* Forfeited credit may have made ACO302 larger than what covers the month. */
  { { "balance: month=2026-09 | B=50", "balance: B=30 | expiry=2026-10-31", PLAIN_LINE "100",
      PEC_ROW " | total=34" },
    "ACO304",
    "" },

  /* ACO305: no credit is left, other usage earned PEC, this did not: 15 % of it. */
  { { PEC_LINE " | subtotal=85", PLAIN_LINE "30" },
    "ACO305",
    "notice c1 - USD 2026-10 4.50 invoice.csv 3" },
  { { "balance: B=0", PEC_LINE " | subtotal=85", PLAIN_LINE "30" },
    "ACO305",
    "notice c1 - USD 2026-10 4.50 invoice.csv 3" },
  { { "balance: B=0.01", PEC_LINE " | subtotal=85", PLAIN_LINE "30" }, "ACO305", "" },
  { { "balance: B=-0.01", PEC_LINE " | subtotal=85", PLAIN_LINE "30" }, "ACO305", "" },
  { { "balance: B=5", "balance: agreement=a2 | B=-5", PEC_LINE " | subtotal=85", PLAIN_LINE "30" },
    "ACO305",
    "notice c1 - USD 2026-10 4.50 invoice.csv 3" },
  { { "balance: B=5 | currency=EUR", PEC_LINE " | subtotal=85", PLAIN_LINE "30" },
    "ACO305",
    "notice c1 - USD 2026-10 4.50 invoice.csv 3" },
  { { PLAIN_LINE "30" }, "ACO305", "" },
  { { PEC_LINE " | subtotal=0", PLAIN_LINE "30" }, "ACO305", "" },
  { { PEC_LINE " | subtotal=-1", PLAIN_LINE "30" }, "ACO305", "" },
  { { PEC_LINE " | subtotal=85", PLAIN_LINE "30", ACO_LINE " | subtotal=-30" }, "ACO305", "" },
  { { PEC_LINE " | subtotal=85", PLAIN_LINE "30", ACO_LINE " | subtotal=-29.90" },
    "ACO305",
    "notice c1 - USD 2026-10 0.02 invoice.csv 3" }, /* H(0.015) */
  { { PEC_LINE " | subtotal=85", PLAIN_LINE "30 | subscription=" }, "ACO305", "" },
  { { PEC_LINE " | subtotal=85", PLAIN_LINE "30 | currency=EUR" }, "ACO305", "" },
};

START_TEST (the_order_of_credits_is_judged)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, cases[_i].rows);

  EXPECT_FINDINGS (report, cases[_i].code, cases[_i].expected);
}
END_TEST

START_TEST (the_tolerance_is_that_of_the_rules)
{
  ReckonPlan plan = reckon_plan_default ();
  static const char *const rows[]
      = { "balance: B=150", PEC_LINE " | subtotal=85", PLAIN_LINE "50", NULL };

  plan.tolerance = decimal_from_int (50);
  g_autoptr (Report) some = build_report_of_rows (&plan, rows);
  EXPECT_FINDINGS (some, "ACO302", "error c1 - USD 2026-10 100.00 invoice.csv 2");
  EXPECT_FINDINGS (some, "ACO304", "");
  plan.tolerance = decimal_from_scaled (4999, 2);
  g_autoptr (Report) both = build_report_of_rows (&plan, rows);
  EXPECT_FINDINGS (both, "ACO304", "warning c1 - USD 2026-10 50.00 invoice.csv 3");
}
END_TEST

START_TEST (only_reported_months_have_findings)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 11);
  g_autoptr (Report) report = BUILD_REPORT (
      &plan, "balance: B=50", PEC_LINE " | subtotal=17", PLAIN_LINE "50", "balance: customer=c2",
      PEC_LINE " | subtotal=17 | customer=c2", PLAIN_LINE "50 | customer=c2");
  EXPECT_ROWS (report, REPORT_FINDINGS, "code", "ACO408"); /* nothing is there of the month */
}
END_TEST

START_TEST (messages_name_what_remained)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: B=50", PEC_LINE " | subtotal=17", PLAIN_LINE "100");
  const FindingRow *pec = report_row (report, REPORT_FINDINGS, 0);
  const FindingRow *uncovered = report_row (report, REPORT_FINDINGS, 1);

  ck_assert_ptr_nonnull (strstr (pec->message, "20.00 list value"));
  ck_assert_ptr_nonnull (strstr (pec->message, "50.00 of ACO"));
  ck_assert_ptr_nonnull (strstr (uncovered->message, "100.00 of Azure usage"));
  ck_assert_ptr_nonnull (strstr (uncovered->message, "30.00 of ACO"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-order");
  TCase *tcase = tcase_create ("order");

  tcase_add_loop_test (tcase, the_order_of_credits_is_judged, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, the_tolerance_is_that_of_the_rules);
  tcase_add_test (tcase, only_reported_months_have_findings);
  tcase_add_test (tcase, messages_name_what_remained);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/waterfall.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"
#define PEC "adjustment=[\"15.0% Partner earned credit for services managed\"]"
#define OTHER "type=customerCredit"

#define MONEY "charges aco_used other_credits net plain uncovered pec_base pec_list pec_earned"

/* The table */

static const struct
{
  const char *rows[7];
  const char *columns;
  const char *expected;
} rows[] = {
  /* Charges 100 + 85; ACO covers 30, another credit gives 5: net 150. 85 net of 15 % are 100 list
     and 15 earned. */
  { { "invoice: subtotal=100", "invoice: subtotal=85 | " PEC, "invoice: subtotal=-30 | " ACO,
      "invoice: subtotal=-5 | " OTHER },
    MONEY,
    "185.00 30.00 5.00 150.00 100.00 70.00 85.00 100.00 15.00" },
  /* Only Azure usage is plain or has PEC; everything is a charge. */
  { { "invoice: subtotal=10", "invoice: subtotal=20 | reservation=r1",
      "invoice: subtotal=40 | publisher=Contoso",
      "invoice: subtotal=80 | subscription=", "invoice: subtotal=160 | reservation=r1 | " PEC },
    MONEY,
    "310.00 0.00 0.00 310.00 10.00 10.00 0.00 0.00 0.00" },
  /* Refunds are negative charges. */
  { { "invoice: subtotal=10", "invoice: subtotal=-30 | type=cancelImmediate" },
    MONEY,
    "-20.00 0.00 0.00 -20.00 -20.00 0.00 0.00 0.00 0.00" },
  /* Uncovered is never negative, and only credit on usage covers usage. */
  { { "invoice: subtotal=10", "invoice: subtotal=-10.01 | " ACO },
    "plain uncovered net",
    "10.00 0.00 -0.01" },
  { { "invoice: subtotal=10", "invoice: subtotal=-9.99 | " ACO },
    "plain uncovered net",
    "10.00 0.01 0.01" },
  { { "invoice: subtotal=10", "invoice: subtotal=-4 | reservation=r1 | " ACO,
      "invoice: subtotal=-3 | " OTHER },
    "plain uncovered aco_used net",
    "10.00 10.00 4.00 3.00" },
  /* A credit that charges is negative credit. */
  { { "invoice: subtotal=10", "invoice: subtotal=2 | " ACO },
    "aco_used uncovered net",
    "-2.00 12.00 12.00" },

  /* PEC is summed per percentage and rounded once: 0.10 of 15 % is 0.017647 earned, three of them
     0.0529; 0.1176 list, three 0.3529. One by one that would be 0.06 and 0.36. */
  { { "invoice: subtotal=0.10 | " PEC, "invoice: subtotal=0.10 | " PEC " | invoice=G2",
      "invoice: subtotal=0.10 | adjustment=15% Partner earned credit" },
    "pec_base pec_list pec_earned",
    "0.30 0.35 0.05" },
  /* Different percentages are rounded apart: 0.1176 and 0.1111 list, 0.0176 and 0.0111 earned. */
  { { "invoice: subtotal=0.10 | " PEC,
      "invoice: subtotal=0.10 | adjustment=10% Partner earned credit" },
    "pec_base pec_list pec_earned",
    "0.20 0.23 0.03" },
  { { "invoice: subtotal=85 | " PEC, "invoice: subtotal=-85 | " PEC },
    "pec_base pec_list pec_earned",
    "0.00 0.00 0.00" },
  /* What is exact stays exact. */
  { { "invoice: subtotal=0.0071" }, "charges net plain", "0.0071 0.0071 0.0071" },

  /* Cells: customer, month, currency. */
  { { "invoice: subtotal=1", "invoice: subtotal=2 | currency=EUR",
      "invoice: subtotal=4 | customer=c2", "invoice: subtotal=8 | invoice=G2 | month=2026-09",
      "invoice: subtotal=16 | invoice=G3" },
    "customer_id currency month charges",
    "c1 EUR 2026-10 2.00\nc1 USD 2026-09 8.00\nc1 USD 2026-10 17.00\nc2 USD 2026-10 4.00" },
  /* Without billed lines there is no row. */
  { { "balance: B=5", "usage: total=5", "invoice: invoice= | subtotal=7" }, "charges", "" },
};

START_TEST (the_invoice_falls_from_charges_to_net)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, rows[_i].rows);

  EXPECT_ROWS (report, REPORT_WATERFALL, rows[_i].columns, rows[_i].expected);
}
END_TEST

/* What was available, and what of it should have been used */

#define USAGE "invoice: subtotal=100", "invoice: subtotal=85 | " PEC /* 200 at list */

static const struct
{
  const char *rows[6];
  const char *expected; /* aco_available aco_expected of USD */
} available[] = {
  { { USAGE }, "- -" },
  /* Opening or grant, of all keys of that currency. */
  { { USAGE, "balance: C=0 | B=50" }, "50.00 50.00" },
  { { USAGE, "balance: month=2026-09 | C=1 | B=90", "balance: C=11 | B=80" }, "90.00 90.00" },
  { { USAGE, "balance: B=50", "balance: agreement=a2 | B=70" }, "120.00 120.00" },
  { { USAGE, "balance: B=50", "balance: currency=EUR | B=70" }, "50.00 50.00" },
  { { USAGE, "balance: currency=EUR | B=70" }, "- -" },
  { { USAGE, "balance: customer=c2 | B=70" }, "- -" },
  { { USAGE, "balance: month=2026-09 | B=70" }, "- -" },
  /* No more than the usage at list: 100 plain and 100 that earned PEC. */
  { { USAGE, "balance: B=200" }, "200.00 200.00" },
  { { USAGE, "balance: B=200.01" }, "200.01 200.00" },
  /* One unknown opening. */
  { { USAGE, "balance: C=5 | B=50", "balance: agreement=a2 | B=70" }, "- -" },
  /* An agreement that begins or ends within the month: what it should cover is not known. */
  { { USAGE, "balance: B=50 | effective=2026-10-02 | C=1" }, "51.00 -" },
  { { USAGE, "balance: B=50 | effective=2026-10-01 | C=1" }, "51.00 51.00" },
  { { USAGE, "balance: B=50 | expiry=2026-10-30" }, "50.00 -" },
  { { USAGE, "balance: B=50 | expiry=2026-10-31" }, "50.00 50.00" },
  { { USAGE, "balance: B=50", "balance: agreement=a2 | B=1 | expiry=2026-10-30" }, "51.00 -" },
  /* With nothing to give, its window does not matter. */
  { { USAGE, "balance: B=50", "balance: agreement=a2 | B=0 | expiry=2026-10-30" }, "50.00 50.00" },
  { { USAGE, "balance: B=50", "balance: agreement=a2 | B=-1 | expiry=2026-10-30" }, "49.00 49.00" },
};

START_TEST (available_credit_is_known_where_balances_are)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, available[_i].rows);

  EXPECT_ROWS (report, REPORT_WATERFALL, "aco_available aco_expected", available[_i].expected);
}
END_TEST

/* Findings */

static const struct
{
  const char *rows[5];
  const char *code;
  const char *expected;
} findings[] = {
  /* ACO207: the month has balance rows, but none of this customer. */
  { { "balance: customer=c2", "invoice: subtotal=9", "invoice: subtotal=-5 | " ACO,
      "invoice: subtotal=-2 | " ACO },
    "ACO207",
    "error c1 - USD 2026-10 7.00 invoice.csv 3" },
  { { "invoice: subtotal=-5 | " ACO }, "ACO207", "" },
  { { "balance: customer=c2 | month=2026-09", "invoice: subtotal=-5 | " ACO }, "ACO207", "" },
  { { "balance: B=1", "balance: customer=c2", "invoice: subtotal=-5 | " ACO }, "ACO207", "" },
  { { "balance: currency=EUR", "invoice: subtotal=-5 | " ACO }, "ACO207", "" },
  { { "balance: month=2026-09", "balance: customer=c2", "invoice: subtotal=-5 | " ACO },
    "ACO207",
    "error c1 - USD 2026-10 5.00 invoice.csv 2" },
  { { "balance: customer=c2", "invoice: subtotal=-5 | " OTHER, "invoice: subtotal=5" },
    "ACO207",
    "" },
  /* Lines, not money: a credit of 0 is one. */
  { { "balance: customer=c2", "invoice: subtotal=0 | " ACO },
    "ACO207",
    "error c1 - USD 2026-10 0.00 invoice.csv 2" },
  /* The first line in reading order, whatever invoice it stands on. */
  { { "balance: customer=c2", "invoice: subtotal=-5 | invoice=G1 | line=9 | " ACO,
      "invoice: subtotal=-5 | invoice=G2 | line=4 | " ACO },
    "ACO207",
    "error c1 - USD 2026-10 10.00 invoice.csv 4" },

  /* ACO306: more was credited than was there, by more than a cent. */
  { { "balance: B=50", "invoice: subtotal=1", "invoice: subtotal=-50.02 | " ACO },
    "ACO306",
    "error c1 - USD 2026-10 0.02 invoice.csv 3" },
  { { "balance: B=50", "invoice: subtotal=-50.01 | " ACO }, "ACO306", "" },
  { { "balance: B=50", "invoice: subtotal=-50.0101 | " ACO },
    "ACO306",
    "error c1 - USD 2026-10 0.0101 invoice.csv 2" },
  { { "balance: C=7 | B=50", "invoice: subtotal=-99 | " ACO }, "ACO306", "" },
  { { "balance: currency=EUR | B=50", "invoice: subtotal=-99 | " ACO }, "ACO306", "" },
  { { "balance: B=50", "balance: agreement=a2 | B=49", "invoice: subtotal=-99 | " ACO },
    "ACO306",
    "" },
  /* Other credits do not count. */
  { { "balance: B=50", "invoice: subtotal=-99 | " OTHER }, "ACO306", "" },
};

START_TEST (credit_is_found_and_its_near_miss_is_not)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, findings[_i].rows);

  EXPECT_FINDINGS (report, findings[_i].code, findings[_i].expected);
}
END_TEST

START_TEST (only_reported_months_have_rows_and_findings)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) report = BUILD_REPORT (&plan, "balance: month=2026-09 | B=1", "balance: B=1",
                                            "invoice: month=2026-09 | subtotal=-2 | " ACO,
                                            "invoice: invoice=G2 | subtotal=-3 | " ACO);
  EXPECT_ROWS (report, REPORT_WATERFALL, "month aco_used", "2026-10 3.00");
  EXPECT_FINDINGS (report, "ACO306", "error c1 - USD 2026-10 2.00 invoice.csv 3");
}
END_TEST

START_TEST (rows_name_the_customer)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: customer=C1 | name=Contoso | subtotal=1");

  EXPECT_ROWS (report, REPORT_WATERFALL, "customer_id customer_name", "c1 Contoso");
}
END_TEST

START_TEST (what_is_over_available_names_both)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "balance: B=50", "invoice: subtotal=-60 | " ACO);
  gboolean found = FALSE;

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      found = found
              || (row->code == FINDING_ACO_OVER_AVAILABLE && strstr (row->message, "60.00") != NULL
                  && strstr (row->message, "50.00") != NULL);
    }
  ck_assert (found);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("waterfall");
  TCase *table = tcase_create ("table");
  TCase *found = tcase_create ("findings");

  tcase_add_loop_test (table, the_invoice_falls_from_charges_to_net, 0, G_N_ELEMENTS (rows));
  tcase_add_loop_test (table, available_credit_is_known_where_balances_are, 0,
                       G_N_ELEMENTS (available));
  tcase_add_test (table, rows_name_the_customer);
  tcase_add_loop_test (found, credit_is_found_and_its_near_miss_is_not, 0, G_N_ELEMENTS (findings));
  tcase_add_test (found, only_reported_months_have_rows_and_findings);
  tcase_add_test (found, what_is_over_available_names_both);
  suite_add_tcase (suite, table);
  suite_add_tcase (suite, found);
  return suite;
}

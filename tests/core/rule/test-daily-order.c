/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/daily-order.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* Rows of one day of October 2026; 85 net of 15 % have a list value of 100. */
#define ACO(day) "usage: credit-type=Azure Credit Applied | day=2026-10-" day
#define PEC(day) "usage: credit-type=Partner Earned Credit Applied | pec=15 | day=2026-10-" day
/* An agreement that runs all the time, and one with its own days. */
#define ALWAYS "balance: B=0"
#define FROM(day) "balance: B=0 | agreement=a2 | effective=2026-10-" day
#define UNTIL(day) "balance: B=0 | agreement=a3 | expiry=2026-10-" day

typedef struct
{
  const char *rows[9];
  const char *code;
  const char *expected;
} DailyCase;

/* ACO301: a credited row names a percentage of Partner Earned Credit as well. */
static const DailyCase double_credits[] = {
  { { "usage: total=7", ACO ("05") " | total=-5 | pec=15" },
    "ACO301",
    "error c1 - USD 2026-10 5.00 usage.csv 3" },
  { { ACO ("05") " | total=5 | pec=0" }, "ACO301", "" },
  { { ACO ("05") " | total=5" }, "ACO301", "" },
  { { ACO ("05") " | total=5 | pec=0.1" }, "ACO301", "error c1 - USD 2026-10 5.00 usage.csv 2" },
  { { ACO ("05") " | total=0 | pec=15" }, "ACO301", "" },
  { { PEC ("05") " | total=5" }, "ACO301", "" },
  /* CreditPercentage 100 is ACO too, and is no percentage of PEC. */
  { { "usage: total=5 | percent=100 | pec=15 | credit-type=Credit Not Applied" },
    "ACO301",
    "error c1 - USD 2026-10 5.00 usage.csv 2" },
  { { "usage: total=5 | percent=100 | credit-type=Azure Credit Applied" }, "ACO301", "" },
  /* Row by row, in the month of the invoice. */
  { { ACO ("05") " | total=5 | pec=15", ACO ("05") " | total=6 | pec=15",
      "invoice: month=2026-09 | invoice=G2",
      ACO ("01") " | total=7.125 | pec=15 | invoice=g2 | customer=C2 | currency=eur" },
    "ACO301",
    "error c1 - USD 2026-10 5.00 usage.csv 2\nerror c1 - USD 2026-10 6.00 usage.csv 3\n"
    "error c2 - EUR 2026-09 7.125 usage.csv 4" },
  /* Where no credited row of the run has a total, the value is price x quantity x rate. */
  { { ACO ("05") " | total=0 | pec=15 | price=-2 | quantity=3 | rate=0.5" },
    "ACO301",
    "error c1 - USD 2026-10 3.00 usage.csv 2" },
  { { ACO ("05") " | total=0 | pec=15 | price=2 | quantity=3", ACO ("06") " | total=1" },
    "ACO301",
    "" },
  { { ACO ("05") " | total=0 | pec=15 | price=2 | quantity=3", PEC ("06") " | total=1" },
    "ACO301",
    "error c1 - USD 2026-10 6.00 usage.csv 2" },
  /* Estimates are not looked at. */
  { { ACO ("05") " | total=5 | pec=15 | invoice=" }, "ACO301", "" },
};

/* ACO303: PEC on one day, ACO on a later one, while one agreement covers both. */
static const DailyCase after_pec[] = {
  { { ALWAYS, PEC ("05") " | total=85", ACO ("06") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  /* The day on which ACO runs out has both; so may every day. */
  { { ALWAYS, ACO ("04") " | total=9", PEC ("05") " | total=85", ACO ("05") " | total=9",
      PEC ("06") " | total=85" },
    "ACO303",
    "" },
  { { ALWAYS, ACO ("05") " | total=9", PEC ("06") " | total=85" }, "ACO303", "" },
  /* All rows before the last credited day count, at list; those of that day and later do not. */
  { { ALWAYS, PEC ("07") " | total=85 | line=9", PEC ("05") " | total=8.5 | line=12",
      ACO ("09") " | total=9", PEC ("09") " | total=850", PEC ("10") " | total=850",
      ACO ("06") " | total=1" },
    "ACO303",
    "warning c1 - USD 2026-10 110.00 usage.csv 9" },
  /* The same percentage is summed and rounded once: 0.1176 + 0.1176. */
  { { ALWAYS, PEC ("05") " | total=0.10", PEC ("06") " | total=0.10", ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 0.24 usage.csv 2" },
  /* Nothing of value. */
  { { ALWAYS, PEC ("05") " | total=0", ACO ("06") " | total=9" }, "ACO303", "" },
  { { ALWAYS, PEC ("05") " | total=85", ACO ("06") " | total=0", ACO ("05") " | total=1" },
    "ACO303",
    "" },
  { { ALWAYS, PEC ("05") " | total=0", PEC ("05") " | total=85", ACO ("06") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 3" },
  /* Without totals of credited rows their list price tells. */
  { { ALWAYS, PEC ("05") " | total=85", ACO ("06") " | total=0 | price=1 | quantity=1" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  { { ALWAYS, PEC ("05") " | total=85", ACO ("06") " | total=0 | price=1 | quantity=0" },
    "ACO303",
    "" },

  /* Windows: both days are included. */
  { { "balance: effective=2026-10-05 | expiry=2026-10-09", PEC ("05") " | total=85",
      ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  { { "balance: effective=2026-10-06 | expiry=2026-10-09", PEC ("05") " | total=85",
      ACO ("09") " | total=9" },
    "ACO303",
    "" },
  { { "balance: effective=2026-10-05 | expiry=2026-10-08", PEC ("05") " | total=85",
      ACO ("09") " | total=9" },
    "ACO303",
    "" },
  { { PEC ("05") " | total=85", ACO ("09") " | total=9" }, "ACO303", "" },
  { { "balance: customer=c2", PEC ("05") " | total=85", ACO ("09") " | total=9" }, "ACO303", "" },
  /* Two windows that hold a day each are not one that holds both. */
  { { UNTIL ("08"), "balance: effective=2026-09-01 | expiry=2026-10-04", ACO ("09") " | total=9",
      PEC ("05") " | total=85" },
    "ACO303",
    "" },
  /* Windows of all balance rows of the customer count, of whatever month and currency. */
  { { "balance: month=2026-03 | currency=EUR", PEC ("05") " | total=85", ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },

  /* An agreement that starts in between brings new credit: after the one day, not after the
     other. */
  { { ALWAYS, FROM ("06"), PEC ("05") " | total=85", ACO ("09") " | total=9" }, "ACO303", "" },
  { { ALWAYS, FROM ("09"), PEC ("05") " | total=85", ACO ("09") " | total=9" }, "ACO303", "" },
  { { ALWAYS, FROM ("05"), PEC ("05") " | total=85", ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  { { ALWAYS, FROM ("10"), PEC ("05") " | total=85", ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  /* What came after its start is judged all the same. */
  { { ALWAYS, FROM ("07"), PEC ("05") " | total=85", PEC ("08") " | total=8.5",
      ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 10.00 usage.csv 3" },
  /* The next credited day decides, with the start after it. */
  { { ALWAYS, FROM ("08"), PEC ("05") " | total=85", ACO ("06") " | total=9",
      ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  /* Another customer's start is not theirs. */
  { { ALWAYS, "balance: customer=c2 | effective=2026-10-06", PEC ("05") " | total=85",
      ACO ("09") " | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },

  /* Customer, month and currency each stand alone. */
  { { ALWAYS, PEC ("05") " | total=85", ACO ("09") " | total=9 | currency=EUR" }, "ACO303", "" },
  { { ALWAYS, "balance: customer=c2", PEC ("05") " | total=85",
      ACO ("09") " | total=9 | customer=c2" },
    "ACO303",
    "" },
  { { ALWAYS, PEC ("31") " | total=85 | invoice=G8",
      "usage: credit-type=Azure Credit Applied | day=2026-11-01 | total=9 | invoice=G9" },
    "ACO303",
    "" },
  { { ALWAYS, "invoice: month=2026-10", PEC ("31") " | total=85",
      "usage: credit-type=Azure Credit Applied | day=2026-11-01 | total=9" },
    "ACO303",
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
  { { ALWAYS, PEC ("05") " | total=85", ACO ("09") " | total=9",
      PEC ("05") " | total=17 | currency=EUR", ACO ("09") " | total=9 | currency=EUR",
      "invoice: invoice=G2 | month=2026-09", PEC ("05") " | total=1.70 | invoice=G2",
      ACO ("09") " | total=9 | invoice=G2" },
    "ACO303",
    "warning c1 - EUR 2026-10 20.00 usage.csv 4\nwarning c1 - USD 2026-09 2.00 usage.csv 6\n"
    "warning c1 - USD 2026-10 100.00 usage.csv 2" },
};

/* ACO307: credited on a day on which no agreement of the customer runs. */
static const DailyCase outside[] = {
  { { "balance: effective=2026-10-05 | expiry=2026-10-09", ACO ("04") " | total=1",
      ACO ("05") " | total=2", ACO ("09") " | total=4", ACO ("10") " | total=8" },
    "ACO307",
    "error c1 - USD 2026-10 9.00 usage.csv 2" },
  { { "balance: effective=2026-10-05 | expiry=2026-10-09", ACO ("05") " | total=2",
      ACO ("09") " | total=4" },
    "ACO307",
    "" },
  /* Two windows with a hole. */
  { { UNTIL ("05"), FROM ("08"), ACO ("05") " | total=1", ACO ("06") " | total=2",
      ACO ("08") " | total=4" },
    "ACO307",
    "error c1 - USD 2026-10 2.00 usage.csv 3" },
  /* A missing date does not limit. */
  { { "balance: expiry=2026-10-09", ACO ("01") " | total=1" }, "ACO307", "" },
  { { "balance: effective=2026-10-02", ACO ("01") " | total=1" },
    "ACO307",
    "error c1 - USD 2026-10 1.00 usage.csv 2" },
  { { ALWAYS, ACO ("01") " | total=1" }, "ACO307", "" },
  /* Windows of all balance rows count: September's row said more than October's. */
  { { "balance: month=2026-09 | expiry=2026-10-31", "balance: expiry=2026-10-05",
      ACO ("20") " | total=1" },
    "ACO307",
    "" },
  { { "balance: currency=EUR | expiry=2026-10-31", UNTIL ("05"), ACO ("20") " | total=1" },
    "ACO307",
    "" },
  /* Who has no balance row is not judged. */
  { { ACO ("20") " | total=1" }, "ACO307", "" },
  { { "balance: customer=c2 | expiry=2026-10-05", ACO ("20") " | total=1" }, "ACO307", "" },
  /* Nothing of value, and nothing credited. */
  { { UNTIL ("05"), ACO ("20") " | total=0", ACO ("01") " | total=3" }, "ACO307", "" },
  { { UNTIL ("05"), PEC ("20") " | total=85", "usage: day=2026-10-20 | total=7" }, "ACO307", "" },
  /* Daily values are rounded once: 1.002 + 1.0029 = 2.0049, 1.002 + 1.003 = 2.005. */
  { { UNTIL ("05"), ACO ("20") " | total=-1.002", ACO ("21") " | total=1.0029" },
    "ACO307",
    "error c1 - USD 2026-10 2.00 usage.csv 2" },
  { { UNTIL ("05"), ACO ("21") " | total=1.002", ACO ("20") " | total=1.003 | line=9" },
    "ACO307",
    "error c1 - USD 2026-10 2.01 usage.csv 2" },
  /* List prices where credited rows have no total. */
  { { UNTIL ("05"), ACO ("20") " | total=0", ACO ("20") " | total=0 | price=2 | quantity=3" },
    "ACO307",
    "error c1 - USD 2026-10 6.00 usage.csv 3" },
  /* Customer, month and currency each stand alone. */
  { { UNTIL ("05"), "balance: customer=c2 | expiry=2026-10-05", ACO ("20") " | total=1",
      ACO ("20") " | total=2 | customer=c2", ACO ("20") " | total=4 | currency=EUR",
      "invoice: invoice=G2 | month=2026-11", ACO ("31") " | total=8 | invoice=G2" },
    "ACO307",
    "error c1 - EUR 2026-10 4.00 usage.csv 4\nerror c1 - USD 2026-10 1.00 usage.csv 2\n"
    "error c1 - USD 2026-11 8.00 usage.csv 5\nerror c2 - USD 2026-10 2.00 usage.csv 3" },
};

START_TEST (credited_rows_with_a_percentage_are_found)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, double_credits[_i].rows);

  EXPECT_FINDINGS (report, double_credits[_i].code, double_credits[_i].expected);
}
END_TEST

START_TEST (aco_after_pec_is_found_within_one_agreement)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, after_pec[_i].rows);

  EXPECT_FINDINGS (report, after_pec[_i].code, after_pec[_i].expected);
}
END_TEST

START_TEST (aco_outside_of_all_agreements_is_found)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, outside[_i].rows);

  EXPECT_FINDINGS (report, outside[_i].code, outside[_i].expected);
}
END_TEST

START_TEST (only_reported_months_have_findings)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 9);
  g_autoptr (Report) report = BUILD_REPORT (&plan, UNTIL ("05"), ACO ("20") " | total=1 | pec=15",
                                            PEC ("01") " | total=1", ACO ("02") " | total=1");
  EXPECT_FINDINGS (report, "ACO301", "");
  EXPECT_FINDINGS (report, "ACO303", "");
  EXPECT_FINDINGS (report, "ACO307", "");
}
END_TEST

/* 100 of credit are used up on the 15th; what is left of that day and all later days earn PEC. */
START_TEST (the_day_on_which_aco_and_pec_meet_raises_nothing)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: month=2026-09 | C=0 | B=100", "balance: C=100 | B=0",
      "invoice: subtotal=100 | price=10 | quantity=10",
      "invoice: subtotal=-100 | price=-10 | quantity=10 | reason=Azure Credit Offer",
      "invoice: subtotal=51 | price=8.5 | quantity=6 | adjustment=15% Partner earned credit",
      ACO ("14") " | total=60", ACO ("15") " | total=40", PEC ("15") " | total=17",
      PEC ("16") " | total=34");

  EXPECT_ROWS (report, REPORT_TIE_OUT, "balance_used invoice_credit usage_credit result",
               "100.00 100.00 100.00 agrees");
  EXPECT_ROWS (report, REPORT_FINDINGS, "code message", "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("daily-order");
  TCase *tcase = tcase_create ("days");

  tcase_add_loop_test (tcase, credited_rows_with_a_percentage_are_found, 0,
                       G_N_ELEMENTS (double_credits));
  tcase_add_loop_test (tcase, aco_after_pec_is_found_within_one_agreement, 0,
                       G_N_ELEMENTS (after_pec));
  tcase_add_loop_test (tcase, aco_outside_of_all_agreements_is_found, 0, G_N_ELEMENTS (outside));
  tcase_add_test (tcase, only_reported_months_have_findings);
  tcase_add_test (tcase, the_day_on_which_aco_and_pec_meet_raises_nothing);
  suite_add_tcase (suite, tcase);
  return suite;
}

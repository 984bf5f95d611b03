/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

/* What findings of one agreement, or of one row, come to; the cases are told as a text. */
static const struct
{
  const char *what;
  struct
  {
    FindingCode code;
    const char *agreement;
    int month;
    const char *amount;
  } findings[3];
  const char *cases;
} pairs[] = {
  { "a balance in doubt is the one that was lost",
    { { FINDING_STATUS_DATE_CONFLICT, "a", 10, "30" },
      { FINDING_AGREEMENT_EXPIRED, "a", 10, "45" } },
    "status-conflict 45.00: ACO112 ACO110" },
  { "not that of another agreement",
    { { FINDING_STATUS_DATE_CONFLICT, "a", 10, "30" },
      { FINDING_AGREEMENT_EXPIRED, "b", 10, "45" } },
    "agreement-expired 45.00: ACO110; status-date-conflict 30.00: ACO112" },
  { "a balance that vanished is the one that nobody reports",
    { { FINDING_AGREEMENT_VANISHED, "a", 9, "30" },
      { FINDING_AGREEMENT_UNREPORTED, "a", 10, "30" } },
    "vanished 30.00: ACO115 ACO119" },
  { "not that of another agreement",
    { { FINDING_AGREEMENT_VANISHED, "a", 9, "30" },
      { FINDING_AGREEMENT_UNREPORTED, "b", 10, "30" } },
    "agreement-vanished 30.00: ACO115; agreement-unreported 30.00: ACO119" },
  { "a credit without a balance row differs by all of it",
    { { FINDING_CREDIT_WITHOUT_AGREEMENT, NULL, 9, "80" },
      { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "-80" } },
    "no-balance-row 80.00: ACO207 ACO401" },
  { "a difference of another amount has another cause",
    { { FINDING_CREDIT_WITHOUT_AGREEMENT, NULL, 9, "80" },
      { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "-79.99" } },
    "credit-without-agreement 80.00: ACO207; balance-invoice-difference 79.99: ACO401" },
  { "more credit than there was is more than was used",
    { { FINDING_ACO_OVER_AVAILABLE, NULL, 9, "10" },
      { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "-25" } },
    "over-credited 25.00: ACO306 ACO401" },
  { "less on the invoice than was used is not",
    { { FINDING_ACO_OVER_AVAILABLE, NULL, 9, "10" },
      { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "25" } },
    "balance-invoice-difference 25.00: ACO401; aco-over-available 10.00: ACO306" },
  { "an invoice that differs from both others is wrong alone",
    { { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "7" },
      { FINDING_INVOICE_USAGE_DIFFERENCE, NULL, 9, "-7" } },
    "invoice-alone 7.00: ACO401 ACO402" },
  { "one that differs from them by other amounts is not",
    { { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "7" },
      { FINDING_INVOICE_USAGE_DIFFERENCE, NULL, 9, "7" } },
    "balance-invoice-difference 7.00: ACO401; invoice-usage-difference 7.00: ACO402" },
  { "what was used, not credited and charged is one money",
    { { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "7" },
      { FINDING_UNCOVERED_WHILE_ACO_REMAINED, NULL, 9, "7" } },
    "not-credited 7.00: ACO401 ACO304" },
  { "more that is charged is other money",
    { { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "7" },
      { FINDING_UNCOVERED_WHILE_ACO_REMAINED, NULL, 9, "7.01" } },
    "uncovered-while-aco-remained 7.01: ACO304; balance-invoice-difference 7.00: ACO401" },
  { "an invoice that credits too little charges the rest",
    { { FINDING_BALANCE_INVOICE_DIFFERENCE, NULL, 9, "7" },
      { FINDING_INVOICE_USAGE_DIFFERENCE, NULL, 9, "-7" },
      { FINDING_UNCOVERED_WHILE_ACO_REMAINED, NULL, 9, "7" } },
    "invoice-alone 7.00: ACO401 ACO402 ACO304" },
  { "usage with PEC before credit is said twice",
    { { FINDING_PEC_WHILE_ACO_REMAINED, NULL, 9, "12" }, { FINDING_ACO_AFTER_PEC, NULL, 9, "15" } },
    "pec-first 15.00: ACO302 ACO303" },
  { "not that of another month",
    { { FINDING_PEC_WHILE_ACO_REMAINED, NULL, 9, "12" }, { FINDING_ACO_AFTER_PEC, NULL, 8, "15" } },
    "aco-after-pec 15.00: ACO303; pec-while-aco-remained 12.00: ACO302" },
  { "of an expiring balance the forecast says what will be lost",
    { { FINDING_AGREEMENT_EXPIRING, "a", 10, "100" }, { FINDING_WILL_FORFEIT, "a", 10, "60" } },
    "expiring 60.00: ACO111 ACO501" },
  { "or that nothing will be",
    { { FINDING_AGREEMENT_EXPIRING, "a", 10, "100" }, { FINDING_WILL_RUN_OUT, "a", 10, "100" } },
    "expiring 0.00: ACO111 ACO502" },
  { "a forecast of another agreement says nothing of it",
    { { FINDING_AGREEMENT_EXPIRING, "a", 10, "100" }, { FINDING_WILL_FORFEIT, "b", 10, "60" } },
    "agreement-expiring 100.00: ACO111; will-forfeit 60.00: ACO501" },
  { "what lapsed is the balance in doubt, and idle credit, once",
    { { FINDING_AGREEMENT_EXPIRED, "a", 10, "100" },
      { FINDING_UNCOVERED_WHILE_ACO_REMAINED, NULL, 9, "40" },
      { FINDING_STATUS_DATE_CONFLICT, "a", 10, "100" } },
    "expiry 100.00: ACO110 ACO304 ACO112" },
  { "and usage with PEC in that month",
    { { FINDING_AGREEMENT_EXPIRED, "a", 10, "100" },
      { FINDING_PEC_WHILE_ACO_REMAINED, NULL, 9, "40" },
      { FINDING_ACO_AFTER_PEC, NULL, 9, "55" } },
    "expiry 100.00: ACO110 ACO302 ACO303" },
  { "an agreement that another one replaced is unreported, too",
    { { FINDING_AGREEMENT_VANISHED, "a", 10, "30" },
      { FINDING_BASELINE_UNKNOWN, "b", 10, "5" },
      { FINDING_AGREEMENT_UNREPORTED, "a", 10, "30" } },
    "renewal 30.00: ACO115 ACO103 ACO119" },
};

START_TEST (the_same_money_is_one_case)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *text = NULL;

  for (guint i = 0; i < 3 && pairs[_i].findings[i].amount != NULL; i++)
    case_add_of (report, pairs[_i].findings[i].code, pairs[_i].findings[i].agreement,
                 pairs[_i].findings[i].month, pairs[_i].findings[i].amount);
  text = case_text (report);
  ck_assert_msg (g_str_equal (text, pairs[_i].cases), "%s: %s", pairs[_i].what, text);
}
END_TEST

/* An agreement has several credits, each with a balance of its own. */
START_TEST (a_forecast_is_that_of_the_same_credit)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow row = case_finding (FINDING_AGREEMENT_EXPIRING, 10, "100");
  g_autofree char *text = NULL;

  row.agreement_id = "a";
  row.credit_name = "first";
  report_append (report, REPORT_FINDINGS, &row);
  row.code = FINDING_WILL_FORFEIT;
  row.credit_name = "second";
  report_append (report, REPORT_FINDINGS, &row);
  text = case_text (report);
  ck_assert_str_eq (text, "agreement-expiring 100.00: ACO111; will-forfeit 100.00: ACO501");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-pairs");
  TCase *test_case = tcase_create ("all");

  tcase_add_loop_test (test_case, the_same_money_is_one_case, 0, (int) G_N_ELEMENTS (pairs));
  tcase_add_test (test_case, a_forecast_is_that_of_the_same_credit);
  suite_add_tcase (suite, test_case);
  return suite;
}

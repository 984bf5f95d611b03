/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/agreement-rows.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* ReckonPlan with an as-of day of 2026. */
static ReckonPlan
rules_as_of (int month, int day)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.as_of = calendar_day (2026, month, day);
  return plan;
}

/* The table */

START_TEST (an_agreement_is_told_as_its_latest_row_shows_it)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL,
      "balance: month=2026-09 | C=500 | B=500 | effective=2026-09-01 | expiry=2027-08-31 | "
      "customer=C1 | agreement=A1 | name=Contoso",
      "balance: C=700 | B=300 | effective=2026-09-01 | expiry=2027-08-31");

  EXPECT_ROWS (report, REPORT_AGREEMENTS,
               "customer_id customer_name agreement_id credit_name currency effective_date "
               "expiry_date granted used_total balance state days_left",
               "c1 Contoso a1 ACO USD 2026-09-01 2027-08-31 1000.00 700.00 300.00 active 304");
}
END_TEST

/* 1,000 were granted, 700 used, 250 forfeited in October and 50 in November. */
START_TEST (what_was_forfeited_had_been_granted)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: month=2026-09 | C=700 | B=300 | effective=2026-09-01 | expiry=2026-10-31",
      "balance: month=2026-10 | C=700 | B=50 | effective=2026-09-01 | expiry=2026-10-31",
      "balance: month=2026-11 | C=700 | B=0 | effective=2026-09-01 | expiry=2026-10-31");

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "granted used_total balance state days_left",
               "1000.00 700.00 0.00 expired -30");
}
END_TEST

START_TEST (rows_after_the_as_of_month_do_not_count)
{
  const ReckonPlan plan = rules_as_of (10, 1);
  g_autoptr (Report) report = BUILD_REPORT (
      &plan, "balance: month=2026-09 | C=0 | B=100 | expiry=2026-10-31",
      "balance: month=2026-10 | C=10 | B=80 | expiry=2026-10-31",
      "balance: month=2026-11 | C=10 | B=0 | expiry=2026-10-31",
      "balance: month=2026-11 | agreement=a2 | B=5", "balance: customer=b9 | month=2026-11 | B=6");

  /* 10 of October are forfeited; those of November are not yet. */
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "agreement_id granted used_total balance days_left",
               "a1 100.00 10.00 80.00 30");
}
END_TEST

START_TEST (a_row_that_is_missing_in_the_as_of_month_leaves_the_one_before)
{
  const ReckonPlan plan = rules_as_of (12, 31);
  g_autoptr (Report) report = BUILD_REPORT (&plan, "balance: month=2026-03 | C=0 | B=5");

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "balance state", "5.00 active");
}
END_TEST

START_TEST (each_key_is_an_agreement)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: B=1", "balance: B=2 | agreement=a2",
                      "balance: B=3 | currency=EUR", "balance: B=4 | credit-name=Bonus",
                      "balance: B=5 | customer=c2", "balance: B=6 | credit-name=");

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "customer_id agreement_id credit_name currency balance",
               "c1 a1 - USD 6.00\n"
               "c1 a1 ACO EUR 3.00\n"
               "c1 a1 ACO USD 1.00\n"
               "c1 a1 Bonus USD 4.00\n"
               "c1 a2 ACO USD 2.00\n"
               "c2 a1 ACO USD 5.00");
}
END_TEST

/* Judged on 2026-10-31, the last day of the latest month. */
static const struct
{
  const char *row;
  const char *expected; /* effective, expiry, state, days left */
} states[] = {
  { "balance: B=5", "- - active -" },
  { "balance: B=5 | expiry=2026-10-31", "- 2026-10-31 expiring 0" },
  { "balance: B=5 | expiry=2026-10-30", "- 2026-10-30 expired -1" },
  { "balance: B=5 | expiry=2026-12-30", "- 2026-12-30 expiring 60" },
  { "balance: B=5 | expiry=2026-12-31", "- 2026-12-31 active 61" },
  { "balance: B=0 | expiry=2026-12-30", "- 2026-12-30 used 60" },
  { "balance: B=5 | effective=2026-11-01", "2026-11-01 - not-started -" },
  { "balance: B=5 | expiry=9999-12-31", "- 9999-12-31 active 2912139" },
};

START_TEST (states_and_days_left_are_those_of_the_as_of_day)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, states[_i].row);

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "effective_date expiry_date state days_left",
               states[_i].expected);
}
END_TEST

/* Findings */

typedef struct
{
  const char *rows[4];
  const char *code;
  const char *expected;
} AgreementCase;

/* The as-of month is the latest, October 2026 unless a row is later. */
static const AgreementCase cases[] = {
  /* ACO110: the balance of the latest row, and what was forfeited before. */
  { { "balance: B=5 | expiry=2026-10-30" },
    "ACO110",
    "warning c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: month=2026-09 | B=100", "balance: C=0 | B=20 | expiry=2026-10-30" },
    "ACO110",
    "warning c1 a1 USD 2026-10 100.00 balance.csv 3" },
  { { "balance: month=2026-08 | B=100", "balance: month=2026-09 | B=30 | expiry=2026-09-30",
      "balance: month=2026-10 | B=0 | expiry=2026-09-30" },
    "ACO110",
    "warning c1 a1 USD 2026-10 100.00 balance.csv 4" },
  { { "balance: B=5 | expiry=2026-10-31" }, "ACO110", "" },
  { { "balance: B=5" }, "ACO110", "" },
  { { "balance: B=5 | effective=2026-11-01 | expiry=2026-10-01" }, "ACO110", "" },
  /* It expired in the as-of month when the day after the expiry lies in it. */
  { { "balance: B=5 | expiry=2026-09-30" },
    "ACO110",
    "warning c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: B=5 | expiry=2026-09-29" },
    "ACO110",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: B=5 | expiry=2025-10-30" },
    "ACO110",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 2" },
  /* Reported expired too early; by the date it does so later. */
  { { "balance: B=5 | expiry=2026-10-31 | status=expired" },
    "ACO110",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 2" },
  /* Nothing was lost. */
  { { "balance: B=0 | expiry=2026-10-30" },
    "ACO110",
    "notice c1 a1 USD 2026-10 0.00 balance.csv 2" },
  /* Without a date the first row reported expired tells the month. */
  { { "balance: B=5 | status=expired" }, "ACO110", "warning c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: month=2026-09 | B=5 | status=expired", "balance: B=5 | status=expired" },
    "ACO110",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 3" },
  { { "balance: month=2026-09 | B=5 | status=active", "balance: B=5 | status=expired" },
    "ACO110",
    "warning c1 a1 USD 2026-10 5.00 balance.csv 3" },
  { { "balance: B=5 | status=expired", "balance: customer=c2 | month=2026-11" },
    "ACO110",
    "notice c1 a1 USD 2026-11 5.00 balance.csv 2" },
  /* Its latest row may be older. */
  { { "balance: B=5 | expiry=2026-11-05", "balance: customer=c2 | month=2026-11" },
    "ACO110",
    "warning c1 a1 USD 2026-11 5.00 balance.csv 2" },
  /* More was used than granted. */
  { { "balance: B=-5 | expiry=2026-10-30" },
    "ACO110",
    "warning c1 a1 USD 2026-10 -5.00 balance.csv 2" },

  /* ACO111 */
  { { "balance: B=5 | expiry=2026-12-30" },
    "ACO111",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: B=5 | expiry=2026-12-31" }, "ACO111", "" },
  { { "balance: B=5 | expiry=2026-10-31" },
    "ACO111",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: B=5 | expiry=2026-10-30" }, "ACO111", "" },
  { { "balance: B=0 | expiry=2026-11-30" }, "ACO111", "" },
  { { "balance: month=2026-09 | B=7 | expiry=2026-11-30", "balance: B=5 | expiry=2026-11-30",
      "balance: B=6 | agreement=a2 | expiry=2026-11-30" },
    "ACO111",
    "notice c1 a1 USD 2026-10 5.00 balance.csv 3\nnotice c1 a2 USD 2026-10 6.00 balance.csv 4" },

  /* ACO119: a later month has balance rows, and none of it. */
  { { "balance: month=2026-09 | B=5", "balance: customer=c2" },
    "ACO119",
    "warning c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: month=2026-09 | B=5", "balance: agreement=a2 | currency=EUR" },
    "ACO119",
    "warning c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: B=5", "balance: customer=c2" }, "ACO119", "" },
  /* Not of what has ended, was used up or is yet to begin. */
  { { "balance: month=2026-09 | B=5 | expiry=2026-10-30", "balance: customer=c2" }, "ACO119", "" },
  { { "balance: month=2026-09 | B=0", "balance: customer=c2" }, "ACO119", "" },
  { { "balance: month=2026-09 | B=5 | effective=2026-11-01", "balance: customer=c2" },
    "ACO119",
    "" },
  /* It would end soon, if it were still there. */
  { { "balance: month=2026-09 | B=5 | expiry=2026-11-30", "balance: customer=c2" }, "ACO111", "" },
};

START_TEST (an_agreement_is_found_and_its_near_miss_is_not)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, cases[_i].rows);

  EXPECT_FINDINGS (report, cases[_i].code, cases[_i].expected);
}
END_TEST

/* The last day of the calendar has no day after it. */
START_TEST (an_agreement_without_end_may_be_reported_expired)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "balance: B=5 | status=expired | "
                                                  "expiry=9999-12-31");

  EXPECT_FINDINGS (report, "ACO110", "notice c1 a1 USD 2026-10 5.00 balance.csv 2");
}
END_TEST

/* They are of the as-of month, which need not be the reported one. */
START_TEST (agreements_are_reported_whatever_months_are)
{
  ReckonPlan plan = rules_as_of (10, 31);

  plan.month = calendar_month (2026, 1);
  g_autoptr (Report) report = BUILD_REPORT (&plan, "balance: B=5 | expiry=2026-10-30",
                                            "balance: B=6 | agreement=a2 | expiry=2026-11-30");
  EXPECT_CODES (report, "ACO110 ACO111 ACO408");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "agreement_id state", "a1 expired\na2 expiring");
}
END_TEST

START_TEST (the_days_of_expiring_are_those_of_the_rules)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.expiring_days = 30;
  g_autoptr (Report) report = BUILD_REPORT (&plan, "balance: B=5 | expiry=2026-11-30",
                                            "balance: B=6 | agreement=a2 | expiry=2026-12-01");
  EXPECT_FINDINGS (report, "ACO111", "notice c1 a1 USD 2026-10 5.00 balance.csv 2");
}
END_TEST

START_TEST (messages_name_the_money_and_the_day)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "balance: B=5 | expiry=2026-10-30",
                                            "balance: B=0 | agreement=a2 | expiry=2026-10-30",
                                            "balance: B=7 | agreement=a3 | expiry=2026-11-30");
  const FindingRow *lost = report_row (report, REPORT_FINDINGS, 0);
  const FindingRow *nothing = report_row (report, REPORT_FINDINGS, 1);
  const FindingRow *expiring = report_row (report, REPORT_FINDINGS, 2);

  ck_assert_ptr_nonnull (strstr (lost->message, "5.00 USD"));
  ck_assert_ptr_nonnull (strstr (nothing->message, "nothing was lost"));
  ck_assert_ptr_nonnull (strstr (expiring->message, "7.00 USD"));
  ck_assert_ptr_nonnull (strstr (expiring->message, "2026-11-30, in 30 days"));
}
END_TEST

/* What happened after the last row that was read is not asserted. */
START_TEST (what_was_not_seen_is_not_asserted)
{
  g_autoptr (Report) unseen
      = BUILD_REPORT (NULL, "balance: month=2026-09 | B=5 | expiry=2026-11-05",
                      "balance: customer=c2 | month=2026-11");
  g_autoptr (Report) seen = BUILD_REPORT (NULL, "balance: month=2026-11 | B=5 | expiry=2026-11-05",
                                          "balance: customer=c2 | month=2026-12");
  g_autoptr (Report) gone
      = BUILD_REPORT (NULL, "balance: month=2026-09 | B=5", "balance: customer=c2 | month=2026-11");

  EXPECT_ROWS (
      unseen, REPORT_FINDINGS, "code message",
      "ACO110 the agreement has expired with at most 5.00 USD not used: the last balance "
      "row read is of 2026-09, before it ended\n"
      "ACO115 credit was left at the end of this row's month, but 2026-11 has no row of it\n"
      "ACO408 nothing was compared: no reported month has both a balance report and an "
      "invoice");
  EXPECT_ROWS (seen, REPORT_FINDINGS, "code message",
               "ACO110 the agreement has expired with 5.00 USD not used\n"
               "ACO408 nothing was compared: no reported month has both a balance report and an "
               "invoice");
  EXPECT_ROWS (gone, REPORT_AGREEMENTS, "customer_id state last_month balance",
               "c1 unreported 2026-09 5.00\nc2 used 2026-11 0.00");
}
END_TEST

/* Later months are none of what is judged. */
START_TEST (an_agreement_is_reported_as_long_as_no_earlier_month_leaves_it_out)
{
  ReckonPlan plan = rules_as_of (10, 31);
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "balance: B=5", "balance: customer=c2 | month=2026-11");

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "customer_id state last_month", "c1 active 2026-10");
}
END_TEST

#define RENEWAL "balance: agreement=b2 | effective=2026-10-31 | expiry=2027-10-30"
#define RENEWED "; agreement b2 begins on 2026-10-31: a likely renewal"

static const struct
{
  const char *rows[4];
  const char *code;
  const char *end; /* of the message */
} renewed[] = {
  { { "balance: B=5 | expiry=2026-10-30", RENEWAL }, "ACO110", " not used" RENEWED },
  { { "balance: B=0 | expiry=2026-10-30", RENEWAL }, "ACO110", "nothing was lost" RENEWED },
  { { "balance: B=5 | month=2026-09 | expiry=2026-10-29", RENEWAL },
    "ACO110",
    "before it ended" RENEWED },
  { { "balance: B=5 | expiry=2026-11-01", RENEWAL " | effective=2026-11-02" },
    "ACO111",
    "in 1 day; agreement b2 begins on 2026-11-02: a likely renewal" },
  { { "balance: B=5 | month=2026-09 | expiry=2026-10-31", RENEWAL },
    "ACO119",
    "last balance 5.00 USD" RENEWED },
  { { "balance: B=5 | expiry=2026-10-30", RENEWAL " | effective=2026-11-30" },
    "ACO110",
    "5.00 USD not used" },
  { { "balance: B=5 | expiry=2026-10-30", RENEWAL " | customer=c2" },
    "ACO110",
    "5.00 USD not used" },
};

START_TEST (messages_name_a_likely_renewal)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, renewed[_i].rows);

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, renewed[_i].code) != 0)
        continue;
      ck_assert_msg (g_str_has_suffix (row->message, renewed[_i].end), "%s", row->message);
      return;
    }
  ck_abort_msg ("no finding %s", renewed[_i].code);
}
END_TEST

/* What the report does not look at yet is not known. */
START_TEST (a_renewal_after_the_as_of_month_is_not_named)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.as_of = calendar_day (2026, 9, 30);
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "balance: B=5 | month=2026-09 | expiry=2026-10-30", RENEWAL);
  const FindingRow *row = report_row (report, REPORT_FINDINGS, 0);
  ck_assert_str_eq (finding_info (row->code)->code, "ACO111");
  ck_assert_msg (g_str_has_suffix (row->message, "in 30 days"), "%s", row->message);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("agreement-rows");
  TCase *table = tcase_create ("table");
  TCase *findings = tcase_create ("findings");

  tcase_add_test (table, an_agreement_is_told_as_its_latest_row_shows_it);
  tcase_add_test (table, what_was_forfeited_had_been_granted);
  tcase_add_test (table, rows_after_the_as_of_month_do_not_count);
  tcase_add_test (table, a_row_that_is_missing_in_the_as_of_month_leaves_the_one_before);
  tcase_add_test (table, each_key_is_an_agreement);
  tcase_add_loop_test (table, states_and_days_left_are_those_of_the_as_of_day, 0,
                       G_N_ELEMENTS (states));
  tcase_add_loop_test (findings, an_agreement_is_found_and_its_near_miss_is_not, 0,
                       G_N_ELEMENTS (cases));
  tcase_add_test (findings, an_agreement_without_end_may_be_reported_expired);
  tcase_add_test (findings, agreements_are_reported_whatever_months_are);
  tcase_add_test (findings, the_days_of_expiring_are_those_of_the_rules);
  tcase_add_test (findings, messages_name_the_money_and_the_day);
  tcase_add_loop_test (findings, messages_name_a_likely_renewal, 0, G_N_ELEMENTS (renewed));
  tcase_add_test (findings, a_renewal_after_the_as_of_month_is_not_named);
  suite_add_tcase (suite, table);
  tcase_add_test (findings, what_was_not_seen_is_not_asserted);
  tcase_add_test (findings, an_agreement_is_reported_as_long_as_no_earlier_month_leaves_it_out);
  suite_add_tcase (suite, findings);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/balance-findings.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* A row of September with 50 used of 150, granted in it; October is what most rows are about. */
#define SEPTEMBER "balance: month=2026-09 | C=50 | B=100 | effective=2026-09-01"
#define OCTOBER "balance: effective=2026-09-01"

typedef struct
{
  const char *rows[5];
  const char *code;
  const char *expected;
} FindingCase;

/* Rows stand in balance.csv from line 2 on; severity, key, month and amount are those of spec
   section 4. */
static const FindingCase cases[] = {
  /* ACO101: CreditAmount never falls. */
  { { SEPTEMBER, OCTOBER " | C=45 | B=105" },
    "ACO101",
    "error c1 a1 USD 2026-10 5.00 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=49.9999 | B=100" },
    "ACO101",
    "error c1 a1 USD 2026-10 0.0001 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=50 | B=100" }, "ACO101", "" },
  { { "balance: C=-5 | B=100 | effective=2026-10-05" },
    "ACO101",
    "error c1 a1 USD 2026-10 5.00 balance.csv 2" },
  { { "balance: C=-5 | B=100" }, "ACO101", "" }, /* unknown, not less */

  /* ACO102: the row before is older than the previous month. */
  { { SEPTEMBER, "balance: month=2026-11 | C=70 | B=80 | effective=2026-09-01" },
    "ACO102",
    "warning c1 a1 USD 2026-11 20.00 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=70 | B=80" }, "ACO102", "" },
  { { SEPTEMBER, "balance: month=2026-11 | C=50 | B=100 | effective=2026-09-01" },
    "ACO102",
    "warning c1 a1 USD 2026-11 0.00 balance.csv 3" },
  { { SEPTEMBER, "balance: month=2026-11 | C=45 | B=100 | effective=2026-09-01" },
    "ACO102",
    "warning c1 a1 USD 2026-11 -5.00 balance.csv 3" },

  /* ACO103: how much of C was used in its month is not known; the amount is C. */
  { { "balance: C=700 | B=300 | effective=2026-09-30" },
    "ACO103",
    "warning c1 a1 USD 2026-10 700.00 balance.csv 2" },
  { { "balance: C=700 | B=300 | effective=2026-10-01" }, "ACO103", "" },
  { { "balance: C=0 | B=300" }, "ACO103", "" },
  { { SEPTEMBER, OCTOBER " | C=70 | B=80" }, "ACO103", "" },

  /* ACO104: the balance changed by more or less than was used. */
  { { SEPTEMBER, OCTOBER " | C=70 | B=80.01" },
    "ACO104",
    "warning c1 a1 USD 2026-10 0.01 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=70 | B=75" },
    "ACO104",
    "warning c1 a1 USD 2026-10 -5.00 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=70 | B=80" }, "ACO104", "" },
  { { SEPTEMBER, OCTOBER " | C=70 | B=75 | expiry=2026-10-31" }, "ACO104", "" }, /* forfeited */
  { { SEPTEMBER, OCTOBER " | C=70 | B=75 | expiry=2026-11-01" },
    "ACO104",
    "warning c1 a1 USD 2026-10 -5.00 balance.csv 3" },

  /* ACO105 */
  { { OCTOBER " | B=-0.01" }, "ACO105", "error c1 a1 USD 2026-10 -0.01 balance.csv 2" },
  { { OCTOBER " | B=0" }, "ACO105", "" },

  /* ACO106: the same figures again; the earlier row stays. */
  { { "balance: C=0 | B=7 | status=active", "balance: C=0.00 | B=7.0 | status=ACTIVE" },
    "ACO106",
    "notice c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { "balance: B=7", "balance: B=7 | customer=C1 | agreement=A1 | currency=usd", "balance: B=7" },
    "ACO106",
    "notice c1 a1 USD 2026-10 0.00 balance.csv 3\nnotice c1 a1 USD 2026-10 0.00 balance.csv 4" },
  { { "balance: B=7", "balance: B=7 | month=2026-11" }, "ACO106", "" },
  { { "balance: B=7", "balance: B=7 | credit-name=aco" }, "ACO106", "" },
  { { "balance: C=0 | B=7", "balance: C=0 | B=8" }, "ACO106", "" },

  /* ACO107: other figures; the later row counts. The amount is how C differs. */
  { { "balance: C=5 | B=7", "balance: C=8 | B=7" },
    "ACO107",
    "error c1 a1 USD 2026-10 3.00 balance.csv 3" },
  { { "balance: C=5 | B=7", "balance: C=5 | B=6" },
    "ACO107",
    "error c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { "balance: B=7 | status=active", "balance: B=7 | status=expired" },
    "ACO107",
    "error c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { "balance: B=7 | effective=2026-10-01", "balance: B=7" },
    "ACO107",
    "error c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { "balance: B=7 | expiry=2027-10-01", "balance: B=7 | expiry=2027-10-02" },
    "ACO107",
    "error c1 a1 USD 2026-10 0.00 balance.csv 3" },
  /* Each is compared with the one that counts: 5, 8, again 8, 5. */
  { { "balance: C=5", "balance: C=8", "balance: C=8", "balance: C=5" },
    "ACO107",
    "error c1 a1 USD 2026-10 3.00 balance.csv 3\nerror c1 a1 USD 2026-10 -3.00 balance.csv 5" },
  { { "balance: C=5", "balance: C=8", "balance: C=8", "balance: C=5" },
    "ACO106",
    "notice c1 a1 USD 2026-10 0.00 balance.csv 4" },
  { { "balance: C=5", "balance: C=5" }, "ACO107", "" },

  /* ACO112: status and expiry contradict each other; what they say of the month itself passes. */
  { { "balance: B=7 | status=active | expiry=2026-09-30" },
    "ACO112",
    "warning c1 a1 USD 2026-10 7.00 balance.csv 2" },
  { { "balance: B=7 | status=active | expiry=2026-10-01" }, "ACO112", "" },
  { { "balance: B=7 | status=Expired | expiry=2026-11-01" },
    "ACO112",
    "warning c1 a1 USD 2026-10 7.00 balance.csv 2" },
  { { "balance: B=7 | status=expired | expiry=2026-10-31" }, "ACO112", "" },
  { { "balance: B=7 | status=expired" }, "ACO112", "" },
  { { "balance: B=7 | status=gone | expiry=2026-09-30" }, "ACO112", "" },
  { { "balance: B=7 | expiry=2026-09-30" }, "ACO112", "" },

  /* ACO113: used after the last day, in all months that the row covers. */
  { { SEPTEMBER, OCTOBER " | C=70 | B=80 | expiry=2026-09-30" },
    "ACO113",
    "error c1 a1 USD 2026-10 20.00 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=70 | B=80 | expiry=2026-10-01" }, "ACO113", "" },
  { { SEPTEMBER, OCTOBER " | C=50 | B=100 | expiry=2026-09-30" }, "ACO113", "" },
  { { SEPTEMBER, OCTOBER " | C=45 | B=100 | expiry=2026-09-30" }, "ACO113", "" },
  /* After a gap it may have been used in the first missing month, October. */
  { { SEPTEMBER,
      "balance: month=2026-12 | C=70 | B=80 | effective=2026-09-01 | expiry=2026-10-01" },
    "ACO113",
    "" },
  { { SEPTEMBER,
      "balance: month=2026-12 | C=70 | B=80 | effective=2026-09-01 | expiry=2026-09-30" },
    "ACO113",
    "error c1 a1 USD 2026-12 20.00 balance.csv 3" },
  /* Unknown use is not use. */
  { { "balance: C=70 | B=80 | expiry=2026-09-30" }, "ACO113", "" },

  /* ACO114: the whole of C is judged, also where used is not known. */
  { { "balance: C=70 | B=80 | effective=2026-11-01" },
    "ACO114",
    "error c1 a1 USD 2026-10 70.00 balance.csv 2" },
  { { "balance: C=70 | B=80 | effective=2026-10-31" }, "ACO114", "" },
  { { "balance: C=0 | B=80 | effective=2026-11-01" }, "ACO114", "" },
  { { "balance: C=70 | B=80" }, "ACO114", "" },

  /* ACO115: in the next month that any report has, the row is missing. It stands on the row of the
     month before, in the month in which it is missing. */
  { { SEPTEMBER, "balance: customer=c2 | month=2026-10" },
    "ACO115",
    "warning c1 a1 USD 2026-10 100.00 balance.csv 2" },
  { { SEPTEMBER, "balance: customer=c2 | month=2026-12" },
    "ACO115",
    "warning c1 a1 USD 2026-12 100.00 balance.csv 2" },
  { { SEPTEMBER, OCTOBER " | C=50 | B=100" }, "ACO115", "" },
  { { SEPTEMBER }, "ACO115", "" },
  { { SEPTEMBER, "balance: customer=c2 | month=2026-09" }, "ACO115", "" },
  { { SEPTEMBER, "balance: customer=c2 | month=2026-08" }, "ACO115", "" },
  /* It comes back later: it was missing all the same. */
  { { SEPTEMBER, "balance: customer=c2 | month=2026-10",
      "balance: month=2026-11 | C=50 | B=100 | effective=2026-09-01" },
    "ACO115",
    "warning c1 a1 USD 2026-10 100.00 balance.csv 2" },
  /* Nothing was left. */
  { { "balance: month=2026-09 | B=0", "balance: customer=c2" }, "ACO115", "" },
  { { "balance: month=2026-09 | B=-1", "balance: customer=c2" }, "ACO115", "" },
  { { "balance: month=2026-09 | B=0.01", "balance: customer=c2" },
    "ACO115",
    "warning c1 a1 USD 2026-10 0.01 balance.csv 2" },
  /* It had ended before that month began; a day later it had not. */
  { { SEPTEMBER " | expiry=2026-09-30", "balance: customer=c2" }, "ACO115", "" },
  { { SEPTEMBER " | expiry=2026-10-01", "balance: customer=c2" },
    "ACO115",
    "warning c1 a1 USD 2026-10 100.00 balance.csv 2" },
  /* Another key of the same customer is another key. */
  { { SEPTEMBER, "balance: agreement=a2" },
    "ACO115",
    "warning c1 a1 USD 2026-10 100.00 balance.csv 2" },

  /* ACO116 */
  { { SEPTEMBER, OCTOBER " | C=50 | B=100" }, "ACO116", "" },
  { { SEPTEMBER, "balance: C=50 | B=100 | effective=2026-09-02" },
    "ACO116",
    "warning c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { SEPTEMBER, "balance: C=50 | B=100" },
    "ACO116",
    "warning c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { SEPTEMBER, OCTOBER " | C=50 | B=100 | expiry=2027-01-01" },
    "ACO116",
    "warning c1 a1 USD 2026-10 0.00 balance.csv 3" },
  { { SEPTEMBER, "balance: C=50 | B=100 | effective=2026-09-02 | expiry=2027-01-01" },
    "ACO116",
    "warning c1 a1 USD 2026-10 0.00 balance.csv 3" },

  /* ACO117 */
  { { "balance: effective=2026-10-02 | expiry=2026-10-01" },
    "ACO117",
    "error c1 a1 USD 2026-10 0.00 balance.csv 2" },
  { { "balance: effective=2026-10-01 | expiry=2026-10-01" }, "ACO117", "" },
  { { "balance: effective=2026-10-02", "balance: agreement=a2 | expiry=2026-10-01" },
    "ACO117",
    "" },

  /* ACO118: an empty cell is no status; without the column there is nothing to say. */
  { { "balance: status=suspended" }, "ACO118", "warning c1 a1 USD 2026-10 0.00 balance.csv 2" },
  { { "balance: status=" }, "ACO118", "warning c1 a1 USD 2026-10 0.00 balance.csv 2" },
  { { "balance: status=Active", "balance: status=EXPIRED | agreement=a2" }, "ACO118", "" },
  { { "balance: B=0" }, "ACO118", "" },
};

START_TEST (a_row_is_found_and_its_near_miss_is_not)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, cases[_i].rows);

  EXPECT_FINDINGS (report, cases[_i].code, cases[_i].expected);
}
END_TEST

START_TEST (a_plain_history_raises_nothing)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, SEPTEMBER " | status=active | expiry=2027-08-31",
                      OCTOBER " | C=70 | B=80 | status=active | expiry=2027-08-31");

  /* 20 were used, and no invoice was read. */
  EXPECT_CODES (report, "ACO405 ACO408");
}
END_TEST

/* The table */

START_TEST (the_worked_example_is_reported)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL,
      "balance: month=2026-09 | C=500 | B=500 | effective=2026-09-01 | status=Active | "
      "name=Contoso | customer=C1 | agreement=A1 | currency=usd",
      "balance: C=700 | B=300 | effective=2026-09-01 | status=ACTIVE");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD,
               "month opening granted used forfeited adjustment closing credit_amount",
               "2026-09 0.00 1000.00 500.00 0.00 0.00 500.00 500.00\n"
               "2026-10 500.00 0.00 200.00 0.00 0.00 300.00 700.00");
  EXPECT_ROWS (
      report, REPORT_ROLLFORWARD,
      "customer_id customer_name agreement_id credit_name currency status expired file line",
      "c1 Contoso a1 ACO USD active no balance.csv 2\n"
      "c1 Contoso a1 ACO USD active no balance.csv 3");
}
END_TEST

START_TEST (what_is_unknown_or_not_given_is_null)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "balance: C=700 | B=300 | credit-name=");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD,
               "customer_name credit_name opening granted used adjustment status expired",
               "- - - 0.00 - 0.00 - no");
}
END_TEST

START_TEST (the_row_that_counts_is_reported)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: C=0 | B=10", "balance: C=0 | B=8", "balance: C=0 | B=8",
                      "balance: C=0 | B=5 | month=2026-11 | status=expired");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "month opening closing expired line",
               "2026-10 8.00 8.00 no 3\n2026-11 8.00 5.00 yes 5");
}
END_TEST

START_TEST (other_months_are_the_baseline_of_the_reported_one)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "balance: month=2026-09 | C=5 | B=-1", "balance: C=7 | B=-3",
                      "balance: month=2026-11 | C=9 | B=-5");
  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "month opening used", "2026-10 -1.00 2.00");
  EXPECT_FINDINGS (report, "ACO105", "error c1 a1 USD 2026-10 -3.00 balance.csv 3");
  EXPECT_FINDINGS (report, "ACO103", "");
}
END_TEST

/* A row that vanished is found in the month in which it is missing. */
START_TEST (a_vanished_row_belongs_to_the_later_month)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 9);
  g_autoptr (Report) september
      = BUILD_REPORT (&plan, SEPTEMBER, "balance: customer=c2 | month=2026-10");
  EXPECT_FINDINGS (september, "ACO115", "");
  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) october
      = BUILD_REPORT (&plan, SEPTEMBER, "balance: customer=c2 | month=2026-10");
  EXPECT_FINDINGS (october, "ACO115", "warning c1 a1 USD 2026-10 100.00 balance.csv 2");
}
END_TEST

/* What decides the baseline of a reported row is reported with it, and nothing older. */
START_TEST (repeated_rows_are_reported_of_the_month_and_of_its_baseline)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) report = BUILD_REPORT (
      &plan, "balance: month=2026-06", "balance: month=2026-06", "balance: month=2026-06 | C=1",
      "balance: month=2026-08", "balance: month=2026-08", "balance: month=2026-08 | C=1",
      "balance: C=1", "balance: C=1", "balance: month=2026-11", "balance: month=2026-11",
      "balance: customer=c2 | month=2026-08", "balance: customer=c2 | month=2026-08");
  EXPECT_FINDINGS (report, "ACO106",
                   "notice c1 a1 USD 2026-08 0.00 balance.csv 6\n"
                   "notice c1 a1 USD 2026-10 0.00 balance.csv 9");
  EXPECT_FINDINGS (report, "ACO107", "error c1 a1 USD 2026-08 1.00 balance.csv 7");
}
END_TEST

static const char *
message_of (const Report *report, const char *code)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, code) == 0)
        return row->message;
    }
  ck_abort_msg ("no finding %s", code);
  return NULL;
}

static const struct
{
  const char *row; /* after that of September */
  const char *code;
  const char *words;
} messages[] = {
  { "balance: C=45 | B=105", "ACO101", "-5.00" },
  { "balance: month=2026-12 | C=70 | B=80", "ACO102", "20.00 covers 2026-10 to 2026-12" },
  { "balance: status=expired | expiry=2027-03-04", "ACO112", "reported expired" },
  { "balance: status=expired | expiry=2027-03-04", "ACO112", "2027-03-04" },
  { "balance: month=2026-11 | customer=c2", "ACO115", "2026-11" },
  { "balance: effective=2026-09-02", "ACO116", "the effective date changed" },
  { OCTOBER " | expiry=2027-01-01", "ACO116", "the expiry date changed" },
  { "balance: expiry=2027-01-01", "ACO116", "effective and expiry date changed" },
  { "balance: status=On Hold", "ACO118", "\"on hold\"" },
};

START_TEST (messages_name_the_facts)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, SEPTEMBER, messages[_i].row);
  const char *message = message_of (report, messages[_i].code);

  ck_assert_msg (strstr (message, messages[_i].words) != NULL, "%s", message);
}
END_TEST

/* @end: of the message of the first finding of @code */
#define OLD "balance: month=2026-09 | C=50 | B=100 | effective=2025-10-01 | expiry=2026-10-15"
#define NEW "balance: C=5 | B=95 | effective=2026-10-16 | expiry=2027-10-15"

static const struct
{
  const char *rows[4];
  const char *code;
  const char *end;
} renewed[] = {
  { { OLD, NEW " | agreement=b2" },
    "ACO115",
    "has no row of it; agreement b2 begins on 2026-10-16: a likely renewal" },
  { { OLD, NEW " | agreement=b2 | effective=2026-11-15" }, "ACO115", "has no row of it" },
  { { SEPTEMBER, NEW " | agreement=b2" }, "ACO115", "has no row of it" },
  { { OLD " | expiry=2026-09-30", NEW " | agreement=b2 | effective=2026-09-30" },
    "ACO103",
    "is not known" }, /* the old one: it renews nothing */
  { { "balance: agreement=a0 | C=5 | effective=2026-09-30", OLD " | expiry=2026-09-30" },
    "ACO103",
    "is not known; it is a likely renewal of agreement a1, which ends on 2026-09-30" },
  { { "balance: agreement=a0 | C=5 | effective=2026-09-30", OLD " | expiry=2026-08-31" },
    "ACO103",
    "is not known" },
  { { OLD, NEW },
    "ACO116",
    "effective and expiry date changed since the row before; the agreement ended on 2026-10-15 and "
    "begins again on 2026-10-16: a likely renewal" },
  { { OLD, NEW },
    "ACO101",
    "used is -45.00; the agreement ended on 2026-10-15 and begins again on 2026-10-16: a likely "
    "renewal" },
  { { OLD, NEW " | effective=2026-11-16" }, "ACO116", "since the row before" },
  { { OLD, NEW " | effective=2025-10-01" }, "ACO101", "used is -45.00" },
};

START_TEST (messages_name_a_likely_renewal)
{
  g_autoptr (Report) report = build_report_of_rows (NULL, renewed[_i].rows);
  const char *message = message_of (report, renewed[_i].code);

  ck_assert_msg (g_str_has_suffix (message, renewed[_i].end), "%s", message);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("balance-findings");
  TCase *findings = tcase_create ("findings");
  TCase *table = tcase_create ("table");

  tcase_add_loop_test (findings, a_row_is_found_and_its_near_miss_is_not, 0, G_N_ELEMENTS (cases));
  tcase_add_test (findings, a_plain_history_raises_nothing);
  tcase_add_test (findings, a_vanished_row_belongs_to_the_later_month);
  tcase_add_test (findings, repeated_rows_are_reported_of_the_month_and_of_its_baseline);
  tcase_add_loop_test (findings, messages_name_the_facts, 0, G_N_ELEMENTS (messages));
  tcase_add_loop_test (findings, messages_name_a_likely_renewal, 0, G_N_ELEMENTS (renewed));
  tcase_add_test (table, the_worked_example_is_reported);
  tcase_add_test (table, what_is_unknown_or_not_given_is_null);
  tcase_add_test (table, the_row_that_counts_is_reported);
  tcase_add_test (table, other_months_are_the_baseline_of_the_reported_one);
  suite_add_tcase (suite, findings);
  suite_add_tcase (suite, table);
  return suite;
}

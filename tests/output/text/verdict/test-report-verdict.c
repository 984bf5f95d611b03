/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "output/text/verdict/report-verdict.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

#define HEAD "ACO reconciled to 2026-10-31: "
#define NOT_HEAD "ACO not reconciled to 2026-10-31: "
#define AS_READ "As read, ACO to 2026-10-31: "

static void
assert_verdict (const Report *report, const char *expected)
{
  g_autofree char *verdict = report_verdict (report, NULL);

  ck_assert_str_eq (verdict, expected);
}

static Report *
report_of_both (void)
{
  Report *report = sample_report ();

  sample_input (report, KIND_ACO_BALANCE, 0);
  sample_input (report, KIND_INVOICE, 0);
  return report;
}

static void
add_agreeing (Report *report, guint count)
{
  for (guint i = 0; i < count; i++)
    sample_add_tie_out (report, sample_tie_out ("c", NULL, "10", "10", "0", TIE_OUT_AGREES));
}

static void
add_differing (Report *report, const char *difference)
{
  sample_add_tie_out (report, sample_tie_out ("c", NULL, "10", "10", difference, TIE_OUT_DIFFERS));
}

static void
add_incomparable (Report *report, const char *used, const char *credit)
{
  sample_add_tie_out (report,
                      sample_tie_out ("c", NULL, used, credit, NULL, TIE_OUT_NOT_COMPARABLE));
}

/* Something to compare */

START_TEST (when_all_agree_it_says_so_and_on_how_much)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 11);
  assert_verdict (report, HEAD "all 11 customer-months agree on 110.00 USD; no findings.");
}
END_TEST

START_TEST (numbers_are_grouped_but_for_a_program)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 1200);
  add_differing (report, "-1234.5");
  assert_verdict (report,
                  HEAD "1,200 of 1,201 customer-months agree on 12,000.00 USD; 1 differs by "
                       "1,234.50 USD; no findings.");
  g_autofree char *plain = report_verdict_plain (report);
  ck_assert_str_eq (plain, HEAD "1200 of 1201 customer-months agree on 12000.00 USD; 1 differs by "
                                "1234.50 USD; no findings.");
}
END_TEST

START_TEST (one_row_alone_is_told_in_the_singular)
{
  g_autoptr (Report) agreeing = report_of_both ();
  g_autoptr (Report) differing = report_of_both ();

  add_agreeing (agreeing, 1);
  assert_verdict (agreeing, HEAD "the only customer-month agrees on 10.00 USD; no findings.");
  add_differing (differing, "-3");
  assert_verdict (differing, HEAD "the only customer-month differs by 3.00 USD; no findings.");
}
END_TEST

/* Of a part it says so, and then what it says of all; what is not reliable comes first. */
START_TEST (a_part_says_so_and_speaks_of_all)
{
  g_autoptr (Report) report = report_of_both ();
  g_autoptr (Report) incomplete = report_new (calendar_day (2026, 10, 31), FALSE);
  g_autoptr (ReportPart) part = report_part_new ();

  report_part_add_customer (part, "nobody", NULL);
  add_agreeing (report, 11);
  report_sort (report);
  report_sort (incomplete);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  g_autoptr (Report) shown_incomplete = report_narrowing_of (incomplete, part);
  assert_verdict (shown, "PART: only rows of nobody; figures are those of all. " HEAD
                         "all 11 customer-months agree on 110.00 USD; no findings.");
  ck_assert_int_eq (report_verdict_kind (shown), VERDICT_RECONCILED);
  g_autofree char *verdict = report_verdict (shown_incomplete, NULL);
  ck_assert (g_str_has_prefix (verdict, "INCOMPLETE: rows were set aside. PART: only rows of "));
  ck_assert_int_eq (report_verdict_kind (shown_incomplete), VERDICT_NOT_RELIABLE);
}
END_TEST

START_TEST (differences_are_added_without_their_signs)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 9);
  add_differing (report, "100");
  add_differing (report, "-20");
  assert_verdict (report, HEAD "9 of 11 customer-months agree on 90.00 USD; 2 differ by 120.00 USD "
                               "in all; no findings.");
}
END_TEST

START_TEST (currencies_are_told_apart)
{
  g_autoptr (Report) report = report_of_both ();
  TieOutRow euro = sample_tie_out ("c", NULL, "7", "5", "2", TIE_OUT_DIFFERS);

  euro.currency = "EUR";
  add_agreeing (report, 1);
  add_differing (report, "1");
  sample_add_tie_out (report, euro);
  assert_verdict (report,
                  HEAD "1 of 3 customer-months agrees on 10.00 USD; 2 differ by 2.00 EUR and "
                       "1.00 USD in all; no findings.");
}
END_TEST

START_TEST (none_may_agree)
{
  g_autoptr (Report) report = report_of_both ();

  add_differing (report, "1");
  add_differing (report, "1");
  assert_verdict (report, HEAD
                  "none of 2 customer-months agrees; 2 differ by 2.00 USD in all; no findings.");
}
END_TEST

START_TEST (rounding_agrees_and_is_mentioned)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 1);
  sample_add_tie_out (report, sample_tie_out ("c", NULL, "5", "4.98", "0.02", TIE_OUT_ROUNDING));
  assert_verdict (report, HEAD "all 2 customer-months agree on 14.98 USD (1 within rounding); "
                               "no findings.");
}
END_TEST

START_TEST (what_cannot_be_compared_is_counted)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 2);
  add_differing (report, "1");
  add_incomparable (report, NULL, "5");
  assert_verdict (report,
                  HEAD "2 of 4 customer-months agree on 20.00 USD; 1 differs by 1.00 USD; 1 "
                       "cannot be compared; no findings.");
}
END_TEST

/* One side only */

START_TEST (balances_alone_cannot_be_compared)
{
  g_autoptr (Report) report = sample_report ();

  sample_input (report, KIND_ACO_BALANCE, 0);
  add_incomparable (report, "10", NULL);
  add_incomparable (report, NULL, NULL);
  assert_verdict (report,
                  NOT_HEAD "none of 2 customer-months can be compared, no invoice file was read; "
                           "used per the balance reports: 10.00 USD; no findings.");
}
END_TEST

START_TEST (invoices_alone_cannot_be_compared)
{
  g_autoptr (Report) report = sample_report ();

  sample_input (report, KIND_INVOICE, 0);
  add_incomparable (report, NULL, "30");
  assert_verdict (report,
                  NOT_HEAD "the only customer-month cannot be compared, no balance report was "
                           "read; credited on the invoices: 30.00 USD; no findings.");
}
END_TEST

START_TEST (both_sides_may_be_there_and_not_meet)
{
  g_autoptr (Report) report = report_of_both ();

  add_incomparable (report, "10", NULL);
  add_incomparable (report, NULL, "30");
  assert_verdict (report,
                  NOT_HEAD "none of 2 customer-months can be compared; used per the balance "
                           "reports: 10.00 USD; credited on the invoices: 30.00 USD; no "
                           "findings.");
}
END_TEST

START_TEST (usage_alone_cannot_be_compared)
{
  g_autoptr (Report) report = sample_report ();

  sample_input (report, KIND_DAILY_USAGE, 0);
  add_incomparable (report, NULL, NULL);
  assert_verdict (report,
                  NOT_HEAD "the only customer-month cannot be compared, neither a balance report "
                           "nor an invoice was read; no findings.");
}
END_TEST

/* Nothing */

START_TEST (without_credit_there_is_nothing_to_tie_out)
{
  g_autoptr (Report) both = report_of_both ();

  assert_verdict (both,
                  HEAD "nothing to tie out, no ACO credit was used or invoiced; no findings.");
}
END_TEST

START_TEST (nothing_compared_is_not_reconciled)
{
  g_autoptr (Report) both = report_of_both ();
  g_autoptr (Report) balances = sample_report ();

  sample_input (balances, KIND_ACO_BALANCE, 0);
  sample_add_finding (both, sample_finding (FINDING_NOTHING_COMPARED, "0", ""));
  sample_add_finding (balances, sample_finding (FINDING_NOTHING_COMPARED, "0", ""));
  assert_verdict (both, NOT_HEAD "nothing was compared, no month has both a balance report and an "
                                 "invoice; 1 warning.");
  assert_verdict (balances, NOT_HEAD "nothing was compared, no invoice file was read; 1 warning.");
}
END_TEST

START_TEST (an_empty_report_has_no_date)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);

  assert_verdict (
      report,
      "ACO reconciled: nothing to tie out, no ACO credit was used or invoiced; no findings.");
}
END_TEST

/* Findings and completeness */

START_TEST (findings_are_counted_by_severity)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 1);
  sample_add_finding (report, sample_finding (FINDING_PEC_MISSING, "1", ""));
  assert_verdict (report, HEAD "the only customer-month agrees on 10.00 USD; 1 notice.");
  sample_add_finding (report, sample_finding (FINDING_PEC_MISSING, "1", ""));
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "1", ""));
  sample_add_finding (report, sample_finding (FINDING_MONTH_MISSING, "1", ""));
  assert_verdict (report, HEAD
                  "the only customer-month agrees on 10.00 USD; 1 error, 1 warning, 2 notices.");
}
END_TEST

START_TEST (rows_set_aside_are_told_before_all_else)
{
  g_autoptr (Report) one = report_new (calendar_day (2026, 10, 31), FALSE);
  g_autoptr (Report) more = report_new (calendar_day (2026, 10, 31), FALSE);
  g_autoptr (Report) unknown = report_new (calendar_day (2026, 10, 31), FALSE);

  sample_input (one, KIND_INVOICE, 1);
  add_agreeing (one, 1);
  assert_verdict (one, "INCOMPLETE: 1 row was set aside. " AS_READ
                       "the only customer-month seems to agree on 10.00 USD; no findings.");
  sample_input (more, KIND_INVOICE, 1);
  sample_input (more, KIND_ACO_BALANCE, 1);
  add_agreeing (more, 1);
  assert_verdict (more, "INCOMPLETE: 2 rows were set aside. " AS_READ
                        "the only customer-month seems to agree on 10.00 USD; no findings.");
  add_agreeing (unknown, 1);
  assert_verdict (unknown, "INCOMPLETE: rows were set aside. " AS_READ
                           "the only customer-month seems to agree on 10.00 USD; no findings.");
}
END_TEST

START_TEST (doubled_rows_are_told_before_all_else)
{
  g_autoptr (Report) report = report_of_both ();
  FindingRow row = sample_finding (FINDING_ROWS_READ_TWICE, "10", "");

  row.severity = SEVERITY_WARNING;
  add_agreeing (report, 2);
  sample_add_finding (report, row);
  assert_verdict (report, HEAD "all 2 customer-months agree on 20.00 USD; 1 warning.");
  row.severity = SEVERITY_ERROR;
  row.file = "b.csv";
  sample_add_finding (report, row);
  assert_verdict (report,
                  "NOT RELIABLE: rows of b.csv were read before and count twice (ACO907). " AS_READ
                  "all 2 customer-months seem to agree on 20.00 USD; 1 error, 1 "
                  "warning.");
}
END_TEST

START_TEST (later_months_left_out_are_counted)
{
  g_autoptr (Report) report = report_of_both ();
  ReportOrigin origin = { .later_months = 1 };

  add_agreeing (report, 1);
  report_set_origin (report, &origin);
  assert_verdict (report, HEAD "the only customer-month agrees on 10.00 USD; 1 later month is left "
                               "out; no findings.");
  origin.later_months = 2;
  report_set_origin (report, &origin);
  assert_verdict (report,
                  HEAD "the only customer-month agrees on 10.00 USD; 2 later months are left "
                       "out; no findings.");
}
END_TEST

START_TEST (what_agrees_within_the_tolerance_is_mentioned)
{
  g_autoptr (Report) report = report_of_both ();

  add_agreeing (report, 1);
  sample_add_tie_out (report, sample_tie_out ("c", NULL, "10", "99", "-89", TIE_OUT_AGREES));
  sample_add_tie_out (report, sample_tie_out ("c", NULL, "10", "10.01", "-0.01", TIE_OUT_AGREES));
  assert_verdict (report, HEAD "all 3 customer-months agree on 119.01 USD (2 of them within 89.00 "
                               "USD); no findings.");
}
END_TEST

START_TEST (the_kind_of_a_verdict_is_what_it_begins_with)
{
  g_autoptr (Report) fine = report_of_both ();
  g_autoptr (Report) nothing = report_of_both ();
  g_autoptr (Report) incomplete = report_new (DAY_NONE, FALSE);

  add_agreeing (fine, 1);
  add_incomparable (fine, NULL, "5");
  add_incomparable (nothing, NULL, "5");
  ck_assert_int_eq (report_verdict_kind (fine), VERDICT_RECONCILED);
  ck_assert_int_eq (report_verdict_kind (nothing), VERDICT_NOT_RECONCILED);
  ck_assert_int_eq (report_verdict_kind (incomplete), VERDICT_NOT_RELIABLE);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-verdict");
  TCase *tcase = tcase_create ("report-verdict");

  tcase_add_test (tcase, when_all_agree_it_says_so_and_on_how_much);
  tcase_add_test (tcase, numbers_are_grouped_but_for_a_program);
  tcase_add_test (tcase, one_row_alone_is_told_in_the_singular);
  tcase_add_test (tcase, a_part_says_so_and_speaks_of_all);
  tcase_add_test (tcase, differences_are_added_without_their_signs);
  tcase_add_test (tcase, currencies_are_told_apart);
  tcase_add_test (tcase, none_may_agree);
  tcase_add_test (tcase, rounding_agrees_and_is_mentioned);
  tcase_add_test (tcase, what_cannot_be_compared_is_counted);
  tcase_add_test (tcase, balances_alone_cannot_be_compared);
  tcase_add_test (tcase, invoices_alone_cannot_be_compared);
  tcase_add_test (tcase, both_sides_may_be_there_and_not_meet);
  tcase_add_test (tcase, usage_alone_cannot_be_compared);
  tcase_add_test (tcase, without_credit_there_is_nothing_to_tie_out);
  tcase_add_test (tcase, an_empty_report_has_no_date);
  tcase_add_test (tcase, findings_are_counted_by_severity);
  tcase_add_test (tcase, rows_set_aside_are_told_before_all_else);
  tcase_add_test (tcase, nothing_compared_is_not_reconciled);
  tcase_add_test (tcase, doubled_rows_are_told_before_all_else);
  tcase_add_test (tcase, later_months_left_out_are_counted);
  tcase_add_test (tcase, what_agrees_within_the_tolerance_is_mentioned);
  tcase_add_test (tcase, the_kind_of_a_verdict_is_what_it_begins_with);
  suite_add_tcase (suite, tcase);
  return suite;
}

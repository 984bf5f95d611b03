/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-cases.h"

#include "core/case/case-rows.h"
#include "core/report/report-narrowing.h"
#include "output/case/cases-text.h"

static GString *
render (Report *report)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (MoneyPlaces) places = NULL;
  g_autoptr (CustomerLabels) labels = NULL;
  GString *out = g_string_new (NULL);

  case_sort (report);
  case_rows_add (report, G_MAXSIZE);
  places = money_places_new_of_report (report);
  labels = customer_labels_new (report);
  cases_text_render (report, labels, places, &style, out);
  return out;
}

static void
add_named (Report *report, FindingCode code, const char *customer, const char *currency,
           const char *amount, Severity severity)
{
  FindingRow row = case_finding (code, 10, amount);

  row.customer_id = customer;
  row.customer_name = customer;
  row.currency = currency;
  row.severity = severity;
  row.message = "it does not agree";
  report_append (report, REPORT_FINDINGS, &row);
}

START_TEST (of_a_part_it_says_of_how_many)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (Report) report = sample_report ();
  g_autoptr (ReportPart) part = report_part_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  add_named (report, FINDING_CREDIT_SIGN, "a", "USD", "7", SEVERITY_ERROR);
  add_named (report, FINDING_CREDIT_SIGN, "b", "USD", "9", SEVERITY_ERROR);
  case_sort (report);
  case_rows_add (report, G_MAXSIZE);
  report_part_set_min (part, sample_decimal ("8"));
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (shown);
  g_autoptr (CustomerLabels) labels = customer_labels_new (shown);
  cases_text_render (shown, labels, places, &style, out);
  ck_assert (g_str_has_prefix (out->str,
                               "\nCASES TO SETTLE (1 of 2), 9.00 USD AT STAKE IN THOSE SHOWN\n"));
  ck_assert_ptr_null (strstr (out->str, "7.00"));
}
END_TEST

START_TEST (a_case_says_how_much_who_when_why_and_whom_to_ask)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = NULL;

  case_add_of (report, FINDING_CREDIT_DECREASED, "a", 10, "50");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-50");
  add_named (report, FINDING_UNBILLED_LINES, "c", "USD", "7", SEVERITY_NOTICE);
  out = render (report);
  ck_assert_str_eq (out->str, "\n"
                              "CASES TO SETTLE (1), 50.00 USD AT STAKE\n"
                              "  50.00 USD  decrease  c  2026-10\n"
                              "    The running total of the credit used went down.\n"
                              "    To do: Download both balance reports again; ask which month was "
                              "corrected.\n"
                              "    Ask: Microsoft. Findings: ACO101, ACO401\n"
                              "    Besides: 1 case of notices alone.\n");
}
END_TEST

START_TEST (notices_alone_are_nothing_to_settle)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = NULL;

  add_named (report, FINDING_UNBILLED_LINES, "c", "USD", "7", SEVERITY_NOTICE);
  out = render (report);
  ck_assert_str_eq (out->str, "");
}
END_TEST

/* Twenty of dollars do not hide the one of yen. */
START_TEST (of_many_those_with_most_at_stake_in_each_currency_are_listed)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = NULL;
  char names[20][8];

  for (guint i = 0; i < 20; i++)
    {
      g_snprintf (names[i], sizeof names[i], "c%02u", i);
      add_named (report, FINDING_GRANT_CHANGED, names[i], "USD", i == 7 ? "500" : "100",
                 SEVERITY_ERROR);
    }
  add_named (report, FINDING_GRANT_CHANGED, "z", "JPY", "3", SEVERITY_WARNING);
  out = render (report);
  ck_assert_ptr_nonnull (strstr (out->str, "CASES TO SETTLE (21), 3.00 JPY and 2,400.00 USD AT"));
  ck_assert_ptr_nonnull (strstr (out->str, "\n  500.00 USD  grant-changed  c07  2026-10\n"));
  ck_assert_ptr_nonnull (strstr (out->str, "\n    3.00 JPY  grant-changed  z  2026-10\n"));
  ck_assert_ptr_nonnull (strstr (out->str, "Those with most at stake; 11 more with --all"));
}
END_TEST

START_TEST (what_was_read_is_made_printable)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = NULL;

  add_named (report, FINDING_GRANT_CHANGED, "a\033[31m", "U\033D", "1", SEVERITY_ERROR);
  out = render (report);
  ck_assert_ptr_null (strchr (out->str, '\033'));
}
END_TEST

/* 46 columns are left for the name. */
START_TEST (a_long_name_leaves_room_for_the_months)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = NULL;

  add_named (report, FINDING_CREDIT_SIGN,
             "The Worshipful Company of Makers of Instruments and Regulators", "USD", "7",
             SEVERITY_ERROR);
  out = render (report);
  ck_assert_msg (strstr (out->str,
                         "\n  7.00 USD  credit-sign  The Worshipful Company of M\xE2\x80\xA6"
                         "nts and Regulators  2026-10\n")
                     != NULL,
                 "%s", out->str);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("cases-text");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_case_says_how_much_who_when_why_and_whom_to_ask);
  tcase_add_test (test_case, of_a_part_it_says_of_how_many);
  tcase_add_test (test_case, notices_alone_are_nothing_to_settle);
  tcase_add_test (test_case, of_many_those_with_most_at_stake_in_each_currency_are_listed);
  tcase_add_test (test_case, what_was_read_is_made_printable);
  tcase_add_test (test_case, a_long_name_leaves_room_for_the_months);
  suite_add_tcase (suite, test_case);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "output/text/finding/digest-text.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
add (Report *report, FindingCode code, const char *amount, const char *currency)
{
  FindingRow row = sample_finding (code, amount, "x");

  row.currency = currency;
  sample_add_finding (report, row);
}

static void
assert_codes (Report *report, const char *expected)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (GString) out = g_string_new (NULL);

  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  digest_text_append_codes (digest, places, &style, out);
  ck_assert_str_eq (out->str, expected);
}

#define TITLE "\nFINDINGS BY CODE, AMOUNTS ADDED WITHOUT THEIR SIGNS\n"

START_TEST (each_code_has_a_line_with_count_and_sum)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_CREDIT_DECREASED, "5", "USD");
  for (guint i = 0; i < 1200; i++)
    add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, i % 2 == 0 ? "-1.5" : "1.5", "USD");
  add (report, FINDING_MONTH_MISSING, "5", "USD");
  assert_codes (report,
                TITLE "Code    Finding                     Severity  Count    Amount  Cur\n"
                      "ACO101  credit-decreased            error         1      5.00  USD\n"
                      "ACO401  balance-invoice-difference  error     1,200  1,800.00  USD\n"
                      "ACO102  month-missing               warning       1      5.00  USD\n");
}
END_TEST

START_TEST (further_currencies_stand_below)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_CREDIT_SIGN, "5", "USD");
  add (report, FINDING_CREDIT_SIGN, "0", "CHF");
  add (report, FINDING_CREDIT_SIGN, "1000", "EUR");
  add (report, FINDING_CREDIT_SIGN, "0", NULL);
  assert_codes (report, TITLE "Code    Finding      Severity  Count    Amount  Cur\n"
                              "ACO203  credit-sign  error         4  1,000.00  EUR\n"
                              "                                          5.00  USD\n");
}
END_TEST

START_TEST (what_is_not_about_an_amount_has_none)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_UNKNOWN_COLUMNS, "0", NULL);
  assert_codes (report, TITLE "Code    Finding          Severity  Count  Amount  Cur\n"
                              "ACO902  unknown-columns  notice        1       -\n");
}
END_TEST

START_TEST (a_part_tells_what_is_shown_and_of_how_many)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (Report) report = sample_report ();
  g_autoptr (ReportPart) part = report_part_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  report_part_set_min (part, sample_decimal ("5"));
  for (guint i = 0; i < 1200; i++)
    add (report, FINDING_CREDIT_DECREASED, i < 12 ? "5" : "4", "USD");
  report_sort (report);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  g_autoptr (FindingDigest) digest = finding_digest_new (shown, FALSE);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (shown);
  digest_text_append_codes (digest, places, &style, out);
  ck_assert (digest_text_append_heading (digest, SEVERITY_ERROR, &style, out));
  ck_assert (!digest_text_append_heading (digest, SEVERITY_NOTICE, &style, out));
  ck_assert_str_eq (out->str, "\nFINDINGS SHOWN, BY CODE, AMOUNTS ADDED WITHOUT THEIR SIGNS\n"
                              "Code    Finding           Severity  Count  Amount  Cur\n"
                              "ACO101  credit-decreased  error        12   60.00  USD\n"
                              "\nERRORS (12 of 1,200, 10 listed)\n");
  ck_assert_uint_eq (finding_digest_found (digest, SEVERITY_ERROR), 1200);
  ck_assert (finding_digest_is_of_part (digest));
}
END_TEST

START_TEST (without_findings_there_is_no_table)
{
  g_autoptr (Report) report = sample_report ();

  assert_codes (report, "");
}
END_TEST

START_TEST (a_heading_says_how_many_are_listed)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 1034; i++)
    add (report, FINDING_CREDIT_SIGN, "1", "USD");
  add (report, FINDING_MONTH_MISSING, "5", "USD");
  report_sort (report);

  g_autoptr (FindingDigest) some = finding_digest_new (report, FALSE);
  g_autoptr (FindingDigest) all = finding_digest_new (report, TRUE);
  ck_assert (digest_text_append_heading (some, SEVERITY_ERROR, &style, out));
  ck_assert (digest_text_append_heading (some, SEVERITY_WARNING, &style, out));
  ck_assert (!digest_text_append_heading (some, SEVERITY_NOTICE, &style, out));
  ck_assert (digest_text_append_heading (all, SEVERITY_ERROR, &style, out));
  ck_assert_str_eq (out->str, "\nERRORS (1,034, 10 listed)\n\nWARNINGS (1)\n\nERRORS (1,034)\n");
}
END_TEST

START_TEST (the_last_line_says_what_is_not_listed)
{
  const TextStyle style = { .width = 80 };
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 1034; i++)
    add (report, FINDING_CREDIT_SIGN, "1", "USD");
  for (guint i = 0; i < 11; i++)
    add (report, FINDING_MONTH_MISSING, "1", "USD");
  add (report, FINDING_CREDIT_DECREASED, "1", "USD");
  report_sort (report);

  g_autoptr (FindingDigest) some = finding_digest_new (report, FALSE);
  g_autoptr (FindingDigest) all = finding_digest_new (report, TRUE);
  digest_text_append_rest (all, &style, out);
  ck_assert_str_eq (out->str, "");
  digest_text_append_rest (some, &style, out);
  ck_assert_str_eq (out->str, "\nNot listed: 1,024 more of ACO203, 1 more of ACO102. --all lists "
                              "them; the pack\nof --output and --format json hold them.\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("digest-text");
  TCase *tests = tcase_create ("digest-text");

  tcase_add_test (tests, each_code_has_a_line_with_count_and_sum);
  tcase_add_test (tests, further_currencies_stand_below);
  tcase_add_test (tests, what_is_not_about_an_amount_has_none);
  tcase_add_test (tests, without_findings_there_is_no_table);
  tcase_add_test (tests, a_part_tells_what_is_shown_and_of_how_many);
  tcase_add_test (tests, a_heading_says_how_many_are_listed);
  tcase_add_test (tests, the_last_line_says_what_is_not_listed);
  suite_add_tcase (suite, tests);
  return suite;
}

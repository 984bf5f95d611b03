/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-rows.h"
#include "output/text/finding/finding-digest.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static void
add (Report *report, FindingCode code, const char *amount, const char *currency, guint line)
{
  FindingRow row = sample_finding (code, amount, "x");

  row.currency = currency;
  row.line = line;
  sample_add_finding (report, row);
}

static const FindingGroup *
group_at (const FindingDigest *digest, guint i)
{
  return g_ptr_array_index (finding_digest_groups (digest), i);
}

static void
assert_sum (const FindingGroup *group, guint i, const char *currency, const char *amount)
{
  const FindingSum *sum = &g_array_index (group->sums, FindingSum, i);
  g_autofree char *text = decimal_to_string (sum->amount, 2);

  ck_assert_ptr_eq (sum->currency == NULL ? NULL : sum, currency == NULL ? NULL : sum);
  if (currency != NULL)
    ck_assert_str_eq (sum->currency, currency);
  ck_assert_str_eq (text, amount);
}

/* The lines of the rows that are listed, in their order. */
static void
assert_lines (const FindingDigest *digest, const char *expected)
{
  const GPtrArray *rows = finding_digest_rows (digest);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (lines, "%s%u", i > 0 ? " " : "",
                            (guint) ((const FindingRow *) rows->pdata[i])->line);
  ck_assert_str_eq (lines->str, expected);
}

START_TEST (groups_are_by_severity_and_then_by_code)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_AGREEMENT_EXPIRING, "1", "USD", 1);
  add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, "1", "USD", 2);
  add (report, FINDING_MONTH_MISSING, "1", "USD", 3);
  add (report, FINDING_CREDIT_DECREASED, "1", "USD", 4);
  add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, "1", "USD", 5);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  ck_assert_uint_eq (finding_digest_groups (digest)->len, 4);
  ck_assert_int_eq (group_at (digest, 0)->code, FINDING_CREDIT_DECREASED);
  ck_assert_int_eq (group_at (digest, 1)->code, FINDING_BALANCE_INVOICE_DIFFERENCE);
  ck_assert_uint_eq (group_at (digest, 1)->count, 2);
  ck_assert_int_eq (group_at (digest, 2)->code, FINDING_MONTH_MISSING);
  ck_assert_int_eq (group_at (digest, 3)->code, FINDING_AGREEMENT_EXPIRING);
  ck_assert_uint_eq (finding_digest_count (digest, SEVERITY_ERROR), 3);
  ck_assert_uint_eq (finding_digest_listed (digest, SEVERITY_ERROR), 3);
  ck_assert_uint_eq (finding_digest_count (digest, SEVERITY_NOTICE), 1);
}
END_TEST

START_TEST (a_code_of_two_severities_is_two_groups)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow notice = sample_finding (FINDING_INVOICE_USAGE_DIFFERENCE, "1", "x");

  notice.severity = SEVERITY_NOTICE;
  sample_add_finding (report, notice);
  add (report, FINDING_INVOICE_USAGE_DIFFERENCE, "-2", "USD", 1);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  ck_assert_uint_eq (finding_digest_groups (digest)->len, 2);
  ck_assert_int_eq (group_at (digest, 0)->severity, SEVERITY_ERROR);
  assert_sum (group_at (digest, 0), 0, "USD", "2.00");
  ck_assert_int_eq (group_at (digest, 1)->severity, SEVERITY_NOTICE);
  assert_sum (group_at (digest, 1), 0, "USD", "1.00");
}
END_TEST

START_TEST (amounts_are_added_without_their_signs_in_each_currency)
{
  g_autoptr (Report) report = sample_report ();

  add (report, FINDING_CREDIT_SIGN, "-130", "USD", 1);
  add (report, FINDING_CREDIT_SIGN, "130.5", "USD", 2);
  add (report, FINDING_CREDIT_SIGN, "0", NULL, 3);
  add (report, FINDING_CREDIT_SIGN, "-7", "EUR", 4);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  ck_assert_uint_eq (finding_digest_groups (digest)->len, 1);
  ck_assert_uint_eq (group_at (digest, 0)->sums->len, 3);
  assert_sum (group_at (digest, 0), 0, "EUR", "7.00");
  assert_sum (group_at (digest, 0), 1, "USD", "260.50");
  assert_sum (group_at (digest, 0), 2, NULL, "0.00");
}
END_TEST

START_TEST (ten_of_a_code_are_listed)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 1; i <= 10; i++)
    add (report, FINDING_CREDIT_SIGN, "1", "USD", i);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  assert_lines (digest, "1 2 3 4 5 6 7 8 9 10");
}
END_TEST

/* Lines 1 to 12 of 1.00, 11 of -12.00 and 12 of 3.00: of equal ones the first. */
START_TEST (of_more_those_with_the_largest_amounts)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 1; i <= 12; i++)
    add (report, FINDING_CREDIT_SIGN, i == 11 ? "-12" : i == 12 ? "3" : "1", "USD", i);
  add (report, FINDING_CREDIT_DECREASED, "0.01", "USD", 99);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  const FindingGroup *group = group_at (digest, 1);
  ck_assert_uint_eq (group->count, 12);
  ck_assert_uint_eq (group->listed, 10);
  ck_assert_uint_eq (finding_digest_count (digest, SEVERITY_ERROR), 13);
  ck_assert_uint_eq (finding_digest_listed (digest, SEVERITY_ERROR), 11);
  assert_lines (digest, "99 1 2 3 4 5 6 7 8 11 12");
}
END_TEST

START_TEST (no_currency_hides_another)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 1; i <= 12; i++)
    add (report, FINDING_CREDIT_SIGN, "1000", "JPY", i);
  add (report, FINDING_CREDIT_SIGN, "2", "USD", 13);
  add (report, FINDING_CREDIT_SIGN, "0", "USD", 14);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  assert_lines (digest, "1 2 3 4 5 6 7 8 9 13");
}
END_TEST

START_TEST (all_are_listed_where_all_are_wanted)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 1; i <= 12; i++)
    add (report, FINDING_CREDIT_SIGN, "1", "USD", i);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, TRUE);
  assert_lines (digest, "1 2 3 4 5 6 7 8 9 10 11 12");
  ck_assert_uint_eq (group_at (digest, 0)->listed, 12);
  assert_sum (group_at (digest, 0), 0, "USD", "12.00");
}
END_TEST

START_TEST (reports_of_other_schemas_have_findings_too)
{
  g_autoptr (Report) report = report_new_of (mca_rows_schema ());
  const McaFindingRow row = { .code = FINDING_MCA_EVENT_BALANCE_DIFFERS,
                              .severity = SEVERITY_ERROR,
                              .currency = "USD",
                              .amount = decimal_from_int (-5) };

  report_append (report, MCA_TABLE_FINDINGS, &row);
  report_sort (report);

  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);
  ck_assert_uint_eq (finding_digest_groups (digest)->len, 1);
  assert_sum (group_at (digest, 0), 0, "USD", "5.00");
  ck_assert_uint_eq (finding_digest_rows (digest)->len, 1);
}
END_TEST

START_TEST (without_findings_it_is_empty)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (FindingDigest) digest = finding_digest_new (report, FALSE);

  ck_assert_uint_eq (finding_digest_groups (digest)->len, 0);
  ck_assert_uint_eq (finding_digest_rows (digest)->len, 0);
  ck_assert_uint_eq (finding_digest_count (digest, SEVERITY_ERROR), 0);
  finding_digest_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-digest");
  TCase *tests = tcase_create ("finding-digest");

  tcase_add_test (tests, groups_are_by_severity_and_then_by_code);
  tcase_add_test (tests, a_code_of_two_severities_is_two_groups);
  tcase_add_test (tests, amounts_are_added_without_their_signs_in_each_currency);
  tcase_add_test (tests, ten_of_a_code_are_listed);
  tcase_add_test (tests, of_more_those_with_the_largest_amounts);
  tcase_add_test (tests, no_currency_hides_another);
  tcase_add_test (tests, all_are_listed_where_all_are_wanted);
  tcase_add_test (tests, reports_of_other_schemas_have_findings_too);
  tcase_add_test (tests, without_findings_it_is_empty);
  suite_add_tcase (suite, tests);
  return suite;
}

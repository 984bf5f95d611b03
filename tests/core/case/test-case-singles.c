/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

#include "core/case/case-singles.h"

static void
add (CaseSingles *singles, guint index, const char *currency, const char *amount, Severity severity,
     const char *resolution)
{
  FindingRow row = case_finding (FINDING_GRANT_CHANGED, 10, amount);

  row.currency = currency;
  row.severity = severity;
  row.resolution = resolution;
  case_singles_add (singles, &row, index);
}

static const CaseRest *
rest_at (const GArray *rest, guint index)
{
  return &g_array_index (rest, CaseRest, index);
}

START_TEST (the_largest_of_each_currency_are_kept)
{
  g_autoptr (CaseSingles) singles = case_singles_new (2);
  g_autoptr (GArray) kept = NULL, rest = NULL;

  add (singles, 0, "USD", "5", SEVERITY_ERROR, NULL);
  add (singles, 1, "USD", "-9", SEVERITY_ERROR, NULL);
  add (singles, 2, "EUR", "1", SEVERITY_ERROR, NULL);
  add (singles, 3, "USD", "7", SEVERITY_ERROR, NULL);
  kept = case_singles_kept (singles);
  rest = case_singles_rest (singles);
  ck_assert_uint_eq (kept->len, 3);
  ck_assert_uint_eq (g_array_index (kept, guint, 0), 1);
  ck_assert_uint_eq (g_array_index (kept, guint, 1), 2);
  ck_assert_uint_eq (g_array_index (kept, guint, 2), 3);
  ck_assert_uint_eq (rest->len, 1);
  ck_assert_uint_eq (rest_at (rest, 0)->count, 1);
  ck_assert (decimal_equal (rest_at (rest, 0)->amount, sample_decimal ("5")));
}
END_TEST

START_TEST (of_equal_ones_the_first_are_kept)
{
  g_autoptr (CaseSingles) singles = case_singles_new (1);
  g_autoptr (GArray) kept = NULL;

  add (singles, 4, "USD", "5", SEVERITY_ERROR, NULL);
  add (singles, 6, "USD", "5", SEVERITY_ERROR, NULL);
  kept = case_singles_kept (singles);
  ck_assert_uint_eq (kept->len, 1);
  ck_assert_uint_eq (g_array_index (kept, guint, 0), 4);
}
END_TEST

/* They are only counted, and apart. */
START_TEST (notices_and_what_is_decided_are_not_kept)
{
  g_autoptr (CaseSingles) singles = case_singles_new (10);
  g_autoptr (GArray) kept = NULL, rest = NULL;

  add (singles, 0, "USD", "5", SEVERITY_NOTICE, NULL);
  add (singles, 1, "USD", "6", SEVERITY_ERROR, "accepted");
  add (singles, 2, "USD", "7", SEVERITY_ERROR, "disputed");
  kept = case_singles_kept (singles);
  rest = case_singles_rest (singles);
  ck_assert_uint_eq (kept->len, 1);
  ck_assert_uint_eq (g_array_index (kept, guint, 0), 2);
  ck_assert_uint_eq (rest->len, 2);
  ck_assert_int_eq (rest_at (rest, 0)->severity, SEVERITY_NOTICE);
  ck_assert (!rest_at (rest, 1)->is_open);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-singles");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, the_largest_of_each_currency_are_kept);
  tcase_add_test (test_case, of_equal_ones_the_first_are_kept);
  tcase_add_test (test_case, notices_and_what_is_decided_are_not_kept);
  suite_add_tcase (suite, test_case);
  return suite;
}

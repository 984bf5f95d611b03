/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-rows.h"
#include "sample-benefits.h"

START_TEST (each_state_has_its_time)
{
  static const struct
  {
    const char *row;
    const char *uses;
    const char *state;
    int days_left; /* -1: null */
  } cases[] = {
    { "a,,Expired,bulk,9,USD,i,,2026-09-01,,,2026-10-05,,,\n", NULL, "revoked", 330 },
    { "a,,Active,bulk,9,USD,i,,2025-09-01,,,,,,\n", NULL, "expired", -35 },
    { "a,,Expired,bulk,9,USD,i,,,,,,,,\n", NULL, "expired", -1 },
    { "a,,Suspended,bulk,9,USD,i,,,,,,,,\n", NULL, "not-activated", -1 },
    { "a,,Pending,bulk,9,USD,i,,2026-10-06,,,,,,\n", NULL, "not-started", 365 },
    { "a,,Suspended,bulk,9,USD,i,,2026-10-05,,,,,,\n", "i,2026-10,9,\n", "suspended", 364 },
    { "a,,Pending,bulk,9,USD,i,,2026-10-05,,,,,,\n", NULL, "pending", 364 },
    { "a,,Active,bulk,9,USD,i,,2026-10-05,,,,,,\n", "i,2026-10,9,\n", "used", 364 },
    { "a,,Active,bulk,9,USD,i,,2026-10-05,,2026-12-04,,,,\n", NULL, "expiring", 60 },
    { "a,,Active,bulk,9,USD,i,,2026-10-05,,2026-12-05,,,,\n", NULL, "active", 61 },
    { "a,,Active,monthly,9,USD,i,,2026-10-05,,,,,,\n", "i,2026-10,9,\n", "active", 395 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BenefitBook) book = sample_book (cases[i].row, cases[i].uses);
      g_autoptr (Report) report = sample_report (book, "2026-10-05");
      const BenefitRow *row = report_row (report, BENEFIT_TABLE_BENEFITS, 0);
      ck_assert_msg (strcmp (row->state, cases[i].state) == 0, "%u: %s", i, row->state);
      ck_assert_msg (row->days_left_known ? row->days_left == cases[i].days_left
                                          : cases[i].days_left == -1,
                     "%u: %d", i, (int) row->days_left);
    }
}
END_TEST

START_TEST (reassignments_are_counted_down)
{
  g_autoptr (BenefitBook) book = sample_book (
      "a,,Active,monthly,9,USD,a,,,,,,2,,\nb,,Active,monthly,9,USD,b,,,,,,7,,\n"
      "c,,Active,bulk,9,USD,c,,,,,,,,\nd,,Active,monthly,9,USD,d,,,,,,2,,modernized\n",
      NULL);
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  static const int left[] = { 3, 0, 0, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    {
      const BenefitRow *row = report_row (report, BENEFIT_TABLE_BENEFITS, i);
      ck_assert_int_eq (row->reassignments_left_known ? row->reassignments_left : -1, left[i]);
    }
}
END_TEST

START_TEST (totals_are_per_currency)
{
  g_autoptr (BenefitBook) book = sample_book (
      "a,,Active,bulk,9,USD,a,,2026-10-01,,,,,,\nb,,Active,bulk,1.5,usd,b,,2026-10-01,,,,,,\n"
      "c,,Active,bulk,4,EUR,c,,2026-10-01,,,,,,\n",
      "a,2026-10,3,\n");
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  const BenefitTotalsRow *euro = report_row (report, BENEFIT_TABLE_TOTALS, 0);
  const BenefitTotalsRow *dollar = report_row (report, BENEFIT_TABLE_TOTALS, 1);
  g_autofree char *left = decimal_to_string (dollar->left, 2);

  ck_assert_uint_eq (report_row_count (report, BENEFIT_TABLE_TOTALS), 2);
  ck_assert_str_eq (euro->currency, "EUR");
  ck_assert_str_eq (left, "7.50");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-reckon");
  TCase *tests = tcase_create ("benefit-reckon");

  tcase_add_test (tests, each_state_has_its_time);
  tcase_add_test (tests, reassignments_are_counted_down);
  tcase_add_test (tests, totals_are_per_currency);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-finder.h"
#include "sample-benefits.h"

START_TEST (files_that_were_not_read_are_named)
{
  g_autoptr (BenefitBook) book = sample_book ("", NULL);
  const BenefitFile twin = { .file = "c.csv", .sha256 = "x", .duplicate_of = "b.csv" };

  g_array_append_val (book->files, twin);
  g_ptr_array_add (book->ignored, (gpointer) (guintptr) "notes.txt");
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  const BenefitFindingRow *duplicate = report_row (report, BENEFIT_TABLE_FINDINGS, 0);
  const BenefitFindingRow *ignored = report_row (report, BENEFIT_TABLE_FINDINGS, 1);
  ck_assert_str_eq (finding_info (duplicate->code)->code, "ACO904");
  ck_assert_str_eq (duplicate->file, "c.csv");
  ck_assert_str_eq (finding_info (ignored->code)->code, "ACO906");
  ck_assert_str_eq (ignored->file, "notes.txt");
  ck_assert_uint_eq (ignored->line, 0);
  ck_assert_ptr_null (ignored->benefit_id);
}
END_TEST

START_TEST (inputs_stand_in_the_order_of_reading)
{
  g_autoptr (BenefitBook) book = sample_book ("a,,Active,bulk,9,USD,a,,,,,,,,\n", "");
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  const BenefitInputRow *benefits = report_row (report, BENEFIT_TABLE_INPUTS, 0);
  const BenefitInputRow *use = report_row (report, BENEFIT_TABLE_INPUTS, 1);

  ck_assert_str_eq (benefits->kind, "benefits");
  ck_assert_uint_eq (benefits->rows, 1);
  ck_assert_str_eq (use->kind, "use");
  ck_assert_uint_eq (use->rows, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-finder");
  TCase *tests = tcase_create ("benefit-finder");

  tcase_add_test (tests, files_that_were_not_read_are_named);
  tcase_add_test (tests, inputs_stand_in_the_order_of_reading);
  suite_add_tcase (suite, tests);
  return suite;
}

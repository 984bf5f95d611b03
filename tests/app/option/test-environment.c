/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "app/option/environment.h"
#include "input/bytes/limits.h"
#include "output/xlsx/report-xlsx.h"

static void
clear (void)
{
  g_unsetenv ("ACORECON_PART_BYTES");
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

START_TEST (parts_are_small_only_where_a_test_says_so)
{
  ck_assert_uint_eq (environment_surroundings ().part_bytes_min, PART_BYTES_MIN);
  g_setenv ("ACORECON_PART_BYTES", "7", TRUE);
  ck_assert_uint_eq (environment_surroundings ().part_bytes_min, 7);
  g_setenv ("ACORECON_PART_BYTES", "0", TRUE);
  ck_assert_uint_eq (environment_surroundings ().part_bytes_min, PART_BYTES_MIN);
}
END_TEST

START_TEST (workbooks_tell_a_time_only_where_a_build_says_so)
{
  ck_assert_int_eq (environment_surroundings ().workbook_time, REPORT_XLSX_CREATED_AS_OF);
  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  ck_assert_int_eq (environment_surroundings ().workbook_time, 1700000000);
  g_setenv ("SOURCE_DATE_EPOCH", "-1", TRUE);
  ck_assert_int_eq (environment_surroundings ().workbook_time, REPORT_XLSX_CREATED_AS_OF);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("environment");
  TCase *tests = tcase_create ("environment");

  tcase_add_checked_fixture (tests, clear, clear);
  tcase_add_test (tests, parts_are_small_only_where_a_test_says_so);
  tcase_add_test (tests, workbooks_tell_a_time_only_where_a_build_says_so);
  suite_add_tcase (suite, tests);
  return suite;
}

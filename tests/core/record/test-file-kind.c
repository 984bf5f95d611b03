/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/file-kind.h"
#include "test-main.h"

#include <check.h>

START_TEST (kinds_have_the_names_of_the_schema)
{
  ck_assert_str_eq (file_kind_name (KIND_ACO_BALANCE), "aco-balance");
  ck_assert_str_eq (file_kind_name (KIND_INVOICE), "invoice");
  ck_assert_str_eq (file_kind_name (KIND_DAILY_USAGE), "daily-usage");
  ck_assert_str_eq (file_kind_name (KIND_LEGACY), "legacy");
  ck_assert_str_eq (file_kind_name (KIND_SKIPPED), "skipped");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-kind");
  TCase *names = tcase_create ("names");

  tcase_add_test (names, kinds_have_the_names_of_the_schema);
  suite_add_tcase (suite, names);
  return suite;
}

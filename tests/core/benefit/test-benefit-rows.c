/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-rows.h"

START_TEST (findings_are_where_the_schema_says)
{
  static const char *const finding_columns[]
      = { "code",     "name",   "severity", "benefit_id", "benefit", "month",
          "currency", "amount", "file",     "line",       "message" };
  const ReportSchema *const schemas[] = { benefit_rows_schema (), benefit_rows_profile_schema () };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      const ReportTableInfo *info = &schemas[i]->tables[schemas[i]->findings].info;
      ck_assert_str_eq (info->name, "findings");
      ck_assert_uint_eq (info->column_count, G_N_ELEMENTS (finding_columns));
      for (guint k = 0; k < info->column_count; k++)
        ck_assert_str_eq (info->columns[k].name, finding_columns[k]);
    }
}
END_TEST

START_TEST (words_are_those_of_the_contract)
{
  ck_assert_str_eq (benefit_rows_kind (BENEFIT_MONTHLY), "monthly");
  ck_assert_str_eq (benefit_rows_kind (BENEFIT_BULK), "bulk");
  ck_assert_str_eq (benefit_rows_experience (BENEFIT_LEGACY), "legacy");
  ck_assert_str_eq (benefit_rows_experience (BENEFIT_MODERNISED), "modernised");
  ck_assert_str_eq (benefit_rows_file_kind (BENEFIT_FILE_PROFILES), "profiles");
  ck_assert_str_eq (benefit_rows_state (BENEFIT_NOT_ACTIVATED), "not-activated");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-rows");
  TCase *tests = tcase_create ("benefit-rows");

  tcase_add_test (tests, findings_are_where_the_schema_says);
  tcase_add_test (tests, words_are_those_of_the_contract);
  suite_add_tcase (suite, tests);
  return suite;
}

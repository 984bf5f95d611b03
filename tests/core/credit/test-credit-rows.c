/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/credit/credit-rows.h"

START_TEST (the_schema_has_no_findings)
{
  const ReportSchema *schema = credit_rows_schema ();

  ck_assert_str_eq (schema->name, "acorecon.credits/1");
  ck_assert_uint_eq (schema->findings, schema->table_count);
  ck_assert_str_eq (schema->tables[CREDIT_TABLE_CREDITS].info.name, "credits");
  ck_assert_str_eq (schema->tables[CREDIT_TABLE_CREDITS].info.columns[0].name, "kind");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-rows");
  TCase *tests = tcase_create ("credit-rows");

  tcase_add_test (tests, the_schema_has_no_findings);
  suite_add_tcase (suite, tests);
  return suite;
}

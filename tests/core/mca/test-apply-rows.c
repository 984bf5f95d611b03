/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-rows.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *text;
} tables[] = {
  { "inputs: file kind rows sha256" },
  { "charges: date profile_id invoice product publisher kind currency amount rule "
    "sponsorship_rule credit due due_reason paid_by file line" },
  { "lots: account_id profile_id lot_id source sponsorship can_pay currency start_date "
    "expiration_date opening used lapsed closing first_use last_use file line" },
  { "summary: currency charges refunds not_covered eligible credit due opening lapsed closing "
    "zero_on" },
  { "findings: code name severity account_id account_name profile_id profile_name resource "
    "currency amount file line message" },
};

START_TEST (each_table_has_the_columns_of_the_contract)
{
  const ReportTableInfo *info = &apply_rows_schema ()->tables[_i].info;
  g_autoptr (GString) text = g_string_new (info->name);

  for (gsize i = 0; i < info->column_count; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? ": " : " ", info->columns[i].name);
  ck_assert_str_eq (text->str, tables[_i].text);
  ck_assert_str_eq (apply_rows_schema ()->name, "acorecon.mca-apply/1");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-rows");
  TCase *tests = tcase_create ("apply-rows");

  tcase_add_loop_test (tests, each_table_has_the_columns_of_the_contract, 0, G_N_ELEMENTS (tables));
  suite_add_tcase (suite, tests);
  return suite;
}

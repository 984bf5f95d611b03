/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-record.h"
#include "core/mca/mca-rows.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *text;
} tables[] = {
  { "inputs: file kind api rows next_link sha256" },
  { "profiles: account_id account_name profile_id profile_name currency estimated current "
    "available pending_adjustments pending_charges expired expired_sign expected_estimated "
    "lots live_lots events first_event last_event last_balance" },
  { "lots: account_id profile_id profile_name lot_id kind source start_date expiration_date "
    "currency original remaining used status reported_status days_left po_number "
    "billing_currency estimated mixed file line" },
  { "events: account_id profile_id profile_name event_id date type pending description "
    "invoice currency opening new_credit adjustments charges expired canceled closing running "
    "difference file line" },
  { "findings: code name severity account_id account_name profile_id profile_name resource "
    "currency amount file line message" },
  { "totals: currency estimated current available pending_charges" },
};

START_TEST (each_table_has_the_columns_of_the_contract)
{
  const ReportTableInfo *info = &mca_rows_schema ()->tables[_i].info;
  g_autoptr (GString) text = g_string_new (info->name);

  for (gsize i = 0; i < info->column_count; i++)
    {
      g_string_append_printf (text, "%s%s", i == 0 ? ": " : " ", info->columns[i].name);
      ck_assert_uint_lt (info->columns[i].offset, info->row_size);
    }
  ck_assert_str_eq (text->str, tables[_i].text);
}
END_TEST

START_TEST (the_schema_has_its_name_and_kinds_their_words)
{
  ck_assert_str_eq (mca_rows_schema ()->name, "acorecon.mca/1");
  ck_assert_uint_eq (mca_rows_schema ()->table_count, G_N_ELEMENTS (tables));
  ck_assert_str_eq (mca_rows_findings ()->info.name, "findings");
  ck_assert_str_eq (mca_rows_kind_name (MCA_EMPTY), "empty");
  ck_assert_str_eq (mca_rows_status_name (MCA_LOT_NOT_STARTED), "not-started");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-rows");
  TCase *tests = tcase_create ("mca-rows");

  tcase_add_loop_test (tests, each_table_has_the_columns_of_the_contract, 0, G_N_ELEMENTS (tables));
  tcase_add_test (tests, the_schema_has_its_name_and_kinds_their_words);
  suite_add_tcase (suite, tests);
  return suite;
}

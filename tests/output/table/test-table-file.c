/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/pack.h"
#include "output/table/table-file.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  ReportTable table;
  gboolean own;
  const char *name;
} files[] = {
  { REPORT_INPUTS, FALSE, "report.json" },
  { REPORT_INVOICES, FALSE, "report.json" },
  { REPORT_AGREEMENTS, TRUE, "agreements.csv" },
  { REPORT_ROLLFORWARD, TRUE, "rollforward.csv" },
  { REPORT_TIE_OUT, TRUE, "tieout.csv" },
  { REPORT_WATERFALL, TRUE, "waterfall.csv" },
  { REPORT_CREDIT_DAYS, TRUE, "credit-days.csv" },
  { REPORT_USAGE_TIE_OUT, TRUE, "usage-tieout.csv" },
  { REPORT_FINDINGS, TRUE, "findings.csv" },
  { REPORT_TOTALS, FALSE, "report.json" },
  { REPORT_CASES, TRUE, "cases.csv" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (files) == REPORT_TABLE_COUNT);

/* The names are what people and their programs know: none may change. */
START_TEST (each_table_is_in_one_file)
{
  g_autofree char *name = table_file_name (files[_i].table);

  ck_assert_str_eq (name, files[_i].name);
  ck_assert_int_eq (table_file_is_own (files[_i].table), files[_i].own);
}
END_TEST

START_TEST (a_pack_may_hold_each_of_these_files)
{
  g_autofree char *name = table_file_name (files[_i].table);

  ck_assert (pack_kind ()->is_name (pack_kind (), name));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("table-file");
  TCase *tests = tcase_create ("table-file");

  tcase_add_loop_test (tests, each_table_is_in_one_file, 0, G_N_ELEMENTS (files));
  tcase_add_loop_test (tests, a_pack_may_hold_each_of_these_files, 0, G_N_ELEMENTS (files));
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/xlsx/xlsx-formula.h"
#include "sample-rows.h"

/* NULL: no formula. (transfer full) */
static char *
formula_of (ReportTable table, gconstpointer row)
{
  XlsxRowFormula formula;
  GString *text = g_string_new (NULL);

  ck_assert (xlsx_formula_init (&formula, table));
  const gboolean has_one = xlsx_formula_print (&formula, row, 4, text);
  return g_string_free (text, !has_one);
}

START_TEST (three_tables_have_formulas)
{
  XlsxRowFormula formula;
  const gboolean expected
      = _i == REPORT_ROLLFORWARD || _i == REPORT_TIE_OUT || _i == REPORT_WATERFALL;

  ck_assert_int_eq (xlsx_formula_init (&formula, (ReportTable) _i), expected);
}
END_TEST

START_TEST (each_table_has_its_own)
{
  const RollForwardRow roll_forward = { .opening = sample_amount ("10"),
                                        .used = sample_amount ("3.125"),
                                        .closing = sample_decimal ("6.875") };
  const TieOutRow tie_out = sample_tie_out ("c", "n", "5.00", "4.50", "0.5", TIE_OUT_DIFFERS);
  const WaterfallRow waterfall = { .charges = sample_decimal ("9"),
                                   .aco_used = sample_decimal ("2"),
                                   .net = sample_decimal ("7") };
  g_autofree char *closing = formula_of (REPORT_ROLLFORWARD, &roll_forward);
  g_autofree char *difference = formula_of (REPORT_TIE_OUT, &tie_out);
  g_autofree char *net = formula_of (REPORT_WATERFALL, &waterfall);

  ck_assert_str_eq (closing, "ROUND(G5+H5-I5-J5+K5,3)");
  ck_assert_str_eq (difference, "ROUND(E5-F5,2)");
  ck_assert_str_eq (net, "ROUND(E5-F5-G5,2)");
}
END_TEST

static const struct
{
  const char *used, *credit, *difference;
} rows[] = {
  { NULL, "1", NULL },
  { "1", NULL, NULL },
  { "1", "1", NULL },
  { NULL, "1", "1" },
  { "2", "1", "2" },                               /* does not foot */
  { "1234567890123456", "1", "1234567890123455" }, /* more digits than a number holds */
  { "12345678901234.5", "0.25", "12345678901234.25" },
  { "100000000000000", "0.5", "99999999999999.5" },
};

START_TEST (without_a_sure_result_there_is_none)
{
  const TieOutRow row = sample_tie_out ("c", "n", rows[_i].used, rows[_i].credit,
                                        rows[_i].difference, TIE_OUT_DIFFERS);

  ck_assert_ptr_null (formula_of (REPORT_TIE_OUT, &row));
}
END_TEST

START_TEST (fourteen_digits_are_safe)
{
  ck_assert (xlsx_formula_is_safe (sample_decimal ("999999999999.99"), 2));
  ck_assert (!xlsx_formula_is_safe (sample_decimal ("1000000000000"), 2));
  ck_assert (!xlsx_formula_is_safe (sample_decimal ("999999999999"), 3));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-formula");
  TCase *tests = tcase_create ("xlsx-formula");

  tcase_add_loop_test (tests, three_tables_have_formulas, 0, REPORT_TABLE_COUNT);
  tcase_add_test (tests, each_table_has_its_own);
  tcase_add_loop_test (tests, without_a_sure_result_there_is_none, 0, G_N_ELEMENTS (rows));
  tcase_add_test (tests, fourteen_digits_are_safe);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/seal-figures.h"
#include "test-main.h"

#include <check.h>

#include "sample-seal.h"

START_TEST (three_tables_stand_side_by_side)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (GPtrArray) rows = seal_figures_of_report (seal.report, seal.content.month);
  g_autoptr (GString) text = g_string_new (NULL);

  ck_assert_uint_eq (rows->len, 1);
  const SealFigures *row = g_ptr_array_index (rows, 0);
  ck_assert_str_eq (row->customer, "c1");
  ck_assert_str_eq (row->currency, "USD");
  for (guint i = 0; i < SEAL_FIGURE_COUNT; i++)
    {
      g_autofree char *amount
          = row->figures[i].known ? decimal_to_string (row->figures[i].value, 2) : g_strdup ("-");
      g_string_append_printf (text, "%s=%s ", seal_figures_name (i), amount);
    }
  ck_assert_str_eq (text->str, "balance_used=200.00 invoice_credit=200.00 usage_credit=- "
                               "charges=200.00 other_credits=0.00 net=0.00 pec_earned=0.00 "
                               "forfeited=0.00 ");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (credits_are_summed_per_product)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (GPtrArray) rows = seal_figures_credits (seal.books, seal.report, seal.content.month);

  ck_assert_uint_eq (rows->len, 1);
  const SealCredit *row = g_ptr_array_index (rows, 0);
  g_autofree char *subtotal = decimal_to_string (row->subtotal, 2);
  ck_assert_str_eq (row->invoice, "G2");
  ck_assert_str_eq (row->article, "p/0001");
  ck_assert_uint_eq (row->lines, 2);
  ck_assert_str_eq (subtotal, "-200.00");
  sample_seal_clear (&seal);
}
END_TEST

START_TEST (another_month_has_other_rows)
{
  SampleSeal seal = sample_seal ();
  g_autoptr (GPtrArray) rows = seal_figures_of_report (seal.report, seal.content.month + 1);
  g_autoptr (GPtrArray) credits
      = seal_figures_credits (seal.books, seal.report, seal.content.month - 1);

  ck_assert_uint_eq (rows->len, 0);
  ck_assert_uint_eq (credits->len, 0);
  sample_seal_clear (&seal);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("seal-figures");
  TCase *tests = tcase_create ("seal-figures");

  tcase_add_test (tests, three_tables_stand_side_by_side);
  tcase_add_test (tests, credits_are_summed_per_product);
  tcase_add_test (tests, another_month_has_other_rows);
  suite_add_tcase (suite, tests);
  return suite;
}

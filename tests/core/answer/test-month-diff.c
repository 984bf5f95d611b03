/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-diff.h"
#include "test-main.h"

#include <check.h>

START_TEST (files_alone_make_no_difference)
{
  g_autoptr (Report) diff = report_new_of (month_diff_schema ());
  const DiffInput input = { .file = "a", .change = "new" };

  report_append (diff, DIFF_INPUTS, &input);
  report_sort (diff);
  ck_assert (month_diff_is_equal (diff));
}
END_TEST

START_TEST (every_other_row_does)
{
  g_autoptr (Report) diff = report_new_of (month_diff_schema ());
  const DiffFigure figure = { .figure = "net" };
  const DiffBalance balance = { .change = "new" };
  const DiffCredit credit = { .invoice = "G1" };
  const DiffInvoice invoice = { .change = "new" };
  const DiffFinding finding = { .change = "new" };
  const gconstpointer rows[DIFF_TABLE_COUNT]
      = { NULL, &figure, &balance, &credit, &invoice, &finding };

  report_append (diff, (guint) _i, rows[_i]);
  report_sort (diff);
  ck_assert (!month_diff_is_equal (diff));
}
END_TEST

START_TEST (rows_go_by_their_leading_columns)
{
  g_autoptr (Report) diff = report_new_of (month_diff_schema ());
  const DiffFigure rows[] = { { .customer_id = "c2", .currency = "EUR", .figure = "net" },
                              { .customer_id = "c1", .currency = "USD", .figure = "net" },
                              { .customer_id = "c1", .currency = "USD", .figure = "charges" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    report_append (diff, DIFF_FIGURES, &rows[i]);
  report_sort (diff);
  ck_assert_str_eq (((const DiffFigure *) report_row (diff, DIFF_FIGURES, 0))->figure, "charges");
  ck_assert_str_eq (((const DiffFigure *) report_row (diff, DIFF_FIGURES, 2))->customer_id, "c2");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-diff");
  TCase *tests = tcase_create ("month-diff");

  tcase_add_test (tests, files_alone_make_no_difference);
  tcase_add_loop_test (tests, every_other_row_does, DIFF_FIGURES, DIFF_TABLE_COUNT);
  tcase_add_test (tests, rows_go_by_their_leading_columns);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-overlap.h"
#include "test-main.h"

#include <check.h>

static void
take (RowOverlap *overlap, guint64 line, const char *currency, gint64 amount)
{
  const Decimal money = decimal_from_int (amount);

  row_overlap_take (overlap, (Position){ 1, line }, slice_of (currency), DAY_NONE, &money);
}

/* The first, second and fourth row of five are shared. */
START_TEST (only_the_shared_rows_count_and_the_first_is_remembered)
{
  static const guint64 places[] = { 0, 1, 3 };
  RowOverlap *overlap = row_overlap_new (KIND_INVOICE, "g1", 1, 5);

  g_array_append_vals (overlap->shared, places, G_N_ELEMENTS (places));
  take (overlap, 7, "usd", 1);
  ck_assert (!row_overlap_is_complete (overlap));
  take (overlap, 8, "EUR", 20);
  take (overlap, 9, "USD", 300);
  take (overlap, 11, "USD", -4000);
  ck_assert (row_overlap_is_complete (overlap));
  take (overlap, 12, "USD", 50000);
  ck_assert (decimal_equal (overlap->amount, decimal_from_int (1 + 20 - 4000)));
  ck_assert_uint_eq (overlap->first.line, 7);
  ck_assert_str_eq (overlap->currency, "USD");
  row_overlap_free (overlap);
  row_overlap_free (NULL);
}
END_TEST

/* Rows of one line of JSON have one line number: places tell them apart. */
START_TEST (rows_on_one_line_are_told_apart)
{
  static const guint64 place = 1;
  RowOverlap *overlap = row_overlap_new (KIND_INVOICE, "g1", 1, 3);

  g_array_append_val (overlap->shared, place);
  take (overlap, 1, "USD", 1);
  take (overlap, 1, "USD", 20);
  take (overlap, 1, "USD", 300);
  ck_assert (decimal_equal (overlap->amount, decimal_from_int (20)));
  row_overlap_free (overlap);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-overlap");
  TCase *tests = tcase_create ("money");

  tcase_add_test (tests, only_the_shared_rows_count_and_the_first_is_remembered);
  tcase_add_test (tests, rows_on_one_line_are_told_apart);
  suite_add_tcase (suite, tests);
  return suite;
}

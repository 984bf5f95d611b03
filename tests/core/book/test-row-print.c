/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-print.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_print_keeps_80_bits_and_the_place)
{
  const Hash128 hash = { G_GUINT64_CONSTANT (0x0123456789abcdef), 0xffff };
  const Hash128 beyond = { hash.low, G_GUINT64_CONSTANT (0xabc000000000ffff) };
  const Hash128 other = { hash.low, 0xfffe };
  RowPrint print = row_print_new (hash, 41), same = row_print_new (beyond, 7),
           different = row_print_new (other, 41);

  ck_assert_uint_eq (row_print_place (&print), 41);
  ck_assert (row_print_is_same (&print, &same));
  ck_assert (!row_print_is_same (&print, &different));
  row_print_move (&print, 1000);
  ck_assert_uint_eq (row_print_place (&print), 1041);
  ck_assert (row_print_is_same (&print, &same));
}
END_TEST

START_TEST (prints_are_ordered_by_fingerprint_and_then_by_place)
{
  const RowPrint first = row_print_new ((Hash128){ 1, 2 }, 9),
                 place = row_print_new ((Hash128){ 1, 2 }, 10),
                 high = row_print_new ((Hash128){ 1, 3 }, 0),
                 low = row_print_new ((Hash128){ 2, 0 }, 0);

  ck_assert_int_lt (row_print_compare (&first, &place), 0);
  ck_assert_int_lt (row_print_compare (&place, &high), 0);
  ck_assert_int_lt (row_print_compare (&high, &low), 0);
  ck_assert_int_gt (row_print_compare (&low, &first), 0);
  ck_assert_int_eq (row_print_compare (&first, &first), 0);
}
END_TEST

/* Many equal fingerprints among few different ones, ascending, descending and mixed. */
START_TEST (any_number_of_prints_is_sorted)
{
  static RowPrint prints[3000];
  const guint count = _i < 40 ? (guint) _i : G_N_ELEMENTS (prints);

  for (guint order = 0; order < 3; order++)
    {
      for (guint i = 0; i < count; i++)
        {
          const guint at = order == 0 ? i : order == 1 ? count - 1 - i : i * 1543 % count;
          prints[i] = row_print_new ((Hash128){ at % 7, 0 }, at);
        }
      row_print_sort (prints, count);
      for (guint i = 1; i < count; i++)
        ck_assert_int_lt (row_print_compare (&prints[i - 1], &prints[i]), 0);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-print");
  TCase *tests = tcase_create ("prints");

  tcase_add_test (tests, a_print_keeps_80_bits_and_the_place);
  tcase_add_test (tests, prints_are_ordered_by_fingerprint_and_then_by_place);
  tcase_add_loop_test (tests, any_number_of_prints_is_sorted, 0, 41);
  suite_add_tcase (suite, tests);
  return suite;
}

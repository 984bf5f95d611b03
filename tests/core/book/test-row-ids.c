/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/row-ids.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 1, 2 };

START_TEST (kinds_have_numbers_of_their_own)
{
  g_autoptr (RowIds) ids = row_ids_new (&key);

  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    {
      ck_assert_uint_eq (row_ids_add (ids, kind, slice_of ("A")), 0);
      ck_assert_uint_eq (row_ids_add (ids, kind, slice_of ("b")), 1);
    }
}
END_TEST

START_TEST (names_keep_their_case_and_currencies_are_raised)
{
  g_autoptr (RowIds) ids = row_ids_new (&key);

  for (guint kind = 0; kind < ROW_ID_KIND_COUNT; kind++)
    {
      row_ids_add (ids, kind, slice_of ("aB"));
      ck_assert_str_eq (row_ids_text (ids, kind, 0),
                        kind == ROW_ID_CREDIT_NAME                                   ? "aB"
                        : kind == ROW_ID_CURRENCY || kind == ROW_ID_PRICING_CURRENCY ? "AB"
                                                                                     : "ab");
    }
}
END_TEST

START_TEST (ids_of_other_books_are_taken_by_their_texts)
{
  g_autoptr (RowIds) ids = row_ids_new (&key);
  g_autoptr (RowIds) later = row_ids_new (&key);

  row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("c1"));
  row_ids_add (later, ROW_ID_CUSTOMER, slice_of ("c2"));
  row_ids_add (later, ROW_ID_CUSTOMER, slice_of ("c1"));
  ck_assert_uint_eq (row_ids_take (ids, later, ROW_ID_CUSTOMER, 1), 0);
  ck_assert_uint_eq (row_ids_take (ids, later, ROW_ID_CUSTOMER, 0), 1);
  ck_assert_uint_eq (row_ids_take (ids, ids, ROW_ID_CUSTOMER, 1), 1);
}
END_TEST

START_TEST (wide_amounts_stay_where_they_are)
{
  g_autoptr (RowIds) ids = row_ids_new (&key);
  const Decimal wide
      = decimal_multiply (decimal_from_scaled (G_MININT64, 2), decimal_from_scaled (G_MAXINT64, 1));
  const PackedDecimal *first = row_ids_keep_wide (ids, wide);

  for (guint i = 0; i < 100; i++)
    row_ids_keep_wide (ids, decimal_negate (wide));
  ck_assert (decimal_equal (decimal_unpack (*first), wide));
}
END_TEST

START_TEST (the_last_reference_ends_them)
{
  RowIds *ids = row_ids_new (&key);

  ck_assert_ptr_eq (row_ids_ref (ids), ids);
  row_ids_unref (ids);
  ck_assert_uint_eq (row_ids_add (ids, ROW_ID_PARTNER, slice_of ("p")), 0);
  row_ids_unref (ids);
}
END_TEST

START_TEST (keys_are_sorted_by_the_texts_of_their_ids)
{
  static const RowIdKind kinds[] = { ROW_ID_CUSTOMER, ROW_ID_NONE };
  static const guint32 keys[][2] = { { 0, 2 }, { 1, 3 }, { 0, 1 } };
  g_autoptr (RowIds) ids = row_ids_new (&key);
  g_autoptr (KeyTable) table = key_table_new (&key, 2);

  row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("c2"));
  row_ids_add (ids, ROW_ID_CUSTOMER, slice_of ("c1"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    key_table_add (table, keys[i]);
  g_autofree guint *sorted = row_ids_sorted (ids, table, kinds, G_N_ELEMENTS (kinds));
  ck_assert_uint_eq (sorted[0], 1);
  ck_assert_uint_eq (sorted[1], 2);
  ck_assert_uint_eq (sorted[2], 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-ids");
  TCase *tcase = tcase_create ("row-ids");

  tcase_add_test (tcase, kinds_have_numbers_of_their_own);
  tcase_add_test (tcase, names_keep_their_case_and_currencies_are_raised);
  tcase_add_test (tcase, ids_of_other_books_are_taken_by_their_texts);
  tcase_add_test (tcase, wide_amounts_stay_where_they_are);
  tcase_add_test (tcase, the_last_reference_ends_them);
  tcase_add_test (tcase, keys_are_sorted_by_the_texts_of_their_ids);
  suite_add_tcase (suite, tcase);
  return suite;
}

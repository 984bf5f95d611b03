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

/* Keys 0 to 2 are asked for beside each of them. */
START_TEST (a_key_is_found_where_it_is_near)
{
  static const RowIdKind kinds[] = { ROW_ID_CUSTOMER, ROW_ID_CURRENCY };
  static const char *const customers[] = { "c1", "c2", "c22" };
  g_autoptr (RowIds) ids = row_ids_new (&key);
  g_autoptr (KeyTable) keys = key_table_new (&key, 2);
  guint number = 0;
  const Slice none[] = { slice_of ("c1"), slice_of ("USD") };

  ck_assert (!row_ids_find_near (ids, keys, kinds, none, &number));
  for (guint i = 0; i < G_N_ELEMENTS (customers); i++)
    {
      const guint32 numbers[] = { row_ids_add (ids, ROW_ID_CUSTOMER, slice_of (customers[i])),
                                  row_ids_add (ids, ROW_ID_CURRENCY, slice_of ("USD")) };
      ck_assert_uint_eq (key_table_add (keys, numbers), i);
    }
  for (guint from = 0; from < 3; from++)
    for (guint i = 0; i < 3; i++)
      {
        const Slice texts[] = { slice_of (customers[i]), slice_of ("USD") };
        const Slice others[][2] = { { texts[0], slice_of ("usd") },
                                    { texts[0], slice_of ("US") },
                                    { slice_of ("C1"), texts[1] },
                                    { slice_of (""), texts[1] } };

        number = from;
        ck_assert_int_eq (row_ids_find_near (ids, keys, kinds, texts, &number),
                          i == from || i == (from + 1) % 3);
        ck_assert (i != from || number == i);
        for (guint other = 0; other < G_N_ELEMENTS (others); other++)
          ck_assert (!row_ids_find_near (ids, keys, kinds, others[other], &number));
      }
}
END_TEST

START_TEST (what_comes_again_has_the_same_number)
{
  static const char *const texts[] = { "a", "a", "A", "b", "a", "a", "", "", "ab" };
  static const guint numbers[] = { 0, 0, 0, 1, 0, 0, 2, 2, 3 };
  g_autoptr (RowIds) ids = row_ids_new (&key);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    ck_assert_uint_eq (row_ids_add_again (ids, ROW_ID_PARTNER, slice_of (texts[i])), numbers[i]);
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
  tcase_add_test (tcase, a_key_is_found_where_it_is_near);
  tcase_add_test (tcase, what_comes_again_has_the_same_number);
  tcase_add_test (tcase, wide_amounts_stay_where_they_are);
  tcase_add_test (tcase, the_last_reference_ends_them);
  tcase_add_test (tcase, keys_are_sorted_by_the_texts_of_their_ids);
  suite_add_tcase (suite, tcase);
  return suite;
}

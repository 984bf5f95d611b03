/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-table.h"
#include "test-main.h"

#include <check.h>

/* So large that a block has few, and not a power of two. */
typedef struct
{
  guint64 number;
  char rest[30000];
} Row;

START_TEST (rows_stay_what_they_are_over_all_blocks)
{
  RowTable table;

  row_table_init (&table, sizeof (Row));
  ck_assert_ptr_null (row_table_last (&table));
  for (guint i = 0; i < 500; i++)
    {
      Row *row = row_table_append (&table);

      row->number = i;
      row->rest[sizeof row->rest - 1] = (char) i;
      ck_assert_ptr_eq (row_table_last (&table), row);
      ck_assert_uint_eq (table.count, i + 1);
    }
  for (guint i = 0; i < 500; i++)
    {
      const Row *row = row_table_row (&table, i);

      ck_assert_uint_eq (row->number, i);
      ck_assert_int_eq (row->rest[sizeof row->rest - 1], (char) i);
    }
  row_table_clear (&table);
}
END_TEST

START_TEST (rows_behind_the_first_block_do_not_move)
{
  RowTable table;

  row_table_init (&table, sizeof (Row));
  for (guint i = 0; i < 100; i++)
    row_table_append (&table);
  const Row *row = row_table_last (&table);
  for (guint i = 0; i < 400; i++)
    row_table_append (&table);
  ck_assert_ptr_eq (row_table_row (&table, 99), row);
  row_table_clear (&table);
}
END_TEST

static int
compare_tens (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const guint64 left = ((const Row *) a)->number / 10, right = ((const Row *) b)->number / 10;

  return (left > right) - (left < right);
}

START_TEST (sorting_leaves_equal_rows_as_they_came)
{
  static const guint64 numbers[] = { 25, 11, 19, 20, 3, 12 }, sorted[] = { 3, 11, 19, 12, 25, 20 };
  RowTable table;

  row_table_init (&table, sizeof (Row));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    ((Row *) row_table_append (&table))->number = numbers[i];
  row_table_sort (&table, compare_tens, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    ck_assert_uint_eq (((const Row *) row_table_row (&table, i))->number, sorted[i]);
  row_table_clear (&table);
}
END_TEST

START_TEST (rows_lie_side_by_side_where_their_number_was_said)
{
  static const gsize counts[] = { 0, 1, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      RowTable table;

      row_table_init_sized (&table, sizeof (Row), counts[i]);
      for (gsize n = 0; n < counts[i] + 1; n++)
        ((Row *) row_table_append (&table))->number = n;
      for (gsize n = 0; n < counts[i] + 1; n++)
        ck_assert_uint_eq (((const Row *) row_table_row (&table, n))->number, n);
      for (gsize n = 1; n < counts[i]; n++)
        ck_assert_ptr_eq (row_table_row (&table, n), (Row *) row_table_row (&table, 0) + n);
      row_table_clear (&table);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-table");
  TCase *tcase = tcase_create ("row-table");

  tcase_add_test (tcase, rows_stay_what_they_are_over_all_blocks);
  tcase_add_test (tcase, rows_behind_the_first_block_do_not_move);
  tcase_add_test (tcase, sorting_leaves_equal_rows_as_they_came);
  tcase_add_test (tcase, rows_lie_side_by_side_where_their_number_was_said);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report.h"
#include "core/report/row-pack.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const texts[] = { NULL, "", "contoso", "fabrikam" };

/* Few values for each, so that rows often have what the row before has. */
static Decimal
some_decimal (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return (Decimal){ 0 };
    case 1:
      return decimal_from_scaled (g_rand_int_range (rand, -300, 300), 2);
    case 2:
      return decimal_from_scaled (10, (guint) g_rand_int_range (rand, 0, 3));
    case 3:
      return decimal_multiply (decimal_from_scaled (G_MAXINT64, 5),
                               decimal_from_scaled (G_MININT64, 5));
    default:
      return decimal_multiply (decimal_from_scaled (G_MAXINT64, 0),
                               decimal_from_scaled (2, (guint) g_rand_int_range (rand, 0, 2)));
    }
}

static Amount
some_amount (GRand *rand)
{
  return (Amount){ .known = g_rand_boolean (rand), .value = some_decimal (rand) };
}

static RollForwardRow
some_row (GRand *rand)
{
  return (RollForwardRow){
    .customer_id = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
    .file = texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
    .month = g_rand_int_range (rand, 0, 3),
    .opening = some_amount (rand),
    .granted = some_decimal (rand),
    .used = some_amount (rand),
    .credit_amount = some_decimal (rand),
    .expired = g_rand_boolean (rand),
    .line = g_rand_boolean (rand) ? G_MAXUINT64 : (guint64) g_rand_int_range (rand, 0, 3),
  };
}

static void
assert_row (const RollForwardRow *row, const RollForwardRow *expected)
{
  ck_assert_ptr_eq (row->customer_id, expected->customer_id);
  ck_assert_ptr_eq (row->agreement_id, expected->agreement_id);
  ck_assert_ptr_eq (row->file, expected->file);
  ck_assert_int_eq (row->month, expected->month);
  ck_assert_int_eq (row->opening.known, expected->opening.known);
  ck_assert (decimal_is_same (&row->opening.value, &expected->opening.value));
  ck_assert (decimal_is_same (&row->granted, &expected->granted));
  ck_assert_int_eq (row->used.known, expected->used.known);
  ck_assert (decimal_is_same (&row->used.value, &expected->used.value));
  ck_assert (decimal_is_same (&row->closing, &expected->closing));
  ck_assert (decimal_is_same (&row->credit_amount, &expected->credit_amount));
  ck_assert_int_eq (row->expired, expected->expired);
  ck_assert_uint_eq (row->line, expected->line);
}

#define ROWS 1000

static GRand *rand_of_test;
static RowPack *pack;
static RollForwardRow rows[ROWS];

static void
begin (void)
{
  rand_of_test = g_rand_new_with_seed (20261126);
  pack = row_pack_new (report_table_info (REPORT_ROLLFORWARD));
  for (guint i = 0; i < ROWS; i++)
    rows[i] = some_row (rand_of_test);
}

static void
end (void)
{
  row_pack_free (pack);
  g_rand_free (rand_of_test);
}

static void
append_all (void)
{
  for (guint i = 0; i < ROWS; i++)
    row_pack_append (pack, &rows[i]);
}

START_TEST (the_last_row_can_be_asked_for)
{
  ck_assert_ptr_null (row_pack_last (pack));
  for (guint i = 0; i < ROWS; i++)
    {
      row_pack_append (pack, &rows[i]);
      assert_row (row_pack_last (pack), &rows[i]);
      ck_assert_uint_eq (row_pack_count (pack), i + 1);
    }
}
END_TEST

START_TEST (rows_are_read_in_their_order_and_in_any_other)
{
  RowPackCursor cursor = { 0 };
  RollForwardRow row;

  append_all ();
  for (guint i = 0; i < ROWS; i++)
    {
      row_pack_read (pack, i, &cursor, &row);
      assert_row (&row, &rows[i]);
      row_pack_read (pack, i, &cursor, &row);
      assert_row (&row, &rows[i]);
    }
  for (guint i = 0; i < 5 * ROWS; i++)
    {
      const gsize index = (gsize) g_rand_int_range (rand_of_test, 0, ROWS);

      row_pack_read (pack, index, &cursor, &row);
      assert_row (&row, &rows[index]);
    }
}
END_TEST

START_TEST (two_packs_can_share_a_cursor)
{
  g_autoptr (RowPack) other = row_pack_new (report_table_info (REPORT_ROLLFORWARD));
  RowPackCursor cursor = { 0 };
  RollForwardRow row;

  append_all ();
  for (guint i = ROWS; i > 0; i--)
    row_pack_append (other, &rows[i - 1]);
  for (guint i = 0; i < 100; i++)
    {
      row_pack_read (pack, i, &cursor, &row);
      assert_row (&row, &rows[i]);
      row_pack_read (other, i + 1, &cursor, &row);
      assert_row (&row, &rows[ROWS - 2 - i]);
    }
}
END_TEST

START_TEST (rows_that_are_kept_stay)
{
  const RollForwardRow *kept[ROWS];

  append_all ();
  for (guint i = 0; i < ROWS; i++)
    kept[i] = row_pack_keep (pack, i);
  for (guint i = 0; i < ROWS; i++)
    {
      assert_row (kept[i], &rows[i]);
      ck_assert_ptr_eq (row_pack_keep (pack, i), kept[i]);
      ck_assert_ptr_eq (kept[i], kept[0] + i);
    }
}
END_TEST

START_TEST (a_page_that_was_kept_can_grow)
{
  for (guint i = 0; i < 200; i++)
    {
      row_pack_append (pack, &rows[i]);
      assert_row (row_pack_keep (pack, i), &rows[i]);
      assert_row (row_pack_keep (pack, 0), &rows[0]);
    }
}
END_TEST

/* Of 0, 1, 2 ... rows, so that pages are cut at every place; some rows are appended between. */
START_TEST (packs_that_are_taken_are_one)
{
  RowPackCursor cursor = { 0 };
  RollForwardRow row;
  guint count = 0;

  for (guint length = 0; count < ROWS; length++)
    {
      RowPack *taken = row_pack_new (report_table_info (REPORT_ROLLFORWARD));
      const guint end = MIN (count + length, ROWS);

      while (count < end)
        row_pack_append (taken, &rows[count++]);
      row_pack_take (pack, taken);
      for (; length % 3 == 0 && count < ROWS && count % 7 != 0; count++)
        row_pack_append (pack, &rows[count]);
      if (count > 0)
        assert_row (row_pack_last (pack), &rows[count - 1]);
    }
  ck_assert_uint_eq (row_pack_count (pack), ROWS);
  for (guint i = 0; i < ROWS; i++)
    {
      row_pack_read (pack, i, &cursor, &row);
      assert_row (&row, &rows[i]);
    }
  for (guint i = ROWS; i-- > 0;)
    {
      row_pack_read (pack, i, &cursor, &row);
      assert_row (&row, &rows[i]);
      assert_row (row_pack_keep (pack, i), &rows[i]);
    }
}
END_TEST

START_TEST (a_page_can_grow_while_it_is_read)
{
  RowPackCursor cursor = { 0 };
  RollForwardRow row;

  for (guint i = 0; i < 200; i++)
    {
      row_pack_append (pack, &rows[i]);
      row_pack_read (pack, i, &cursor, &row);
      assert_row (&row, &rows[i]);
    }
}
END_TEST

START_TEST (days_that_are_not_known_stay_so)
{
  g_autoptr (RowPack) agreements = row_pack_new (report_table_info (REPORT_AGREEMENTS));
  RowPackCursor cursor = { 0 };
  AgreementRow row;

  for (guint i = 0; i < 8; i++)
    {
      const AgreementRow agreement = { .days_left = i / 2 % 2, .days_left_known = i % 2 };
      row_pack_append (agreements, &agreement);
    }
  for (guint i = 0; i < 8; i++)
    {
      row_pack_read (agreements, i, &cursor, &row);
      ck_assert_int_eq (row.days_left, i / 2 % 2);
      ck_assert_int_eq (row.days_left_known, i % 2);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-pack");
  TCase *tcase = tcase_create ("row-pack");

  tcase_add_checked_fixture (tcase, begin, end);
  tcase_add_test (tcase, the_last_row_can_be_asked_for);
  tcase_add_test (tcase, rows_are_read_in_their_order_and_in_any_other);
  tcase_add_test (tcase, two_packs_can_share_a_cursor);
  tcase_add_test (tcase, rows_that_are_kept_stay);
  tcase_add_test (tcase, a_page_that_was_kept_can_grow);
  tcase_add_test (tcase, packs_that_are_taken_are_one);
  tcase_add_test (tcase, a_page_can_grow_while_it_is_read);
  tcase_add_test (tcase, days_that_are_not_known_stay_so);
  suite_add_tcase (suite, tcase);
  return suite;
}

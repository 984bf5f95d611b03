/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/files-ahead.h"
#include "test-place.h"

#define INVOICE_START "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency\n"
#define GOOD "c1,G1,New,1.00,USD\n"
#define FILE_COUNT 40

static const HashKey key = { 1, 2 };

static ColumnMap *map;
static ReadPlan plan;
static InputSet *inputs;
static FileBooksPlan files;
static ReadBudget budget;
static guint told;
static guint64 told_most;

/* Of file @i: the later, the shorter, so that they do not end in their order. */
static guint
rows_of (guint i)
{
  return 1 + (FILE_COUNT - i) * 20;
}

static void
put_rows (guint i)
{
  g_autofree char *path = g_strdup_printf ("in/%02u.csv", i);
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  for (guint row = 0; row < rows_of (i); row++)
    g_string_append (text, GOOD);
  put_deep (path, text->str);
}

static void
set_up (void)
{
  make_place ();
  map = column_map_new ();
  plan = (ReadPlan){
    .separator = ',', .map = map, .max_rejects = 3, .jobs = 3, .part_bytes_min = 1000000
  };
  budget = container_budget (0);
  told = 0;
  told_most = 0;
  for (guint i = 0; i < FILE_COUNT; i++)
    put_rows (i);
}

static void
tear_down (void)
{
  g_clear_pointer (&inputs, input_set_free);
  column_map_free (map);
  remove_place ();
}

static void
list_inputs (void)
{
  const char *const paths[] = { "in", NULL };

  inputs = input_set_new (paths, 0, NULL);
  ck_assert_ptr_nonnull (inputs);
  files = (FileBooksPlan){ inputs, &plan, &key };
}

static gboolean
tell (gpointer data G_GNUC_UNUSED, guint64 done)
{
  told++;
  told_most = MAX (told_most, done);
  return TRUE;
}

static const FileBooksWatch watch = { tell, NULL };

START_TEST (they_come_in_the_order_of_reading)
{
  list_inputs ();
  g_autoptr (FilesAhead) ahead = files_ahead_new (&files, 0, FILE_COUNT, &budget);

  ck_assert_ptr_nonnull (ahead);
  for (guint i = 0; i < FILE_COUNT; i++)
    {
      g_autoptr (FileBooks) file = files_ahead_take (ahead, &budget, &watch);

      ck_assert_uint_eq (file_books_count (file), 1);
      ck_assert_uint_eq (file_books_part (file, 0)->index, i);
      ck_assert_uint_eq (file_books_part (file, 0)->input->rows, rows_of (i));
    }
}
END_TEST

START_TEST (a_file_that_is_refused_does_not_come)
{
  put ("in/07.csv", "\x01\x02");
  list_inputs ();
  g_autoptr (FilesAhead) ahead = files_ahead_new (&files, 0, FILE_COUNT, &budget);

  for (guint i = 0; i < FILE_COUNT; i++)
    {
      g_autoptr (FileBooks) file = files_ahead_take (ahead, &budget, &watch);
      ck_assert_int_eq (file == NULL, i == 7);
    }
}
END_TEST

/* It does not end the reading of a file. */
START_TEST (bad_rows_come_as_they_are)
{
  put ("in/07.csv", INVOICE_START GOOD "c1,G1,New,x,USD\n");
  list_inputs ();
  g_autoptr (FilesAhead) ahead = files_ahead_new (&files, 7, 9, &budget);
  g_autoptr (FileBooks) file = files_ahead_take (ahead, &budget, &watch);

  ck_assert_uint_eq (rejects_count (file_books_part (file, 0)->rejects), 1);
}
END_TEST

/* In the order of reading, whichever has been read first. */
START_TEST (the_budget_is_spent_in_the_order_of_reading)
{
  guint64 sum = 0;

  list_inputs ();
  for (guint i = 0; i < 3; i++)
    sum += input_set_file (inputs, i)->size;
  budget = container_budget (sum + 1);
  g_autoptr (FilesAhead) ahead = files_ahead_new (&files, 0, FILE_COUNT, &budget);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (FileBooks) file = files_ahead_take (ahead, &budget, &watch);
      ck_assert_int_eq (file == NULL, i == 3);
    }
  ck_assert_uint_eq (budget.left, 1);
}
END_TEST

START_TEST (what_nobody_takes_is_left)
{
  list_inputs ();
  g_autoptr (FilesAhead) ahead = files_ahead_new (&files, 0, FILE_COUNT, &budget);

  if (_i == 1)
    file_books_free (files_ahead_take (ahead, &budget, &watch));
}
END_TEST

START_TEST (one_file_or_one_thread_is_not_worth_it)
{
  list_inputs ();
  ck_assert_ptr_null (files_ahead_new (&files, 3, 4, &budget));
  ck_assert_uint_eq (files_ahead_end (&files, 3), FILE_COUNT);
  plan.jobs = 1;
  ck_assert_ptr_null (files_ahead_new (&files, 0, FILE_COUNT, &budget));
  ck_assert_uint_eq (files_ahead_end (&files, 3), 3);
}
END_TEST

START_TEST (what_is_cut_into_parts_is_not_read_beside_others)
{
  list_inputs ();
  plan.part_bytes_min = input_set_file (inputs, 5)->size / 2;
  ck_assert_uint_eq (files_ahead_end (&files, 0), 0);
  ck_assert_uint_eq (files_ahead_end (&files, 5), 5);
  ck_assert_uint_eq (files_ahead_end (&files, 6), FILE_COUNT);
  plan.encoding = "WINDOWS-1252"; /* which is never cut */
  ck_assert_uint_eq (files_ahead_end (&files, 0), FILE_COUNT);
}
END_TEST

START_TEST (progress_is_told_while_somebody_waits)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  while (text->len < 20 * 1024 * 1024)
    g_string_append (text, GOOD);
  put ("in/00.csv", text->str);
  list_inputs ();
  g_autoptr (FilesAhead) ahead = files_ahead_new (&files, 0, 2, &budget);
  g_autoptr (FileBooks) file = files_ahead_take (ahead, &budget, &watch);

  ck_assert_ptr_nonnull (file);
  ck_assert_uint_ge (told, 1);
  ck_assert_uint_ge (told_most, 8 * 1024 * 1024);
  ck_assert_uint_le (told_most, text->len);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { files_ahead_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("files-ahead");
  TCase *tests = tcase_create ("files-ahead");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, they_come_in_the_order_of_reading);
  tcase_add_test (tests, a_file_that_is_refused_does_not_come);
  tcase_add_test (tests, bad_rows_come_as_they_are);
  tcase_add_test (tests, the_budget_is_spent_in_the_order_of_reading);
  tcase_add_loop_test (tests, what_nobody_takes_is_left, 0, 2);
  tcase_add_test (tests, one_file_or_one_thread_is_not_worth_it);
  tcase_add_test (tests, what_is_cut_into_parts_is_not_read_beside_others);
  tcase_add_test (tests, progress_is_told_while_somebody_waits);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/input-reader.h"
#include "input/input-visit.h"
#include "sample-archive.h"
#include "test-place.h"

#define BALANCE_START "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n"
#define BALANCE(customer) BALANCE_START customer ",2026-10,700,300,USD,a1\n"

#define PATHS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
take_balance (gpointer data, const BalanceRow *row)
{
  g_string_append_printf (data, "%u:%.*s ", row->at.file, (int) row->customer.length,
                          row->customer.text);
}

static const RecordVisitor visitor = { .balance = take_balance };

static void
assert_rows (const char *const *paths, const char *const *skips, const char *expected,
             const char *kinds)
{
  static const HashKey key = { 1, 2 };
  g_autoptr (ColumnMap) map = column_map_new ();
  const ReadPlan plan = { .separator = ',', .map = map };
  g_autoptr (Books) books = books_new (&key);
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (InputSet) inputs = input_set_new_skipping (paths, skips, FALSE, 0, &error);

  ck_assert_msg (inputs != NULL, "%s", error == NULL ? "" : error->message);
  ck_assert (input_reader_read (&(InputReader){ .inputs = inputs, .plan = &plan, .key = &key },
                                books, rejects, &error));
  ck_assert (input_visit_read (&(InputVisit){ .inputs = inputs, .plan = &plan, .books = books },
                               &visitor, rows, &error));
  ck_assert_str_eq (rows->str, expected);
  g_autoptr (GPtrArray) list = input_book_list (books->inputs);
  for (guint i = 0; i < list->len; i++)
    {
      const InputTally *tally = g_ptr_array_index (list, i);
      g_string_append_printf (found, "%s ", file_kind_name (tally->kind));
      ck_assert (tally->kind != KIND_SKIPPED || (tally->rows == 0 && tally->sha256 == NULL));
    }
  ck_assert_str_eq (found->str, kinds);
}

START_TEST (rows_of_files_that_are_skipped_are_not_seen)
{
  put ("a.csv", BALANCE ("a"));
  put ("b.csv", "\"what nobody can read");
  put ("c.csv", BALANCE ("c"));
  assert_rows (PATHS ("a.csv", "b.csv", "c.csv"), PATHS ("b.csv"), "0:a 2:c ",
               "aco-balance skipped aco-balance ");
}
END_TEST

START_TEST (an_entry_that_is_skipped_is_passed_over)
{
  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
               ENTRIES ("c.csv", BALANCE ("c"), "b.csv", "\"", "a.csv", BALANCE ("a")));
  assert_rows (PATHS ("in.tar"), PATHS ("in.tar/b.csv"), "2:c 0:a ",
               "aco-balance skipped aco-balance ");
}
END_TEST

START_TEST (an_archive_of_which_everything_is_skipped_is_not_read)
{
  put ("z.csv", BALANCE ("z"));
  put_archive ("in.tar", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE,
               ENTRIES ("b.csv", "\"", "a.csv", BALANCE ("a")));
  assert_rows (PATHS ("in.tar", "z.csv"), PATHS ("in.tar/b.csv", "in.tar/a.csv"), "2:z ",
               "skipped skipped aco-balance ");
  assert_rows (PATHS ("in.tar", "z.csv"), PATHS ("in.tar"), "1:z ", "skipped aco-balance ");
}
END_TEST

/* The one that is left counts. */
START_TEST (a_copy_that_is_skipped_is_no_duplicate)
{
  put ("a.csv", BALANCE ("a"));
  put ("b.csv", BALANCE ("a"));
  assert_rows (PATHS ("a.csv", "b.csv"), PATHS ("a.csv"), "1:a ", "skipped aco-balance ");
  assert_rows (PATHS ("a.csv", "b.csv"), PATHS ("b.csv"), "0:a ", "aco-balance skipped ");
}
END_TEST

typedef struct
{
  guint64 done, total;
  guint count;
} Told;

static void
take_progress (guint64 done, guint64 total, gpointer data)
{
  Told *told = data;

  ck_assert (done >= told->done && done <= total);
  *told = (Told){ done, total, told->count + 1 };
}

static gboolean
wants_the_second (gpointer data G_GNUC_UNUSED, guint32 index)
{
  return index == 1;
}

static void
read_told (const InputSet *inputs, const RecordVisitor *records, Told *told)
{
  static const HashKey key = { 1, 2 };
  g_autoptr (ColumnMap) map = column_map_new ();
  const ReadPlan plan = { .separator = ',', .map = map };
  g_autoptr (Books) books = books_new (&key);
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (GString) rows = g_string_new (NULL);
  const InputVisit visit = { .inputs = inputs,
                             .plan = &plan,
                             .books = books,
                             .progress = take_progress,
                             .progress_data = told };

  ck_assert (input_reader_read (&(InputReader){ .inputs = inputs, .plan = &plan, .key = &key },
                                books, rejects, NULL));
  *told = (Told){ .count = 0 };
  ck_assert (input_visit_read (&visit, records, rows, NULL));
}

/* 5 MiB are told on the way, too. */
START_TEST (how_far_the_files_that_are_wanted_are_is_told)
{
  const RecordVisitor second = { .wants = wants_the_second, .balance = take_balance };
  g_autoptr (GString) large = g_string_new (BALANCE_START);
  Told told;

  while (large->len < 5 * 1024 * 1024)
    g_string_append (large, "c,2026-10,700,300,USD,a1\n");
  put ("a.csv", BALANCE ("a"));
  put ("b.csv", large->str);
  put ("c.csv", BALANCE ("c"));
  g_autoptr (InputSet) inputs = input_set_new (PATHS ("a.csv", "b.csv", "c.csv"), 0, NULL);
  read_told (inputs, &second, &told);
  ck_assert_uint_eq (told.count, 2);
  ck_assert_uint_eq (told.total, large->len);
  ck_assert_uint_eq (told.done, large->len);
  read_told (inputs, &visitor, &told);
  ck_assert_uint_eq (told.count, 4);
  ck_assert_uint_eq (told.total, input_set_total_size (inputs));
  ck_assert_uint_eq (told.done, told.total);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-visit");
  TCase *tests = tcase_create ("input-visit");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, rows_of_files_that_are_skipped_are_not_seen);
  tcase_add_test (tests, an_entry_that_is_skipped_is_passed_over);
  tcase_add_test (tests, an_archive_of_which_everything_is_skipped_is_not_read);
  tcase_add_test (tests, a_copy_that_is_skipped_is_no_duplicate);
  tcase_add_test (tests, how_far_the_files_that_are_wanted_are_is_told);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/book-part.h"
#include "input/bytes/limits.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 1, 2 };
static ReadPlan plan;
static BookPart first, second;
static ColumnMap *map;

static void
begin (void)
{
  map = column_map_new ();
  plan = (ReadPlan){ .map = map, .max_rejects = 3 };
  book_part_init (&first, &plan, &key, "f.csv", 0);
  book_part_init (&second, &plan, &key, "f.csv", 0);
}

static void
end (void)
{
  book_part_clear (&first);
  book_part_clear (&second);
  column_map_free (map);
}

/* What a header says is set by hand: no file is read here. */
static void
give_input (BookPart *part)
{
  part->input = input_book_file (part->books->inputs, part->index, part->name, KIND_INVOICE);
}

static gboolean
take_bad_row (BookPart *part, guint64 line, gboolean lacks_cells)
{
  const BadRow row = {
    .line = line, .reason = "found x, expected y", .raw = slice_of ("x"), .lacks_cells = lacks_cells
  };

  return book_part_visitor (part->plan)->bad_row (part, &row);
}

static void
take_balance (BookPart *part, const char *customer, guint64 line)
{
  const Slice nothing = slice_of ("");
  const BalanceRow row = { .at = { .line = line },
                           .month = calendar_month (2026, 10),
                           .customer = slice_of (customer),
                           .customer_name = nothing,
                           .partner = nothing,
                           .agreement = slice_of ("1.2E+15"),
                           .credit_name = nothing,
                           .currency = slice_of ("USD"),
                           .status_text = nothing };

  book_part_visitor (part->plan)->records.balance (part, &row);
}

START_TEST (parts_add_up_in_their_order)
{
  give_input (&first);
  give_input (&second);
  plan.keep_going = TRUE;
  take_balance (&first, "c1", 2);
  ck_assert (take_bad_row (&first, 3, TRUE));
  take_balance (&second, "c1", 4);
  take_balance (&second, "c2", 5);
  ck_assert (take_bad_row (&second, 6, TRUE));
  ck_assert (take_bad_row (&second, 7, FALSE));
  book_part_merge (&first, &second);
  ck_assert_uint_eq (first.input->rows, 3);
  ck_assert_uint_eq (first.short_rows, 2);
  ck_assert_uint_eq (first.signs.cut_ids, 3);
  ck_assert_uint_eq (rejects_count (first.rejects), 3);
  ck_assert_uint_eq (rejects_get (first.rejects, 0)->line, 3);
  ck_assert_uint_eq (rejects_get (first.rejects, 1)->line, 6);
  ck_assert_uint_eq (rejects_get (first.rejects, 2)->line, 7);
  ck_assert_uint_eq (rejects_count (second.rejects), 0);
}
END_TEST

START_TEST (without_keep_going_enough_bad_rows_end_the_reading)
{
  give_input (&first);
  for (guint64 i = 1; i < BAD_ROWS_NAMED_MAX; i++)
    ck_assert (take_bad_row (&first, i + 1, FALSE));
  ck_assert (!book_part_has_enough_bad_rows (&plan, first.rejects));
  ck_assert (!take_bad_row (&first, 100, FALSE));
  ck_assert (book_part_has_enough_bad_rows (&plan, first.rejects));
  ck_assert (!book_part_is_hopeless (&first));
}
END_TEST

START_TEST (set_aside_are_only_so_many)
{
  give_input (&first);
  plan.keep_going = TRUE;
  for (guint64 i = 0; i < 3; i++)
    ck_assert (take_bad_row (&first, i + 2, FALSE));
  ck_assert (!book_part_is_hopeless (&first));
  ck_assert (!take_bad_row (&first, 9, FALSE));
  ck_assert (book_part_is_hopeless (&first));
  ck_assert (!book_part_has_enough_bad_rows (&plan, first.rejects));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("book-part");
  TCase *tests = tcase_create ("book-part");

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, parts_add_up_in_their_order);
  tcase_add_test (tests, without_keep_going_enough_bad_rows_end_the_reading);
  tcase_add_test (tests, set_aside_are_only_so_many);
  suite_add_tcase (suite, tests);
  return suite;
}

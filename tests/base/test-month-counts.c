/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/month-counts.h"
#include "test-main.h"

#include <check.h>

/* "MONTH:COUNT ..." in the order they stand in. */
static void
assert_counts (const GArray *counts, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const MonthCount *entry = &g_array_index (counts, MonthCount, i);
      g_string_append_printf (text, "%s%d:%" G_GUINT64_FORMAT, i > 0 ? " " : "", entry->month,
                              entry->count);
    }
  ck_assert_str_eq (text->str, expected);
}

START_TEST (months_are_counted_in_ascending_order)
{
  g_autoptr (GArray) counts = month_counts_new ();

  assert_counts (counts, "");
  month_counts_add (counts, 20, 1);
  month_counts_add (counts, 30, 2);
  month_counts_add (counts, 10, 3);
  month_counts_add (counts, 25, 4);
  month_counts_add (counts, 30, 5);
  month_counts_add (counts, 10, 6);
  assert_counts (counts, "10:9 20:1 25:4 30:7");
}
END_TEST

START_TEST (counts_are_merged_month_by_month)
{
  g_autoptr (GArray) counts = month_counts_new ();
  g_autoptr (GArray) further = month_counts_new ();

  month_counts_add (counts, 2, 5);
  month_counts_add (counts, 4, 1);
  month_counts_add (further, 4, 2);
  month_counts_add (further, 3, 7);
  month_counts_add (further, 1, 1);
  month_counts_merge (counts, further);
  assert_counts (counts, "1:1 2:5 3:7 4:3");
  assert_counts (further, "1:1 3:7 4:2");
}
END_TEST

START_TEST (what_was_counted_is_contained)
{
  g_autoptr (GArray) counts = month_counts_new ();

  ck_assert (!month_counts_contain (counts, 10));
  month_counts_add (counts, 10, 1);
  month_counts_add (counts, 12, 1);
  ck_assert (month_counts_contain (counts, 10));
  ck_assert (month_counts_contain (counts, 12));
  ck_assert (!month_counts_contain (counts, 9));
  ck_assert (!month_counts_contain (counts, 11));
  ck_assert (!month_counts_contain (counts, 13));
}
END_TEST

typedef struct
{
  MonthCount entries[4]; /* up to the first without a count */
  Month winner;
  guint64 winner_count;
  guint64 total;
} WinnerCase;

static const WinnerCase winners[] = {
  { { { 0, 0 } }, MONTH_NONE, 0, 0 },
  { { { 7, 3 } }, 7, 3, 3 },
  { { { 7, 3 }, { 8, 4 } }, 8, 4, 7 },
  { { { 7, 4 }, { 8, 3 } }, 7, 4, 7 },
  { { { 7, 3 }, { 8, 3 } }, 8, 3, 6 }, /* ties: the later */
  { { { 9, 3 }, { 8, 3 }, { 7, 3 } }, 9, 3, 9 },
  { { { 7, 5 }, { 8, 1 }, { 9, 5 }, { 10, 2 } }, 9, 5, 13 },
};

START_TEST (the_next_month_is_the_first_one_later)
{
  g_autoptr (GArray) counts = month_counts_new ();

  ck_assert_int_eq (month_counts_next (counts, 5), MONTH_NONE);
  month_counts_add (counts, 10, 1);
  month_counts_add (counts, 12, 1);
  ck_assert_int_eq (month_counts_next (counts, 5), 10);
  ck_assert_int_eq (month_counts_next (counts, 10), 12);
  ck_assert_int_eq (month_counts_next (counts, 11), 12);
  ck_assert_int_eq (month_counts_next (counts, 12), MONTH_NONE);
}
END_TEST

START_TEST (the_most_frequent_month_wins_and_the_later_of_equals)
{
  const WinnerCase *c = &winners[_i];
  g_autoptr (GArray) counts = month_counts_new ();
  guint64 winner_count = 42, total = 42;

  for (guint i = 0; i < G_N_ELEMENTS (c->entries) && c->entries[i].count > 0; i++)
    month_counts_add (counts, c->entries[i].month, c->entries[i].count);
  ck_assert_int_eq (month_counts_winner (counts, &winner_count, &total), c->winner);
  ck_assert_uint_eq (winner_count, c->winner_count);
  ck_assert_uint_eq (total, c->total);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("month-counts");
  TCase *tcase = tcase_create ("month-counts");

  tcase_add_test (tcase, months_are_counted_in_ascending_order);
  tcase_add_test (tcase, counts_are_merged_month_by_month);
  tcase_add_test (tcase, what_was_counted_is_contained);
  tcase_add_test (tcase, the_next_month_is_the_first_one_later);
  tcase_add_loop_test (tcase, the_most_frequent_month_wins_and_the_later_of_equals, 0,
                       G_N_ELEMENTS (winners));
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/watch-list.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* "customer agreement amount reasons\n" for each row. */
static char *
describe (const WatchList *list)
{
  const Report *report = watch_list_report (list);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, 0); i++)
    {
      const WatchRow *row = report_row (report, 0, i);
      const char *const *reasons = row->reasons.elements;
      g_autofree char *amount = decimal_to_string (row->amount, 2);

      g_string_append_printf (text, "%s %s %s", row->customer_id != NULL ? row->customer_id : "-",
                              row->agreement_id != NULL ? row->agreement_id : "-", amount);
      for (gsize k = 0; k < row->reasons.count; k++)
        g_string_append_printf (text, " %s", reasons[k]);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static WatchList *
list_of (const Books *books, const Report *report, GPtrArray *disputes, GHashTable *known)
{
  const WatchSources sources = {
    .report = report, .credits = books->credits, .names = books->names, .disputes = disputes
  };

  return watch_list_new (&sources, known);
}

static const struct
{
  const char *rows[4];
  const char *expected;
} cases[] = {
  /* nothing to do */
  { { "balance: month=2026-09 | C=0 | B=0", "balance: C=0 | B=0" }, "" },
  { { "balance: C=0 | B=100 | expiry=2026-11-30" },
    "c1 a1 100.00 expiring will-forfeit granted\n" },
  /* the day after its expiry lies in the as-of month */
  { { "balance: month=2026-09 | C=10 | B=90 | expiry=2026-10-15",
      "balance: C=10 | B=90 | expiry=2026-10-15" },
    "c1 a1 90.00 lost\n" },
  { { "balance: month=2026-08 | C=10 | B=90 | expiry=2026-08-15",
      "balance: C=10 | B=90 | expiry=2026-08-15", "balance: agreement=a2 | month=2026-09",
      "balance: agreement=a2" },
    "" },
  { { "balance: month=2026-09 | C=0 | B=50", "balance: agreement=a2 | month=2026-09",
      "balance: agreement=a2" },
    "c1 a1 50.00 vanished unreported\n" },
  { { "balance: month=2026-09 | C=0 | B=300 | expiry=2027-06-30",
      "balance: C=200 | B=100 | expiry=2027-06-30" },
    "c1 a1 100.00 will-run-out\n" },
  /* most at stake first, then by key; another credit of the agreement is a line of its own */
  { { "balance: B=5", "balance: customer=c2 | B=7", "balance: credit-name=A | B=5" },
    "c2 a1 7.00 granted\nc1 a1 5.00 granted\nc1 a1 5.00 granted\n" },
};

START_TEST (each_reason_is_seen)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases[_i].rows) && cases[_i].rows[i] != NULL; i++)
    BUILD_ROWS (books, cases[_i].rows[i]);
  g_autoptr (Report) report = build_report (books, NULL);
  g_autoptr (WatchList) list = list_of (books, report, none, NULL);
  g_autofree char *text = describe (list);
  ck_assert_str_eq (text, cases[_i].expected);
}
END_TEST

START_TEST (disputes_are_lines)
{
  g_autoptr (Books) books = build_books ();
  WatchDispute disputes[] = { { "f1", "c1", "a1", "USD", decimal_from_int (3) },
                              { "f2", "c1", "a1", "USD", decimal_from_int (-4) },
                              { "f3", "c1", NULL, "USD", decimal_from_int (9) },
                              { "f4", NULL, NULL, NULL, decimal_from_int (1) } };
  g_autoptr (GPtrArray) list_of_disputes = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (disputes); i++)
    g_ptr_array_add (list_of_disputes, &disputes[i]);
  BUILD_ROWS (books, "balance: name=One | month=2026-09 | B=50", "balance: B=50");
  g_autoptr (Report) report = build_report (books, NULL);
  g_autoptr (WatchList) list = list_of (books, report, list_of_disputes, NULL);
  g_autofree char *text = describe (list);
  ck_assert_str_eq (text, "c1 - 9.00 disputed\nc1 a1 3.00 disputed\n- - 1.00 disputed\n");
  const WatchRow *first = report_row (watch_list_report (list), 0, 0);
  ck_assert_str_eq (first->customer_name, "One");
  ck_assert (!first->balance.known);
  ck_assert_uint_eq (watch_list_marks (list)->len, 4);
}
END_TEST

START_TEST (what_is_known_is_left_out)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  BUILD_ROWS (books, "balance: B=5", "balance: customer=c2 | B=7 | expiry=2026-11-30");
  g_autoptr (Report) report = build_report (books, NULL);
  g_autoptr (WatchList) first = list_of (books, report, none, NULL);
  const GPtrArray *marks = watch_list_marks (first);
  for (guint i = 0; i < marks->len; i++)
    if (!g_str_has_prefix (g_ptr_array_index (marks, i), "expiring"))
      g_hash_table_add (known, g_ptr_array_index (marks, i));
  g_autoptr (WatchList) again = list_of (books, report, none, known);
  g_autofree char *text = describe (again);
  ck_assert_str_eq (text, "c2 a1 7.00 expiring will-forfeit granted\n");
  ck_assert_uint_eq (watch_list_marks (again)->len, marks->len);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("watch-list");
  TCase *tests = tcase_create ("watch-list");

  tcase_add_loop_test (tests, each_reason_is_seen, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, disputes_are_lines);
  tcase_add_test (tests, what_is_known_is_left_out);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/credit-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
add (CreditBook *book, const char *fields)
{
  const BalanceRow row = build_balance_row (fields);

  credit_book_add (book, &row);
}

static void
append_month (GString *text, const CreditMonth *month)
{
  char name[MONTH_TEXT_SIZE];
  g_autofree char *amount = decimal_to_string (credit_book_credit_amount (&month->counted), 0);
  g_autofree char *balance = decimal_to_string (credit_book_balance_amount (&month->counted), 0);

  calendar_print_month (month->month, name);
  g_string_append_printf (text, " %s C=%s B=%s at %" G_GUINT64_FORMAT, name, amount, balance,
                          month->counted.at.line);
}

/* Each credit with its months on a line: the figures that count, and where they stand. */
static char *
describe (const CreditBook *book)
{
  g_autoptr (GPtrArray) list = credit_book_list (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const Credit *credit = g_ptr_array_index (list, i);
      g_string_append_printf (text, "%s/%s/%s/%s:", credit->key.customer, credit->key.agreement,
                              credit->key.credit_name, credit->key.currency);
      for (guint j = 0; j < credit->month_count; j++)
        append_month (text, credit_book_month (credit, j));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* "CODE CUSTOMER MONTH at LINE against LINE DIFFERENCE" of each repeated row, on a line; of two
   that conflict the one that counts has a star. */
static char *
describe_repeats (const CreditBook *book)
{
  g_autoptr (GArray) repeats = credit_book_repeats (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < repeats->len; i++)
    {
      const CreditRepeat *repeat = &g_array_index (repeats, CreditRepeat, i);
      g_autofree char *difference = decimal_to_string (repeat->difference, 0);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (repeat->month, month);
      g_string_append_printf (
          text, "%s %s %s at %" G_GUINT64_FORMAT "%s against %" G_GUINT64_FORMAT "%s %s\n",
          repeat->conflicting ? "107" : "106", repeat->credit->key.customer, month, repeat->at.line,
          repeat->counts ? "*" : "", repeat->other.line,
          repeat->conflicting && !repeat->counts ? "*" : "", difference);
    }
  return g_string_free (text, FALSE);
}

static void
assert_book (const CreditBook *book, const char *expected)
{
  g_autofree char *text = describe (book);

  ck_assert_str_eq (text, expected);
}

static void
assert_repeats (const CreditBook *book, const char *expected)
{
  g_autofree char *text = describe_repeats (book);

  ck_assert_str_eq (text, expected);
}

/* Keys and months */

START_TEST (credits_are_sorted_by_key_and_their_months_ascend)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  add (book, "customer=C2|month=2026-10|line=2|C=1|B=2");
  add (book, "customer=c1|agreement=a2|month=2026-10|line=3");
  add (book, "customer=c1|agreement=a1|month=2026-10|line=4|C=5");
  add (book, "customer=c1|agreement=a1|month=2025-12|line=5|C=3");
  add (book, "customer=c1|agreement=a1|month=2026-11|line=6|C=6");
  add (book, "customer=c1|agreement=a1|month=2026-05|line=7|C=4");
  add (book, "customer=c1|agreement=a1|currency=eur|line=8");
  add (book, "customer=c1|agreement=a1|credit-name=aco|line=9");
  add (book, "customer=c1|agreement=a1|credit-name=|line=10");
  assert_book (book, "c1/a1//USD: 2026-10 C=0 B=0 at 10\n"
                     "c1/a1/ACO/EUR: 2026-10 C=0 B=0 at 8\n"
                     "c1/a1/ACO/USD: 2025-12 C=3 B=0 at 5 2026-05 C=4 B=0 at 7"
                     " 2026-10 C=5 B=0 at 4 2026-11 C=6 B=0 at 6\n"
                     "c1/a1/aco/USD: 2026-10 C=0 B=0 at 9\n"
                     "c1/a2/ACO/USD: 2026-10 C=0 B=0 at 3\n"
                     "c2/a1/ACO/USD: 2026-10 C=1 B=2 at 2\n");
  assert_repeats (book, "");
  credit_book_free (NULL);
}
END_TEST

START_TEST (ids_and_currencies_have_no_case)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  add (book, "customer=C1|agreement=A1|currency=usd|month=2026-09|line=2");
  add (book, "customer=c1|agreement=a1|currency=USD|month=2026-10|line=3");
  add (book, "customer=c2|line=4");
  add (book, "customer=C1|agreement=a1|currency=Usd|month=2026-11|line=5");
  assert_book (book, "c1/a1/ACO/USD: 2026-09 C=0 B=0 at 2 2026-10 C=0 B=0 at 3"
                     " 2026-11 C=0 B=0 at 5\n"
                     "c2/a1/ACO/USD: 2026-10 C=0 B=0 at 4\n");
}
END_TEST

/* A book may remember the credit of the row before: one that it begins with is another. */
START_TEST (keys_that_begin_alike_are_told_apart)
{
  static const char *const rows[] = {
    "customer=c1", "customer=c12",      "customer=c1",      "agreement=a12",   "agreement=a1",
    "agreement=a", "credit-name=ACO 2", "credit-name=AC",   "credit-name=ACO", "currency=US",
    "currency=US", "currency=USDX",     "credit-name=ACO ",
  };
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    add (book, rows[i]);
  g_autoptr (GPtrArray) list = credit_book_list (book);
  ck_assert_uint_eq (list->len, 8);
}
END_TEST

/* The name is compared as given, blanks and all. */
START_TEST (credit_names_are_kept_as_given)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());
  BalanceRow row = build_balance_row ("");

  row.credit_name = slice_of (" ACO ");
  credit_book_add (book, &row);
  row.credit_name = slice_of ("ACO");
  credit_book_add (book, &row);
  assert_book (book, "c1/a1/ ACO /USD: 2026-10 C=0 B=0 at 2\n"
                     "c1/a1/ACO/USD: 2026-10 C=0 B=0 at 2\n");
}
END_TEST

START_TEST (all_figures_of_a_row_are_kept)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  add (book, "file=3|line=9|C=12.5|B=87.5|status=ExPired|effective=2026-01-01|expiry=2026-12-31");
  g_autoptr (GPtrArray) list = credit_book_list (book);
  const Credit *credit = g_ptr_array_index (list, 0);
  const CreditMonth *month = credit_book_month (credit, 0);
  const CreditFigures *figures = &month->counted;

  ck_assert_int_eq (month->month, calendar_month (2026, 10));
  ck_assert_uint_eq (figures->at.file, 3);
  ck_assert_uint_eq (figures->at.line, 9);
  ck_assert (decimal_equal (credit_book_credit_amount (figures), decimal_from_scaled (125, 1)));
  ck_assert (decimal_equal (credit_book_balance_amount (figures), decimal_from_scaled (875, 1)));
  ck_assert_int_eq (figures->status, STATUS_EXPIRED);
  ck_assert_str_eq (figures->status_text, "expired");
  ck_assert_int_eq (figures->effective, calendar_day (2026, 1, 1));
  ck_assert_int_eq (figures->expiry, calendar_day (2026, 12, 31));
}
END_TEST

START_TEST (only_the_status_says_reported_expired)
{
  CreditFigures figures = { .status = STATUS_ACTIVE, .expiry = calendar_day (2020, 1, 1) };

  ck_assert (!credit_book_figures_are_expired (&figures));
  figures.status = STATUS_EXPIRED;
  ck_assert (credit_book_figures_are_expired (&figures));
  figures.status = STATUS_UNKNOWN;
  ck_assert (!credit_book_figures_are_expired (&figures));
  figures.status = STATUS_ABSENT;
  ck_assert (!credit_book_figures_are_expired (&figures));
}
END_TEST

/* Repeated rows */

#define BASE "C=5|B=95|status=Active|effective=2026-01-01|expiry=2026-12-31"

static const struct
{
  const char *further; /* the second row's fields, after the first's */
  const char *repeats;
  guint64 counted;
} seconds[] = {
  { "", "106 c1 2026-10 at 3 against 2 0\n", 2 },
  { "C=5.00|B=95.000", "106 c1 2026-10 at 3 against 2 0\n", 2 },
  { "status=ACTIVE", "106 c1 2026-10 at 3 against 2 0\n", 2 },
  { "customer=C1|agreement=A1|currency=usd|name=Contoso", "106 c1 2026-10 at 3 against 2 0\n", 2 },
  /* The larger C counts, wherever it stands; of equal C the later row. */
  { "C=7", "107 c1 2026-10 at 3* against 2 2\n", 3 },
  { "C=4.5", "107 c1 2026-10 at 3 against 2* -0.5\n", 2 },
  { "C=4.5|B=200", "107 c1 2026-10 at 3 against 2* -0.5\n", 2 },
  { "B=94", "107 c1 2026-10 at 3* against 2 0\n", 3 },
  { "status=expired", "107 c1 2026-10 at 3* against 2 0\n", 3 },
  { "status=", "107 c1 2026-10 at 3* against 2 0\n", 3 },
  { "effective=2026-01-02", "107 c1 2026-10 at 3* against 2 0\n", 3 },
  { "expiry=2027-12-31", "107 c1 2026-10 at 3* against 2 0\n", 3 },
  { "month=2026-09", "", 2 },
  { "agreement=a2", "", 2 },
};

START_TEST (a_further_row_is_judged_by_the_one_that_counts)
{
  g_autofree char *second = g_strdup_printf ("line=3|" BASE "|%s", seconds[_i].further);
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  add (book, "line=2|" BASE);
  add (book, second);
  assert_repeats (book, seconds[_i].repeats);
  g_autoptr (GPtrArray) list = credit_book_list (book);
  const Credit *credit = g_ptr_array_index (list, 0);
  const CreditMonth *month = credit_book_month (credit, credit->month_count - 1);
  ck_assert_uint_eq (month->counted.at.line, seconds[_i].counted);
}
END_TEST

START_TEST (each_row_is_judged_by_the_one_that_counts_then)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  add (book, "line=2|C=5");
  add (book, "line=3|C=8");
  add (book, "line=4|C=8");
  add (book, "line=5|C=5");
  add (book, "line=6|C=5");
  add (book, "line=7|month=2026-09|C=1");
  add (book, "line=8|C=6");
  add (book, "line=9|C=9");
  assert_repeats (book, "107 c1 2026-10 at 3* against 2 3\n"
                        "106 c1 2026-10 at 4 against 3 0\n"
                        "107 c1 2026-10 at 5 against 3* -3\n"
                        "107 c1 2026-10 at 6 against 3* -3\n"
                        "107 c1 2026-10 at 8 against 3* -2\n"
                        "107 c1 2026-10 at 9* against 3 1\n");
  assert_book (book, "c1/a1/ACO/USD: 2026-09 C=1 B=0 at 7 2026-10 C=9 B=0 at 9\n");
}
END_TEST

/* Merging */

START_TEST (months_of_both_readings_come_together)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());
  g_autoptr (CreditBook) later = credit_book_new (build_ids ());

  add (book, "line=2|month=2026-10|C=3");
  add (book, "line=3|month=2026-08|C=1");
  add (later, "line=4|month=2026-11|C=4");
  add (later, "line=5|month=2026-07|C=0");
  add (later, "line=6|month=2026-09|C=2");
  add (later, "line=7|customer=c2");
  credit_book_merge (book, later);
  assert_book (book, "c1/a1/ACO/USD: 2026-07 C=0 B=0 at 5 2026-08 C=1 B=0 at 3 2026-09 C=2 B=0 at 6"
                     " 2026-10 C=3 B=0 at 2 2026-11 C=4 B=0 at 4\n"
                     "c2/a1/ACO/USD: 2026-10 C=0 B=0 at 7\n");
  assert_repeats (book, "");
}
END_TEST

START_TEST (repeats_of_a_merged_book_stand_in_reading_order)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());
  g_autoptr (CreditBook) later = credit_book_new (build_ids ());

  add (book, "line=2|customer=c2|C=1");
  add (book, "line=3|customer=c1|C=1");
  add (book, "line=4|customer=c1|C=2");
  add (later, "line=5|customer=c3|C=1");
  add (later, "line=6|customer=c3|C=1");
  add (later, "line=7|customer=c1|C=2");
  add (later, "line=8|customer=c2|C=4");
  add (later, "line=9|customer=c1|C=3");
  credit_book_merge (book, later);
  assert_repeats (book, "107 c1 2026-10 at 4* against 3 1\n"
                        "106 c3 2026-10 at 6 against 5 0\n"
                        "106 c1 2026-10 at 7 against 4 0\n"
                        "107 c2 2026-10 at 8* against 2 3\n"
                        "107 c1 2026-10 at 9* against 4 1\n");
}
END_TEST

START_TEST (a_book_that_was_merged_is_empty_and_can_be_used_again)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());
  g_autoptr (CreditBook) later = credit_book_new (build_ids ());

  add (book, "line=2|C=1");
  add (later, "line=3|C=2");
  add (later, "line=4|C=2");
  credit_book_merge (book, later);
  assert_book (later, "");
  assert_repeats (later, "");

  add (later, "line=5|C=2");
  add (later, "line=6|month=2026-11|C=3");
  assert_book (later, "c1/a1/ACO/USD: 2026-10 C=2 B=0 at 5 2026-11 C=3 B=0 at 6\n");
  credit_book_merge (book, later);
  add (book, "line=7|month=2026-11|C=3");
  assert_book (book, "c1/a1/ACO/USD: 2026-10 C=2 B=0 at 3 2026-11 C=3 B=0 at 6\n");
  assert_repeats (book, "107 c1 2026-10 at 3* against 2 1\n"
                        "106 c1 2026-10 at 4 against 3 0\n"
                        "106 c1 2026-10 at 5 against 3 0\n"
                        "106 c1 2026-11 at 7 against 6 0\n");
}
END_TEST

/*
 * Every sequence of up to five rows of one month, of three figures, cut in every way into three
 * readings that are merged from either side: always what the sequence itself says.
 */

#define ROWS_MAX 5
#define FIGURES 3

static const char *const figures[FIGURES] = { "C=1|status=Active", "C=2", "C=1|status=expired" };
static const int amounts[FIGURES] = { 1, 2, 1 };

typedef struct
{
  guint count;
  guint rows[ROWS_MAX]; /* indexes of figures */
} Sequence;

static Sequence
sequence_at (guint count, guint number)
{
  Sequence sequence = { .count = count };

  for (guint i = 0; i < count; i++, number /= FIGURES)
    sequence.rows[i] = number % FIGURES;
  return sequence;
}

/* What spec and header say of the sequence, without a book. */
static char *
expected_of (const Sequence *sequence)
{
  GString *text = g_string_new (NULL);
  guint counted = 0;

  for (guint i = 1; i < sequence->count; i++)
    {
      const guint further = sequence->rows[i], before = sequence->rows[counted];
      const gboolean conflicting = further != before;
      const gboolean counts = conflicting && amounts[further] >= amounts[before];

      g_string_append_printf (text, "%s c1 2026-10 at %u%s against %u%s %d\n",
                              conflicting ? "107" : "106", i + 2, counts ? "*" : "", counted + 2,
                              conflicting && !counts ? "*" : "",
                              conflicting ? amounts[further] - amounts[before] : 0);
      if (counts)
        counted = i;
    }
  g_string_append_printf (text, "c1/a1/ACO/USD: 2026-10 C=%d B=0 at %u\n",
                          amounts[sequence->rows[counted]], counted + 2);
  return g_string_free (text, FALSE);
}

static CreditBook *
book_of_rows (const Sequence *sequence, guint from, guint to)
{
  CreditBook *book = credit_book_new (build_ids ());

  for (guint i = from; i < to; i++)
    {
      g_autofree char *fields = g_strdup_printf ("line=%u|%s", i + 2, figures[sequence->rows[i]]);
      add (book, fields);
    }
  return book;
}

static void
assert_cut (const Sequence *sequence, guint first_cut, guint second_cut, gboolean from_the_left)
{
  g_autoptr (CreditBook) first = book_of_rows (sequence, 0, first_cut);
  g_autoptr (CreditBook) second = book_of_rows (sequence, first_cut, second_cut);
  g_autoptr (CreditBook) third = book_of_rows (sequence, second_cut, sequence->count);

  if (from_the_left)
    {
      credit_book_merge (first, second);
      credit_book_merge (first, third);
    }
  else
    {
      credit_book_merge (second, third);
      credit_book_merge (first, second);
    }
  g_autofree char *repeats = describe_repeats (first);
  g_autofree char *book = describe (first);
  g_autofree char *found = g_strconcat (repeats, book, NULL);
  g_autofree char *expected = expected_of (sequence);
  ck_assert_str_eq (found, expected);
}

START_TEST (however_a_sequence_is_cut_the_verdicts_are_the_same)
{
  const guint count = (guint) _i;
  guint sequences = 1;

  for (guint i = 0; i < count; i++)
    sequences *= FIGURES;
  for (guint number = 0; number < sequences; number++)
    {
      const Sequence sequence = sequence_at (count, number);
      for (guint first = 0; first <= count; first++)
        for (guint second = first; second <= count; second++)
          {
            assert_cut (&sequence, first, second, TRUE);
            assert_cut (&sequence, first, second, FALSE);
          }
    }
}
END_TEST

/* Of 38 digits, where 20 fit into a word: they outlive the book that was merged. */
START_TEST (amounts_of_any_size_and_sign_are_kept)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());
  CreditBook *later = credit_book_new (build_ids ());

  add (book,
       "customer=c1|agreement=a1|month=2026-01|line=2|C=99999999999999999999999999999999999999"
       "|B=-99999999999999999999999999999999999999");
  add (book, "customer=c1|agreement=a1|month=2026-02|line=3|C=18446744073709551615"
             "|B=-18446744073709551616");
  add (later, "customer=c1|agreement=a1|month=2026-03|line=4|C=-5|B=77777777777777777777777777");
  add (later, "customer=c1|agreement=a1|month=2026-03|line=5|C=-5|B=77777777777777777777777778");
  credit_book_merge (book, later);
  credit_book_free (later);
  assert_book (book, "c1/a1/ACO/USD: 2026-01 C=99999999999999999999999999999999999999"
                     " B=-99999999999999999999999999999999999999 at 2"
                     " 2026-02 C=18446744073709551615 B=-18446744073709551616 at 3"
                     " 2026-03 C=-5 B=77777777777777777777777778 at 5\n");
}
END_TEST

/* As many months as there is room for, one more, and so on. */
START_TEST (credits_have_as_many_months_as_are_read)
{
  g_autoptr (CreditBook) book = credit_book_new (build_ids ());

  for (gint i = 0; i < 200; i++)
    {
      char month[MONTH_TEXT_SIZE];
      g_autofree char *fields = NULL;

      calendar_print_month (calendar_month (2020, 1) + i, month);
      fields = g_strdup_printf ("customer=c1|agreement=a1|month=%s|C=%d", month, i);
      add (book, fields);
    }
  g_autoptr (GPtrArray) list = credit_book_list (book);
  const Credit *credit = g_ptr_array_index (list, 0);
  ck_assert_uint_eq (credit->month_count, 200);
  for (gint i = 0; i < 200; i++)
    {
      const CreditMonth *month = credit_book_month (credit, (guint) i);

      ck_assert_int_eq (month->month, calendar_month (2020, 1) + i);
      ck_assert_int_eq (decimal_to_int (credit_book_credit_amount (&month->counted)), i);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-book");
  TCase *keys = tcase_create ("keys");
  TCase *repeats = tcase_create ("repeats");
  TCase *merge = tcase_create ("merge");

  tcase_add_test (keys, credits_are_sorted_by_key_and_their_months_ascend);
  tcase_add_test (keys, ids_and_currencies_have_no_case);
  tcase_add_test (keys, keys_that_begin_alike_are_told_apart);
  tcase_add_test (keys, credit_names_are_kept_as_given);
  tcase_add_test (keys, all_figures_of_a_row_are_kept);
  tcase_add_test (keys, amounts_of_any_size_and_sign_are_kept);
  tcase_add_test (keys, credits_have_as_many_months_as_are_read);
  tcase_add_test (keys, only_the_status_says_reported_expired);
  tcase_add_loop_test (repeats, a_further_row_is_judged_by_the_one_that_counts, 0,
                       G_N_ELEMENTS (seconds));
  tcase_add_test (repeats, each_row_is_judged_by_the_one_that_counts_then);
  tcase_add_test (merge, months_of_both_readings_come_together);
  tcase_add_test (merge, repeats_of_a_merged_book_stand_in_reading_order);
  tcase_add_test (merge, a_book_that_was_merged_is_empty_and_can_be_used_again);
  tcase_add_loop_test (merge, however_a_sequence_is_cut_the_verdicts_are_the_same, 1, ROWS_MAX + 1);
  suite_add_tcase (suite, keys);
  suite_add_tcase (suite, repeats);
  suite_add_tcase (suite, merge);
  return suite;
}

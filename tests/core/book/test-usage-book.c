/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/usage-book.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <signal.h>

static void
add (UsageBook *book, const char *fields)
{
  const UsageRow row = build_usage_row (fields);

  usage_book_add (book, &row, NULL);
}

static void
append_decimal (GString *text, const char *label, Decimal value)
{
  g_autofree char *number = decimal_to_string (value, 0);

  g_string_append_printf (text, " %s=%s", label, number);
}

static void
append_position (GString *text, const char *label, Position at)
{
  if (position_is_set (at))
    g_string_append_printf (text, " %s@%" G_GUINT64_FORMAT, label, at.line);
}

static void
append_aco (GString *text, const UsageCredit *aco)
{
  append_decimal (text, "net", aco->net);
  append_decimal (text, "gross", aco->gross);
  append_decimal (text, "pricing-net", aco->pricing_net);
  append_decimal (text, "pricing-gross", aco->pricing_gross);
  append_position (text, "first", aco->first);
  append_position (text, "net", aco->first_net);
  append_position (text, "gross", aco->first_gross);
}

static void
append_pec (GString *text, const UsageTally *tally)
{
  g_autoptr (GPtrArray) percents = pec_tallies_list (tally->pec);
  for (guint n = 0; n < percents->len; n++)
    {
      const PecTally *pec = g_ptr_array_index (percents, n);
      g_autofree char *percent = decimal_to_string (pec->percent, 0);
      g_autofree char *label = g_strdup_printf ("pec%s", percent);

      append_decimal (text, label, pec->net);
    }
  append_position (text, "pec", tally->first_pec);
  append_position (text, "value", tally->first_pec_value);
  ck_assert_int_eq (tally->has_pec_value, position_is_set (tally->first_pec_value));
}

static void
append_tally (GString *text, const UsageTally *tally)
{
  char day[DAY_TEXT_SIZE];

  calendar_print_day (tally->day, day);
  g_string_append_printf (text, "%s %s %s %s/%s%s%s", tally->customer, day, tally->invoice,
                          tally->currency, tally->pricing_currency,
                          tally->has_pricing_total ? " total" : "",
                          tally->has_gross ? " gross" : "");
  append_decimal (text, "plain", decimal_sum_value (&tally->plain));
  if (tally->aco != NULL)
    append_aco (text, tally->aco);
  append_pec (text, tally);
  g_string_append_c (text, '\n');
}

/* Each tally on a line, then the rows that were credited twice. */
static char *
describe (const UsageBook *book)
{
  g_autoptr (GPtrArray) list = usage_book_list (book);
  const GArray *double_credits = usage_book_double_credits (book);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    append_tally (text, g_ptr_array_index (list, i));
  for (guint i = 0; i < double_credits->len; i++)
    {
      const DoubleCredit *found = &g_array_index (double_credits, DoubleCredit, i);
      g_string_append_printf (text, "twice %s", found->tally->customer);
      append_position (text, "row", found->at);
      append_decimal (text, "net", found->net);
      append_decimal (text, "gross", found->gross);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_book (const UsageBook *book, const char *expected)
{
  g_autofree char *text = describe (book);

  ck_assert_str_eq (text, expected);
}

#define ACO "credit-type=Azure Credit Applied"

/* Folding */

START_TEST (tallies_are_kept_apart_and_sorted_by_customer_then_day)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "customer=c2|day=2026-10-01|total=1");
  add (book, "customer=c1|day=2026-10-02|total=2");
  add (book, "customer=c1|day=2026-09-30|total=3");
  add (book, "customer=c1|day=2026-10-02|invoice=G0|total=4");
  add (book, "customer=c1|day=2026-10-02|currency=EUR|total=5");
  add (book, "customer=c1|day=2026-10-02|pricing-currency=EUR|total=6");
  add (book, "customer=c1|day=2026-10-02|pricing-total=9|total=7");
  add (book, "customer=c1|day=2026-10-02|price=1|quantity=1|total=8");
  assert_book (book, "c1 2026-09-30 g1 USD/USD plain=3\n"
                     "c1 2026-10-02 g0 USD/USD plain=4\n"
                     "c1 2026-10-02 g1 EUR/USD plain=5\n"
                     "c1 2026-10-02 g1 USD/EUR plain=6\n"
                     "c1 2026-10-02 g1 USD/USD plain=2\n"
                     "c1 2026-10-02 g1 USD/USD gross plain=8\n"
                     "c1 2026-10-02 g1 USD/USD total plain=7\n"
                     "c2 2026-10-01 g1 USD/USD plain=1\n");
  usage_book_free (NULL);
}
END_TEST

START_TEST (ids_and_currencies_have_no_case)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "customer=C1|invoice=G1|currency=usd|pricing-currency=|total=1.5");
  add (book, "customer=c1|invoice=g1|currency=USD|pricing-currency=|total=-0.25");
  add (book, "customer=c2|total=9");
  add (book, "customer=c1|invoice=g1|currency=Usd|pricing-currency=|total=0.0001");
  assert_book (book, "c1 2026-10-15 g1 USD/ plain=1.2501\n"
                     "c2 2026-10-15 g1 USD/USD plain=9\n");
}
END_TEST

START_TEST (credited_rows_are_summed_in_both_measures_and_both_currencies)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "line=2|" ACO "|total=-5|pricing-total=-4|price=2|quantity=3|rate=1.25");
  add (book, "line=3|" ACO "|total=2|pricing-total=1|price=-1|quantity=1|rate=2");
  assert_book (book, "c1 2026-10-15 g1 USD/USD total gross plain=0 net=7 gross=9.5 pricing-net=5"
                     " pricing-gross=7 first@2 net@2 gross@2\n");
}
END_TEST

START_TEST (the_first_row_of_value_is_told_apart_from_the_first)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "line=2|" ACO "|total=0|price=0|quantity=3");
  add (book, "line=3|" ACO "|total=0|price=1|quantity=3");
  add (book, "line=4|" ACO "|total=1|price=1|quantity=3");
  assert_book (book, "c1 2026-10-15 g1 USD/USD gross plain=0 net=1 gross=6 pricing-net=0"
                     " pricing-gross=6 first@2 net@4 gross@3\n");
}
END_TEST

START_TEST (rows_with_pec_are_summed_by_percentage)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "line=2|pec=15|total=0");
  add (book, "line=3|pec=15.0|total=8.5");
  add (book, "line=4|pec=3.75|total=1");
  add (book, "line=5|percent=20|total=2");
  add (book, "line=6|total=3");
  add (book, "line=7|pec=15|total=-1");
  assert_book (book,
               "c1 2026-10-15 g1 USD/USD plain=3 pec3.75=1 pec15=7.5 pec20=2 pec@2 value@3\n");
}
END_TEST

START_TEST (a_row_of_both_credits_counts_as_both)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "line=2|percent=100|pec=15|total=6|price=2|quantity=5|rate=1");
  assert_book (book, "c1 2026-10-15 g1 USD/USD gross plain=0 net=6 gross=10 pricing-net=0"
                     " pricing-gross=10 first@2 net@2 gross@2 pec15=6 pec@2 value@2\n"
                     "twice c1 row@2 net=6 gross=10\n");
}
END_TEST

/* Only PartnerEarnedCreditPercentage above 0 counts, whatever the credit type says. */
static const struct
{
  const char *fields;
  guint count;
} twice[] = {
  { ACO "|pec=15|total=1", 1 },
  { ACO "|pec=0.01|total=0", 1 },
  { ACO "|pec=100|total=1", 1 },
  { "percent=100|pec=15|total=1", 1 },
  { ACO "|pec=0|total=1", 0 },
  { ACO "|pec=-15|total=1", 0 },
  { ACO "|percent=15|total=1", 0 },
  { ACO "|total=1", 0 },
  { "percent=100|total=1", 0 },
  { "pec=15|total=1", 0 },
  { "credit-type=Partner Earned Credit Applied|pec=15|total=1", 0 },
};

START_TEST (a_row_credited_by_aco_that_names_pec_is_noted)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, twice[_i].fields);
  ck_assert_uint_eq (usage_book_double_credits (book)->len, twice[_i].count);
}
END_TEST

START_TEST (values_are_gross_until_a_credited_row_has_a_billing_total)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  ck_assert (usage_book_is_gross (book));
  add (book, "total=5");
  add (book, "pec=15|total=5");
  add (book, ACO "|total=0|price=5|quantity=5");
  ck_assert (usage_book_is_gross (book));
  add (book, ACO "|total=-0.0001");
  ck_assert (!usage_book_is_gross (book));
}
END_TEST

START_TEST (an_estimate_has_no_place_here)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());

  add (book, "invoice=");
}
END_TEST

/* Merging */

static const char *const rows[] = {
  "line=2|customer=c2|" ACO "|total=0|price=1|quantity=2",
  "line=3|customer=c1|pec=15|total=0",
  "line=4|customer=c1|total=7",
  "line=5|customer=c2|" ACO "|total=3|price=0|quantity=2",
  "line=6|customer=c1|pec=5|total=1",
  "line=7|customer=c1|percent=100|pec=15|total=4",
  "line=8|customer=c3|percent=100|pec=15|total=2",
  "line=9|customer=c1|pec=15|total=6",
  "line=10|customer=c2|" ACO "|total=5|price=7|quantity=1|rate=2",
  "line=11|customer=c1|percent=100|pec=15|total=1",
};

static UsageBook *
book_of_rows (guint from, guint to)
{
  UsageBook *book = usage_book_new (build_ids ());

  for (guint i = from; i < to; i++)
    add (book, rows[i]);
  return book;
}

START_TEST (however_the_rows_are_cut_the_book_is_the_same)
{
  const guint cut = (guint) _i;
  g_autoptr (UsageBook) whole = book_of_rows (0, G_N_ELEMENTS (rows));
  g_autofree char *expected = describe (whole);

  for (guint second = cut; second <= G_N_ELEMENTS (rows); second++)
    {
      g_autoptr (UsageBook) a = book_of_rows (0, cut);
      g_autoptr (UsageBook) b = book_of_rows (cut, second);
      g_autoptr (UsageBook) c = book_of_rows (second, G_N_ELEMENTS (rows));

      usage_book_merge (b, c);
      usage_book_merge (a, b);
      assert_book (a, expected);
      ck_assert (!usage_book_is_gross (a));
    }
}
END_TEST

START_TEST (the_whole_book_holds_what_its_rows_say)
{
  g_autoptr (UsageBook) whole = book_of_rows (0, G_N_ELEMENTS (rows));

  assert_book (whole, "c1 2026-10-15 g1 USD/USD plain=7 net=5 gross=0 pricing-net=0 pricing-gross=0"
                      " first@7 net@7 pec5=1 pec15=11 pec@3 value@6\n"
                      "c2 2026-10-15 g1 USD/USD gross plain=0 net=8 gross=16 pricing-net=0"
                      " pricing-gross=9 first@2 net@5 gross@2\n"
                      "c3 2026-10-15 g1 USD/USD plain=0 net=2 gross=0 pricing-net=0 pricing-gross=0"
                      " first@8 net@8 pec15=2 pec@8 value@8\n"
                      "twice c1 row@7 net=4 gross=0\n"
                      "twice c3 row@8 net=2 gross=0\n"
                      "twice c1 row@11 net=1 gross=0\n");
}
END_TEST

START_TEST (merged_books_are_gross_only_if_both_are)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());
  g_autoptr (UsageBook) gross = usage_book_new (build_ids ());
  g_autoptr (UsageBook) net = usage_book_new (build_ids ());

  add (gross, ACO "|total=0|price=1|quantity=1");
  add (net, ACO "|total=1");
  usage_book_merge (book, gross);
  ck_assert (usage_book_is_gross (book));
  usage_book_merge (book, net);
  ck_assert (!usage_book_is_gross (book));
  usage_book_merge (book, gross);
  ck_assert (!usage_book_is_gross (book));
}
END_TEST

START_TEST (a_book_that_was_merged_is_empty)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());
  g_autoptr (UsageBook) later = book_of_rows (0, G_N_ELEMENTS (rows));

  usage_book_merge (book, later);
  assert_book (later, "");
}
END_TEST

START_TEST (a_book_that_was_merged_has_forgotten_its_billing_totals)
{
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());
  g_autoptr (UsageBook) later = book_of_rows (0, G_N_ELEMENTS (rows));

  usage_book_merge (book, later);
  ck_assert (usage_book_is_gross (later));
}
END_TEST

START_TEST (a_book_that_was_merged_can_be_used_again)
{
  g_autoptr (UsageBook) whole = book_of_rows (0, G_N_ELEMENTS (rows));
  g_autoptr (UsageBook) book = usage_book_new (build_ids ());
  g_autoptr (UsageBook) later = usage_book_new (build_ids ());
  g_autofree char *expected = describe (whole);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      add (i % 3 == 0 ? book : later, rows[i]);
      usage_book_merge (book, later);
    }
  assert_book (book, expected);
}
END_TEST

/* Rows that wait are known whenever the book is asked, and however often. */
START_TEST (rows_that_wait_are_in_the_book)
{
  g_autoptr (UsageBook) asked = usage_book_new (build_ids ());
  g_autoptr (RowIds) ids = build_ids ();
  g_autoptr (UsageBook) plain = usage_book_new (row_ids_ref (ids));

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *fields = g_strdup_printf ("line=%u | customer=c%u | total=%u%s", i + 2,
                                                 i * 7 % 40, i, i % 3 == 0 ? " | pec=15" : "");
      const UsageRow row = build_usage_row (fields);
      const RowNumbers numbers = row_ids_number_usage (ids, &row);

      usage_book_add (plain, &row, &numbers);
      usage_book_add (asked, &row, NULL);
      if (i % 11 == 0)
        g_free (describe (asked));
    }
  g_autofree char *expected = describe (plain);
  g_autofree char *found = describe (asked);
  ck_assert_str_eq (found, expected);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("usage-book");
  TCase *fold = tcase_create ("fold");
  TCase *merge = tcase_create ("merge");

  tcase_add_test (fold, tallies_are_kept_apart_and_sorted_by_customer_then_day);
  tcase_add_test (fold, ids_and_currencies_have_no_case);
  tcase_add_test (fold, credited_rows_are_summed_in_both_measures_and_both_currencies);
  tcase_add_test (fold, the_first_row_of_value_is_told_apart_from_the_first);
  tcase_add_test (fold, rows_with_pec_are_summed_by_percentage);
  tcase_add_test (fold, a_row_of_both_credits_counts_as_both);
  tcase_add_loop_test (fold, a_row_credited_by_aco_that_names_pec_is_noted, 0,
                       G_N_ELEMENTS (twice));
  tcase_add_test (fold, values_are_gross_until_a_credited_row_has_a_billing_total);
  if (g_strcmp0 (g_getenv ("CK_FORK"), "no") != 0) /* or the abort would end all tests */
    tcase_add_test_raise_signal (fold, an_estimate_has_no_place_here, SIGABRT);
  tcase_add_loop_test (merge, however_the_rows_are_cut_the_book_is_the_same, 0,
                       G_N_ELEMENTS (rows) + 1);
  tcase_add_test (merge, the_whole_book_holds_what_its_rows_say);
  tcase_add_test (merge, merged_books_are_gross_only_if_both_are);
  tcase_add_test (merge, a_book_that_was_merged_is_empty);
  tcase_add_test (merge, a_book_that_was_merged_has_forgotten_its_billing_totals);
  tcase_add_test (merge, a_book_that_was_merged_can_be_used_again);
  tcase_add_test (merge, rows_that_wait_are_in_the_book);
  suite_add_tcase (suite, fold);
  suite_add_tcase (suite, merge);
  return suite;
}

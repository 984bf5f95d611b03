/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/late-lines.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

#define CREDIT "subtotal=-10|price=1|quantity=10|reason=Azure Credit Offer|product="

static Books *
books_of (const char *first, const char *second)
{
  Books *books = build_books ();

  BUILD_ROWS (books, first);
  if (second != NULL)
    BUILD_ROWS (books, second);
  return books;
}

/* "file:line article customer; " of each line, in their order. */
static char *
lines_of (const Books *books)
{
  const GArray *lines = charge_book_aco_lines (books->charges);
  GString *text = g_string_new (NULL);

  ck_assert_uint_eq (pair_book_credit_count (charge_book_pair_book (books->charges)), lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      const AcoLine *line = &g_array_index (lines, AcoLine, i);
      g_string_append_printf (text, "%u:%u %s %s; ", line->at.file, (guint) line->at.line,
                              line->article, line->tally->customer);
    }
  return g_string_free (text, FALSE);
}

START_TEST (lines_of_late_files_come_in_place_of_those_that_were_there)
{
  g_autoptr (Books) books = books_of ("invoice: file=0|line=2|customer=a|" CREDIT "p",
                                      "invoice: file=1|line=5|customer=b|" CREDIT "q");
  g_autoptr (Books) late = books_of ("invoice: file=1|line=3|customer=b|" CREDIT "r",
                                     "invoice: file=1|line=5|customer=b|" CREDIT "q");
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  const gboolean is_late[] = { FALSE, TRUE };

  g_ptr_array_add (all, late);
  late_lines_join (books, all, is_late);
  g_autofree char *found = lines_of (books);
  ck_assert_str_eq (found, "0:2 p/ a; 1:3 r/ b; 1:5 q/ b; ");
  const GArray *lines = charge_book_aco_lines (books->charges);
  g_autoptr (GPtrArray) tallies = charge_book_list (books->charges);
  ck_assert_uint_eq (tallies->len, 2);
  ck_assert_ptr_eq (g_array_index (lines, AcoLine, 2).tally, g_ptr_array_index (tallies, 1));
}
END_TEST

START_TEST (late_files_before_and_between_others_keep_their_places)
{
  g_autoptr (Books) books = books_of ("invoice: file=1|line=2|customer=a|" CREDIT "p", NULL);
  g_autoptr (Books) first = books_of ("invoice: file=0|line=9|customer=a|" CREDIT "q", NULL);
  g_autoptr (Books) last = books_of ("invoice: file=2|line=1|customer=a|" CREDIT "r", NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  const gboolean is_late[] = { TRUE, FALSE, TRUE };

  g_ptr_array_add (all, first);
  g_ptr_array_add (all, last);
  late_lines_join (books, all, is_late);
  g_autofree char *found = lines_of (books);
  ck_assert_str_eq (found, "0:9 q/ a; 1:2 p/ a; 2:1 r/ a; ");
}
END_TEST

START_TEST (what_came_is_settled_no_longer)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) late = books_of ("invoice: file=0|line=2|customer=a|" CREDIT "p",
                                     "invoice: file=0|line=3|customer=a|" CREDIT "p|invoice=G2");
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  PairBook *pairs = charge_book_pair_book (books->charges);
  const gboolean is_late[] = { TRUE };
  PairWish key;

  ck_assert (pair_book_credit (charge_book_pair_book (late->charges), 0, &key));
  pair_book_settle_credit (pairs, key.hash);
  pair_book_settle_credit (pairs, (Hash128){ .low = 2, .high = 2 });
  g_ptr_array_add (all, late);
  late_lines_join (books, all, is_late);
  g_autoptr (PairGroups) groups = pair_book_groups (pairs);
  ck_assert (!pair_book_shares_settled (pairs, groups));
  pair_groups_want (groups, (Hash128){ .low = 2, .high = 2 }, key.invoice);
  ck_assert (pair_book_shares_settled (pairs, groups));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("late-lines");
  TCase *tcase = tcase_create ("late-lines");

  tcase_add_test (tcase, lines_of_late_files_come_in_place_of_those_that_were_there);
  tcase_add_test (tcase, late_files_before_and_between_others_keep_their_places);
  tcase_add_test (tcase, what_came_is_settled_no_longer);
  suite_add_tcase (suite, tcase);
  return suite;
}

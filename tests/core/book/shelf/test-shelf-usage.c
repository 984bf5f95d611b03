/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-usage.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_usage_put (writer, books->usage);
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_usage_take (reader, books->usage);
}

START_TEST (all_of_it_comes_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (
      books, "usage: total=5|price=1|quantity=5|pricing-total=4",
      "usage: total=1|pec=15|customer=c2|day=2026-10-01",
      "usage: total=0|price=1|quantity=5|credit-type=Azure Credit Offer|percent=100",
      "usage: total=2|price=1|quantity=5|credit-type=Azure Credit Offer|percent=100|pec=15");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  g_autoptr (GPtrArray) tallies = usage_book_list (again->usage);
  ck_assert_uint_gt (tallies->len, 1);
}
END_TEST

START_TEST (an_empty_book_comes_back_empty)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) again = sample_shelf_round (books, put, take);

  ck_assert_ptr_nonnull (again);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-usage");
  TCase *tcase = tcase_create ("shelf-usage");

  tcase_add_test (tcase, all_of_it_comes_back);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

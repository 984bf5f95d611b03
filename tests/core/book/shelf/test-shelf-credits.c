/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-credits.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_credits_put (writer, books->credits);
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_credits_take (reader, books->credits, books->ids);
}

START_TEST (all_of_it_comes_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: C=5|B=95|name=Contoso", "balance: month=2026-09|C=1|status=Active",
              "balance: C=6|B=94|effective=2026-01-01|expiry=2026-12-31",
              "balance: customer=c2|C=99999999999999999999.5|currency=EUR");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  g_autoptr (GPtrArray) credits = credit_book_list (again->credits);
  ck_assert_uint_eq (credits->len, 2);
  ck_assert_uint_eq (((const Credit *) g_ptr_array_index (credits, 0))->month_count, 2);
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
  Suite *suite = suite_create ("shelf-credits");
  TCase *tcase = tcase_create ("shelf-credits");

  tcase_add_test (tcase, all_of_it_comes_back);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

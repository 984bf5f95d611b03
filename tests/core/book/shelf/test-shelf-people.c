/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-people.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_people_put (writer, books->names, books->partners);
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_people_take (reader, books->names, books->partners);
}

START_TEST (all_of_it_comes_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: name=Contoso|partner=p1", "invoice: customer=c2|partner=p2",
              "invoice: customer=c2|partner=p1|name=Fabrikam", "usage: customer=c3|name=Tailspin");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  g_autoptr (GPtrArray) partners = partner_book_list (again->partners, "c2");
  ck_assert_uint_eq (partners->len, 2);
  ck_assert_str_eq (name_book_lookup (again->names, "c3"), "Tailspin");
}
END_TEST

START_TEST (rows_in_another_order_give_the_same_bytes)
{
  static const char *const rows[]
      = { "invoice: customer=c2|partner=p2|name=Two", "invoice: customer=c1|partner=p3|name=One",
          "invoice: customer=c2|partner=p1|name=Two", "balance: customer=c1|partner=p3|name=One",
          "usage: customer=c1|partner=p1|name=One" };

  sample_shelf_assert_any_order (rows, G_N_ELEMENTS (rows), put);
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
  Suite *suite = suite_create ("shelf-people");
  TCase *tcase = tcase_create ("shelf-people");

  tcase_add_test (tcase, all_of_it_comes_back);
  tcase_add_test (tcase, rows_in_another_order_give_the_same_bytes);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-products.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_products_put (writer, books->products);
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_products_take (reader, books->products);
}

START_TEST (all_of_it_comes_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: subtotal=5|product=p|sku=s|availability=a|subscription-id=x",
              "invoice: subtotal=7|customer=c2|adjustment=15% Partner earned credit",
              "usage: total=5|price=1|quantity=5|product=p",
              "usage: total=0|price=1|quantity=5|credit-type=Azure Credit Offer|percent=100");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  g_autoptr (GPtrArray) groups = product_book_list (again->products);
  ck_assert_uint_eq (groups->len, 4);
  ck_assert (product_book_has_usage (again->products));
}
END_TEST

START_TEST (rows_in_another_order_give_the_same_bytes)
{
  static const char *const rows[]
      = { "invoice: line=2|subtotal=5|product=p|customer=c2",
          "invoice: line=3|subtotal=7|product=q|customer=c1",
          "invoice: line=4|subtotal=7|product=p|customer=c1|adjustment=15% Partner earned credit",
          "invoice: line=5|subtotal=7|product=p|customer=c1|adjustment=8% Partner earned credit",
          "invoice: line=6|subtotal=7|product=p|customer=c1" };

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
  Suite *suite = suite_create ("shelf-products");
  TCase *tcase = tcase_create ("shelf-products");

  tcase_add_test (tcase, all_of_it_comes_back);
  tcase_add_test (tcase, rows_in_another_order_give_the_same_bytes);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-inputs.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_inputs_put (writer, input_book_file (books->inputs, 1, "invoice.csv", KIND_INVOICE));
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_inputs_take (reader, input_book_file (books->inputs, 1, "invoice.csv", KIND_INVOICE));
}

START_TEST (all_of_it_comes_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: subtotal=5", "invoice: subtotal=7|invoice=G2",
              "invoice: subtotal=1|invoice=");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  const InputTally *input = input_book_lookup (again->inputs, 1);
  ck_assert_uint_eq (input->rows, 3);
  ck_assert_int_eq (g_tree_nnodes (input->invoices), 2);
  ck_assert_uint_eq (input->unbilled->len, 1);
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
  Suite *suite = suite_create ("shelf-inputs");
  TCase *tcase = tcase_create ("shelf-inputs");

  tcase_add_test (tcase, all_of_it_comes_back);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-books.h"
#include "output/table/report-json.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const char *const rows[]
    = { "invoice: file=0|subtotal=10|price=1|quantity=10|name=Contoso",
        "invoice: file=0|subtotal=-9|price=1|quantity=10|reason=Azure "
        "Credit Offer",
        "invoice: file=0|subtotal=3|invoice=", "invoice: file=0|subtotal=3|total=4|customer=c2",
        NULL };

static char *
print_report (const Books *books)
{
  g_autoptr (Report) report = build_report (books, NULL);
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_json_write (report, 0, sink);
  return g_string_free (text, FALSE);
}

static InputTally *
input_of (Books *books)
{
  return input_book_file (books->inputs, 0, "invoice-0.csv", KIND_INVOICE);
}

START_TEST (books_say_the_same_when_they_come_back)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) again = build_books ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  build_rows (books, rows);
  ck_assert (shelf_books_put (books, input_of (books), bytes));
  ShelfReader reader = sample_shelf_reader (bytes);
  ck_assert (shelf_books_take (&reader, again, input_of (again)));
  g_autofree char *expected = print_report (books);
  g_autofree char *found = print_report (again);
  ck_assert_str_eq (found, expected);
}
END_TEST

START_TEST (bytes_behind_the_books_are_a_fault)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Books) again = build_books ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  build_rows (books, rows);
  ck_assert (shelf_books_put (books, input_of (books), bytes));
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  ShelfReader reader = sample_shelf_reader (bytes);
  ck_assert (!shelf_books_take (&reader, again, input_of (again)));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-books");
  TCase *tcase = tcase_create ("shelf-books");

  tcase_add_test (tcase, books_say_the_same_when_they_come_back);
  tcase_add_test (tcase, bytes_behind_the_books_are_a_fault);
  suite_add_tcase (suite, tcase);
  return suite;
}

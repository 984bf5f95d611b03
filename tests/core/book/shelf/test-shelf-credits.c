/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-credits.h"
#include "sample-decimal.h"
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

/* A balance row with these amounts. */
static gboolean
is_taken (Decimal credit, Decimal balance)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes, .ids = books->ids };
  BUILD_ROWS (books, "balance: C=5|B=95");
  shelf_ids_put (&writer);
  shelf_credits_put (&writer, books->credits);
  shelf_ids_clear (&writer);
  g_byte_array_set_size (bytes, bytes->len - 4); /* 5 and 95, each its digits and their scale */
  shelf_bytes_put_decimal (&writer, credit);
  shelf_bytes_put_decimal (&writer, balance);
  g_autoptr (Books) again = build_books ();
  ShelfReader reader = sample_shelf_reader (bytes);
  shelf_ids_take (&reader, again->ids);
  shelf_credits_take (&reader, again->credits, again->ids);
  shelf_ids_forget (&reader);
  return shelf_bytes_is_good (&reader) && reader.at == reader.end;
}

START_TEST (amounts_are_those_that_a_row_can_have)
{
  ck_assert (is_taken (number ("5"), number ("95")));
  ck_assert (is_taken (full_limbs (2), decimal_negate (full_limbs (2))));
  ck_assert (!is_taken (full_limbs (3), number ("1")));
  ck_assert (!is_taken (number ("1"), full_limbs (3)));
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
  tcase_add_test (tcase, amounts_are_those_that_a_row_can_have);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-tallies.h"
#include "sample-decimal.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  g_autoptr (GPtrArray) tallies = charge_book_list (books->charges);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);

  shelf_tallies_put (writer, g_ptr_array_index (tallies, 0));
  shelf_tallies_put_invoice (writer, g_ptr_array_index (invoices, 0));
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_tallies_take (reader, books->charges);
  shelf_tallies_take_invoice (reader, books->charges);
}

START_TEST (a_tally_and_an_invoice_come_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "invoice: subtotal=10|adjustment=15% Partner earned credit",
              "invoice: subtotal=-4|reason=Azure Credit Offer|pricing-currency=EUR",
              "invoice: subtotal=-1|type=customerCredit|reason=Goodwill");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  g_autoptr (GPtrArray) tallies = charge_book_list (again->charges);
  const Decimal used = charge_tally_aco_used (g_ptr_array_index (tallies, 0));
  ck_assert (decimal_equal (used, number ("4")));
  ck_assert_ptr_nonnull (charge_book_find_invoice (again->charges, "g1"));
}
END_TEST

START_TEST (amounts_by_percentage_come_back)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (PecTallySet) tallies = NULL;
  g_autoptr (PecTallySet) again = NULL;
  ShelfWriter writer = { .bytes = bytes };

  pec_tallies_add (&tallies, number ("15"), number ("1.5"));
  pec_tallies_add (&tallies, number ("7.5"), number ("2"));
  shelf_tallies_put_pec (&writer, tallies);
  ShelfReader reader = sample_shelf_reader (bytes);
  shelf_tallies_take_pec (&reader, &again);
  ck_assert (decimal_equal (pec_tallies_net (again), number ("3.5")));
  ck_assert (shelf_bytes_is_good (&reader) && reader.at == reader.end);
}
END_TEST

/* An invoice without lines, of the id "g1" and called so. */
static gboolean
is_taken (const char *display)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  ShelfWriter writer = { .bytes = bytes, .ids = books->ids };

  row_ids_add (books->ids, ROW_ID_INVOICE, slice_of ("g1"));
  shelf_ids_put (&writer);
  shelf_bytes_put_id_text (&writer, ROW_ID_INVOICE, "g1");
  shelf_bytes_put_text (&writer, display);
  shelf_bytes_put_position (&writer, (Position){ .line = 2 });
  for (guint i = 0; i < 3; i++) /* months of charges, of credits; currencies */
    shelf_bytes_put_number (&writer, 0);
  shelf_ids_clear (&writer);
  g_autoptr (Books) again = build_books ();
  ShelfReader reader = sample_shelf_reader (bytes);
  shelf_ids_take (&reader, again->ids);
  shelf_tallies_take_invoice (&reader, again->charges);
  shelf_ids_forget (&reader);
  return shelf_bytes_is_good (&reader);
}

START_TEST (an_invoice_is_called_as_its_id_says)
{
  ck_assert (is_taken ("G1"));
  ck_assert (is_taken ("g1"));
  ck_assert (!is_taken ("G2"));
  ck_assert (!is_taken (""));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-tallies");
  TCase *tcase = tcase_create ("shelf-tallies");

  tcase_add_test (tcase, a_tally_and_an_invoice_come_back);
  tcase_add_test (tcase, amounts_by_percentage_come_back);
  tcase_add_test (tcase, an_invoice_is_called_as_its_id_says);
  suite_add_tcase (suite, tcase);
  return suite;
}

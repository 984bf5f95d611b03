/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-charges.h"
#include "sample-shelf.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static void
put (ShelfWriter *writer, const Books *books)
{
  shelf_charges_put (writer, books->charges);
}

static void
take (ShelfReader *reader, Books *books)
{
  shelf_charges_take (reader, books->charges, NULL);
}

START_TEST (all_of_it_comes_back)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books,
              "invoice: subtotal=10|price=1|quantity=10|product=p|sku=s|adjustment=15% Partner "
              "earned credit",
              "invoice: subtotal=-10|price=1|quantity=10|product=p|sku=s|reason=Azure Credit Offer",
              "invoice: subtotal=-4|reason=Azure Credit Offer|invoice=G2|currency=EUR|rate=1.2",
              "invoice: subtotal=5|price=1|quantity=4", "invoice: subtotal=3|total=4",
              "invoice: subtotal=2|reason=Azure Credit Offer|price=1|quantity=2",
              "invoice: subtotal=-1|type=customerCredit|reason=Goodwill");
  g_autoptr (Books) again = sample_shelf_round (books, put, take);
  g_autoptr (GPtrArray) tallies = charge_book_list (again->charges);
  const PairBook *pairs = charge_book_pair_book (again->charges);
  ck_assert_uint_eq (tallies->len, 2);
  ck_assert_uint_eq (charge_book_aco_lines (again->charges)->len, 3);
  ck_assert_uint_eq (pair_book_credit_count (pairs), 3);
}
END_TEST

START_TEST (a_finding_that_lines_do_not_have_is_a_fault)
{
  static const struct
  {
    FindingCode code;
    gboolean good;
  } cases[] = { { FINDING_SUBTOTAL_MISMATCH, TRUE },     { FINDING_TOTAL_MISMATCH, TRUE },
                { FINDING_CREDIT_SIGN, TRUE },           { FINDING_CREDIT_ON_INELIGIBLE, TRUE },
                { FINDING_CREDIT_UNPAIRED, FALSE },      { FINDING_CODE_COUNT, FALSE },
                { FINDING_ACO_AND_PEC_TOGETHER, FALSE }, { FINDING_NO_INVOICE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Books) books = build_books ();

      BUILD_ROWS (books, "invoice: subtotal=5|price=1|quantity=4");
      GArray *findings = charge_book_line_findings (books->charges);
      ck_assert_uint_eq (findings->len, 1);
      g_array_index (findings, LineFinding, 0).code = cases[i].code;
      g_autoptr (GByteArray) bytes = sample_shelf_put (books, put);
      g_autoptr (Books) again = build_books ();
      ShelfReader reader = sample_shelf_reader (bytes);
      shelf_ids_take (&reader, again->ids);
      take (&reader, again);
      shelf_ids_forget (&reader);
      ck_assert_int_eq (shelf_bytes_is_good (&reader), cases[i].good);
    }
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
  Suite *suite = suite_create ("shelf-charges");
  TCase *tcase = tcase_create ("shelf-charges");

  tcase_add_test (tcase, all_of_it_comes_back);
  tcase_add_test (tcase, a_finding_that_lines_do_not_have_is_a_fault);
  tcase_add_test (tcase, an_empty_book_comes_back_empty);
  suite_add_tcase (suite, tcase);
  return suite;
}

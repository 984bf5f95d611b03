/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/second-look.h"

#include "input/input-reader.h"
#include "sample-csv.h"
#include "test-main.h"
#include "test-place.h"

#include <check.h>
#include <string.h>

#define INVOICE \
  "CustomerId,InvoiceNumber,ChargeType,ChargeStartDate,ChargeEndDate,Subtotal,Currency\n"
#define USAGE "CustomerId,InvoiceNumber,ResourceURI,UsageDate,BillingPreTaxTotal,BillingCurrency\n"

#define PATHS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static const HashKey key = { 1, 2 };
static ColumnMap *map;
static ReadPlan plan;
static Books *books;
static GError *error;

static void
set_up (void)
{
  make_place ();
  map = column_map_new ();
  plan = (ReadPlan){ .separator = ',', .map = map, .max_rejects = 100 };
  books = books_new (&key);
}

static void
tear_down (void)
{
  g_clear_error (&error);
  books_free (books);
  column_map_free (map);
  remove_place ();
}

/* input_reader_read() ends with the second look. */
static void
read_files (const char *const *paths)
{
  g_autoptr (InputSet) inputs = input_set_new (paths, 0, &error);
  g_autoptr (Rejects) rejects = rejects_new ();

  ck_assert_msg (inputs != NULL, "%s", error == NULL ? "" : error->message);
  ck_assert_msg (input_reader_read (&(InputReader){ .inputs = inputs, .plan = &plan, .key = &key },
                                    books, rejects, &error),
                 "%s", error == NULL ? "" : error->message);
}

/* "FILE:LINE shares N of ROWS of INVOICE with FILE: AMOUNT CURRENCY" of each overlap, on a line. */
static void
assert_overlaps (const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < books->overlaps->len; i++)
    {
      const RowOverlap *overlap = g_ptr_array_index (books->overlaps, i);
      g_autofree char *amount = decimal_to_string (overlap->amount, 2);

      g_string_append_printf (
          text,
          "%s:%" G_GUINT64_FORMAT " shares %u of %" G_GUINT64_FORMAT " of %s with %s: %s %s\n",
          input_book_lookup (books->inputs, overlap->file)->file, overlap->first.line,
          overlap->shared->len, overlap->rows, overlap->invoice,
          input_book_lookup (books->inputs, overlap->earlier_file)->file, amount,
          overlap->currency);
    }
  ck_assert_str_eq (text->str, expected);
}

#define ROW_1 "c1,G1,New,10/1/2026,10/31/2026,10,USD\n"
#define ROW_2 "c1,G1,New,10/2/2026,10/31/2026,20,USD\n"
#define ROW_3 "c1,G1,New,10/3/2026,10/31/2026,40,USD\n"

START_TEST (parts_that_share_no_row_and_invoices_of_their_own_share_nothing)
{
  put ("a.csv", INVOICE ROW_1 ROW_1);
  put ("b.csv", INVOICE ROW_2);
  put ("c.csv", INVOICE "c1,G2,New,10/1/2026,10/31/2026,10,USD\n");
  read_files (PATHS ("a.csv", "b.csv", "c.csv"));
  assert_overlaps ("");
}
END_TEST

START_TEST (another_line_end_byte_order_mark_quoting_and_order_of_columns_hide_nothing)
{
  put ("a.csv", INVOICE ROW_1 ROW_2);
  put ("b.csv", "\xEF\xBB\xBF" INVOICE "c1,g1,\"New\",2026-10-02,2026-10-31,20.00,usd\r\n"
                "C1,G1,new,10/1/2026,10/31/2026,\"10\",USD\r\n");
  put ("c.csv", "Currency,Subtotal,ChargeEndDate,ChargeStartDate,ChargeType,InvoiceNumber,"
                "CustomerId,Tags\nUSD,1E1,10/31/2026,10/1/2026,New,G1,c1,x\n");
  read_files (PATHS ("a.csv", "b.csv", "c.csv"));
  assert_overlaps ("b.csv:2 shares 2 of 2 of g1 with a.csv: 30.00 USD\n"
                   "c.csv:2 shares 1 of 1 of g1 with a.csv: 10.00 USD\n");
}
END_TEST

START_TEST (rows_of_json_on_one_line_are_told_apart)
{
#define OBJECT(start, subtotal) \
  "{\"CustomerId\":\"c1\",\"InvoiceNumber\":\"G1\",\"ChargeType\":\"New\",\"ChargeStartDate\":" \
  "\"" start "\",\"ChargeEndDate\":\"2026-10-31\",\"Subtotal\":" subtotal ",\"Currency\":\"USD\"}"
  put ("a.csv", INVOICE ROW_1 ROW_2);
  put ("b.json", "[" OBJECT ("2026-10-03", "40") "," OBJECT ("2026-10-02", "20.0") "," OBJECT (
                     "2026-10-04", "80") "," OBJECT ("2026-10-01", "10") "]\n");
  read_files (PATHS ("a.csv", "b.json"));
  assert_overlaps ("b.json:1 shares 2 of 4 of g1 with a.csv: 30.00 USD\n");
}
END_TEST

/* What cannot be read of ChargeEndDate counts as empty, and makes no bad row. */
START_TEST (an_unreadable_end_date_is_an_empty_one)
{
  put ("a.csv", INVOICE "c1,G1,New,10/1/2026,,10,USD\n");
  put ("b.csv", INVOICE "c1,G1,New,10/1/2026,no date,10,USD\n");
  put ("c.csv", INVOICE "c1,G1,New,10/1/2026,10/30/2026,10,USD\n");
  read_files (PATHS ("a.csv", "b.csv", "c.csv"));
  assert_overlaps ("b.csv:2 shares 1 of 1 of g1 with a.csv: 10.00 USD\n");
}
END_TEST

START_TEST (daily_rows_are_compared_with_their_resources)
{
  put ("a.csv", USAGE "c1,G1,/r/1,10/5/2026,0.125,USD\nc1,G1,/r/2,10/5/2026,0.5,USD\n");
  put ("b.csv", USAGE "c1,G1,/r/3,10/5/2026,0.125,USD\nc1,G1,/R/2,10/5/2026,0.50,USD\n");
  put ("c.csv", INVOICE "c1,G1,New,10/1/2026,10/31/2026,0.5,USD\n");
  read_files (PATHS ("a.csv", "b.csv", "c.csv"));
  assert_overlaps ("b.csv:3 shares 1 of 2 of g1 with a.csv: 0.50 USD\n");
}
END_TEST

/* Estimates have no invoice, equal files are read once, and rows set aside are no rows. */
START_TEST (what_does_not_count_is_not_compared)
{
  put ("a.csv", INVOICE ROW_1 "c1,,New,10/1/2026,10/31/2026,10,USD\n");
  put ("b.csv", INVOICE ROW_2 "c1,,New,10/1/2026,10/31/2026,10,USD\n" ROW_3
                              "c1,G1,New,10/1/2026,10/31/2026,x,USD\n");
  put ("c.csv", INVOICE ROW_1 "c1,,New,10/1/2026,10/31/2026,10,USD\n");
  plan.keep_going = TRUE;
  read_files (PATHS ("a.csv", "b.csv", "c.csv"));
  assert_overlaps ("");
}
END_TEST

START_TEST (the_first_file_with_the_first_shared_row_is_named)
{
  put ("a.csv", INVOICE ROW_1);
  put ("b.csv", INVOICE ROW_2);
  put ("c.csv", INVOICE ROW_3 ROW_2 ROW_1 ROW_1);
  read_files (PATHS ("a.csv", "b.csv", "c.csv"));
  assert_overlaps ("c.csv:3 shares 2 of 4 of g1 with b.csv: 30.00 USD\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("second-look");
  TCase *tests = tcase_create ("overlaps");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, parts_that_share_no_row_and_invoices_of_their_own_share_nothing);
  tcase_add_test (tests,
                  another_line_end_byte_order_mark_quoting_and_order_of_columns_hide_nothing);
  tcase_add_test (tests, rows_of_json_on_one_line_are_told_apart);
  tcase_add_test (tests, an_unreadable_end_date_is_an_empty_one);
  tcase_add_test (tests, daily_rows_are_compared_with_their_resources);
  tcase_add_test (tests, what_does_not_count_is_not_compared);
  tcase_add_test (tests, the_first_file_with_the_first_shared_row_is_named);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "core/answer/check-facts.h"
#include "input/billing/file-reader.h"
#include "sample-csv.h"
#include "sample-stream.h"

#define BALANCE_START "CustomerId,InvoiceMonth,CreditAmount,BalanceAmount,Currency,AgreementId\n"
#define INVOICE_START "CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,ChargeStartDate\n"
#define USAGE_START "CustomerId,InvoiceNumber,UsageDate,BillingPreTaxTotal,BillingCurrency\n"

static CheckFacts *facts;
static ColumnMap *map;

static void
set_up (void)
{
  facts = check_facts_new ();
  map = column_map_new ();
}

static void
tear_down (void)
{
  g_clear_pointer (&facts, check_facts_free);
  column_map_free (map);
}

static void
read_file (guint32 index, const char *text)
{
  const ReadPlan plan = { .separator = ',', .map = map };
  SampleStream stream = { (const guint8 *) text, strlen (text), 0, G_MAXSIZE, SAMPLE_STREAM_GOOD };
  g_autoptr (GError) error = NULL;
  const Content content
      = { .name = "f.csv", .index = index, .read = sample_stream_read, .stream = &stream };
  const FileVisitor visitor = { .records = *check_facts_visitor () };
  const gboolean good = file_reader_read (&content, &plan, &visitor, facts, &error);

  ck_assert_msg (good, "%s", error == NULL ? "" : error->message);
}

static const FileFacts *
facts_of (guint32 index)
{
  const FileFacts *found = check_facts_of (facts, index);

  ck_assert_ptr_nonnull (found);
  ck_assert_uint_eq (found->index, index);
  return found;
}

static void
assert_sum (const FileFacts *found, guint place, const char *currency, guint64 rows,
            const char *amount)
{
  ck_assert_uint_lt (place, found->sums->len);
  const CurrencySum *sum = &g_array_index (found->sums, CurrencySum, place);

  ck_assert_str_eq (sum->currency, currency);
  ck_assert_uint_eq (sum->rows, rows);
  assert_decimal (sum->sum, amount);
}

static void
assert_months (const FileFacts *found, Month first, Month last)
{
  ck_assert_int_eq (found->first_month, first);
  ck_assert_int_eq (found->last_month, last);
}

START_TEST (a_balance_file_tells_credit_amounts_and_invoice_months)
{
  read_file (0, BALANCE_START "c1,2026-09,700.25,300,USD,a1\nc2,2026-11,500,500,USD,a2\n"
                              "c1,2025-12,-100,0,USD,a1\n");
  ck_assert_uint_eq (check_facts_customer_count (facts_of (0)), 2);
  ck_assert_uint_eq (facts_of (0)->sums->len, 1);
  assert_sum (facts_of (0), 0, "USD", 3, "1100.25");
  assert_months (facts_of (0), calendar_month (2025, 12), calendar_month (2026, 11));
}
END_TEST

START_TEST (an_invoice_file_tells_subtotals_and_months_of_charges)
{
  read_file (0, INVOICE_START "c1,G1,New,10.005,USD,10/31/2026\nc2,G1,New,-0.005,USD,\n"
                              "c3,G1,New,1,USD,9/1/2026\n");
  ck_assert_uint_eq (check_facts_customer_count (facts_of (0)), 3);
  assert_sum (facts_of (0), 0, "USD", 3, "11");
  assert_months (facts_of (0), calendar_month (2026, 9), calendar_month (2026, 10));
}
END_TEST

START_TEST (a_usage_file_tells_billing_totals_and_months_of_usage)
{
  read_file (0, USAGE_START "c1,G1,10/31/2026,0.000000001,USD\nc1,G1,10/1/2026,2,USD\n");
  ck_assert_uint_eq (check_facts_customer_count (facts_of (0)), 1);
  assert_sum (facts_of (0), 0, "USD", 2, "2.000000001");
  assert_months (facts_of (0), calendar_month (2026, 10), calendar_month (2026, 10));
}
END_TEST

START_TEST (charges_without_dates_have_no_months)
{
  read_file (0, INVOICE_START "c1,G1,New,10,USD,\n");
  assert_months (facts_of (0), MONTH_NONE, MONTH_NONE);
  assert_sum (facts_of (0), 0, "USD", 1, "10");
}
END_TEST

START_TEST (currencies_are_summed_apart_in_order)
{
  read_file (0, INVOICE_START "c1,G1,New,1,USD,\nc1,G1,New,2,EUR,\nc1,G1,New,4,usd,\n"
                              "c1,G1,New,8,GBP,\nc1,G1,New,16,Eur,\nc1,G1,New,32,AUD,\n");
  ck_assert_uint_eq (facts_of (0)->sums->len, 4);
  assert_sum (facts_of (0), 0, "AUD", 1, "32");
  assert_sum (facts_of (0), 1, "EUR", 2, "18");
  assert_sum (facts_of (0), 2, "GBP", 1, "8");
  assert_sum (facts_of (0), 3, "USD", 2, "5");
}
END_TEST

/* In the order of the columns; ISO dates say nothing. */
START_TEST (columns_with_slash_dates_are_told)
{
  const DateFacts *dates;

  read_file (0, "ChargeEndDate,CustomerId,InvoiceNumber,ChargeType,Subtotal,Currency,OrderDate,"
                "ChargeStartDate\n10/31/2026,c1,G1,New,1,USD,2026-10-31,10/1/2026\n"
                "9/30/2026,c1,G1,New,1,USD,2026-10-31,9/1/2026\n");
  ck_assert_uint_eq (facts_of (0)->dates->len, 2);
  dates = &g_array_index (facts_of (0)->dates, DateFacts, 0);
  ck_assert_str_eq (dates->column, "ChargeEndDate");
  ck_assert_int_eq (dates->first, calendar_day (2026, 9, 30));
  ck_assert_int_eq (dates->last, calendar_day (2026, 10, 31));
  ck_assert (dates->is_proven);
  dates = &g_array_index (facts_of (0)->dates, DateFacts, 1);
  ck_assert_str_eq (dates->column, "ChargeStartDate");
  ck_assert_int_eq (dates->first, calendar_day (2026, 9, 1));
  ck_assert_int_eq (dates->last, calendar_day (2026, 10, 1));
  ck_assert (!dates->is_proven);
}
END_TEST

START_TEST (the_case_of_a_customer_does_not_count)
{
  read_file (0, INVOICE_START "C1,G1,New,1,USD,\nc1,G1,New,1,USD,\nb,G1,New,1,USD,\n"
                              " c1 ,G1,New,1,USD,\nc10,G1,New,1,USD,\nB,G1,New,1,USD,\n");
  ck_assert_uint_eq (check_facts_customer_count (facts_of (0)), 3);
  ck_assert_ptr_nonnull (g_tree_lookup (facts_of (0)->customers, "c1"));
  ck_assert_ptr_nonnull (g_tree_lookup (facts_of (0)->customers, "c10"));
  ck_assert_ptr_nonnull (g_tree_lookup (facts_of (0)->customers, "b"));
}
END_TEST

START_TEST (many_customers_are_counted_once_each)
{
  g_autoptr (GString) text = g_string_new (INVOICE_START);

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s%d,G1,New,0.1,USD,\n", i % 2 == 0 ? "c" : "C",
                            i * 7919 % 1000);
  read_file (0, text->str);
  ck_assert_uint_eq (check_facts_customer_count (facts_of (0)), 1000);
  assert_sum (facts_of (0), 0, "USD", 3000, "300");
}
END_TEST

START_TEST (files_are_told_apart)
{
  read_file (5, INVOICE_START "c1,G1,New,1,USD,1/1/2026\n");
  read_file (2, USAGE_START "c1,G1,2/1/2026,2,EUR\nc2,G1,2/1/2026,2,EUR\n");
  read_file (5, INVOICE_START "c2,G1,New,4,USD,3/1/2026\n");
  ck_assert_ptr_null (check_facts_of (facts, 0));
  ck_assert_ptr_null (check_facts_of (facts, 3));
  ck_assert_uint_eq (check_facts_customer_count (facts_of (2)), 2);
  assert_sum (facts_of (2), 0, "EUR", 2, "4");
  ck_assert_uint_eq (check_facts_customer_count (facts_of (5)), 2);
  assert_sum (facts_of (5), 0, "USD", 2, "5");
  assert_months (facts_of (5), calendar_month (2026, 1), calendar_month (2026, 3));
}
END_TEST

START_TEST (bad_rows_do_not_count)
{
  read_file (0, INVOICE_START "c1,G1,New,1,USD,\nc2,G1,New,x,EUR,1/1/2026\nc3,G1\n"
                              "c4,G1,New,2,USD,\n");
  ck_assert_uint_eq (check_facts_customer_count (facts_of (0)), 2);
  ck_assert_uint_eq (facts_of (0)->sums->len, 1);
  assert_sum (facts_of (0), 0, "USD", 2, "3");
  assert_months (facts_of (0), MONTH_NONE, MONTH_NONE);
}
END_TEST

static const char *const without_rows[] = {
  BALANCE_START,
  INVOICE_START,
  USAGE_START,
  INVOICE_START "\n \n",
  INVOICE_START "c1,G1,New,x,USD,\n",
  "CustomerId,DurableOfferId\nc1,o1\n",
};

START_TEST (a_file_without_rows_that_count_has_no_facts)
{
  read_file (0, without_rows[_i]);
  ck_assert_ptr_null (check_facts_of (facts, 0));
}
END_TEST

START_TEST (nothing_can_be_freed) { check_facts_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("check-facts");
  TCase *tests = tcase_create ("check-facts");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, a_balance_file_tells_credit_amounts_and_invoice_months);
  tcase_add_test (tests, an_invoice_file_tells_subtotals_and_months_of_charges);
  tcase_add_test (tests, a_usage_file_tells_billing_totals_and_months_of_usage);
  tcase_add_test (tests, charges_without_dates_have_no_months);
  tcase_add_test (tests, currencies_are_summed_apart_in_order);
  tcase_add_test (tests, columns_with_slash_dates_are_told);
  tcase_add_test (tests, the_case_of_a_customer_does_not_count);
  tcase_add_test (tests, many_customers_are_counted_once_each);
  tcase_add_test (tests, files_are_told_apart);
  tcase_add_test (tests, bad_rows_do_not_count);
  tcase_add_loop_test (tests, a_file_without_rows_that_count_has_no_facts, 0,
                       G_N_ELEMENTS (without_rows));
  tcase_add_test (tests, nothing_can_be_freed);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/books.h"
#include "output/table/pec-json.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 7, 8 };

static Books *books;
static InvoiceMonths *months;
static PecBook *book;

static void
start (void)
{
  const ReckonPlan plan = reckon_plan_default ();

  books = build_books ();
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  book = pec_book_new (&key, months, FALSE);
}

static void
finish (void)
{
  pec_book_free (book);
  invoice_months_free (months);
  books_free (books);
}

static void
assert_json (gboolean complete, const char *expected)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (PecReport) report = pec_report_new (book, books->names, &plan, complete);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  pec_json_write (report, TRUE, 0, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_str_eq (text->str, expected);
}

START_TEST (empty_tables_are_there)
{
  assert_json (TRUE, "{\n"
                     "  \"schema\": \"acorecon.pec/1\",\n"
                     "  \"complete\": true,\n  \"reliable\": true,\n"
                     "  \"pec_months\": [],\n"
                     "  \"pec_lost\": [],\n"
                     "  \"summary\": {\n"
                     "    \"exit_status\": 0\n"
                     "  }\n"
                     "}\n");
}
END_TEST

START_TEST (both_tables_are_written_row_by_row)
{
  UsageRow earned = build_usage_row ("total=1.7 | pec=15 | day=2026-10-01");
  UsageRow lost = build_usage_row ("total=2 | day=2026-10-03");
  UsageRow other = build_usage_row ("total=3 | customer=c2 | credit-type=Azure Credit Applied");

  name_book_add (books->names, slice_of ("c1"), slice_of ("Contoso \"West\""));
  earned.texts.resource = slice_of ("/vm/1");
  lost.texts.resource = slice_of ("/vm/1");
  pec_book_add_usage (book, &earned);
  pec_book_add_usage (book, &lost);
  pec_book_add_usage (book, &other);
  assert_json (FALSE, "{\n"
                      "  \"schema\": \"acorecon.pec/1\",\n"
                      "  \"complete\": false,\n  \"reliable\": true,\n"
                      "  \"pec_months\": [\n"
                      "    {\"customer_id\":\"c1\",\"customer_name\":\"Contoso \\\"West\\\"\","
                      "\"month\":\"2026-10\",\"currency\":\"USD\",\"source\":\"daily-usage\","
                      "\"pec_base\":\"1.70\",\"pec_list\":\"2.00\",\"pec_earned\":\"0.30\","
                      "\"third_party\":\"0.00\",\"spot\":\"0.00\",\"reservation\":\"0.00\","
                      "\"savings_plan\":\"0.00\",\"aco\":\"0.00\",\"unexplained\":\"2.00\"},\n"
                      "    {\"customer_id\":\"c2\",\"customer_name\":null,"
                      "\"month\":\"2026-10\",\"currency\":\"USD\",\"source\":\"daily-usage\","
                      "\"pec_base\":\"0.00\",\"pec_list\":\"0.00\",\"pec_earned\":\"0.00\","
                      "\"third_party\":\"0.00\",\"spot\":\"0.00\",\"reservation\":\"0.00\","
                      "\"savings_plan\":\"0.00\",\"aco\":\"3.00\",\"unexplained\":\"0.00\"}\n"
                      "  ],\n"
                      "  \"pec_lost\": [\n"
                      "    {\"customer_id\":\"c1\",\"customer_name\":\"Contoso \\\"West\\\"\","
                      "\"month\":\"2026-10\",\"currency\":\"USD\",\"resource\":\"/vm/1\","
                      "\"day\":\"2026-10-03\",\"value\":\"2.00\"}\n"
                      "  ],\n"
                      "  \"summary\": {\n"
                      "    \"exit_status\": 0\n"
                      "  }\n"
                      "}\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pec-json");
  TCase *tcase = tcase_create ("pec-json");

  tcase_add_checked_fixture (tcase, start, finish);
  tcase_add_test (tcase, empty_tables_are_there);
  tcase_add_test (tcase, both_tables_are_written_row_by_row);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/pec-report.h"
#include "core/book/books.h"
#include "output/table/report-csv.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 7, 8 };

#define PEC_LINE "adjustment=15% Partner earned credit"

/* Invoice G1 bills October 2026, G9 September. */
static Books *books;
static InvoiceMonths *months;
static NameBook *names;
static PecBook *book;

static void
start (void)
{
  const ReckonPlan plan = reckon_plan_default ();

  books = build_books ();
  BUILD_ROWS (books, "invoice: subtotal=1", "invoice: subtotal=1 | invoice=G9 | month=2026-09");
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  names = name_book_new (build_ids ());
  name_book_add (names, slice_of ("c1"), slice_of ("Contoso"));
  book = pec_book_new (&key, months, FALSE);
}

static void
finish (void)
{
  pec_book_free (book);
  name_book_free (names);
  invoice_months_free (months);
  books_free (books);
}

static void
add_usage (const char *fields, const char *resource)
{
  UsageRow row = build_usage_row (fields);

  row.texts.resource = slice_of (resource);
  pec_book_add_usage (book, &row);
}

static void
add_line (const char *fields)
{
  const InvoiceLine line = build_invoice_line (fields);

  pec_book_add_line (book, &line);
}

/* Both tables as CSV, without their headers. */
static void
assert_report (const PecReport *report, const char *expected_months, const char *expected_lost)
{
  const ReportTableInfo *infos[] = { pec_report_months_info (), pec_report_lost_info () };
  const GArray *tables[] = { pec_report_months (report), pec_report_lost (report) };
  const char *expected[] = { expected_months, expected_lost };

  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (Sink) sink = sink_new_string (text);

      report_csv_write_rows (infos[i], tables[i], sink);
      ck_assert (sink_flush (sink, NULL));
      ck_assert_str_eq (strchr (text->str, '\n') + 1, expected[i]);
    }
}

static PecReport *
report_of_all (void)
{
  const ReckonPlan plan = reckon_plan_default ();

  return pec_report_new (book, names, &plan, TRUE);
}

START_TEST (the_tables_have_the_columns_of_their_rows)
{
  const ReportTableInfo *info = pec_report_months_info (), *lost = pec_report_lost_info ();

  ck_assert_str_eq (info->name, "pec_months");
  ck_assert_uint_eq (info->row_size, sizeof (PecMonthRow));
  ck_assert_uint_eq (info->column_count, 14);
  ck_assert_str_eq (info->columns[13].name, "unexplained");
  ck_assert_str_eq (lost->name, "pec_lost");
  ck_assert_uint_eq (lost->row_size, sizeof (PecLostRow));
  ck_assert_uint_eq (lost->column_count, 7);
  ck_assert_str_eq (lost->columns[6].name, "value");
}
END_TEST

START_TEST (without_rows_both_tables_are_empty)
{
  g_autoptr (PecReport) report = report_of_all ();

  ck_assert (pec_report_is_complete (report));
  assert_report (report, "", "");
  pec_report_free (NULL);
}
END_TEST

START_TEST (a_report_says_when_rows_were_set_aside)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (PecReport) report = pec_report_new (book, names, &plan, FALSE);

  ck_assert (!pec_report_is_complete (report));
}
END_TEST

/* 17 net of 15 % are 20 at list price, 3 earned; 9.25 net of 7.5 % are 10 and 0.75. */
START_TEST (each_percentage_is_rounded_once)
{
  add_usage ("total=8.5 | pec=15", "");
  add_usage ("total=8.5 | pec=15", "");
  add_usage ("total=9.25 | pec=7.5", "");
  add_usage ("total=0.0049", "");
  add_usage ("total=0.0049", "");
  g_autoptr (PecReport) report = report_of_all ();

  assert_report (report,
                 "c1,Contoso,2026-10,USD,daily-usage,26.25,30.00,3.75,"
                 "0.00,0.00,0.00,0.00,0.00,0.01\n",
                 "");
}
END_TEST

/* 0.02 net of 15 % earned 0.0035 and of 7.5 % 0.0016: 0.00 each, not 0.01 together. */
START_TEST (percentages_are_not_added_before_rounding)
{
  add_usage ("total=0.02 | pec=15", "");
  add_usage ("total=0.02 | pec=7.5", "");
  g_autoptr (PecReport) report = report_of_all ();

  assert_report (report,
                 "c1,Contoso,2026-10,USD,daily-usage,0.04,0.04,0.00,"
                 "0.00,0.00,0.00,0.00,0.00,0.00\n",
                 "");
}
END_TEST

START_TEST (lines_are_shown_where_there_are_no_daily_rows)
{
  add_line ("subtotal=8.5 | " PEC_LINE);
  add_line ("subtotal=10 | currency=EUR");
  add_line ("subtotal=20 | invoice=G9");
  add_line ("subtotal=40 | customer=c2");
  add_usage ("total=3", "");
  g_autoptr (PecReport) report = report_of_all ();

  assert_report (report,
                 "c1,Contoso,2026-10,EUR,invoice,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,10.00\n"
                 "c1,Contoso,2026-09,USD,invoice,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,20.00\n"
                 "c1,Contoso,2026-10,USD,daily-usage,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,3.00\n"
                 "c2,,2026-10,USD,invoice,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,40.00\n",
                 "");
}
END_TEST

/* The last row of all is one of an invoice; so is the row before one of another customer. */
START_TEST (daily_rows_of_others_replace_no_lines)
{
  add_line ("subtotal=1");
  add_usage ("total=2 | customer=c2", "");
  add_line ("subtotal=4 | customer=c3");
  g_autoptr (PecReport) report = report_of_all ();

  assert_report (report,
                 "c1,Contoso,2026-10,USD,invoice,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,1.00\n"
                 "c2,,2026-10,USD,daily-usage,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,2.00\n"
                 "c3,,2026-10,USD,invoice,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,4.00\n",
                 "");
}
END_TEST

START_TEST (lost_days_are_listed_by_resource_and_day)
{
  add_usage ("total=1 | pec=15 | day=2026-10-01", "b");
  add_usage ("total=2.005 | day=2026-10-09", "b");
  add_usage ("total=4 | day=2026-10-03", "b");
  add_usage ("total=1 | pec=15 | day=2026-10-01", "=a,1");
  add_usage ("total=8 | day=2026-10-05", "=a,1");
  g_autoptr (PecReport) report = report_of_all ();

  assert_report (report,
                 "c1,Contoso,2026-10,USD,daily-usage,2.00,2.35,0.35,"
                 "0.00,0.00,0.00,0.00,0.00,14.01\n",
                 "c1,Contoso,2026-10,USD,\"'=a,1\",2026-10-05,8.00\n"
                 "c1,Contoso,2026-10,USD,b,2026-10-03,4.00\n"
                 "c1,Contoso,2026-10,USD,b,2026-10-09,2.01\n");
}
END_TEST

START_TEST (only_reported_months_are_listed)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 9);
  add_usage ("total=1 | pec=15 | day=2026-10-01", "a");
  add_usage ("total=2 | day=2026-10-02", "a");
  add_usage ("total=1 | pec=15 | day=2026-09-01 | invoice=G9", "a");
  add_usage ("total=4 | day=2026-09-02 | invoice=G9", "a");
  g_autoptr (PecReport) report = pec_report_new (book, names, &plan, TRUE);

  assert_report (report,
                 "c1,Contoso,2026-09,USD,daily-usage,1.00,1.18,0.18,"
                 "0.00,0.00,0.00,0.00,0.00,4.00\n",
                 "c1,Contoso,2026-09,USD,a,2026-09-02,4.00\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pec-report");
  TCase *tcase = tcase_create ("pec-report");

  tcase_add_checked_fixture (tcase, start, finish);
  tcase_add_test (tcase, the_tables_have_the_columns_of_their_rows);
  tcase_add_test (tcase, without_rows_both_tables_are_empty);
  tcase_add_test (tcase, a_report_says_when_rows_were_set_aside);
  tcase_add_test (tcase, each_percentage_is_rounded_once);
  tcase_add_test (tcase, percentages_are_not_added_before_rounding);
  tcase_add_test (tcase, lines_are_shown_where_there_are_no_daily_rows);
  tcase_add_test (tcase, daily_rows_of_others_replace_no_lines);
  tcase_add_test (tcase, lost_days_are_listed_by_resource_and_day);
  tcase_add_test (tcase, only_reported_months_are_listed);
  suite_add_tcase (suite, tcase);
  return suite;
}

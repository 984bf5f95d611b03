/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/input-rows.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

/* Helpers */

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* Not in place: one text may be replaced by another. */
static void
set_text (char **member, const char *text)
{
  g_free (*member);
  *member = g_strdup (text);
}

static const char *
first_message (const Report *report, const char *code)
{
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      if (strcmp (finding_info (row->code)->code, code) == 0)
        return row->message;
    }
  ck_abort_msg ("no finding %s", code);
  return NULL;
}

#define EXPECT_INPUTS(report, expected) \
  EXPECT_ROWS (report, REPORT_INPUTS, "file kind rows rejected months", expected)

/* Inputs */

START_TEST (inputs_come_in_reading_order_with_their_rows_and_months)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: file=3 | month=2026-09", "balance: file=3 | month=2026-10",
      "balance: file=3 | month=2026-09", "invoice: month=2026-10 | file=0",
      "usage: day=2026-08-01 | invoice=g9 | file=1", "usage: day=2026-07-31 | invoice=g9 | file=1",
      "usage: day=2026-09-30 | invoice=g1 | file=1");

  /* Daily rows of an invoice that was read are of its month, the others of their day's. */
  EXPECT_INPUTS (report, "invoice-0.csv invoice 1 0 2026-10\n"
                         "usage-1.csv daily-usage 3 0 2026-07,2026-08,2026-10\n"
                         "balance-3.csv aco-balance 3 0 2026-09,2026-10");
}
END_TEST

START_TEST (all_months_of_inputs_are_listed_whatever_is_reported)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 10);
  g_autoptr (Report) report = BUILD_REPORT (&plan, "balance: month=2026-09",
                                            "balance: month=2026-11", "invoice: month=2026-12");
  EXPECT_INPUTS (report, "balance.csv aco-balance 2 0 2026-09,2026-11\n"
                         "invoice.csv invoice 1 0 2026-12");
  EXPECT_ROWS (report, REPORT_INVOICES, "invoice month", "G1 2026-12");
}
END_TEST

START_TEST (estimates_are_counted_and_give_no_month)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "invoice: invoice= | month=2026-10",
                                            "usage: invoice= | day=2026-10-01");

  EXPECT_INPUTS (report, "invoice.csv invoice 1 0 -\nusage.csv daily-usage 1 0 -");
  EXPECT_ROWS (report, REPORT_INVOICES, "invoice", "");
}
END_TEST

START_TEST (an_invoice_file_has_the_months_of_its_invoices)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: invoice=G1 | start=2026-10-01 | end=2027-09-30",
                      "invoice: invoice=G2 | month=2026-08", "invoice: invoice=G3 | month=2026-10");

  EXPECT_INPUTS (report, "invoice.csv invoice 3 0 2026-08,2026-10");
}
END_TEST

START_TEST (a_checksum_is_shown_where_it_is_known)
{
  g_autoptr (Books) books = build_books ();
  InputTally *input = input_book_file (books->inputs, 0, "a.csv", KIND_INVOICE);

  (void) input_book_file (books->inputs, 1, "b.csv", KIND_INVOICE);
  set_text (&input->sha256, "00ff");
  g_autoptr (Report) report = build_report (books, NULL);
  EXPECT_ROWS (report, REPORT_INPUTS, "file sha256", "a.csv 00ff\nb.csv -");
}
END_TEST

/* Findings on files */

START_TEST (estimates_are_one_finding_per_file_and_currency)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: invoice= | subtotal=10.004 | line=8", "invoice: subtotal=99 | line=2",
      "invoice: invoice= | subtotal=-2 | line=3", "invoice: invoice= | subtotal=5 | currency=eur",
      "invoice: invoice= | subtotal=1 | file=7", "usage: invoice= | total=0.0024 | line=4",
      "usage: invoice= | total=0.0026 | line=3");

  /* Invoice estimates add up exactly, daily ones to cents: 0.0024 + 0.0026 = 0.005. */
  EXPECT_FINDINGS (report, "ACO208",
                   "notice - - EUR - 5.00 invoice.csv 5\n"
                   "notice - - USD - 1.00 invoice-7.csv 2\n"
                   "notice - - USD - 8.004 invoice.csv 3\n"
                   "notice - - USD - 0.01 usage.csv 3");
  EXPECT_CODES (report, "ACO208 ACO408");
}
END_TEST

START_TEST (billed_rows_are_no_estimates)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "invoice: subtotal=1");

  EXPECT_FINDINGS (report, "ACO208", "");
}
END_TEST

START_TEST (each_row_set_aside_is_a_finding)
{
  g_autoptr (Books) books = build_books ();
  InputTally *input = input_book_file (books->inputs, 0, "a.csv", KIND_ACO_BALANCE);

  input_book_tally_add_rejected (input, (Position){ .file = 0, .line = 9 },
                                 "CreditAmount is empty");
  input_book_tally_add_rejected (input, (Position){ .file = 0, .line = 12 }, "Month is empty");
  g_autoptr (Report) report = build_report (books, NULL);

  EXPECT_INPUTS (report, "a.csv aco-balance 0 2 -");
  EXPECT_FINDINGS (report, "ACO901", "error - - - - 0.00 a.csv 9\nerror - - - - 0.00 a.csv 12");
  ck_assert_ptr_nonnull (strstr (first_message (report, "ACO901"), "CreditAmount is empty"));
  ck_assert (!report_is_complete (report));
}
END_TEST

START_TEST (unknown_columns_are_one_finding_per_file_but_not_of_legacy_files)
{
  g_autoptr (Books) books = build_books ();
  InputTally *invoice = input_book_file (books->inputs, 0, "a.csv", KIND_INVOICE);
  InputTally *legacy = input_book_file (books->inputs, 1, "d.csv", KIND_LEGACY);

  set_text (&invoice->unknown_columns, "Colour, Taste");
  set_text (&legacy->unknown_columns, "SyndicationPartnerSubscriptionNumber");
  g_autoptr (Report) report = build_report (books, NULL);

  EXPECT_FINDINGS (report, "ACO902", "notice - - - - 0.00 a.csv -");
  ck_assert_ptr_nonnull (strstr (first_message (report, "ACO902"), "Colour, Taste"));
}
END_TEST

START_TEST (a_legacy_file_is_named)
{
  g_autoptr (Books) books = build_books ();
  InputTally *legacy = input_book_file (books->inputs, 5, "d.csv", KIND_LEGACY);

  legacy->rows = 3;
  g_autoptr (Report) report = build_report (books, NULL);
  EXPECT_INPUTS (report, "d.csv legacy 3 0 -");
  EXPECT_FINDINGS (report, "ACO903", "notice - - - - 0.00 d.csv -");
  EXPECT_CODES (report, "ACO408 ACO903");
}
END_TEST

START_TEST (a_file_with_the_same_content_is_named_with_the_first)
{
  g_autoptr (Books) books = build_books ();

  BUILD_ROWS (books, "balance: B=1");
  InputTally *again = input_book_file (books->inputs, 1, "again.csv", KIND_ACO_BALANCE);
  again->is_duplicate = TRUE;
  set_text (&again->duplicate_of, "balance.csv");
  g_autoptr (Report) report = build_report (books, NULL);

  EXPECT_INPUTS (report, "balance.csv aco-balance 1 0 2026-10\nagain.csv aco-balance 0 0 -");
  EXPECT_FINDINGS (report, "ACO904", "notice - - - - 0.00 again.csv -");
  ck_assert_ptr_nonnull (strstr (first_message (report, "ACO904"), "balance.csv"));
  EXPECT_CODES (report, "ACO408 ACO904");
  ck_assert (report_is_complete (report));
}
END_TEST

START_TEST (a_legacy_file_read_twice_is_a_duplicate_the_second_time)
{
  g_autoptr (Books) books = build_books ();

  (void) input_book_file (books->inputs, 0, "d.csv", KIND_LEGACY);
  InputTally *again = input_book_file (books->inputs, 1, "again.csv", KIND_LEGACY);
  again->is_duplicate = TRUE;
  set_text (&again->duplicate_of, "d.csv");
  g_autoptr (Report) report = build_report (books, NULL);

  EXPECT_FINDINGS (report, "ACO903", "notice - - - - 0.00 d.csv -");
  EXPECT_FINDINGS (report, "ACO904", "notice - - - - 0.00 again.csv -");
}
END_TEST

START_TEST (files_left_out_of_a_folder_are_named_and_are_no_inputs)
{
  g_autoptr (Books) books = build_books ();

  input_book_ignore (books->inputs, "in/readme.md", FALSE);
  input_book_ignore (books->inputs, "in/logo.png", FALSE);
  g_autoptr (Report) report = build_report (books, NULL);

  EXPECT_INPUTS (report, "");
  EXPECT_FINDINGS (report, "ACO906",
                   "notice - - - - 0.00 in/logo.png -\nnotice - - - - 0.00 in/readme.md -");
}
END_TEST

START_TEST (findings_on_files_are_reported_whatever_month_is)
{
  g_autoptr (Books) books = build_books ();
  InputTally *input = input_book_file (books->inputs, 0, "a.csv", KIND_INVOICE);
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2020, 1);
  set_text (&input->unknown_columns, "Colour");
  input_book_tally_add_rejected (input, (Position){ .file = 0, .line = 2 }, "bad");
  input_book_tally_add_unbilled (input, slice_of ("USD"), decimal_from_int (1),
                                 (Position){ .file = 0, .line = 3 });
  (void) input_book_file (books->inputs, 1, "d.csv", KIND_LEGACY);
  input_book_ignore (books->inputs, "x.png", FALSE);
  g_autoptr (Report) report = build_report (books, &plan);

  EXPECT_CODES (report, "ACO208 ACO408 ACO901 ACO902 ACO903 ACO906");
}
END_TEST

/* Invoices */

START_TEST (an_invoice_has_a_row_per_currency)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: invoice=G00A | subtotal=10 | tax=2 | total=12",
      "invoice: invoice=g00a | subtotal=5.5 | currency=EUR",
      "invoice: invoice=g00a | subtotal=-3 | tax=-0.6 | total=-3.6 | customer=c2 | currency=usd | "
      "reason=Azure Credit Offer",
      "invoice: invoice=B1 | subtotal=1");

  /* Sorted by the number in lower case, printed as first read; credits count too. */
  EXPECT_ROWS (report, REPORT_INVOICES,
               "invoice month month_source currency lines subtotal tax total",
               "B1 2026-10 lines USD 1 1.00 0.00 1.00\n"
               "G00A 2026-10 lines EUR 1 5.50 0.00 5.50\n"
               "G00A 2026-10 lines USD 2 7.00 1.40 8.40");
}
END_TEST

START_TEST (an_invoice_without_a_total_has_subtotal_and_tax_instead)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "invoice: subtotal=10 | tax=2");

  EXPECT_ROWS (report, REPORT_INVOICES, "subtotal tax total", "10.00 2.00 12.00");
}
END_TEST

START_TEST (fits_count_every_billed_line)
{
  /* The product of 3.339 and 3 is 10.017. */
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "invoice: subtotal=10.01 | price=3.339 | quantity=3", /* T(10.017) */
      "invoice: subtotal=9.99 | price=3.339 | quantity=3",        /* 3.33 x 3 */
      "invoice: subtotal=10.02 | price=3.339 | quantity=3",       /* H(10.017) */
      "invoice: subtotal=10.00 | price=3.339 | quantity=3",       /* a cent from T */
      "invoice: subtotal=10.03 | price=3.339 | quantity=3",       /* none */
      "invoice: subtotal=10.01 | price=3.339", "invoice: subtotal=10.01 | quantity=3",
      "invoice: subtotal=10.01 | invoice= | price=3.339 | quantity=3");

  EXPECT_ROWS (report, REPORT_INVOICES, "lines fits", "7 1,1,1,1,1,2");
}
END_TEST

START_TEST (a_month_that_most_lines_do_not_name_is_unclear)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: month=2026-08 | line=7", "invoice: month=2026-09 | line=4",
                      "invoice: month=2026-10 | line=5");

  EXPECT_FINDINGS (report, "ACO209", "warning - - - 2026-10 0.00 invoice.csv 7");
}
END_TEST

START_TEST (a_month_that_half_of_the_lines_name_is_clear)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "invoice: month=2026-08", "invoice: month=2026-10");

  EXPECT_FINDINGS (report, "ACO209", "");
}
END_TEST

START_TEST (a_given_month_is_said_to_be_given)
{
  g_autoptr (GTree) given = g_tree_new_full (compare_texts, NULL, NULL, NULL);
  ReckonPlan plan = reckon_plan_default ();
  static char number[] = "g1";

  g_tree_insert (given, number, GINT_TO_POINTER (calendar_month (2026, 7)));
  plan.invoice_months = given;
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "invoice: month=2026-08", "invoice: month=2026-09",
                      "invoice: month=2026-10", "invoice: month=2026-10 | invoice=G2");
  EXPECT_ROWS (report, REPORT_INVOICES, "invoice month month_source",
               "G1 2026-07 option\nG2 2026-10 lines");
  EXPECT_FINDINGS (report, "ACO209", "");
}
END_TEST

START_TEST (an_unclear_month_that_is_not_reported_is_no_finding)
{
  ReckonPlan plan = reckon_plan_default ();

  plan.month = calendar_month (2026, 7);
  g_autoptr (Report) report = BUILD_REPORT (&plan, "invoice: month=2026-08",
                                            "invoice: month=2026-09", "invoice: month=2026-10");
  EXPECT_FINDINGS (report, "ACO209", "");

  /* But where a line begins in the reported month, it might belong there. */
  plan.month = calendar_month (2026, 9);
  g_autoptr (Report) september = BUILD_REPORT (&plan, "invoice: month=2026-08",
                                               "invoice: month=2026-09 | reason=Azure Credit Offer",
                                               "invoice: month=2026-10", "invoice: month=2026-11");
  EXPECT_FINDINGS (september, "ACO209", "warning - - - 2026-11 0.00 invoice.csv 2");
  ck_assert_str_eq (first_message (september, "ACO209"),
                    "fewer than half of the lines of invoice G1 name its month: most name 2026-11 "
                    "(taken), then 2026-10; give it with --invoice-month");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-rows");
  TCase *inputs = tcase_create ("inputs");
  TCase *findings = tcase_create ("findings");
  TCase *invoices = tcase_create ("invoices");

  tcase_add_test (inputs, inputs_come_in_reading_order_with_their_rows_and_months);
  tcase_add_test (inputs, all_months_of_inputs_are_listed_whatever_is_reported);
  tcase_add_test (inputs, estimates_are_counted_and_give_no_month);
  tcase_add_test (inputs, an_invoice_file_has_the_months_of_its_invoices);
  tcase_add_test (inputs, a_checksum_is_shown_where_it_is_known);
  tcase_add_test (findings, estimates_are_one_finding_per_file_and_currency);
  tcase_add_test (findings, billed_rows_are_no_estimates);
  tcase_add_test (findings, each_row_set_aside_is_a_finding);
  tcase_add_test (findings, unknown_columns_are_one_finding_per_file_but_not_of_legacy_files);
  tcase_add_test (findings, a_legacy_file_is_named);
  tcase_add_test (findings, a_file_with_the_same_content_is_named_with_the_first);
  tcase_add_test (findings, a_legacy_file_read_twice_is_a_duplicate_the_second_time);
  tcase_add_test (findings, files_left_out_of_a_folder_are_named_and_are_no_inputs);
  tcase_add_test (findings, findings_on_files_are_reported_whatever_month_is);
  tcase_add_test (invoices, an_invoice_has_a_row_per_currency);
  tcase_add_test (invoices, an_invoice_without_a_total_has_subtotal_and_tax_instead);
  tcase_add_test (invoices, fits_count_every_billed_line);
  tcase_add_test (invoices, a_month_that_most_lines_do_not_name_is_unclear);
  tcase_add_test (invoices, a_month_that_half_of_the_lines_name_is_clear);
  tcase_add_test (invoices, a_given_month_is_said_to_be_given);
  tcase_add_test (invoices, an_unclear_month_that_is_not_reported_is_no_finding);
  suite_add_tcase (suite, inputs);
  suite_add_tcase (suite, findings);
  suite_add_tcase (suite, invoices);
  return suite;
}

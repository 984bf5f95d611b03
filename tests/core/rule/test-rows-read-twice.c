/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/rows-read-twice.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* An overlap of @shared of @rows rows of invoice g1: file 4 with file 3. */
static void
add_overlap (Books *books, FileKind kind, guint64 rows, guint shared, gint64 thousandths)
{
  RowOverlap *overlap = row_overlap_new (kind, "g1", 4, rows);

  for (guint64 place = 0; place < shared; place++)
    g_array_append_val (overlap->shared, place);
  overlap->earlier_file = 3;
  overlap->first = (Position){ 4, 7 };
  overlap->currency = g_strdup ("USD");
  overlap->day = kind == KIND_DAILY_USAGE ? calendar_day (2026, 10, 5) : DAY_NONE;
  overlap->amount = decimal_from_scaled (thousandths, 3);
  g_ptr_array_add (books->overlaps, overlap);
}

static Books *
books_of_lines (void)
{
  Books *books = build_books ();

  BUILD_ROWS (books, "invoice: file=3 | month=2026-10", "invoice: file=4 | month=2026-10",
              "invoice: file=4 | start=2026-09-30 | invoice=G1");
  return books;
}

static const struct
{
  guint64 rows;
  guint shared;
  const char *severity;
} severities[] = {
  { 1, 1, "error" },     { 2, 1, "error" },      { 2, 2, "error" },    { 3, 1, "notice" },
  { 3, 2, "error" },     { 4, 2, "error" },      { 5, 2, "warning" },  { 100, 1, "notice" },
  { 100, 2, "warning" }, { 100, 49, "warning" }, { 100, 50, "error" },
};

START_TEST (half_of_the_rows_is_an_error_one_row_a_notice)
{
  g_autoptr (Books) books = books_of_lines ();
  g_autofree char *expected
      = g_strdup_printf ("%s - - USD 2026-10 1.005 invoice-4.csv 7", severities[_i].severity);

  add_overlap (books, KIND_INVOICE, severities[_i].rows, severities[_i].shared, 1005);
  g_autoptr (Report) report = build_report (books, NULL);
  EXPECT_FINDINGS (report, "ACO907", expected);
  ck_assert_int_eq (report_is_reliable (report), severities[_i].severity[0] != 'e');
}
END_TEST

START_TEST (the_message_names_the_other_file_and_both_counts)
{
  g_autoptr (Books) books = books_of_lines ();

  add_overlap (books, KIND_INVOICE, 5, 3, 0);
  g_autoptr (Report) report = build_report (books, NULL);
  EXPECT_ROWS (report, REPORT_FINDINGS, "code message",
               "ACO408 nothing was compared: no reported month has both a balance report and an "
               "invoice\n"
               "ACO907 3 of the 5 rows of invoice G1 in this file were read before (first: "
               "invoice-3.csv) and count twice");
}
END_TEST

/* Daily values are summed exactly and rounded once, half away from zero. */
START_TEST (daily_rows_stand_in_the_month_of_their_invoice_or_day)
{
  g_autoptr (Books) unbilled = build_books ();
  g_autoptr (Books) billed = build_books ();

  BUILD_ROWS (unbilled, "usage: file=3 | day=2026-10-05", "usage: file=4 | day=2026-10-05");
  add_overlap (unbilled, KIND_DAILY_USAGE, 1, 1, 1005);
  g_autoptr (Report) alone = build_report (unbilled, NULL);
  EXPECT_FINDINGS (alone, "ACO907", "error - - USD 2026-10 1.01 usage-4.csv 7");

  BUILD_ROWS (billed, "usage: file=3 | day=2026-10-05", "usage: file=4 | day=2026-10-05",
              "invoice: month=2026-11");
  add_overlap (billed, KIND_DAILY_USAGE, 1, 1, -1005);
  g_autoptr (Report) with_invoice = build_report (billed, NULL);
  EXPECT_FINDINGS (with_invoice, "ACO907", "error - - USD 2026-11 -1.01 usage-4.csv 7");
}
END_TEST

/* What doubles figures of a reported month is reported, whatever month it stands in. */
START_TEST (an_overlap_is_reported_where_a_row_begins)
{
  g_autoptr (Books) books = books_of_lines ();
  ReckonPlan plan = reckon_plan_default ();

  add_overlap (books, KIND_INVOICE, 2, 2, 1000);
  plan.month = calendar_month (2026, 9);
  g_autoptr (Report) september = build_report (books, &plan);
  EXPECT_FINDINGS (september, "ACO907", "error - - USD 2026-10 1.00 invoice-4.csv 7");
  ck_assert (!report_is_reliable (september));
  plan.month = calendar_month (2026, 8);
  g_autoptr (Report) august = build_report (books, &plan);
  EXPECT_FINDINGS (august, "ACO907", "");
  ck_assert (report_is_reliable (august));
}
END_TEST

START_TEST (a_daily_overlap_is_reported_where_a_row_lies)
{
  g_autoptr (Books) books = build_books ();
  ReckonPlan plan = reckon_plan_default ();

  BUILD_ROWS (books, "usage: file=3 | day=2026-10-05", "usage: file=4 | day=2026-10-05",
              "usage: file=4 | day=2026-09-30", "invoice: month=2026-11");
  add_overlap (books, KIND_DAILY_USAGE, 2, 1, 1000);
  plan.month = calendar_month (2026, 9);
  g_autoptr (Report) september = build_report (books, &plan);
  EXPECT_FINDINGS (september, "ACO907", "error - - USD 2026-11 1.00 usage-4.csv 7");
  plan.month = calendar_month (2026, 12);
  g_autoptr (Report) december = build_report (books, &plan);
  EXPECT_FINDINGS (december, "ACO907", "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("rows-read-twice");
  TCase *tests = tcase_create ("ACO907");

  tcase_add_loop_test (tests, half_of_the_rows_is_an_error_one_row_a_notice, 0,
                       G_N_ELEMENTS (severities));
  tcase_add_test (tests, the_message_names_the_other_file_and_both_counts);
  tcase_add_test (tests, daily_rows_stand_in_the_month_of_their_invoice_or_day);
  tcase_add_test (tests, an_overlap_is_reported_where_a_row_begins);
  tcase_add_test (tests, a_daily_overlap_is_reported_where_a_row_lies);
  suite_add_tcase (suite, tests);
  return suite;
}

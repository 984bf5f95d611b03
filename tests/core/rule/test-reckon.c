/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/recon-error.h"
#include "core/rule/reckon.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"
#define CREDITED "credit-type=Azure Credit Applied"

/* The as-of day */

static const struct
{
  const char *rows[5];
  const char *month; /* --month and --as-of; "" is not given */
  const char *as_of;
  const char *expected;
} days[] = {
  { { NULL }, "", "", "-" },
  { { NULL }, "2026-02", "", "2026-02-28" },
  { { NULL }, "", "2026-02-14", "2026-02-14" },
  /* The last day of the latest month in the balance reports, whatever else is later. */
  { { "balance: month=2026-11", "balance: month=2026-09 | customer=c2", "balance: month=2026-10",
      "invoice: month=2027-01" },
    "",
    "",
    "2026-11-30" },
  { { "balance: month=2028-02", "usage: day=2029-01-01" }, "", "", "2028-02-29" },
  /* Else in the invoices, else in the daily usage. */
  { { "invoice: month=2026-10", "invoice: month=2026-09 | invoice=G2", "usage: day=2026-12-01" },
    "",
    "",
    "2026-10-31" },
  { { "usage: day=2026-10-15", "usage: day=2026-09-30" }, "", "", "2026-10-31" },
  /* Estimates have no say. */
  { { "invoice: invoice= | month=2027-01", "usage: day=2026-09-30" }, "", "", "2026-09-30" },
  { { "usage: invoice= | day=2026-09-30" }, "", "", "-" },
  /* A given day wins over a given month, both over what was read. */
  { { "balance: month=2026-11" }, "2026-09", "", "2026-09-30" },
  { { "balance: month=2026-11" }, "", "2026-09-14", "2026-09-14" },
  { { "balance: month=2026-11" }, "2026-09", "2026-12-24", "2026-12-24" },
  { { "balance: month=9999-12" }, "", "", "9999-12-31" },
};

static ReckonPlan
rules_of_texts (const char *month, const char *as_of)
{
  ReckonPlan plan = reckon_plan_default ();

  ck_assert (*month == '\0'
             || calendar_parse_month (month, strlen (month), DATE_MONTH_FIRST, &plan.month)
                    == DATE_OK);
  ck_assert (*as_of == '\0'
             || calendar_parse_day (as_of, strlen (as_of), DATE_MONTH_FIRST, &plan.as_of)
                    == DATE_OK);
  return plan;
}

START_TEST (states_are_judged_on_the_as_of_day)
{
  const ReckonPlan plan = rules_of_texts (days[_i].month, days[_i].as_of);
  g_autoptr (Report) report = build_report_of_rows (&plan, days[_i].rows);
  char text[DAY_TEXT_SIZE] = "-";

  if (report_as_of (report) != DAY_NONE)
    calendar_print_day (report_as_of (report), text);
  ck_assert_str_eq (text, days[_i].expected);
}
END_TEST

/* Reported months */

/* A tie-out row that differs, a waterfall row and a roll-forward row in each of three months. */
static const char *const three_months[]
    = { "balance: month=2026-08 | B=5",
        "balance: month=2026-09 | B=5",
        "balance: month=2026-10 | B=5",
        "balance: month=2026-11 | B=5",
        "invoice: month=2026-09 | invoice=G1 | subtotal=-7 | " ACO,
        "invoice: month=2026-10 | invoice=G2 | subtotal=-7 | " ACO,
        "invoice: month=2026-11 | invoice=G3 | subtotal=-7 | " ACO,
        NULL };

static const struct
{
  const char *month;
  const char *as_of;
  const char *expected;
} reported[] = {
  { "", "", "2026-09\n2026-10\n2026-11" },
  { "2026-10", "", "2026-10" },
  { "2026-10", "2026-09-01", "2026-10" },
  { "", "2026-10-01", "2026-09\n2026-10" },
  { "", "2026-11-01", "2026-09\n2026-10\n2026-11" },
  { "2027-01", "", "" },
};

START_TEST (only_reported_months_are_in_the_tables)
{
  const ReckonPlan plan = rules_of_texts (reported[_i].month, reported[_i].as_of);
  g_autoptr (Report) report = build_report_of_rows (&plan, three_months);

  EXPECT_ROWS (report, REPORT_TIE_OUT, "month", reported[_i].expected);
  EXPECT_ROWS (report, REPORT_WATERFALL, "month", reported[_i].expected);
  EXPECT_ROWS (report, REPORT_INVOICES, "month", "2026-09\n2026-10\n2026-11");
  EXPECT_ROWS (report, REPORT_INPUTS, "months",
               "2026-08,2026-09,2026-10,2026-11\n2026-09,2026-10,2026-11");
}
END_TEST

START_TEST (other_months_are_still_the_baseline)
{
  const ReckonPlan plan = rules_of_texts ("2026-10", "");
  g_autoptr (Report) report
      = BUILD_REPORT (&plan, "balance: month=2026-09 | C=500 | B=500", "balance: C=700 | B=300",
                      "invoice: subtotal=-200 | " ACO, "balance: month=2026-11 | C=900 | B=100");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "month opening used closing",
               "2026-10 500.00 200.00 300.00");
  EXPECT_ROWS (report, REPORT_TIE_OUT, "month result", "2026-10 agrees");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "used_total balance", "700.00 300.00");
}
END_TEST

/* Null */

START_TEST (what_is_unknown_is_null_in_every_table)
{
  g_autoptr (Report) report = BUILD_REPORT (NULL, "balance: C=700 | B=300", "invoice: subtotal=10");

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "opening used customer_name status", "- - - -");
  EXPECT_ROWS (report, REPORT_TIE_OUT, "balance_used usage_credit difference", "- - -");
  EXPECT_ROWS (report, REPORT_WATERFALL, "aco_available aco_expected", "- -");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "effective_date expiry_date days_left", "- - -");
  EXPECT_ROWS (report, REPORT_TOTALS, "used", "-");
}
END_TEST

/* Empty but for the finding that says so. */
START_TEST (nothing_read_is_an_empty_report)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Report) report = build_report (books, NULL);

  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    ck_assert_uint_eq (report_row_count (report, table), table == REPORT_FINDINGS ? 1 : 0);
  EXPECT_CODES (report, "ACO408");
  ck_assert (report_is_complete (report));
  ck_assert_int_eq (report_as_of (report), DAY_NONE);
}
END_TEST

START_TEST (the_worked_example_agrees_everywhere)
{
  /* Of 1,000 first 500 are used, then 200; CreditAmount shows 700. */
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: month=2026-09 | C=500 | B=500 | effective=2026-09-01 | expiry=2027-08-31",
      "balance: month=2026-10 | C=700 | B=300 | effective=2026-09-01 | expiry=2027-08-31",
      "invoice: month=2026-09 | subtotal=500 | price=5 | quantity=100",
      "invoice: month=2026-09 | subtotal=-500 | price=-5 | quantity=100 | " ACO,
      "invoice: invoice=G2 | subtotal=200 | price=5 | quantity=40",
      "invoice: invoice=G2 | subtotal=-200 | price=-5 | quantity=40 | " ACO,
      "usage: invoice=G1 | day=2026-09-12 | total=500 | " CREDITED,
      "usage: invoice=G2 | day=2026-10-12 | total=200 | " CREDITED);

  EXPECT_ROWS (
      report, REPORT_TIE_OUT, "month balance_used invoice_credit usage_credit difference result",
      "2026-09 500.00 500.00 500.00 0.00 agrees\n2026-10 200.00 200.00 200.00 0.00 agrees");
  EXPECT_ROWS (report, REPORT_FINDINGS, "code amount", "ACO502 300.00");
}
END_TEST

START_TEST (an_agreement_may_end_with_the_calendar)
{
  g_autoptr (Report) report = BUILD_REPORT (
      NULL, "balance: month=2026-09 | B=10 | effective=0001-01-01 | expiry=9999-12-31",
      "balance: C=4 | B=6 | effective=0001-01-01 | expiry=9999-12-31 | status=active",
      "invoice: subtotal=4 | price=1 | quantity=4",
      "invoice: subtotal=-4 | price=-1 | quantity=4 | " ACO, "usage: total=4 | " CREDITED);

  EXPECT_ROWS (report, REPORT_AGREEMENTS, "effective_date expiry_date state",
               "0001-01-01 9999-12-31 active");
  EXPECT_ROWS (report, REPORT_FINDINGS, "code amount", "ACO502 6.00");
}
END_TEST

START_TEST (the_last_month_of_the_calendar_can_be_reckoned)
{
  g_autoptr (Report) report
      = BUILD_REPORT (NULL, "balance: month=9999-11 | B=10 | expiry=9999-12-31",
                      "balance: month=9999-12 | C=4 | B=3 | expiry=9999-12-31 | status=active",
                      "invoice: month=9999-12 | subtotal=-4 | price=-1 | quantity=4 | " ACO,
                      "usage: day=9999-12-31 | total=4 | " CREDITED);

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "month used forfeited",
               "9999-11 0.00 0.00\n9999-12 4.00 3.00");
  EXPECT_ROWS (report, REPORT_AGREEMENTS, "state days_left", "expiring 0");
}
END_TEST

START_TEST (rows_set_aside_make_the_report_incomplete)
{
  g_autoptr (Books) books = build_books ();

  (void) input_book_file (books->inputs, 0, "a.csv", KIND_ACO_BALANCE);
  InputTally *input = input_book_file (books->inputs, 1, "b.csv", KIND_INVOICE);
  input_book_tally_add_rejected (input, (Position){ .file = 1, .line = 2 }, "bad");
  g_autoptr (Report) report = build_report (books, NULL);

  ck_assert (!report_is_complete (report));
}
END_TEST

START_TEST (an_invoice_without_a_month_is_refused)
{
  g_autoptr (Books) books = build_books ();
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (GError) error = NULL;

  BUILD_ROWS (books, "balance: B=5", "invoice: end=2026-10-31");
  ck_assert_ptr_null (reckon (books, &plan, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
}
END_TEST

static void
assert_same_rows (const Report *first, const Report *second)
{
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    {
      const ReportTableInfo *info = report_table_info (table);
      ck_assert_uint_eq (report_row_count (first, table), report_row_count (second, table));
      for (gsize column = 0; column < info->column_count; column++)
        {
          g_autofree char *text = describe_rows (first, table, info->columns[column].name);
          EXPECT_ROWS (second, table, info->columns[column].name, text);
        }
    }
}

/* The books are not changed, so that the same is found again. */
START_TEST (reckoning_twice_gives_the_same)
{
  g_autoptr (Books) books = build_books ();

  build_rows (books, three_months);
  g_autoptr (Report) first = build_report (books, NULL);
  g_autoptr (Report) second = build_report (books, NULL);
  assert_same_rows (first, second);
}
END_TEST

/* What was told last, and that it never went back and came from one thread. */
typedef struct
{
  GThread *thread;
  guint64 done, total;
  guint count;
} Told;

static void
take_progress (guint64 done, guint64 total, gpointer data)
{
  Told *told = data;

  ck_assert (told->thread == g_thread_self ());
  ck_assert (done >= told->done && done <= total);
  ck_assert (told->count == 0 || total == told->total);
  *told = (Told){ told->thread, done, total, told->count + 1 };
}

/* Enough customers for many shares, with something to find in most of them. */
START_TEST (how_many_threads_reckon_cannot_be_told)
{
  static const guint jobs[] = { 2, 3, 7, 256 };
  g_autoptr (Books) books = build_books ();
  ReckonPlan plan = reckon_plan_default ();

  for (guint i = 0; i < 2000; i++)
    {
      static const char *const rows[]
          = { "balance: customer=c%u | B=5", "invoice: customer=c%u | reason=Azure Credit Offer",
              "balance: customer=c%u | agreement=a2 | month=2026-09",
              "usage: customer=c%u | day=2026-10-05", "balance: customer=c%u | currency=EUR" };
      g_autoptr (GString) row = g_string_new (rows[i % G_N_ELEMENTS (rows)]);
      g_autofree char *number = g_strdup_printf ("%u", i * 31 % 997);

      g_string_replace (row, "%u", number, 1);
      build_rows (books, (const char *const[]){ row->str, NULL });
    }
  Told told = { .thread = g_thread_self () };
  plan.progress = take_progress;
  plan.progress_data = &told;
  g_autoptr (Report) alone = build_report (books, &plan);
  ck_assert_uint_gt (report_row_count (alone, REPORT_FINDINGS), 300);
  ck_assert_uint_gt (told.count, 900); /* once a customer, and at the end */
  ck_assert (told.total > 1000 && told.done == told.total);
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      plan.jobs = jobs[i];
      told = (Told){ .thread = g_thread_self () };
      g_autoptr (Report) shared = build_report (books, &plan);
      assert_same_rows (alone, shared);
      ck_assert (told.count > 0 && told.done == told.total);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reckon");
  TCase *month = tcase_create ("months");
  TCase *whole = tcase_create ("whole");

  tcase_add_loop_test (month, states_are_judged_on_the_as_of_day, 0, G_N_ELEMENTS (days));
  tcase_add_loop_test (month, only_reported_months_are_in_the_tables, 0, G_N_ELEMENTS (reported));
  tcase_add_test (month, other_months_are_still_the_baseline);
  tcase_add_test (whole, nothing_read_is_an_empty_report);
  tcase_add_test (whole, the_worked_example_agrees_everywhere);
  tcase_add_test (whole, an_agreement_may_end_with_the_calendar);
  tcase_add_test (whole, the_last_month_of_the_calendar_can_be_reckoned);
  tcase_add_test (whole, what_is_unknown_is_null_in_every_table);
  tcase_add_test (whole, rows_set_aside_make_the_report_incomplete);
  tcase_add_test (whole, an_invoice_without_a_month_is_refused);
  tcase_add_test (whole, reckoning_twice_gives_the_same);
  tcase_add_test (whole, how_many_threads_reckon_cannot_be_told);
  suite_add_tcase (suite, month);
  suite_add_tcase (suite, whole);
  return suite;
}

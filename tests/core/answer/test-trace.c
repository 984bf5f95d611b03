/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/trace.h"
#include "core/book/books.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#define ACO "reason=Azure Credit Offer"
#define PEC_LINE "adjustment=15% Partner earned credit"

typedef struct
{
  TraceFigure figure;
  const char *rows[9];
  const char *steps; /* of customer c1 in 2026-10: file:line, amount, sum, currency */
  const char *ends;
} TraceCase;

static const TraceCase cases[] = {
  /* ACO: the credit lines of the month alone. */
  { TRACE_ACO,
    { "invoice: subtotal=100", "invoice: subtotal=-60 | " ACO,
      "invoice: subtotal=-40.5 | customer=C1 | currency=usd | invoice=g1 | " ACO,
      "invoice: subtotal=-1 | type=customerCredit", "invoice: subtotal=-2 | customer=c2 | " ACO,
      "invoice: subtotal=-4 | invoice= | " ACO,
      "invoice: subtotal=-8 | invoice=G9 | month=2026-09 | " ACO,
      "balance: C=100 | effective=2026-10-01" },
    "1:3 60.00 60.00 USD\n1:4 40.50 100.50 USD",
    "USD 100.50" },
  /* One sum per currency, in the order in which they were met. */
  { TRACE_ACO,
    { "invoice: subtotal=-1 | " ACO, "invoice: subtotal=-2 | currency=EUR | " ACO,
      "invoice: subtotal=-4 | " ACO, "invoice: subtotal=8 | " ACO },
    "1:2 1.00 1.00 USD\n1:3 2.00 2.00 EUR\n1:4 4.00 5.00 USD\n1:5 -8.00 -3.00 USD",
    "USD -3.00\nEUR 2.00" },
  { TRACE_ACO, { "invoice: subtotal=100" }, "", "" },

  /* Net: every billed line of the month, credits too. */
  { TRACE_NET,
    { "invoice: subtotal=100", "invoice: subtotal=-60 | " ACO,
      "invoice: subtotal=-1 | type=customerCredit", "invoice: subtotal=7 | reservation=r1",
      "invoice: subtotal=3 | subscription=Office" },
    "1:2 100.00 100.00 USD\n1:3 -60.00 40.00 USD\n1:4 -1.00 39.00 USD\n1:5 7.00 46.00 USD\n"
    "1:6 3.00 49.00 USD",
    "USD 49.00" },

  /* PEC: what was earned up to the line, rounded once per percentage; 0.02 x 15 / 85 = 0.0035. */
  { TRACE_PEC,
    { "invoice: subtotal=0.02 | " PEC_LINE, "invoice: subtotal=0.02 | " PEC_LINE,
      "invoice: subtotal=9.25 | adjustment=7.5% Partner earned credit", "invoice: subtotal=10",
      "invoice: subtotal=10 | publisher=Canonical | " PEC_LINE,
      "invoice: subtotal=-10 | type=customerCredit | " PEC_LINE,
      "invoice: subtotal=-10 | " ACO " | " PEC_LINE },
    "1:2 0.02 0.00 USD\n1:3 0.02 0.01 USD\n1:4 9.25 0.76 USD",
    "USD 0.76" },

  /* Used: C of the month less C of the month before. */
  { TRACE_USED,
    { "balance: month=2026-09 | C=500 | B=500", "balance: C=700 | B=300",
      "balance: month=2026-11 | C=900 | B=100", "balance: customer=c2 | C=5 | B=1",
      "invoice: subtotal=-200 | " ACO },
    "0:2 -500.00 -500.00 USD\n0:3 700.00 200.00 USD",
    "USD 200.00" },
  /* In the order of the files; a first month has no row before. */
  { TRACE_USED,
    { "balance: C=700 | B=300", "balance: month=2026-08 | C=500 | B=500",
      "balance: agreement=a2 | C=5 | B=1 | effective=2026-10-01",
      "balance: agreement=a3 | currency=EUR | C=7 | B=1 | effective=2026-10-01" },
    "0:2 700.00 700.00 USD\n0:3 -500.00 200.00 USD\n0:4 5.00 205.00 USD\n0:5 7.00 7.00 EUR",
    "USD 205.00\nEUR 7.00" },
  /* The row that counts, not the one it replaced nor its repetition. */
  { TRACE_USED,
    { "balance: C=700 | B=300 | effective=2026-10-01",
      "balance: C=701 | B=299 | effective=2026-10-01",
      "balance: C=701 | B=299 | effective=2026-10-01" },
    "0:3 701.00 701.00 USD",
    "USD 701.00" },
  /* What is not known has no rows. */
  { TRACE_USED, { "balance: C=700 | B=300" }, "", "" },
};

static void
print_step (GString *out, Position at, const TraceStep *step)
{
  g_autofree char *amount = decimal_to_string (step->amount, 2);
  g_autofree char *sum = decimal_to_string (step->sum, 2);

  g_string_append_printf (out, "%s%u:%" G_GUINT64_FORMAT " %s %s %s", out->len > 0 ? "\n" : "",
                          at.file, at.line, amount, sum, step->currency);
}

/* Shows every row again, with the positions that build_rows() gave them. */
static void
show_rows (Trace *trace, const char *const *rows, GString *out)
{
  guint64 balance_line = 2, invoice_line = 2;
  TraceStep step;

  for (; *rows != NULL; rows++)
    if (g_str_has_prefix (*rows, "balance:"))
      {
        BalanceRow row = build_balance_row (strchr (*rows, ':') + 1);

        row.at = (Position){ .file = 0, .line = balance_line++ };
        if (trace_take_balance (trace, &row, &step))
          print_step (out, row.at, &step);
      }
    else
      {
        InvoiceLine line = build_invoice_line (strchr (*rows, ':') + 1);

        line.at = (Position){ .file = 1, .line = invoice_line++ };
        if (trace_take_line (trace, &line, &step))
          print_step (out, line.at, &step);
      }
}

static char *
describe_ends (const Trace *trace)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < trace_currency_count (trace); i++)
    {
      const char *currency = trace_currency (trace, i);
      g_autofree char *sum = decimal_to_string (trace_sum (trace, currency), 2);

      g_string_append_printf (out, "%s%s %s", i > 0 ? "\n" : "", currency, sum);
    }
  return g_string_free (out, FALSE);
}

START_TEST (the_steps_end_at_the_figure)
{
  const TraceCase *test = &cases[_i];
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (Books) books = build_books ();
  g_autoptr (GString) steps = g_string_new (NULL);

  build_rows (books, test->rows);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  g_autoptr (Trace) trace = trace_new (test->figure, "c1", calendar_month (2026, 10), months, rows);

  show_rows (trace, test->rows, steps);
  g_autofree char *ends = describe_ends (trace);
  ck_assert_str_eq (steps->str, test->steps);
  ck_assert_str_eq (ends, test->ends);
}
END_TEST

/* The figures are those of the report. */
START_TEST (the_figures_are_those_of_the_report)
{
  static const char *const rows[]
      = { "invoice: subtotal=100",
          "invoice: subtotal=-60 | " ACO,
          "invoice: subtotal=0.02 | " PEC_LINE,
          "invoice: subtotal=0.02 | " PEC_LINE,
          "invoice: subtotal=9.25 | adjustment=7.5% Partner earned credit",
          "invoice: subtotal=-1 | type=customerCredit",
          NULL };
  g_autoptr (Report) report = build_report_of_rows (NULL, rows);
  const WaterfallRow *row = report_row (report, REPORT_WATERFALL, 0);
  const Decimal figures[] = { row->aco_used, row->pec_earned, row->net };
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (Books) books = build_books ();

  build_rows (books, rows);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  for (TraceFigure figure = TRACE_ACO; figure <= TRACE_NET; figure++)
    {
      g_autoptr (GString) steps = g_string_new (NULL);
      g_autoptr (Trace) trace = trace_new (figure, "c1", calendar_month (2026, 10), months, NULL);

      show_rows (trace, rows, steps);
      ck_assert (decimal_equal (trace_sum (trace, "USD"), figures[figure]));
    }
}
END_TEST

START_TEST (where_no_row_was_taken_the_sum_is_nothing)
{
  g_autoptr (Trace) trace = trace_new (TRACE_ACO, "c1", calendar_month (2026, 10), NULL, NULL);

  ck_assert_uint_eq (trace_currency_count (trace), 0);
  ck_assert (decimal_is_zero (trace_sum (trace, "USD")));
  trace_free (NULL);
}
END_TEST

START_TEST (figures_have_names)
{
  static const char *const names[TRACE_FIGURE_COUNT] = { "aco", "pec", "net", "used" };
  TraceFigure found = TRACE_FIGURE_COUNT;

  for (TraceFigure figure = 0; figure < TRACE_FIGURE_COUNT; figure++)
    {
      ck_assert_str_eq (trace_figure_name (figure), names[figure]);
      ck_assert (trace_figure_from_text (names[figure], &found));
      ck_assert_int_eq ((int) found, (int) figure);
    }
  found = TRACE_PEC;
  ck_assert (!trace_figure_from_text ("", &found));
  ck_assert (!trace_figure_from_text ("ACO", &found));
  ck_assert (!trace_figure_from_text ("acorn", &found));
  ck_assert_int_eq ((int) found, (int) TRACE_PEC);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("trace");
  TCase *tcase = tcase_create ("trace");

  tcase_add_loop_test (tcase, the_steps_end_at_the_figure, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, the_figures_are_those_of_the_report);
  tcase_add_test (tcase, where_no_row_was_taken_the_sum_is_nothing);
  tcase_add_test (tcase, figures_have_names);
  suite_add_tcase (suite, tcase);
  return suite;
}

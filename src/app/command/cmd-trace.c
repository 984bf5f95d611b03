/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-trace.h"

#include "app/run/customer-list.h"
#include "app/run/job.h"
#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "core/answer/trace.h"
#include "engine/customer-word.h"
#include "engine/option/option-value.h"
#include "output/sink.h"

#define AMOUNT_WIDTH 14

/* What the second reading needs. */
typedef struct
{
  Trace *trace;
  const Books *books;
  const Language *language;
  Sink *sink;
} TraceWalk;

static void
print_step (const TraceWalk *walk, const TraceStep *step, Position at, Slice what)
{
  const char *file = input_book_lookup (walk->books->inputs, at.file)->file;
  g_autofree char *amount = language_number_of_decimal (walk->language, step->amount, 2);
  g_autofree char *sum = language_number_of_decimal (walk->language, step->sum, 2);
  g_autofree char *text = slice_dup (what);
  g_autofree char *shown_what = printable_text (text);
  g_autofree char *shown_file = printable_text (file);
  g_autofree char *currency = printable_text (step->currency);

  sink_printf (walk->sink, "%14s  %14s  %s  %s:%" G_GUINT64_FORMAT "  %s\n", amount, sum, currency,
               shown_file, at.line, shown_what);
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  const TraceWalk *walk = data;
  TraceStep step;

  if (trace_take_balance (walk->trace, row, &step))
    print_step (walk, &step, row->at, row->agreement);
}

static void
take_line (gpointer data, const InvoiceLine *line)
{
  const TraceWalk *walk = data;
  TraceStep step;

  if (trace_take_line (walk->trace, line, &step))
    print_step (walk, &step, line->at, line->texts.product_name);
}

static const RecordVisitor through_trace = { .balance = take_balance, .invoice = take_line };

static void
print_ends (const TraceWalk *walk, TraceFigure figure, Month month)
{
  const Language *language = walk->language;
  const Trace *trace = walk->trace;
  const guint unknown = trace_unknown_count (trace);

  for (guint i = 0; i < trace_currency_count (trace); i++)
    {
      const char *currency = trace_currency (trace, i);
      g_autofree char *sum = language_number_of_decimal (language, trace_sum (trace, currency), 2);
      g_autofree char *shown = printable_text (currency);
      sink_printf (walk->sink, "%s = %s %s\n", trace_figure_name (figure), sum, shown);
    }
  if (unknown > 0)
    sink_printf (
        walk->sink,
        language_say_count (
            language,
            "of %u agreement the used of this month is not known (ACO103): not in the sum\n",
            "of %u agreements the used of this month is not known (ACO103): not in the "
            "sum\n",
            unknown),
        unknown);
  g_autofree char *month_text = language_date_of_month (language, month);
  if (trace_currency_count (trace) == 0)
    sink_printf (walk->sink, language_say (language, "no row stands behind %s of %s\n"),
                 trace_figure_name (figure), month_text);
}

/* At the end of a column of that width. */
static void
print_title (const TraceWalk *walk, const char *title)
{
  const gsize width = printable_width (title);

  sink_printf (walk->sink, "%*s%s  ", (int) (width < AMOUNT_WIDTH ? AMOUNT_WIDTH - width : 0), "",
               title);
}

static void
print_head (const TraceWalk *walk)
{
  print_title (walk, language_say (walk->language, "amount"));
  print_title (walk, language_say (walk->language, "running sum"));
  sink_printf (walk->sink, "%s  %s\n", language_say_in (walk->language, "column", "cur"),
               language_say_in (walk->language, "column", "row"));
}

/* Which figure of which customer's month. */
typedef struct
{
  TraceFigure figure;
  const char *customer; /* in lower case */
  Month month;
} TraceQuestion;

/* RUN_FINDINGS when no row stands behind the figure: whoever asked for one has none. */
static RunStatus
walk (const Job *job, const TraceQuestion *question, const Language *language, GError **error)
{
  const Books *books = job_books (job);
  g_autoptr (InvoiceMonths) months = job_invoice_months (job, error);
  if (months == NULL)
    return RUN_FAILED;
  g_autoptr (GPtrArray) credits = credit_book_list (books->credits);
  g_autoptr (GArray) rows = roll_forward_build (credits);
  g_autoptr (Trace) trace
      = trace_new (question->figure, question->customer, question->month, months, rows);
  g_autoptr (Sink) sink = sink_new_stdout ();
  TraceWalk context = { .trace = trace, .books = books, .language = language, .sink = sink };

  if (!job_is_complete (job))
    sink_append (sink, language_say (language, "INCOMPLETE: rows were set aside.\n"));
  print_head (&context);
  if (!job_read_again (job, &through_trace, &context, FALSE, error))
    return RUN_FAILED;
  print_ends (&context, question->figure, question->month);
  if (!sink_flush (sink, error))
    return RUN_FAILED;
  return job_is_complete (job) && trace_currency_count (trace) > 0 ? RUN_DONE : RUN_FINDINGS;
}

static gboolean
take_month (const char *text, Month *month, GError **error)
{
  if (option_value_month (text, month))
    return TRUE;
  g_autofree char *shown = printable_text (text);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "MONTH: found \"%s\", expected a month like 2026-10", shown);
  return FALSE;
}

static gboolean
take_figure (const Options *options, TraceFigure *figure, GError **error)
{
  const char *text = options_get (options, OPTION_FIGURE);

  return text == NULL || trace_figure_from_text (text, figure)
         || option_value_refuse_choice (OPTION_FIGURE, text, NULL, error);
}

static RunStatus
trace_paths (const Options *options, const char *const *arguments, Month month, TraceFigure figure,
             GError **error)
{
  g_autoptr (Plan) plan = plan_new_with_paths (options, arguments + 2, error);
  g_autoptr (Job) job = plan != NULL ? job_new_past_packs (plan, error) : NULL;
  g_autofree char *customer
      = job != NULL ? customer_word_find_of_rows (job_books (job), arguments[0], "CUSTOMER",
                                                  customer_list_print, error)
                    : NULL;
  const TraceQuestion question = { figure, customer, month };

  return customer != NULL ? walk (job, &question, plan_writing (plan)->style.language, error)
                          : RUN_FAILED;
}

RunStatus
cmd_trace (const Options *options, GError **error)
{
  const char *const *arguments = options_arguments (options);
  TraceFigure figure = TRACE_ACO;
  Month month;

  if (arguments[0] == NULL || arguments[1] == NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "CUSTOMER and MONTH are missing: acorecon trace CUSTOMER MONTH PATH...");
      return RUN_FAILED;
    }
  if (!take_month (arguments[1], &month, error) || !take_figure (options, &figure, error))
    return RUN_FAILED;
  return trace_paths (options, arguments, month, figure, error);
}

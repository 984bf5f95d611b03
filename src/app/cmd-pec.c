/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/cmd-pec.h"

#include "app/run.h"
#include "app/terminal.h"
#include "base/recon-error.h"
#include "core/answer/pec-report.h"
#include "core/rule/rows-read-twice.h"
#include "input/input-visit.h"
#include "output/table/pec-json.h"
#include "output/table/report-csv.h"
#include "output/text/pec-text.h"
#include "output/text/reliability-words.h"

static void
take_line (gpointer data, const InvoiceLine *line)
{
  pec_book_add_line (data, line);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  pec_book_add_usage (data, row);
}

static const RecordVisitor into_pec_book = { .invoice = take_line, .usage = take_usage };

static void
warn (const char *reliability)
{
  g_autofree char *words = g_strchomp (g_strdup (reliability));

  if (*words != '\0')
    g_printerr ("%s\n", words);
}

/* @reliability: see pec_text_render(). A table has no place for it. */
static gboolean
print_report (const Plan *plan, const PecReport *report, const char *reliability, GError **error)
{
  g_autoptr (Sink) sink = sink_new_stdout ();
  const TextStyle style = terminal_text_style ();
  g_autoptr (GString) text = g_string_new (NULL);

  switch (plan_format (plan))
    {
    case FORMAT_JSON:
      pec_json_write (report, *reliability == '\0', sink);
      break;
    case FORMAT_CSV:
      report_csv_write_rows (pec_report_months_info (), pec_report_months (report), sink);
      warn (reliability);
      break;
    case FORMAT_FOCUS: /* refused before */
    case FORMAT_TEXT:
      pec_text_render (report, reliability, &style, text);
      sink_append_bytes (sink, text->str, text->len);
      break;
    default:
      g_assert_not_reached ();
    }
  return sink_flush (sink, error);
}

/* For who sees tables without a row. */
static void
print_nothing (const Plan *plan, const PecReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan_format (plan) == FORMAT_TEXT || pec_report_months (report)->len > 0)
    return;
  pec_text_append_nothing (report, text);
  g_printerr ("acorecon: notice: %s\n", text->str);
}

/* The rows are read twice: only all of them tell the months of the invoices. */
static RunStatus
report_pec (Plan *plan, const InputSet *inputs, const Books *books, guint rejected, GError **error)
{
  const HashKey key = run_draw_hash_key ();
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months
      = invoice_months_decide (invoices, books->inputs, plan_rules (plan), error);
  if (months == NULL)
    return RUN_FAILED;
  g_autoptr (GPtrArray) doubled = rows_read_twice_errors (books, months, plan_rules (plan));
  g_autofree char *reliability = reliability_words_of_books (books, doubled, rejected);
  g_autoptr (PecBook) pec = pec_book_new (&key, months, usage_book_is_gross (books->usage));

  plan_set_progress (plan, NULL, NULL);
  plan_want_reasons (plan);
  if (!input_visit_read (inputs, plan_reading (plan), books, &into_pec_book, pec, error))
    return RUN_FAILED;
  g_autoptr (PecReport) report
      = pec_report_new (pec, books->names, plan_rules (plan), rejected == 0);
  if (!print_report (plan, report, reliability, error))
    return RUN_FAILED;
  print_nothing (plan, report);
  return *reliability != '\0' ? RUN_FINDINGS : RUN_DONE;
}

RunStatus
cmd_pec (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autoptr (Rejects) rejects = rejects_new ();

  if (plan == NULL)
    return RUN_FAILED;
  if (plan_format (plan) == FORMAT_FOCUS)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "--format: found \"focus\", expected text, json or csv");
      return RUN_FAILED;
    }
  g_autoptr (InputSet) inputs = run_open_inputs (plan, error);
  if (inputs == NULL)
    return RUN_FAILED;
  g_autoptr (Books) books = run_read (plan, inputs, rejects, error);
  if (books == NULL)
    return RUN_FAILED;
  return report_pec (plan, inputs, books, rejects_count (rejects), error);
}

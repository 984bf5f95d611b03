/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-pec.h"

#include "app/run/job.h"
#include "core/answer/pec-report.h"
#include "core/rule/rows-read-twice.h"
#include "engine/hash-key.h"
#include "engine/option/option-value.h"
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

/* The texts tell why usage earned nothing. */
static const RecordVisitor into_pec_book
    = { .invoice = take_line, .usage = take_usage, .wants_usage_texts = TRUE };

static void
warn (const char *reliability)
{
  g_autofree char *words = g_strchomp (g_strdup (reliability));

  if (*words != '\0')
    g_printerr ("%s\n", words);
}

static RunStatus
status_of (const char *reliability)
{
  return *reliability != '\0' ? RUN_FINDINGS : RUN_DONE;
}

/* @reliability: see pec_text_render(). A table has no place for it. */
static gboolean
print_report (const WritePlan *plan, const PecReport *report, const char *reliability,
              GError **error)
{
  g_autoptr (Sink) sink = sink_new_stdout ();
  g_autoptr (GString) text = g_string_new (NULL);

  switch (plan->format)
    {
    case FORMAT_JSON:
      pec_json_write (report, *reliability == '\0', status_of (reliability), sink);
      break;
    case FORMAT_CSV:
      report_csv_write_rows (pec_report_months_info (), pec_report_months (report), sink);
      warn (reliability);
      break;
    case FORMAT_FOCUS: /* refused before */
    case FORMAT_TEXT:
      pec_text_render (report, reliability, &plan->style, text);
      sink_append_bytes (sink, text->str, text->len);
      break;
    default:
      g_assert_not_reached ();
    }
  return sink_flush (sink, error);
}

/* For who sees tables without a row. */
static void
print_nothing (const WritePlan *plan, const PecReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan->format == FORMAT_TEXT || pec_report_months (report)->len > 0)
    return;
  pec_text_append_nothing (report, NULL, text);
  g_printerr ("acorecon: notice: %s\n", text->str);
}

/* The rows are read twice: only all of them tell the months of the invoices. */
static RunStatus
report_pec (const Plan *plan, const Job *job, GError **error)
{
  const HashKey key = hash_key_draw ();
  const Books *books = job_books (job);
  g_autoptr (InvoiceMonths) months = job_invoice_months (job, error);
  if (months == NULL)
    return RUN_FAILED;
  g_autoptr (GPtrArray) doubled = rows_read_twice_errors (books, months, plan_reckoning (plan));
  g_autofree char *reliability
      = reliability_words_of_books (books, doubled, rejects_count (job_rejects (job)), NULL);
  g_autoptr (PecBook) pec = pec_book_new (&key, months, usage_book_is_gross (books->usage));

  if (!job_read_again (job, &into_pec_book, pec, TRUE, error))
    return RUN_FAILED;
  g_autoptr (PecReport) report
      = pec_report_new (pec, books->names, plan_reckoning (plan), job_is_complete (job));
  if (!print_report (plan_writing (plan), report, reliability, error))
    return RUN_FAILED;
  print_nothing (plan_writing (plan), report);
  return status_of (reliability);
}

RunStatus
cmd_pec (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);

  if (plan == NULL)
    return RUN_FAILED;
  if (plan_writing (plan)->format == FORMAT_FOCUS)
    {
      option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
      return RUN_FAILED;
    }
  g_autoptr (Job) job = job_new (plan, error);
  return job != NULL ? report_pec (plan, job, error) : RUN_FAILED;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-reconcile.h"

#include "app/run/baseline-reader.h"
#include "app/run/customer-list.h"
#include "app/run/job.h"
#include "app/run/report-run.h"
#include "engine/option/part-options.h"
#include "engine/reconciliation.h"
#include "output/pack.h"
#include "output/table/report-csv.h"
#include "output/table/report-focus.h"
#include "output/table/report-json.h"
#include "output/text/days-text.h"
#include "output/text/reliability-words.h"
#include "output/text/report-text.h"

typedef struct
{
  const Job *job;
  const WritePlan *plan;
  const Report *report;
} Publishing;

static RunStatus
status_of (const Publishing *self)
{
  return report_run_status (self->plan, self->report);
}

static gboolean
write_files (gpointer data, OutputSet *output, GError **error)
{
  const Publishing *self = data;
  const PackContent content = { .report = self->report,
                                .rejects = job_rejects (self->job),
                                .plan = self->plan,
                                .exit_status = status_of (self) };
  Progress *progress = job_progress (self->job);

  if (self->plan->output != NULL)
    {
      const gboolean written = pack_write (&content, output, progress_write, progress, error);

      progress_end (progress);
      if (!written)
        return FALSE;
    }
  return job_write_rejects (self->job, output, error);
}

static void
print_words (const Publishing *self, Sink *sink)
{
  g_autoptr (GString) text = g_string_new (NULL);

  report_text_render (self->report, &self->plan->style, text);
  sink_append_bytes (sink, text->str, text->len);
}

static void
print_format (const Publishing *self, Sink *sink)
{
  switch (self->plan->format)
    {
    case FORMAT_JSON:
      report_json_write (self->report, status_of (self), sink);
      break;
    case FORMAT_CSV:
      report_csv_write (self->report, REPORT_TIE_OUT, sink);
      break;
    case FORMAT_FOCUS:
      report_focus_write (self->report, sink);
      break;
    case FORMAT_TEXT:
      if (!self->plan->is_quiet)
        print_words (self, sink);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What a reader of the text report would be told, for one who sees a table, or nothing. */
static void
print_notes (const WritePlan *plan, const Report *report)
{
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  const gboolean is_table = plan->format == FORMAT_CSV || plan->format == FORMAT_FOCUS;
  g_autoptr (GString) notes = g_string_new (NULL);

  if (plan->format == FORMAT_TEXT && !plan->is_quiet)
    return;
  /* The JSON says so itself, and so does every file of the pack that is for people. */
  g_autofree char *reliability = reliability_words_of_report (report, NULL);
  if (*reliability != '\0' && is_table)
    g_string_append_printf (notes, "%s\n", g_strchomp (reliability));
  /* No customer is named on standard error. */
  if (is_table && report_part (report) != NULL && report_part (report)->ids->len > 0)
    g_string_append (notes, "PART: only rows of the customers of --customer are printed.\n");
  days_text_render_untied (report, &style, notes);
  if (notes->len > 0)
    g_printerr ("%s", notes->str);
}

static gboolean
print_report (gpointer data, GError **error)
{
  const Publishing *self = data;
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (write_plan_prints_journal (self->plan))
    journal_write (report_whole (self->report), self->plan->journal, self->plan->accounts, sink);
  else
    print_format (self, sink);
  if (!sink_flush (sink, error))
    return FALSE;
  print_notes (self->plan, self->report);
  return TRUE;
}

static gboolean
check_output (const WritePlan *plan, OutputSet *output, GError **error)
{
  return output_set_check (output, error)
         && (plan->rejects == NULL || output_set_check_file (output, plan->rejects, error));
}

static RunStatus
publish (Publishing *self, const Reconciliation *what, const Report *whole, OutputSet *output,
         GError **error)
{
  static const Publication publication = { write_files, print_report };
  g_autoptr (Report) shown = reconciliation_narrow (what, whole);

  self->report = shown != NULL ? shown : whole;
  if (!job_publish (&publication, self, output, error))
    return RUN_FAILED;
  return status_of (self);
}

/* That nothing can be written is told before the long work. */
static RunStatus
reconcile (const Reconciliation *what, const HistoryOptions *where, GError **error)
{
  static const JobKind kind = { .takes_books = TRUE };
  const WritePlan *writing = plan_writing (what->plan);
  g_autoptr (OutputSet) output = output_set_new (pack_kind (), writing->output, writing->force);

  output_set_set_shared (output, writing->is_shared);
  if (!check_output (writing, output, error))
    return RUN_FAILED;
  g_autoptr (BaselineReader) baseline = baseline_reader_new (where, error);
  g_autoptr (Job) job = baseline != NULL ? job_new_of (what->plan, &kind, error) : NULL;
  if (job == NULL || !baseline_reader_join (baseline, MONTH_NONE, job_books (job), error)
      || !reconciliation_take_customers (what, job_books (job), error))
    return RUN_FAILED;
  const ReckonPlan reckoning = reconciliation_reckon_plan (what);
  g_autoptr (Report) report = job_reckon (job, &reckoning, error);
  if (report == NULL || !baseline_reader_resolve (baseline, report, error))
    return RUN_FAILED;
  reconciliation_add_cases (what, report);
  Publishing self = { .job = job, .plan = writing };
  return publish (&self, what, report, output, error);
}

RunStatus
cmd_reconcile (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autoptr (ReportPart) part = plan != NULL ? part_options_new (options, error) : NULL;
  g_auto (HistoryOptions) where = { 0 };

  if (part == NULL || !history_options_init_named (&where, options, error))
    return RUN_FAILED;
  const Reconciliation what = { .plan = plan, .part = part, .list = customer_list_print };
  return reconcile (&what, &where, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/report-run.h"

#include "app/run/job.h"
#include "engine/option/option-value.h"
#include "engine/report-status.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"

struct ReportRun
{
  const PackForm *form;
  const WritePlan *plan;
  OutputSet *output;
  const Report *report; /* while it is published */
  Progress *progress;
  const HistoryCourse *course; /* NULL: the report is of no history */
};

ReportRun *
report_run_new (const PackForm *form, const WritePlan *plan, GError **error)
{
  g_autoptr (ReportRun) self = g_new0 (ReportRun, 1);

  self->form = form;
  self->plan = plan;
  if (plan->format == FORMAT_FOCUS)
    {
      option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
      return NULL;
    }
  self->output = output_set_new (&form->kind, plan->output, plan->force);
  output_set_set_shared (self->output, plan->is_shared);
  return output_set_check (self->output, error) ? g_steal_pointer (&self) : NULL;
}

void
report_run_free (ReportRun *self)
{
  if (self == NULL)
    return;
  output_set_free (self->output);
  g_free (self);
}

static gboolean
write_pack (gpointer data, OutputSet *output, GError **error)
{
  const ReportRun *self = data;
  const PackContent content = { .report = self->report,
                                .plan = self->plan,
                                .exit_status = report_run_status (self->plan, self->report),
                                .course = self->course };

  if (self->plan->output == NULL)
    return TRUE;
  const gboolean written
      = pack_form_write (self->form, &content, output, progress_write, self->progress, error);
  if (self->progress != NULL)
    progress_end (self->progress);
  return written;
}

static void
print_words (const ReportRun *self, Sink *sink)
{
  g_autoptr (GString) text = g_string_new (NULL);

  self->form->render_text (self->report, &self->plan->style, text);
  sink_append_bytes (sink, text->str, text->len);
}

static gboolean
print_report (gpointer data, GError **error)
{
  const ReportRun *self = data;
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (self->plan->format == FORMAT_JSON)
    report_json_write (self->report, report_run_status (self->plan, self->report), sink);
  else if (self->plan->format == FORMAT_CSV)
    report_csv_write (self->report, self->form->csv, sink);
  else if (!self->plan->is_quiet)
    print_words (self, sink);
  return sink_flush (sink, error);
}

RunStatus
report_run_status (const WritePlan *plan, const Report *report)
{
  return report_status (plan, report) == 0 ? RUN_DONE : RUN_FINDINGS;
}

void
report_run_set_course (ReportRun *self, const HistoryCourse *course)
{
  self->course = course;
}

RunStatus
report_run_publish (ReportRun *self, const Report *report, Progress *progress, GError **error)
{
  static const Publication publication = { write_pack, print_report };

  g_assert (report_schema (report) == self->form->schema ());
  self->report = report;
  self->progress = progress;
  if (!job_publish (&publication, self, self->output, error))
    return RUN_FAILED;
  return report_run_status (self->plan, report);
}

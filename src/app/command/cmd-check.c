/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-check.h"

#include "app/run/job.h"
#include "app/run/print.h"
#include "core/answer/month-needs.h"
#include "core/rule/rows-read-twice.h"
#include "engine/option/option-value.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "output/text/check-text.h"
#include "output/text/needs-text.h"
#include "output/text/reliability-words.h"

typedef struct
{
  const Job *job;
  const WritePlan *plan;
  const Report *needs; /* what the files lack for a tie-out */
  GString *text;
  RunStatus status;
} Checked;

/* What speaks against the files as a whole comes first; "" when nothing does. (transfer full) */
static char *
reliability_of (const Job *job)
{
  const Books *books = job_books (job);
  g_autoptr (GPtrArray) doubled = rows_read_twice_errors (books, NULL, NULL);

  return g_strchomp (
      reliability_words_of_books (books, doubled, rejects_count (job_rejects (job)), NULL));
}

static gboolean
write_rejects (gpointer data, OutputSet *output, GError **error)
{
  const Checked *self = data;
  return job_write_rejects (self->job, output, error);
}

static gboolean
print_checked (gpointer data, GError **error)
{
  const Checked *self = data;
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (self->plan->format == FORMAT_JSON)
    report_json_write (self->needs, self->status, sink);
  else if (self->plan->format == FORMAT_CSV)
    report_csv_write (self->needs, NEEDS_MONTHS, sink);
  else
    return print_text (self->text, error);
  return sink_flush (sink, error);
}

/* Beside a table or JSON, what speaks against the files stands on standard error. */
static void
say (const Checked *self, const CheckFacts *facts, DateOrder order, const char *reliability)
{
  if (self->plan->format != FORMAT_TEXT)
    {
      if (*reliability != '\0')
        g_printerr ("%s\n", reliability);
      return;
    }
  if (self->plan->is_quiet)
    return;
  if (*reliability != '\0')
    g_string_append_printf (self->text, "%s\n", reliability);
  check_text_render (job_books (self->job), facts, order, self->plan->style.language, self->text);
  needs_text_render (self->needs, &self->plan->style, self->text);
}

static RunStatus
publish (const Plan *plan, const Job *job, const CheckFacts *facts, GError **error)
{
  static const Publication publication = { write_rejects, print_checked };
  g_autofree char *reliability = reliability_of (job);
  g_autoptr (OutputSet) output = output_set_new (NULL, NULL, FALSE);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Report) needs = month_needs_report (job_books (job), plan_reckoning (plan));
  Checked checked = { .job = job,
                      .plan = plan_writing (plan),
                      .needs = needs,
                      .text = text,
                      .status = *reliability != '\0' ? RUN_FINDINGS : RUN_DONE };

  say (&checked, facts, plan_reading (plan)->format.date_order, reliability);
  return job_publish (&publication, &checked, output, error) ? checked.status : RUN_FAILED;
}

RunStatus
cmd_check (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);

  if (plan == NULL)
    return RUN_FAILED;
  if (plan_writing (plan)->format == FORMAT_FOCUS)
    {
      option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
      return RUN_FAILED;
    }
  g_autoptr (Job) job = job_new_past_packs (plan, error);
  if (job == NULL)
    return RUN_FAILED;
  g_autoptr (CheckFacts) facts = check_facts_new ();
  if (!job_read_again (job, check_facts_visitor (), facts, TRUE, error))
    return RUN_FAILED;
  return publish (plan, job, facts, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-diff.h"

#include "app/option/history-options.h"
#include "app/run/baseline-reader.h"
#include "app/run/month-reckoning.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "core/answer/month-diff.h"
#include "engine/option/option-value.h"
#include "engine/option/plan.h"
#include "output/diff-pack.h"
#include "output/table/report-csv.h"
#include "output/table/report-json.h"
#include "output/text/reliability-words.h"
#include "store/correction.h"

/* A diff on its way: what is compared, what was found, and where it goes. */
typedef struct
{
  Month month;
  Day day; /* of the correcting entries */
  HistoryOptions where;
  Plan *plan;
  OutputSet *output;
  BaselineReader *history;
  Seals *seals;
  MonthReckoning *reckoning;
  Report *diff;
  Report *correction; /* NULL: no journal is wanted */
} Comparison;

static void
comparison_clear (Comparison *self)
{
  report_free (self->correction);
  report_free (self->diff);
  month_reckoning_free (self->reckoning);
  seals_free (self->seals);
  baseline_reader_free (self->history);
  output_set_free (self->output);
  plan_free (self->plan);
  history_options_clear (&self->where);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static gboolean
take_month (Comparison *self, const Options *options, GError **error)
{
  const char *month = options_arguments (options)[0];
  const char *day = options_get (options, OPTION_DATE);

  if (month == NULL || !option_value_month (month, &self->month))
    {
      g_autofree char *found = printable_text (month != NULL ? month : "");

      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "MONTH: found \"%s\", expected a month like 2026-10", found);
      return FALSE;
    }
  self->day = calendar_last_day (self->month);
  return day == NULL || option_value_day (day, &self->day)
         || option_value_refuse (OPTION_DATE, day, "a day like 2026-10-31", error);
}

/* That nothing can be written is told before the long work. */
static gboolean
take_options (Comparison *self, const Options *options, GError **error)
{
  if (!take_month (self, options, error))
    return FALSE;
  self->plan = plan_new_for_month (options, self->month, options_arguments (options) + 1, error);
  if (self->plan == NULL || !history_options_init (&self->where, options, error))
    return FALSE;
  const WritePlan *writing = plan_writing (self->plan);
  if (writing->format == FORMAT_FOCUS)
    return option_value_refuse (OPTION_FORMAT, "focus", "text, json or csv", error);
  self->output = output_set_new (&diff_pack_form ()->kind, writing->output, writing->force);
  output_set_set_shared (self->output, writing->is_shared);
  return output_set_check (self->output, error);
}

/* NULL with RECON_ERROR_HISTORY. */
static const Seal *
find_seal (Comparison *self, GError **error)
{
  char month[MONTH_TEXT_SIZE];

  self->history = baseline_reader_new (&self->where, error);
  if (self->history == NULL)
    return NULL;
  self->seals = seals_load (baseline_reader_database (self->history), error);
  if (self->seals == NULL)
    return NULL;
  const Seal *seal = seals_find (self->seals, self->month);
  calendar_print_month (self->month, month);
  if (seal == NULL)
    g_set_error (error, RECON_ERROR, RECON_ERROR_HISTORY,
                 "%s was never sealed: there is nothing to compare it with", month);
  return seal;
}

static gboolean
make_correction (Comparison *self, const Seal *seal, GError **error)
{
  const WritePlan *writing = plan_writing (self->plan);
  const Correction correction = { .history = baseline_reader_database (self->history),
                                  .seal = seal,
                                  .books = month_reckoning_content (self->reckoning)->books,
                                  .now = month_reckoning_report (self->reckoning),
                                  .continues = account_map_continues (writing->accounts) };

  if (!writing->wants_journal)
    return TRUE;
  self->correction = correction_report (&correction, error);
  return self->correction != NULL;
}

static RunStatus
status_of (const Comparison *self)
{
  return ((const DiffHead *) report_head (self->diff))->equal ? RUN_DONE : RUN_FINDINGS;
}

static gboolean
write_pack (gpointer data, OutputSet *output, GError **error)
{
  const Comparison *self = data;
  const PackContent content = { .report = self->diff,
                                .plan = plan_writing (self->plan),
                                .exit_status = status_of (self),
                                .correction = self->correction,
                                .correction_day = self->day };
  Progress *progress = job_progress (month_reckoning_job (self->reckoning));

  if (content.plan->output == NULL)
    return TRUE;
  const gboolean written
      = pack_form_write (diff_pack_form (), &content, output, progress_write, progress, error);
  progress_end (progress);
  return written;
}

static gboolean
print_diff (gpointer data, GError **error)
{
  const Comparison *self = data;
  const WritePlan *writing = plan_writing (self->plan);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_stdout ();

  if (write_plan_prints_journal (writing))
    journal_write_correction (self->correction, self->day, writing->journal, writing->accounts,
                              sink);
  else if (writing->format == FORMAT_JSON)
    report_json_write (self->diff, status_of (self), sink);
  else if (writing->format == FORMAT_CSV)
    report_csv_write (self->diff, DIFF_FIGURES, sink);
  else if (!writing->is_quiet)
    {
      diff_pack_form ()->render_text (self->diff, &writing->style, text);
      sink_append_bytes (sink, text->str, text->len);
    }
  return sink_flush (sink, error);
}

/* What is different may be no more than what could not be read. */
static void
tell_reliability (const Report *report)
{
  g_autofree char *words = g_strchomp (reliability_words_of_report (report, NULL));

  if (*words != '\0')
    g_printerr ("%s\n", words);
}

RunStatus
cmd_diff (const Options *options, GError **error)
{
  static const Publication publication = { write_pack, print_diff };
  g_auto (Comparison) self = { 0 };

  if (!take_options (&self, options, error))
    return RUN_FAILED;
  const Seal *seal = find_seal (&self, error);
  if (seal == NULL)
    return RUN_FAILED;
  self.reckoning
      = month_reckoning_new (self.plan, baseline_reader_database (self.history), self.seals, error);
  if (self.reckoning == NULL)
    return RUN_FAILED;
  self.diff
      = month_reckoning_diff (self.reckoning, baseline_reader_database (self.history), seal, error);
  if (self.diff == NULL || !make_correction (&self, seal, error)
      || !job_publish (&publication, &self, self.output, error))
    return RUN_FAILED;
  tell_reliability (month_reckoning_report (self.reckoning));
  return status_of (&self);
}

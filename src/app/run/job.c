/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/job.h"

#include "app/option/unmatched.h"
#include "app/run/event-log.h"
#include "app/run/hash-key.h"
#include "app/run/interruption.h"
#include "app/run/rejects-target.h"
#include "base/printable.h"
#include "core/rule/reckon.h"
#include "input/bytes/limits.h"
#include "input/input-reader.h"
#include "input/input-visit.h"
#include "output/rejects-csv.h"

struct Job
{
  const Plan *plan;
  HashKey key;
  Progress *progress;
  gboolean passes_packs;
  InputSet *inputs;
  Rejects *rejects;
  Books *books;
};

static gboolean
open_inputs (Job *self, GError **error)
{
  const WritePlan *writing = plan_writing (self->plan);
  const char *const *skips = options_list (plan_options (self->plan), OPTION_SKIP);
  const guint64 max_input = plan_reading (self->plan)->max_input;

  self->inputs = input_set_new_skipping (plan_paths (self->plan), skips, self->passes_packs,
                                         max_input, error);
  return self->inputs != NULL && unmatched_check_skips (self->plan, self->inputs, error)
         && rejects_target_check (writing->rejects, writing->force, self->inputs, error);
}

static void
name_bad_rows (const Rejects *rejects)
{
  for (guint i = 0; i < MIN (rejects_count (rejects), BAD_ROWS_NAMED_MAX); i++)
    {
      const Reject *reject = rejects_get (rejects, i);
      g_autofree char *file = printable_text (reject->file);
      event_log_bad_row (file, reject->line, reject->reason);
      if (!event_log_is_on ())
        g_printerr ("%s:%" G_GUINT64_FORMAT ": %s\n", file, reject->line, reject->reason);
    }
}

static void
log_files (const Job *self)
{
  g_autoptr (GPtrArray) inputs = input_book_list (self->books->inputs);

  for (guint i = 0; i < inputs->len && event_log_is_on (); i++)
    event_log_file (g_ptr_array_index (inputs, i));
  event_log_phase ("reading");
}

static gboolean
read_inputs (Job *self, GError **error)
{
  const ReadPlan *reading = plan_reading (self->plan);
  g_autoptr (ReadMatches) matches = read_matches_new (reading->map, reading->aco_reasons);
  const InputReader reader = { .inputs = self->inputs,
                               .plan = reading,
                               .key = &self->key,
                               .progress = progress_update,
                               .progress_again = progress_update_again,
                               .progress_data = self->progress,
                               .matches = matches };

  self->books = books_new (&self->key);
  const gboolean read = input_reader_read (&reader, self->books, self->rejects, error);
  progress_end (self->progress);
  if (!read && !reading->keep_going)
    name_bad_rows (self->rejects);
  if (read)
    log_files (self);
  return read && unmatched_check (self->plan, self->books, matches, error);
}

static Job *
make_job (const Plan *plan, gboolean passes_packs, GError **error)
{
  g_autoptr (Job) self = g_new0 (Job, 1);

  self->plan = plan;
  self->passes_packs = passes_packs;
  self->key = hash_key_draw ();
  self->progress = event_log_is_on () ? progress_new_silent ()
                                      : progress_new (plan_writing (plan)->wants_progress);
  self->rejects = rejects_new ();
  return open_inputs (self, error) && read_inputs (self, error) ? g_steal_pointer (&self) : NULL;
}

Job *
job_new (const Plan *plan, GError **error)
{
  return make_job (plan, FALSE, error);
}

Job *
job_new_past_packs (const Plan *plan, GError **error)
{
  return make_job (plan, TRUE, error);
}

void
job_free (Job *self)
{
  if (self == NULL)
    return;
  books_free (self->books);
  rejects_free (self->rejects);
  input_set_free (self->inputs);
  progress_free (self->progress);
  g_free (self);
}

Books *
job_books (const Job *self)
{
  return self->books;
}

const Rejects *
job_rejects (const Job *self)
{
  return self->rejects;
}

gboolean
job_is_complete (const Job *self)
{
  return rejects_count (self->rejects) == 0;
}

Progress *
job_progress (const Job *self)
{
  return self->progress;
}

InvoiceMonths *
job_invoice_months (const Job *self, GError **error)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (self->books->charges);

  return invoice_months_decide (invoices, self->books->inputs, plan_reckoning (self->plan), error);
}

Report *
job_reckon (const Job *self, const ReckonPlan *plan, GError **error)
{
  ReckonPlan own = *plan;

  own.progress = progress_reckon;
  own.progress_data = self->progress;
  Report *report = reckon (self->books, &own, error);
  progress_end (self->progress);
  if (report != NULL)
    event_log_phase ("reckoning");
  return report;
}

gboolean
job_read_again (const Job *self, const RecordVisitor *visitor, gpointer data, gboolean is_shown,
                GError **error)
{
  const InputVisit visit = { .inputs = self->inputs,
                             .plan = plan_reading (self->plan),
                             .books = self->books,
                             .progress = is_shown ? progress_update_again : NULL,
                             .progress_data = self->progress };
  const gboolean good = input_visit_read (&visit, visitor, data, error);

  progress_end (self->progress);
  if (good)
    event_log_phase ("reading-again");
  return good;
}

gboolean
job_write_rejects (const Job *self, OutputSet *output, GError **error)
{
  const char *path = plan_writing (self->plan)->rejects;
  Sink *sink = path != NULL ? output_set_add_file (output, path, error) : NULL;

  if (sink != NULL)
    rejects_csv_write (self->rejects, sink);
  return path == NULL || sink != NULL;
}

gboolean
job_publish (const Publication *what, gpointer data, OutputSet *output, GError **error)
{
  g_autoptr (Interruption) interruption = interruption_new (output);

  const gboolean written = (what->write == NULL || what->write (data, output, error))
                           && output_set_prepare (output, error) && what->print (data, error)
                           && interruption_commit (interruption, error);
  if (written)
    event_log_phase ("writing");
  return written;
}

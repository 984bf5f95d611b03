/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/job.h"

#include "app/run/event-log.h"
#include "app/run/interruption.h"
#include "app/run/rejects-target.h"
#include "core/rule/reckon.h"
#include "engine/intake.h"
#include "output/rejects-csv.h"

struct Job
{
  const Plan *plan;
  Progress *progress;
  Intake *intake;
};

/* What is told of a run goes to standard error. */

static void
tell_progress (guint64 done, guint64 total, gpointer data)
{
  progress_update (done, total, ((const Job *) data)->progress);
}

static void
tell_progress_again (guint64 done, guint64 total, gpointer data)
{
  progress_update_again (done, total, ((const Job *) data)->progress);
}

static void
tell_bad_row (const char *file, guint64 line, const char *reason, gpointer data G_GNUC_UNUSED)
{
  event_log_bad_row (file, line, reason);
  if (!event_log_is_on ())
    g_printerr ("%s:%" G_GUINT64_FORMAT ": %s\n", file, line, reason);
}

static void
tell_notice (const char *text, gpointer data G_GNUC_UNUSED)
{
  g_printerr ("acorecon: notice: %s\n", text);
}

static void
tell_read (const Books *books, gpointer data)
{
  progress_end (((const Job *) data)->progress);
  if (books == NULL)
    return;
  g_autoptr (GPtrArray) inputs = input_book_list (books->inputs);

  for (guint i = 0; i < inputs->len && event_log_is_on (); i++)
    event_log_file (g_ptr_array_index (inputs, i));
  event_log_phase ("reading");
}

static gboolean
take_in (Job *self, const JobKind *kind, GError **error)
{
  const WritePlan *writing = plan_writing (self->plan);
  const IntakeOrder order = { .plan = self->plan,
                              .names = kind->names,
                              .passes_packs = kind->passes_packs,
                              .takes_books = kind->takes_books,
                              .fold = kind->fold,
                              .fold_data = kind->data,
                              .listener = { .progress = tell_progress,
                                            .progress_again = tell_progress_again,
                                            .read = tell_read,
                                            .bad_row = tell_bad_row,
                                            .notice = tell_notice,
                                            .data = self } };

  self->intake = intake_open (&order, error);
  return self->intake != NULL
         && rejects_target_check (writing->rejects, writing->force, intake_inputs (self->intake),
                                  error)
         && intake_read (self->intake, error);
}

Job *
job_new_of (const Plan *plan, const JobKind *kind, GError **error)
{
  g_autoptr (Job) self = g_new0 (Job, 1);

  self->plan = plan;
  self->progress = event_log_is_on () ? progress_new_silent ()
                                      : progress_new (plan_writing (plan)->wants_progress);
  return take_in (self, kind, error) ? g_steal_pointer (&self) : NULL;
}

Job *
job_new (const Plan *plan, GError **error)
{
  static const JobKind kind = { .passes_packs = FALSE };

  return job_new_of (plan, &kind, error);
}

Job *
job_new_past_packs (const Plan *plan, GError **error)
{
  static const JobKind kind = { .passes_packs = TRUE };

  return job_new_of (plan, &kind, error);
}

void
job_free (Job *self)
{
  if (self == NULL)
    return;
  intake_free (self->intake);
  progress_free (self->progress);
  g_free (self);
}

Books *
job_books (const Job *self)
{
  return intake_books (self->intake);
}

const Rejects *
job_rejects (const Job *self)
{
  return intake_rejects (self->intake);
}

gboolean
job_is_complete (const Job *self)
{
  return rejects_count (job_rejects (self)) == 0;
}

Progress *
job_progress (const Job *self)
{
  return self->progress;
}

InvoiceMonths *
job_invoice_months (const Job *self, GError **error)
{
  g_autoptr (GPtrArray) invoices = charge_book_invoices (job_books (self)->charges);

  return invoice_months_decide (invoices, job_books (self)->inputs, plan_reckoning (self->plan),
                                error);
}

Report *
job_reckon (const Job *self, const ReckonPlan *plan, GError **error)
{
  ReckonPlan own = *plan;

  own.progress = progress_reckon;
  own.progress_data = self->progress;
  Report *report = reckon (job_books (self), &own, error);
  progress_end (self->progress);
  if (report != NULL)
    event_log_phase ("reckoning");
  return report;
}

gboolean
job_read_again (const Job *self, const RecordVisitor *visitor, gpointer data, gboolean is_shown,
                GError **error)
{
  const gboolean good = intake_read_again (self->intake, visitor, data, is_shown, error);

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
    rejects_csv_write (job_rejects (self), sink);
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

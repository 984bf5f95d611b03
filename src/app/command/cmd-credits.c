/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-credits.h"

#include "app/option/table-options.h"
#include "app/run/job.h"
#include "app/run/report-run.h"
#include "base/recon-error.h"
#include "core/benefit/benefit-reckon.h"
#include "core/credit/credit-list.h"
#include "core/mca/mca-reckon.h"
#include "input/benefit-input.h"
#include "input/credit-files.h"
#include "input/mca-input.h"
#include "input/table/benefit-table.h"
#include "output/credit-pack.h"

typedef struct
{
  const Options *options;
  const Plan *plan;
  TableOptions tables;
  CreditFiles files;
  Day as_of;
  /* What was read; NULL: there are no such files. */
  Job *job;
  McaBook *responses;
  BenefitBook *benefits;
  Plan *billing_plan;
  /* What was reckoned. */
  Report *agreements;
  Report *lots;
  Report *benefit_report;
} Credits;

static gboolean
has_paths (const GPtrArray *paths)
{
  return credit_files_paths (paths)[0] != NULL;
}

static gboolean
sort_files (Credits *self, GError **error)
{
  const TableForm *const forms[]
      = { benefit_table_form (BENEFIT_FILE_BENEFITS), benefit_table_form (BENEFIT_FILE_USE), NULL };

  if (!table_options_init (&self->tables, self->options, forms, error))
    return FALSE;
  g_autoptr (InputSet) inputs
      = input_set_new (plan_paths (self->plan), self->tables.max_input, error);
  return inputs != NULL && credit_files_sort (&self->files, inputs, &self->tables.format, error);
}

static gboolean
read_billing (Credits *self, GError **error)
{
  if (!has_paths (self->files.billing))
    return TRUE;
  self->billing_plan
      = plan_new_with_paths (self->options, credit_files_paths (self->files.billing), error);
  self->job = self->billing_plan != NULL ? job_new (self->billing_plan, error) : NULL;
  return self->job != NULL;
}

static gboolean
read_responses (Credits *self, GError **error)
{
  if (!has_paths (self->files.responses))
    return TRUE;
  g_autoptr (InputSet) inputs
      = input_set_new (credit_files_paths (self->files.responses), self->tables.max_input, error);
  self->responses = mca_book_new ();
  if (inputs == NULL)
    return FALSE;
  const McaInput input = { .inputs = inputs, .max_input = self->tables.max_input };
  return mca_input_read (&input, self->responses, error);
}

static gboolean
read_tables (Credits *self, BenefitFileKind kind, const GPtrArray *paths, GError **error)
{
  if (!has_paths (paths))
    return TRUE;
  g_autoptr (InputSet) inputs
      = input_set_new (credit_files_paths (paths), self->tables.max_input, error);
  if (inputs == NULL)
    return FALSE;
  if (self->benefits == NULL)
    self->benefits = benefit_book_new ();
  const BenefitInput input = { .inputs = inputs,
                               .kind = kind,
                               .format = &self->tables.format,
                               .max_input = self->tables.max_input };
  return benefit_input_read (&input, self->benefits, error);
}

static gboolean
read_files (Credits *self, GError **error)
{
  return sort_files (self, error) && read_billing (self, error) && read_responses (self, error)
         && read_tables (self, BENEFIT_FILE_BENEFITS, self->files.benefits, error)
         && read_tables (self, BENEFIT_FILE_USE, self->files.uses, error);
}

/* Reckoning: all on one day */

static gboolean
reckon_agreements (Credits *self, Day as_of, GError **error)
{
  ReckonPlan plan = *plan_reckoning (self->plan);

  plan.as_of = as_of;
  g_clear_pointer (&self->agreements, report_free);
  self->agreements = job_reckon (self->job, &plan, error);
  return self->agreements != NULL;
}

/* That which is given, else the latest that the files tell. */
static gboolean
choose_day (Credits *self, GError **error)
{
  Day day = plan_reckoning (self->plan)->as_of;
  const gboolean is_given = day != DAY_NONE;

  if (self->job != NULL && !reckon_agreements (self, day, error))
    return FALSE;
  if (!is_given && self->agreements != NULL)
    day = report_as_of (self->agreements);
  if (!is_given && self->responses != NULL)
    day = MAX (day, mca_reckon_day (self->responses));
  self->as_of = day;
  if (day == DAY_NONE && self->benefits != NULL)
    g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                         "--as-of is missing: no file but those of benefits tells a day");
  if (day == DAY_NONE && self->benefits != NULL)
    return FALSE;
  return self->agreements == NULL || report_as_of (self->agreements) == day
         || reckon_agreements (self, day, error);
}

static gboolean
reckon_all (Credits *self, GError **error)
{
  const ReckonPlan *plan = plan_reckoning (self->plan);

  if (!choose_day (self, error))
    return FALSE;
  const McaPlan mca_plan = { .as_of = self->as_of,
                             .expiring_days = plan->expiring_days,
                             .tolerance = plan->tolerance };
  const BenefitPlan benefit_plan = { .as_of = self->as_of, .expiring_days = plan->expiring_days };
  if (self->responses != NULL)
    self->lots = mca_reckon (self->responses, &mca_plan);
  if (self->benefits != NULL)
    self->benefit_report = benefit_reckon (self->benefits, &benefit_plan);
  return TRUE;
}

static void
clear (Credits *self)
{
  report_free (self->agreements);
  report_free (self->lots);
  report_free (self->benefit_report);
  job_free (self->job);
  plan_free (self->billing_plan);
  mca_book_free (self->responses);
  benefit_book_free (self->benefits);
  credit_files_clear (&self->files);
  table_options_clear (&self->tables);
}

static RunStatus
run (Credits *self, GError **error)
{
  g_autoptr (ReportRun) run
      = report_run_new (credit_pack_report (), plan_writing (self->plan), error);

  if (run == NULL || !read_files (self, error) || !reckon_all (self, error))
    return RUN_FAILED;
  const CreditSources sources = { self->agreements, self->lots, self->benefit_report };
  g_autoptr (Report) report = credit_list_make (&sources, self->as_of);
  return report_run_publish (run, report, NULL, error);
}

RunStatus
cmd_credits (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);
  Credits self = { .options = options, .plan = plan };
  const RunStatus status = plan != NULL ? run (&self, error) : RUN_FAILED;

  clear (&self);
  return status;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-mca.h"

#include "app/run/report-run.h"
#include "core/mca/mca-reckon.h"
#include "engine/option/plan.h"
#include "input/mca-input.h"
#include "output/mca-pack.h"

static McaPlan
mca_plan (const Plan *plan)
{
  const ReckonPlan *reckoning = plan_reckoning (plan);
  const Options *options = plan_options (plan);

  return (McaPlan){ .as_of = reckoning->as_of,
                    .expiring_days = reckoning->expiring_days,
                    .tolerance = reckoning->tolerance,
                    .same_snapshot = options_has (options, OPTION_SAME_SNAPSHOT),
                    .is_one_profile = options_has (options, OPTION_ONE_PROFILE),
                    .only = options_list (options, OPTION_PROFILE),
                    .language = reckoning->language };
}

static gboolean
read_responses (const Plan *plan, Progress *progress, McaBook *book, GError **error)
{
  const guint64 max_input = plan_reading (plan)->max_input;
  g_autoptr (InputSet) inputs = input_set_new_of_responses (plan_paths (plan), max_input, error);

  if (inputs == NULL)
    return FALSE;
  const McaInput input = {
    .inputs = inputs, .max_input = max_input, .progress = progress_update, .progress_data = progress
  };
  const gboolean read = mca_input_read (&input, book, error);
  progress_end (progress);
  return read;
}

RunStatus
cmd_mca (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);
  g_autoptr (McaBook) book = mca_book_new ();

  if (plan == NULL)
    return RUN_FAILED;
  g_autoptr (ReportRun) run = report_run_new (mca_pack_report (), plan_writing (plan), error);
  if (run == NULL)
    return RUN_FAILED;
  g_autoptr (Progress) progress = progress_new (plan_writing (plan)->wants_progress);
  if (!read_responses (plan, progress, book, error))
    return RUN_FAILED;
  const McaPlan own = mca_plan (plan);
  g_autoptr (Report) report = mca_reckon (book, &own);
  return report_run_publish (run, report, progress, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-mca-apply.h"

#include "app/run/report-run.h"
#include "base/recon-error.h"
#include "core/mca/apply-reckon.h"
#include "engine/option/plan.h"
#include "input/charge-input.h"
#include "input/mca-input.h"
#include "input/mca/charge-file.h"
#include "output/mca-pack.h"

static gboolean
check_arguments (const Options *options, GError **error)
{
  const char *missing = !options_has (options, OPTION_LOTS)      ? "--lots PATH"
                        : !options_has (options, OPTION_CHARGES) ? "--charges FILE"
                                                                 : NULL;

  if (missing != NULL)
    g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "%s is missing", missing);
  else if (options_arguments (options)[0] != NULL)
    g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                         "found an argument, expected files in --lots and --charges alone");
  else
    return TRUE;
  return FALSE;
}

static TableMap *
map_of (const Options *options, GError **error)
{
  const TableForm *const forms[] = { charge_file_form (), NULL };
  g_autoptr (TableMap) map = table_form_map_new ();

  for (const char *const *text = options_list (options, OPTION_MAP); *text != NULL; text++)
    if (!table_form_map_add (map, *text, forms, error))
      return NULL;
  return g_steal_pointer (&map);
}

/* On the command line a name that no file has is a slip; in the configuration file it may be meant
   for others. */
static gboolean
check_map (const Options *options, const TableMap *map, GError **error)
{
  const char *unmatched = table_form_map_unmatched (map);

  if (unmatched == NULL || !options_is_from_command_line (options, OPTION_MAP))
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "--map: found no column \"%s\" in any file of --charges", unmatched);
  return FALSE;
}

static gboolean
read_charges (const Plan *plan, ApplyCharges *charges, GError **error)
{
  const Options *options = plan_options (plan);
  const ReadPlan *reading = plan_reading (plan);
  g_autoptr (TableMap) map = map_of (options, error);
  g_autoptr (InputSet) inputs = map != NULL ? input_set_new (options_list (options, OPTION_CHARGES),
                                                             reading->max_input, error)
                                            : NULL;

  if (inputs == NULL)
    return FALSE;
  const TableFormat format = { .decimal_mark = reading->format.decimal_mark,
                               .date_order = reading->format.date_order,
                               .separator = reading->separator,
                               .encoding = reading->encoding,
                               .map = map };
  return charge_input_read (inputs, &format, reading->max_input, charges, error)
         && check_map (options, map, error);
}

static gboolean
read_lots (const Plan *plan, McaBook *book, GError **error)
{
  const guint64 max_input = plan_reading (plan)->max_input;
  g_autoptr (InputSet) inputs = input_set_new_of_responses (plan_paths (plan), max_input, error);

  if (inputs == NULL)
    return FALSE;
  const McaInput input = { .inputs = inputs, .max_input = max_input, .lots_alone = TRUE };
  return mca_input_read (&input, book, error);
}

static RunStatus
apply_lots (const Plan *plan, ReportRun *run, GError **error)
{
  const Options *options = plan_options (plan);
  const McaPlan own = { .as_of = plan_reckoning (plan)->as_of,
                        .expiring_days = plan_reckoning (plan)->expiring_days,
                        .tolerance = plan_reckoning (plan)->tolerance,
                        .is_one_profile = options_has (options, OPTION_ONE_PROFILE),
                        .language = plan_reckoning (plan)->language };
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  g_autoptr (ApplyPayments) payments = NULL;
  g_autoptr (Progress) progress = progress_new (plan_writing (plan)->wants_progress);

  if (!read_lots (plan, book, error) || !read_charges (plan, charges, error))
    return RUN_FAILED;
  g_autoptr (Report) report
      = apply_reckon (charges, &own, options_has (options, OPTION_SPONSORSHIP), &payments);
  return report_run_publish (run, report, progress, error);
}

RunStatus
cmd_mca_apply (const Options *options, GError **error)
{
  if (!check_arguments (options, error))
    return RUN_FAILED;
  g_autoptr (Plan) plan = plan_new_with_paths (options, options_list (options, OPTION_LOTS), error);
  if (plan == NULL)
    return RUN_FAILED;
  g_autoptr (ReportRun) run = report_run_new (mca_pack_apply (), plan_writing (plan), error);
  return run != NULL ? apply_lots (plan, run, error) : RUN_FAILED;
}

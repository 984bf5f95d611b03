/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-benefits.h"

#include "app/option/table-options.h"
#include "app/run/report-run.h"
#include "base/recon-error.h"
#include "core/benefit/benefit-profiles.h"
#include "core/benefit/benefit-reckon.h"
#include "engine/option/option-value.h"
#include "engine/option/reckon-options.h"
#include "engine/option/write-options.h"
#include "input/benefit-input.h"
#include "input/table/benefit-table.h"
#include "output/benefit-pack.h"

typedef struct
{
  const Options *options;
  ReckonOptions reckoning;
  WriteOptions writing;
  TableOptions reading;
  BenefitBook *book;
} Benefits;

static gboolean
misuse (const char *message, GError **error)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, message);
  return FALSE;
}

static gboolean
check_words (const Options *options, GError **error)
{
  const gboolean has_paths = options_arguments (options)[0] != NULL;

  if (options_has (options, OPTION_PROFILES))
    {
      if (has_paths || options_list (options, OPTION_USE)[0] != NULL)
        return misuse ("--profiles: found other files, too, expected --profiles FILE alone", error);
      return options_has (options, OPTION_ACCOUNT)
             || misuse ("--account is missing: name the billing account of the purchase", error);
    }
  if (options_has (options, OPTION_ACCOUNT) || options_has (options, OPTION_OFFER))
    return misuse ("--account, --offer: expected --profiles FILE with them", error);
  if (!options_has (options, OPTION_AS_OF))
    return misuse ("--as-of is missing: name the day on which benefits are judged", error);
  return has_paths || misuse ("a FILE is missing: name the files of benefits", error);
}

static gboolean
take_options (Benefits *self, GError **error)
{
  const TableForm *const forms[]
      = { benefit_table_form (BENEFIT_FILE_BENEFITS), benefit_table_form (BENEFIT_FILE_USE),
          benefit_table_form (BENEFIT_FILE_PROFILES), NULL };

  return reckon_options_init (&self->reckoning, self->options, error)
         && table_options_init (&self->reading, self->options, forms, error)
         && write_options_init (&self->writing, self->options, error)
         && check_words (self->options, error);
}

static gboolean
read_files (Benefits *self, BenefitFileKind kind, const char *const *paths, GError **error)
{
  if (paths[0] == NULL)
    return TRUE;
  g_autoptr (InputSet) inputs = input_set_new (paths, self->reading.max_input, error);
  if (inputs == NULL)
    return FALSE;
  const BenefitInput input = { .inputs = inputs,
                               .kind = kind,
                               .format = &self->reading.format,
                               .max_input = self->reading.max_input };
  return benefit_input_read (&input, self->book, error);
}

static Report *
report_profiles (Benefits *self, GError **error)
{
  const char *const paths[] = { options_get (self->options, OPTION_PROFILES), NULL };
  const BenefitProfilePlan plan = { .account = options_get (self->options, OPTION_ACCOUNT),
                                    .offer = options_get (self->options, OPTION_OFFER),
                                    .language = self->reckoning.plan.language };

  return read_files (self, BENEFIT_FILE_PROFILES, paths, error)
                 && table_options_check (&self->reading, error)
             ? benefit_profiles_reckon (self->book, &plan)
             : NULL;
}

static Report *
report_benefits (Benefits *self, GError **error)
{
  const BenefitPlan plan = { .as_of = self->reckoning.plan.as_of,
                             .expiring_days = self->reckoning.plan.expiring_days,
                             .language = self->reckoning.plan.language };

  return read_files (self, BENEFIT_FILE_BENEFITS, options_arguments (self->options), error)
                 && read_files (self, BENEFIT_FILE_USE, options_list (self->options, OPTION_USE),
                                error)
                 && table_options_check (&self->reading, error)
             ? benefit_reckon (self->book, &plan)
             : NULL;
}

static RunStatus
run (Benefits *self, GError **error)
{
  const gboolean of_profiles = options_has (self->options, OPTION_PROFILES);
  const PackForm *form = of_profiles ? benefit_pack_profiles () : benefit_pack_report ();
  g_autoptr (ReportRun) run = report_run_new (form, &self->writing.plan, error);
  g_autoptr (Report) report = NULL;

  if (run == NULL)
    return RUN_FAILED;
  report = of_profiles ? report_profiles (self, error) : report_benefits (self, error);
  return report != NULL ? report_run_publish (run, report, NULL, error) : RUN_FAILED;
}

RunStatus
cmd_benefits (const Options *options, GError **error)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  Benefits self = { .options = options, .book = book };
  const RunStatus status = take_options (&self, error) ? run (&self, error) : RUN_FAILED;

  reckon_options_clear (&self.reckoning);
  table_options_clear (&self.reading);
  write_options_clear (&self.writing);
  return status;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/write-options.h"

#include <string.h>

#include "engine/option/language-option.h"
#include "engine/option/option-value.h"

static gboolean
take_format (WriteOptions *self, const char *text, GError **error)
{
  static const char *const names[] = { "text", "json", "csv", "focus" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        self->plan.format = (ReportFormat) i;
        return TRUE;
      }
  return option_value_refuse_choice (OPTION_FORMAT, text, NULL, error);
}

static gboolean
take_fail_on (WriteOptions *self, const char *text, GError **error)
{
  for (guint severity = SEVERITY_NOTICE; severity <= SEVERITY_ERROR; severity++)
    if (strcmp (text, finding_severity_name ((Severity) severity)) == 0)
      {
        self->plan.fail_on = (Severity) severity;
        return TRUE;
      }
  self->plan.never_fails = strcmp (text, "never") == 0;
  return self->plan.never_fails || option_value_refuse_choice (OPTION_FAIL_ON, text, NULL, error);
}

static gboolean
take_journal (WriteOptions *self, const Options *options, GError **error)
{
  const char *journal = options_get (options, OPTION_JOURNAL);
  const char *accounts = options_get (options, OPTION_ACCOUNTS);

  self->plan.wants_journal = journal != NULL;
  if (journal != NULL && !journal_format_parse (journal, &self->plan.journal))
    return option_value_refuse_choice (OPTION_JOURNAL, journal, NULL, error);
  return accounts == NULL || account_map_load (self->accounts, accounts, error);
}

static gboolean
take_colour (WriteOptions *self, const Options *options, GError **error)
{
  static const char *const names[] = { "auto", "always", "never" }; /* as TextColour */
  const char *text = options_get (options, OPTION_COLOR);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text != NULL ? text : names[0], names[i]) == 0)
      {
        self->plan.style = surroundings_text_style (options_surroundings (options), (TextColour) i);
        self->plan.style.all = options_has (options, OPTION_ALL);
        return language_option_take (options, &self->plan.style.language, error);
      }
  return option_value_refuse_choice (OPTION_COLOR, text, NULL, error);
}

static gboolean
take_jobs (WriteOptions *self, const Options *options, GError **error)
{
  const char *jobs = options_get (options, OPTION_JOBS);

  return option_value_jobs (jobs, &self->plan.jobs)
         || option_value_refuse (OPTION_JOBS, jobs, "a number of threads from 1 to 256", error);
}

/* What it does is done before there is a plan. */
static gboolean
check_log (const Options *options, GError **error)
{
  const char *log = options_get (options, OPTION_LOG);

  return log == NULL || strcmp (log, "json") == 0
         || option_value_refuse (OPTION_LOG, log, "json", error);
}

static gboolean
take_output (WriteOptions *self, const Options *options, GError **error)
{
  const char *format = options_get (options, OPTION_FORMAT);
  const char *fail_on = options_get (options, OPTION_FAIL_ON);

  self->plan.output = options_get (options, OPTION_OUTPUT);
  self->plan.rejects = options_get (options, OPTION_REJECTS);
  self->plan.force = options_has (options, OPTION_FORCE);
  self->plan.is_shared = options_has (options, OPTION_SHARED);
  self->plan.is_quiet = options_has (options, OPTION_QUIET);
  self->plan.wants_progress = options_has (options, OPTION_PROGRESS);
  if (self->plan.output != NULL && self->plan.output[0] == '\0')
    return option_value_refuse (OPTION_OUTPUT, "", "a folder", error);
  if (self->plan.rejects != NULL && self->plan.rejects[0] == '\0')
    return option_value_refuse (OPTION_REJECTS, "", "a file", error);
  if (format != NULL && !take_format (self, format, error))
    return FALSE;
  if (!take_colour (self, options, error) || !check_log (options, error)
      || !take_jobs (self, options, error) || !take_journal (self, options, error))
    return FALSE;
  return fail_on == NULL || take_fail_on (self, fail_on, error);
}

gboolean
write_options_init (WriteOptions *self, const Options *options, GError **error)
{
  *self = (WriteOptions){ .accounts = account_map_new () };
  self->plan = (WritePlan){ .fail_on = SEVERITY_WARNING,
                            .accounts = self->accounts,
                            .workbook_time = options_surroundings (options)->workbook_time };
  return take_output (self, options, error);
}

void
write_options_clear (WriteOptions *self)
{
  g_clear_pointer (&self->accounts, account_map_free);
}

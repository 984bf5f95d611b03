/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/plan.h"

#include <string.h>

#include "app/option-value.h"
#include "app/stated-options.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "base/slice.h"
#include "input/bytes/text-decoder.h"

#define EXPIRING_DAYS_MAX 100000

struct Plan
{
  const Options *options;
  ReckonPlan rules;
  ReadPlan reading;
  ColumnMap *map;
  GTree *invoice_months;
  GPtrArray *aco_reasons;
  ReadMatches *matches;
  char **paths;
  char *output;
  char *rejects;
  char *encoding;
  ReportFormat format;
  gboolean force;
  gboolean is_shared;
  gboolean quiet;
  gboolean wants_progress;
  Progress *progress;
  gboolean never_fails;
  gboolean wants_journal;
  JournalFormat journal;
  AccountMap *accounts;
  StatedOptions *stated;
  ReadBudget budget;
  Severity fail_on;
};

static gboolean
refuse (GError **error, OptionId option, const char *found, const char *expected)
{
  g_autofree char *shown = printable_text (found);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--%s: found \"%s\", expected %s",
               options_info (option)->name, shown, expected);
  return FALSE;
}

static gboolean
take_rules (Plan *self, const Options *options, GError **error)
{
  const char *month = options_get (options, OPTION_MONTH);
  const char *as_of = options_get (options, OPTION_AS_OF);
  const char *days = options_get (options, OPTION_EXPIRING_DAYS);
  const char *tolerance = options_get (options, OPTION_TOLERANCE);

  if (month != NULL && !option_value_month (month, &self->rules.month))
    return refuse (error, OPTION_MONTH, month, "a month like 2026-10");
  if (as_of != NULL && !option_value_day (as_of, &self->rules.as_of))
    return refuse (error, OPTION_AS_OF, as_of, "a day like 2026-10-31");
  if (days != NULL
      && !g_ascii_string_to_signed (days, 10, 0, EXPIRING_DAYS_MAX, &self->rules.expiring_days,
                                    NULL))
    return refuse (error, OPTION_EXPIRING_DAYS, days, "a number of days from 0 to 100000");
  if (tolerance != NULL
      && (!decimal_parse (tolerance, strlen (tolerance), DECIMAL_POINT, &self->rules.tolerance)
          || decimal_sign (self->rules.tolerance) < 0))
    return refuse (error, OPTION_TOLERANCE, tolerance, "an amount like 0.01, not negative");
  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static gboolean
take_invoice_months (Plan *self, const Options *options, GError **error)
{
  for (const char *const *text = options_list (options, OPTION_INVOICE_MONTH); *text != NULL;
       text++)
    {
      const Slice number = option_value_invoice (*text);
      Month month;

      if (slice_is_empty (number) || !option_value_month (strrchr (*text, '=') + 1, &month))
        return refuse (error, OPTION_INVOICE_MONTH, *text,
                       "an invoice number and its month like G012345678=2026-10");
      g_tree_insert (self->invoice_months, slice_dup_lower (number), GINT_TO_POINTER (month));
    }
  self->rules.invoice_months = self->invoice_months;
  return TRUE;
}

static gboolean
take_aco_reasons (Plan *self, const Options *options, GError **error)
{
  for (const char *const *text = options_list (options, OPTION_ACO_REASON); *text != NULL; text++)
    {
      const Slice reason = slice_trim (slice_of (*text));
      if (slice_is_empty (reason))
        return refuse (error, OPTION_ACO_REASON, *text, "a text");
      g_ptr_array_add (self->aco_reasons, slice_dup_lower (reason));
    }
  g_ptr_array_add (self->aco_reasons, NULL);
  self->reading.aco_reasons = (const char *const *) self->aco_reasons->pdata;
  return TRUE;
}

static gboolean
take_limits (Plan *self, const Options *options, GError **error)
{
  const char *rejects = options_get (options, OPTION_MAX_REJECTS);
  const char *input = options_get (options, OPTION_MAX_INPUT);
  guint64 number = READ_BUDGET_DEFAULT;

  if (input != NULL && !option_value_size (input, &number))
    return refuse (error, OPTION_MAX_INPUT, input, "a size like 64G");
  self->budget = (ReadBudget){ .max = number, .left = number };
  self->reading.budget = &self->budget;
  number = MAX_REJECTS_DEFAULT;
  if (rejects != NULL && !g_ascii_string_to_unsigned (rejects, 10, 0, G_MAXUINT32, &number, NULL))
    return refuse (error, OPTION_MAX_REJECTS, rejects, "a number of rows like 100");
  self->reading.max_rejects = (guint) number;
  return TRUE;
}

static gboolean
take_jobs (Plan *self, const Options *options, GError **error)
{
  const char *jobs = options_get (options, OPTION_JOBS);

  if (!option_value_jobs (jobs, &self->reading.jobs))
    return refuse (error, OPTION_JOBS, jobs, "a number of threads from 1 to 256");
  self->reading.part_bytes_min = option_value_part_bytes ();
  return TRUE;
}

static gboolean
take_reading (Plan *self, const Options *options, GError **error)
{
  const gboolean comma = options_has (options, OPTION_DECIMAL_COMMA);
  const char *encoding = options_get (options, OPTION_ENCODING);

  self->reading.format.decimal_mark = comma ? DECIMAL_COMMA : DECIMAL_POINT;
  self->reading.separator = comma ? ';' : ',';
  self->reading.format.date_order
      = options_has (options, OPTION_DAY_FIRST) ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
  if (encoding != NULL && !text_decoder_knows (encoding))
    return refuse (error, OPTION_ENCODING, encoding, "an encoding like windows-1252");
  self->encoding = g_strdup (encoding);
  self->reading.encoding = self->encoding;
  self->reading.keep_going = options_has (options, OPTION_KEEP_GOING);
  self->reading.map = self->map;
  for (const char *const *text = options_list (options, OPTION_MAP); *text != NULL; text++)
    if (!column_map_add (self->map, *text, error))
      return FALSE;
  if (!take_aco_reasons (self, options, error))
    return FALSE;
  self->matches = read_matches_new (self->map, self->reading.aco_reasons);
  self->reading.matches = self->matches;
  return take_limits (self, options, error) && take_jobs (self, options, error);
}

static gboolean
take_format (Plan *self, const char *text, GError **error)
{
  static const char *const names[] = { "text", "json", "csv", "focus" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i]) == 0)
      {
        self->format = (ReportFormat) i;
        return TRUE;
      }
  return refuse (error, OPTION_FORMAT, text, "text, json, csv or focus");
}

static gboolean
take_fail_on (Plan *self, const char *text, GError **error)
{
  for (guint severity = SEVERITY_NOTICE; severity <= SEVERITY_ERROR; severity++)
    if (strcmp (text, finding_severity_name ((Severity) severity)) == 0)
      {
        self->fail_on = (Severity) severity;
        return TRUE;
      }
  self->never_fails = strcmp (text, "never") == 0;
  return self->never_fails
         || refuse (error, OPTION_FAIL_ON, text, "error, warning, notice or never");
}

static gboolean
take_journal (Plan *self, const Options *options, GError **error)
{
  const char *journal = options_get (options, OPTION_JOURNAL);
  const char *accounts = options_get (options, OPTION_ACCOUNTS);

  self->accounts = account_map_new ();
  self->wants_journal = journal != NULL;
  if (journal != NULL && !journal_format_parse (journal, &self->journal))
    return refuse (error, OPTION_JOURNAL, journal, "hledger, beancount, ledger or csv");
  return accounts == NULL || account_map_load (self->accounts, accounts, error);
}

static gboolean
take_output (Plan *self, const Options *options, GError **error)
{
  const char *format = options_get (options, OPTION_FORMAT);
  const char *fail_on = options_get (options, OPTION_FAIL_ON);

  self->output = g_strdup (options_get (options, OPTION_OUTPUT));
  self->rejects = g_strdup (options_get (options, OPTION_REJECTS));
  self->force = options_has (options, OPTION_FORCE);
  self->is_shared = options_has (options, OPTION_SHARED);
  self->quiet = options_has (options, OPTION_QUIET);
  self->wants_progress = options_has (options, OPTION_PROGRESS);
  self->progress = progress_new (self->wants_progress);
  if (self->output != NULL && self->output[0] == '\0')
    return refuse (error, OPTION_OUTPUT, "", "a folder");
  if (self->rejects != NULL && self->rejects[0] == '\0')
    return refuse (error, OPTION_REJECTS, "", "a file");
  if (format != NULL && !take_format (self, format, error))
    return FALSE;
  if (!take_journal (self, options, error))
    return FALSE;
  self->reading.wants_digests = self->format == FORMAT_JSON || self->output != NULL;
  return fail_on == NULL || take_fail_on (self, fail_on, error);
}

Plan *
plan_new (const Options *options, GError **error)
{
  return plan_new_with_paths (options, options_arguments (options), error);
}

Plan *
plan_new_with_paths (const Options *options, const char *const *paths, GError **error)
{
  g_autoptr (Plan) self = g_new0 (Plan, 1);

  self->options = options;
  self->rules = reckon_plan_default ();
  self->fail_on = SEVERITY_WARNING;
  self->map = column_map_new ();
  self->invoice_months = g_tree_new_full (compare_texts, NULL, g_free, NULL);
  self->aco_reasons = g_ptr_array_new_with_free_func (g_free);
  self->paths = g_strdupv ((char **) (guintptr) paths);
  if (!take_rules (self, options, error) || !take_invoice_months (self, options, error)
      || !take_reading (self, options, error) || !take_output (self, options, error))
    return NULL;
  self->stated = stated_options_new (options);
  self->rules.options = (const char *const *) self->stated->texts->pdata;
  self->rules.config_file = self->stated->config_file;
  if (self->paths[0] == NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "a PATH is missing: name the files or the folder to read");
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
plan_free (Plan *self)
{
  if (self == NULL)
    return;
  column_map_free (self->map);
  g_tree_unref (self->invoice_months);
  g_ptr_array_unref (self->aco_reasons);
  progress_free (self->progress);
  read_matches_free (self->matches);
  g_strfreev (self->paths);
  g_free (self->output);
  g_free (self->rejects);
  g_free (self->encoding);
  account_map_free (self->accounts);
  stated_options_free (self->stated);
  g_free (self);
}

const ReckonPlan *
plan_rules (const Plan *self)
{
  return &self->rules;
}

const ReadPlan *
plan_reading (const Plan *self)
{
  return &self->reading;
}

const char *const *
plan_paths (const Plan *self)
{
  return (const char *const *) self->paths;
}

const char *const *
plan_skips (const Plan *self)
{
  return options_list (self->options, OPTION_SKIP);
}

const Options *
plan_options (const Plan *self)
{
  return self->options;
}

ReportFormat
plan_format (const Plan *self)
{
  return self->format;
}

const char *
plan_output (const Plan *self)
{
  return self->output;
}

const char *
plan_rejects (const Plan *self)
{
  return self->rejects;
}

gboolean
plan_is_forced (const Plan *self)
{
  return self->force;
}

gboolean
plan_is_shared (const Plan *self)
{
  return self->is_shared;
}

gboolean
plan_is_quiet (const Plan *self)
{
  return self->quiet;
}

gboolean
plan_wants_progress (const Plan *self)
{
  return self->wants_progress;
}

Progress *
plan_progress (const Plan *self)
{
  return self->progress;
}

gboolean
plan_fails_on (const Plan *self, Severity severity)
{
  return !self->never_fails && severity >= self->fail_on;
}

void
plan_set_progress (Plan *self, ReadProgressFunc progress, gpointer user_data)
{
  self->reading.progress = progress;
  self->reading.progress_data = user_data;
}

void
plan_want_reasons (Plan *self)
{
  self->reading.wants_reasons = TRUE;
}

gboolean
plan_journal (const Plan *self, JournalFormat *format)
{
  *format = self->journal;
  return self->wants_journal;
}

const AccountMap *
plan_accounts (const Plan *self)
{
  return self->accounts;
}

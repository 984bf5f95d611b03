/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/reckon-options.h"

#include <string.h>

#include "base/slice.h"
#include "engine/option/language-option.h"
#include "engine/option/option-value.h"

#define EXPIRING_DAYS_MAX 100000

static gboolean
take_rules (ReckonOptions *self, const Options *options, GError **error)
{
  const char *month = options_get (options, OPTION_MONTH);
  const char *as_of = options_get (options, OPTION_AS_OF);
  const char *days = options_get (options, OPTION_EXPIRING_DAYS);
  const char *tolerance = options_get (options, OPTION_TOLERANCE);
  guint64 number = (guint64) self->plan.expiring_days;

  if (month != NULL && !option_value_month (month, &self->plan.month))
    return option_value_refuse (OPTION_MONTH, month, "a month like 2026-10", error);
  if (as_of != NULL && !option_value_day (as_of, &self->plan.as_of))
    return option_value_refuse (OPTION_AS_OF, as_of, "a day like 2026-10-31", error);
  if (days != NULL && !option_value_number (days, 0, EXPIRING_DAYS_MAX, &number))
    return option_value_refuse (OPTION_EXPIRING_DAYS, days, "a number of days from 0 to 100000",
                                error);
  self->plan.expiring_days = (gint64) number;
  if (tolerance != NULL
      && (!decimal_parse (tolerance, strlen (tolerance), DECIMAL_POINT, &self->plan.tolerance)
          || decimal_sign (self->plan.tolerance) < 0))
    return option_value_refuse (OPTION_TOLERANCE, tolerance, "an amount like 0.01, not negative",
                                error);
  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static gboolean
take_invoice_months (ReckonOptions *self, const Options *options, GError **error)
{
  for (const char *const *text = options_list (options, OPTION_INVOICE_MONTH); *text != NULL;
       text++)
    {
      const Slice number = option_value_invoice (*text);
      Month month;

      if (slice_is_empty (number) || !option_value_month (strrchr (*text, '=') + 1, &month))
        return option_value_refuse (OPTION_INVOICE_MONTH, *text,
                                    "an invoice number and its month like G012345678=2026-10",
                                    error);
      g_tree_insert (self->invoice_months, slice_dup_lower (number), GINT_TO_POINTER (month));
    }
  self->plan.invoice_months = self->invoice_months;
  return TRUE;
}

static gboolean
take_jobs (ReckonOptions *self, const Options *options, GError **error)
{
  const char *jobs = options_get (options, OPTION_JOBS);

  return option_value_jobs (jobs, &self->plan.jobs)
         || option_value_refuse (OPTION_JOBS, jobs, "a number of threads from 1 to 256", error);
}

gboolean
reckon_options_init (ReckonOptions *self, const Options *options, GError **error)
{
  *self = (ReckonOptions){ .plan = reckon_plan_default (),
                           .invoice_months = g_tree_new_full (compare_texts, NULL, g_free, NULL),
                           .stated = stated_options_new (options) };
  self->plan.options = (const char *const *) self->stated->texts->pdata;
  self->plan.config_file = self->stated->config_file;
  return take_rules (self, options, error) && take_invoice_months (self, options, error)
         && take_jobs (self, options, error)
         && language_option_take (options, &self->plan.language, error);
}

void
reckon_options_clear (ReckonOptions *self)
{
  g_clear_pointer (&self->invoice_months, g_tree_unref);
  g_clear_pointer (&self->stated, stated_options_free);
}

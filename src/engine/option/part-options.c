/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/part-options.h"

#include <string.h>

#include "base/recon-error.h"
#include "engine/option/code-word.h"
#include "engine/option/option-value.h"

#define KIND "ACO" /* of the findings of the main report */
#define ALL_CUSTOMERS "all"

static gboolean
take_codes (ReportPart *self, const Options *options, GError **error)
{
  for (const char *const *word = options_list (options, OPTION_CODE); *word != NULL; word++)
    {
      static const char *const no_others[] = { NULL };
      FindingCode code;

      if (!code_word_parse (*word, KIND, &code))
        {
          g_autofree char *complaint = code_word_complaint (*word, KIND, "finding", no_others);
          g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--code: %s", complaint);
          return FALSE;
        }
      report_part_add_code (self, code);
    }
  return TRUE;
}

static gboolean
take_min (ReportPart *self, const Options *options, GError **error)
{
  const char *text = options_get (options, OPTION_MIN);
  Decimal min;

  if (text == NULL)
    return TRUE;
  if (!decimal_parse (text, strlen (text), DECIMAL_POINT, &min) || decimal_sign (min) < 0)
    return option_value_refuse (OPTION_MIN, text, "an amount like 10.00, not negative", error);
  report_part_set_min (self, min);
  return TRUE;
}

ReportPart *
part_options_new (const Options *options, GError **error)
{
  g_autoptr (ReportPart) self = report_part_new ();

  return take_codes (self, options, error) && take_min (self, options, error)
             ? g_steal_pointer (&self)
             : NULL;
}

const char *const *
part_options_customers (const Options *options)
{
  static const char *const none[] = { NULL };
  const char *const *words = options_list (options, OPTION_CUSTOMER);

  return g_strv_contains (words, ALL_CUSTOMERS) ? none : words;
}

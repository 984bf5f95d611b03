/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/unmatched.h"

#include <string.h>

#include "app/option/option-value.h"
#include "base/printable.h"
#include "base/recon-error.h"

static gboolean
complain (const Plan *plan, OptionId option, const char *value, const char *expected,
          GError **error)
{
  const char *name = options_info (option)->name;
  const char *origin = options_origin (plan_options (plan), option);
  g_autofree char *shown = printable_text (value);

  if (options_is_from_command_line (plan_options (plan), option))
    {
      return option_value_refuse (option, value, expected, error);
    }
  g_autofree char *file = printable_text (origin);
  g_printerr ("acorecon: notice: %s: %s: found \"%s\", expected %s\n", file, name, shown, expected);
  return TRUE;
}

gboolean
unmatched_check_skips (const Plan *plan, const InputSet *inputs, GError **error)
{
  for (const char *const *name = options_list (plan_options (plan), OPTION_SKIP); *name != NULL;
       name++)
    if (!input_set_has_skipped (inputs, *name)
        && !complain (
            plan, OPTION_SKIP, *name,
            "one of the files to read, named as the report names it (acorecon check lists "
            "them)",
            error))
      return FALSE;
  return TRUE;
}

static gboolean
check_headers (const Plan *plan, const ReadMatches *matches, GError **error)
{
  const char *const *values = options_list (plan_options (plan), OPTION_MAP);

  for (guint i = 0; values[i] != NULL; i++)
    if (!read_matches_has_header (matches, i)
        && !complain (plan, OPTION_MAP, values[i], "a header name that stands in one of the files",
                      error))
      return FALSE;
  return TRUE;
}

static gboolean
check_reasons (const Plan *plan, const ReadMatches *matches, GError **error)
{
  const char *const *values = options_list (plan_options (plan), OPTION_ACO_REASON);

  for (guint i = 0; values[i] != NULL; i++)
    if (!read_matches_has_reason (matches, i)
        && !complain (plan, OPTION_ACO_REASON, values[i],
                      "the CreditReasonCode of an invoice line that was read", error))
      return FALSE;
  return TRUE;
}

static gboolean
has_invoice (const GPtrArray *invoices, const char *number)
{
  for (guint i = 0; i < invoices->len; i++)
    if (strcmp (((const InvoiceTally *) g_ptr_array_index (invoices, i))->invoice, number) == 0)
      return TRUE;
  return FALSE;
}

/* The month of an invoice is that of its lines: one that only daily usage names has none. */
static gboolean
check_invoices (const Plan *plan, const Books *books, GError **error)
{
  const char *const *values = options_list (plan_options (plan), OPTION_INVOICE_MONTH);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);

  for (; *values != NULL; values++)
    {
      g_autofree char *number = slice_dup_lower (option_value_invoice (*values));
      if (!has_invoice (invoices, number)
          && !complain (plan, OPTION_INVOICE_MONTH, *values,
                        "the number of an invoice of which lines were read", error))
        return FALSE;
    }
  return TRUE;
}

gboolean
unmatched_check (const Plan *plan, const Books *books, const ReadMatches *matches, GError **error)
{
  return check_headers (plan, matches, error) && check_reasons (plan, matches, error)
         && check_invoices (plan, books, error);
}

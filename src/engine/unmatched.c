/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/unmatched.h"

#include <string.h>

#include "base/printable.h"
#include "base/recon-error.h"
#include "engine/option/option-value.h"

static gboolean
complain (const Unmatched *self, OptionId option, const char *value, const char *expected,
          GError **error)
{
  const char *name = options_info (option)->name;
  const Options *options = plan_options (self->plan);

  if (options_is_from_command_line (options, option))
    return option_value_refuse (option, value, expected, error);
  if (self->listener->notice == NULL)
    return TRUE;
  g_autofree char *shown = printable_text (value);
  g_autofree char *file = printable_text (options_origin (options, option));
  g_autofree char *notice
      = g_strdup_printf ("%s: %s: found \"%s\", expected %s", file, name, shown, expected);
  self->listener->notice (notice, self->listener->data);
  return TRUE;
}

gboolean
unmatched_check_skips (const Unmatched *self, const InputSet *inputs, GError **error)
{
  for (const char *const *name = options_list (plan_options (self->plan), OPTION_SKIP);
       *name != NULL; name++)
    if (!input_set_has_skipped (inputs, *name)
        && !complain (
            self, OPTION_SKIP, *name,
            "one of the files to read, named as the report names it (acorecon check lists "
            "them)",
            error))
      return FALSE;
  return TRUE;
}

static gboolean
check_headers (const Unmatched *self, const ReadMatches *matches, GError **error)
{
  const char *const *values = options_list (plan_options (self->plan), OPTION_MAP);

  for (guint i = 0; values[i] != NULL; i++)
    if (!read_matches_has_header (matches, i)
        && !complain (self, OPTION_MAP, values[i], "a header name that stands in one of the files",
                      error))
      return FALSE;
  return TRUE;
}

static gboolean
check_reasons (const Unmatched *self, const ReadMatches *matches, GError **error)
{
  const char *const *values = options_list (plan_options (self->plan), OPTION_ACO_REASON);

  for (guint i = 0; values[i] != NULL; i++)
    if (!read_matches_has_reason (matches, i)
        && !complain (self, OPTION_ACO_REASON, values[i],
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
check_invoices (const Unmatched *self, const Books *books, GError **error)
{
  const char *const *values = options_list (plan_options (self->plan), OPTION_INVOICE_MONTH);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);

  for (; *values != NULL; values++)
    {
      g_autofree char *number = slice_dup_lower (option_value_invoice (*values));
      if (!has_invoice (invoices, number)
          && !complain (self, OPTION_INVOICE_MONTH, *values,
                        "the number of an invoice of which lines were read", error))
        return FALSE;
    }
  return TRUE;
}

gboolean
unmatched_check (const Unmatched *self, const Books *books, const ReadMatches *matches,
                 GError **error)
{
  return check_headers (self, matches, error) && check_reasons (self, matches, error)
         && check_invoices (self, books, error);
}

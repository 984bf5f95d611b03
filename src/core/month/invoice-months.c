/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/invoice-months.h"

#include <string.h>

#include "base/month-counts.h"
#include "base/recon-error.h"

struct InvoiceMonths
{
  GTree *months; /* borrowed char * -> InvoiceMonth * */
};

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* Credits may stand on a later invoice than what they credit: they vote only where nothing else
   does (spec section 3, "Month of an invoice"). */
static InvoiceMonth
month_of_lines (const InvoiceTally *invoice)
{
  const GArray *votes = invoice->charges->len > 0 ? invoice->charges : invoice->credits;
  guint64 winner, total;
  const Month month = month_counts_winner (votes, &winner, &total);

  return (InvoiceMonth){ .month = month,
                         .is_unclear = 2 * winner < total,
                         .runner_up = month_counts_runner_up (votes, month) };
}

static InvoiceMonth
month_of_invoice (const InvoiceTally *invoice, const ReckonPlan *plan)
{
  const gpointer given = plan->invoice_months != NULL
                             ? g_tree_lookup (plan->invoice_months, invoice->invoice)
                             : NULL;

  if (given != NULL)
    return (InvoiceMonth){ .month = GPOINTER_TO_INT (given), .is_given = TRUE };
  return month_of_lines (invoice);
}

static void
set_no_month (GError **error, const InvoiceTally *invoice, const InputBook *inputs)
{
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ": column \"ChargeStartDate\": found no date on any line of "
               "invoice %s, expected one that tells its month; give the month with "
               "--invoice-month %s=YYYY-MM",
               input_book_lookup (inputs, invoice->first.file)->file, invoice->first.line,
               invoice->display, invoice->display);
}

InvoiceMonths *
invoice_months_decide (const GPtrArray *invoices, const InputBook *inputs, const ReckonPlan *plan,
                       GError **error)
{
  g_autoptr (InvoiceMonths) self = g_new0 (InvoiceMonths, 1);

  self->months = g_tree_new_full (compare_texts, NULL, NULL, g_free);
  for (guint i = 0; i < invoices->len; i++)
    {
      InvoiceTally *invoice = g_ptr_array_index (invoices, i);
      const InvoiceMonth month = month_of_invoice (invoice, plan);

      if (month.month == MONTH_NONE)
        {
          set_no_month (error, invoice, inputs);
          return NULL;
        }
      g_tree_insert (self->months, invoice->invoice, g_memdup2 (&month, sizeof month));
    }
  return g_steal_pointer (&self);
}

void
invoice_months_free (InvoiceMonths *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->months, g_tree_unref);
  g_free (self);
}

const InvoiceMonth *
invoice_months_lookup (const InvoiceMonths *self, const char *invoice)
{
  return g_tree_lookup (self->months, invoice);
}

gboolean
invoice_months_is_reported (const InvoiceTally *invoice, const ReckonPlan *plan)
{
  return reckon_plan_reports_any_month (plan, invoice->charges)
         || reckon_plan_reports_any_month (plan, invoice->credits);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/case/case-invoices.h"

struct CaseInvoices
{
  GPtrArray *rows; /* of const InvoiceRow *, by currency and month */
};

static gint
compare_place (const InvoiceRow *row, const char *currency, Month month)
{
  const gint order = g_strcmp0 (row->currency, currency);

  return order != 0 ? order : (row->month > month) - (row->month < month);
}

/* Stable: equal ones stay as in the report. */
static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const InvoiceRow *first = *(const InvoiceRow *const *) a;
  const InvoiceRow *second = *(const InvoiceRow *const *) b;

  return compare_place (first, second->currency, second->month);
}

CaseInvoices *
case_invoices_new (const Report *report)
{
  CaseInvoices *self = g_new0 (CaseInvoices, 1);

  self->rows = g_ptr_array_new ();
  for (gsize i = 0; i < report_row_count (report, REPORT_INVOICES); i++)
    g_ptr_array_add (self->rows, (gpointer) (guintptr) report_row (report, REPORT_INVOICES, i));
  g_ptr_array_sort (self->rows, compare_rows);
  return self;
}

void
case_invoices_free (CaseInvoices *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self);
}

GPtrArray *
case_invoices_find (const CaseInvoices *self, const char *currency, Month first, Month last)
{
  GPtrArray *found = g_ptr_array_new ();
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (compare_place (g_ptr_array_index (self->rows, middle), currency, first) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < self->rows->len; low++)
    {
      if (compare_place (g_ptr_array_index (self->rows, low), currency, last) > 0)
        break;
      g_ptr_array_add (found, g_ptr_array_index (self->rows, low));
    }
  return found;
}

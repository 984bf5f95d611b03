/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/rows-read-twice.h"

static Month
overlap_month (const InvoiceMonths *months, const RowOverlap *overlap)
{
  const InvoiceMonth *month = invoice_months_lookup (months, overlap->invoice);

  return month != NULL ? month->month : calendar_month_of (overlap->day);
}

/* Daily rows of the invoice, of any file, lie in a reported month. */
static gboolean
has_reported_usage (const Books *books, const ReckonPlan *plan, const char *invoice)
{
  g_autoptr (GPtrArray) inputs = input_book_list (books->inputs);

  for (guint i = 0; i < inputs->len; i++)
    {
      const InputTally *input = g_ptr_array_index (inputs, i);
      const InputInvoice *found = input->kind == KIND_DAILY_USAGE
                                      ? input_book_tally_find_invoice (input, slice_of (invoice))
                                      : NULL;
      if (found != NULL && reckon_plan_reports_any_month (plan, found->months))
        return TRUE;
    }
  return FALSE;
}

/* What doubles figures of a reported month is reported with them, whatever month it stands in. */
static gboolean
touches_reported_month (const Books *books, const ReckonPlan *plan, const RowOverlap *overlap)
{
  if (overlap->kind == KIND_DAILY_USAGE)
    return has_reported_usage (books, plan, overlap->invoice);
  return invoice_months_is_reported (charge_book_find_invoice (books->charges, overlap->invoice),
                                     plan);
}

GPtrArray *
rows_read_twice_errors (const Books *books, const InvoiceMonths *months, const ReckonPlan *plan)
{
  GPtrArray *errors = g_ptr_array_new ();

  for (guint i = 0; i < books->overlaps->len; i++)
    {
      RowOverlap *overlap = g_ptr_array_index (books->overlaps, i);

      if (row_overlap_severity (overlap) == SEVERITY_ERROR
          && (months == NULL || reckon_plan_reports_month (plan, overlap_month (months, overlap))
              || touches_reported_month (books, plan, overlap)))
        g_ptr_array_add (errors, overlap);
    }
  return errors;
}

static void
find_overlap (const Reckoning *reckoning, const RowOverlap *overlap)
{
  const guint64 shared = overlap->shared->len;
  const InvoiceTally *invoice
      = charge_book_find_invoice (reckoning->books->charges, overlap->invoice);
  const InputTally *earlier = input_book_lookup (reckoning->books->inputs, overlap->earlier_file);
  g_autofree char *subject = g_strdup_printf ("%s//", overlap->invoice);
  const FindingFacts facts
      = { .code = FINDING_ROWS_READ_TWICE,
          .subject = subject,
          .currency = overlap->currency,
          .month = overlap_month (reckoning->invoice_months, overlap),
          .at = overlap->first,
          .amount = file_kind_money (overlap->kind, overlap->amount),
          .has_severity = TRUE,
          .severity = row_overlap_severity (overlap),
          .always = touches_reported_month (reckoning->books, reckoning->plan, overlap) };

  g_autofree char *twice = g_strdup_printf ("%" G_GUINT64_FORMAT, shared);
  g_autofree char *rows = g_strdup_printf ("%" G_GUINT64_FORMAT, overlap->rows);
  const char *number = invoice != NULL ? invoice->display : overlap->invoice;

  if (overlap->rows == 1)
    reckoning_find (reckoning, &facts,
                    "%s of the %s row of invoice %s in this file was read before (first: %s) and "
                    "counts twice",
                    twice, rows, number, earlier->file);
  else
    reckoning_find (
        reckoning, &facts,
        language_say_count (reckoning->language,
                            "%s of the %s rows of invoice %s in this file was read before (first: "
                            "%s) and counts twice",
                            "%s of the %s rows of invoice %s in this file were read before (first: "
                            "%s) and count twice",
                            shared),
        twice, rows, number, earlier->file);
}

void
rows_read_twice_report (const Reckoning *reckoning)
{
  const GPtrArray *overlaps = reckoning->books->overlaps;

  for (guint i = 0; i < overlaps->len; i++)
    find_overlap (reckoning, g_ptr_array_index (overlaps, i));
}

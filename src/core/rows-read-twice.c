/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rows-read-twice.h"

#include "core/row-overlap.h"

/* Half of an invoice again is no slip of a part: its figures are doubled. */
static Severity
overlap_severity (const RowOverlap *overlap)
{
  const guint64 shared = overlap->shared->len;

  if (2 * shared >= overlap->rows)
    return SEVERITY_ERROR;
  return shared > 1 ? SEVERITY_WARNING : SEVERITY_NOTICE;
}

static Month
overlap_month (const Reckoning *reckoning, const RowOverlap *overlap)
{
  const InvoiceMonth *month = invoice_months_lookup (reckoning->invoice_months, overlap->invoice);

  return month != NULL ? month->month : day_month (overlap->day);
}

/* Daily rows of the invoice, of any file, lie in a reported month. */
static gboolean
has_reported_usage (const Reckoning *reckoning, const char *invoice)
{
  g_autoptr (GPtrArray) inputs = input_book_list (reckoning->books->inputs);

  for (guint i = 0; i < inputs->len; i++)
    {
      const InputTally *input = g_ptr_array_index (inputs, i);
      const InputInvoice *found = input->kind == KIND_DAILY_USAGE
                                      ? input_tally_find_invoice (input, slice_of (invoice))
                                      : NULL;
      if (found != NULL && rules_report_any_month (reckoning->rules, found->months))
        return TRUE;
    }
  return FALSE;
}

/* What doubles figures of a reported month is reported with them, whatever month it stands in. */
static gboolean
touches_reported_month (const Reckoning *reckoning, const RowOverlap *overlap,
                        const InvoiceTally *invoice)
{
  return overlap->kind == KIND_INVOICE ? invoice_tally_is_reported (invoice, reckoning->rules)
                                       : has_reported_usage (reckoning, overlap->invoice);
}

static void
find_overlap (const Reckoning *reckoning, const RowOverlap *overlap)
{
  const guint64 shared = overlap->shared->len;
  const InvoiceTally *invoice
      = charge_book_find_invoice (reckoning->books->charges, overlap->invoice);
  const InputTally *earlier
      = input_book_lookup (reckoning->books->inputs, overlap->earlier_file);
  const FindingFacts facts = { .code = FINDING_ROWS_READ_TWICE,
                               .currency = overlap->currency,
                               .month = overlap_month (reckoning, overlap),
                               .at = overlap->first,
                               .amount = overlap->kind == KIND_DAILY_USAGE
                                             ? decimal_round (overlap->amount, 2, DECIMAL_HALF_UP)
                                             : overlap->amount,
                               .has_severity = TRUE,
                               .severity = overlap_severity (overlap),
                               .always = touches_reported_month (reckoning, overlap, invoice) };

  reckoning_find (reckoning, &facts,
                  "%" G_GUINT64_FORMAT " of the %" G_GUINT64_FORMAT
                  " row%s of invoice %s in this file %s read before (first: %s) and count twice",
                  shared, overlap->rows, overlap->rows == 1 ? "" : "s",
                  invoice != NULL ? invoice->display : overlap->invoice,
                  shared == 1 ? "was" : "were",
                  earlier->file);
}

void
rows_read_twice_report (const Reckoning *reckoning)
{
  const GPtrArray *overlaps = reckoning->books->overlaps;

  for (guint i = 0; i < overlaps->len; i++)
    find_overlap (reckoning, g_ptr_array_index (overlaps, i));
}

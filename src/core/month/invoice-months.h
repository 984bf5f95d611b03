/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_INVOICE_MONTHS_H
#define CORE_MONTH_INVOICE_MONTHS_H

#include "core/book/charge-book.h"
#include "core/book/input-book.h"
#include "core/month/reckon-plan.h"

/**
 * InvoiceMonths: which month each invoice bills, by the votes of its lines or as the person who
 * runs the program says (spec section 3, "Month of an invoice").
 */
typedef struct InvoiceMonths InvoiceMonths;

typedef struct
{
  Month month;
  gboolean is_given;   /* by --invoice-month */
  gboolean is_unclear; /* fewer than half of the votes are for it (ACO209) */
  Month runner_up;     /* with is_unclear: the month with the most votes beside it */
} InvoiceMonth;

/**
 * @invoices: of InvoiceTally; their book must outlive what is returned. @inputs: names the files
 * in messages. NULL with @error (RECON_ERROR_INPUT) when an invoice has no month at all.
 */
InvoiceMonths *invoice_months_decide (const GPtrArray *invoices, const InputBook *inputs,
                                      const ReckonPlan *plan, GError **error);
void invoice_months_free (InvoiceMonths *self); /* NULL is fine */

/** Some billed line of the invoice begins in a month that @plan reports. */
gboolean invoice_months_is_reported (const InvoiceTally *invoice, const ReckonPlan *plan);

/** NULL when no line of that invoice was read; @invoice in lower case. */
const InvoiceMonth *invoice_months_lookup (const InvoiceMonths *self, const char *invoice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (InvoiceMonths, invoice_months_free)

#endif

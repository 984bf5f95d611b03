/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_INVOICES_H
#define CORE_CASE_CASE_INVOICES_H

#include "core/report/report.h"

/** CaseInvoices: the invoices of a report by currency and month. Borrows the report. */
typedef struct CaseInvoices CaseInvoices;

CaseInvoices *case_invoices_new (const Report *report);
void case_invoices_free (CaseInvoices *self); /* NULL is fine */

/**
 * Those in @currency from the month @first to @last, by month, then as in the report. (transfer
 * container)
 */
GPtrArray *case_invoices_find (const CaseInvoices *self, const char *currency, Month first,
                               Month last); /* of const InvoiceRow * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CaseInvoices, case_invoices_free)

#endif

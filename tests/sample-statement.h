/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_STATEMENT_H
#define SAMPLE_STATEMENT_H

#include <check.h>
#include <string.h>

#include "core/answer/statement-report.h"
#include "record-builders.h"

/*
 * Statements of rows as in record-builders.h. A row "invoice: ..." also goes into the statement
 * book, as it does in the second reading.
 */

static inline void
sample_add_products (StatementBook *book, const char *const *texts)
{
  for (; *texts != NULL; texts++)
    if (g_str_has_prefix (*texts, "invoice:"))
      {
        const InvoiceLine line = build_invoice_line (*texts + strlen ("invoice:"));
        statement_book_add_line (book, &line);
      }
}

static inline StatementReport *
sample_statements (const ReckonPlan *plan, gboolean with_pec, const char *const *texts)
{
  const ReckonPlan fallback = reckon_plan_default ();
  const ReckonPlan *used = plan != NULL ? plan : &fallback;
  g_autoptr (Books) books = build_books ();

  build_rows (books, texts);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, used, NULL);
  ck_assert_ptr_nonnull (months);
  g_autoptr (StatementBook) book = statement_book_new (months);
  sample_add_products (book, texts);
  g_autoptr (Report) report = build_report (books, used);
  return statement_report_new (report, book, used, with_pec);
}

#define SAMPLE_STATEMENTS(plan, with_pec, ...) \
  sample_statements ((plan), (with_pec), (const char *const[]){ __VA_ARGS__, NULL })

#define ACO "|reason=Azure Credit Offer|type=customerCredit"

/* The one customer of most tests: 500 used in October, 420 of it itemised. */
#define SAMPLE_ROWS \
  "balance: name=Contoso Ltd|month=2026-09|C=0|B=2000|effective=2026-09-01|expiry=2026-12-31", \
      "balance: name=Contoso Ltd|month=2026-10|C=500|B=1500|effective=2026-09-01|" \
      "expiry=2026-12-31", \
      "invoice: name=Contoso Ltd|product-name=Virtual Machines|subtotal=-120" ACO, \
      "invoice: name=Contoso Ltd|product-name=Storage|subtotal=-300" ACO, \
      "invoice: name=Contoso Ltd|product-name=Kubernetes|subtotal=85|adjustment=15% Partner " \
      "earned credit"

#endif

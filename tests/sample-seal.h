/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_SEAL_H
#define SAMPLE_SEAL_H

#include "record-builders.h"
#include "store/history-layout.h"
#include "store/seal-content.h"

/*
 * October 2026 of a customer, with September before it, and the report of it alone; what seals
 * write of them.
 */

typedef struct
{
  Books *books;
  Report *report;
  SealContent content;
} SampleSeal;

static inline SampleSeal
sample_seal (void)
{
  SampleSeal seal = { .books = build_books () };
  ReckonPlan rules = reckon_plan_default ();

  BUILD_ROWS (seal.books, "balance: month=2026-09 | C=100 | B=900 | expiry=2027-08-31",
              "balance: C=300 | B=700 | expiry=2027-08-31 | status=active",
              "invoice: invoice=G2 | subtotal=200 | price=2 | quantity=100 | product=P | sku=0001",
              "invoice: invoice=G2 | subtotal=-150 | price=-2 | quantity=75 | product=P | sku=0001"
              " | reason=Azure Credit Offer",
              "invoice: invoice=G2 | subtotal=-50 | price=-2 | quantity=25 | product=P | sku=0001"
              " | reason=Azure Credit Offer",
              "invoice: invoice=G1 | month=2026-09 | subtotal=7 | price=7 | quantity=1");
  rules.month = calendar_month (2026, 10);
  seal.report = build_report (seal.books, &rules);
  seal.content = (SealContent){ .books = seal.books, .report = seal.report, .month = rules.month };
  return seal;
}

static inline void
sample_seal_clear (SampleSeal *seal)
{
  report_free (seal->report);
  books_free (seal->books);
}

/* All rows of a query, a line each, columns with "|" between; null is "-". */
static inline char *
sample_rows (Database *database, const char *sql)
{
  g_autoptr (DatabaseQuery) query = database_query_new (database, sql, NULL);
  GString *text = g_string_new (NULL);

  while (database_query_next (query, NULL))
    {
      for (guint i = 0; i < database_query_columns (query); i++)
        {
          const char *cell = database_query_text (query, i);
          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell != NULL ? cell : "-");
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_PAGE_H
#define SAMPLE_PAGE_H

#include "../sample-rows.h"

/*
 * Reports for tests of the page: one with texts that are not to be trusted in every column, and
 * one of many customers and months. All are sorted.
 */

/* One row in every table, with @text in every column that holds a text. */
static inline Report *
sample_page_of_text (const char *text)
{
  Report *report = sample_report ();

  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    {
      const ReportTableInfo *info = report_table_info (table);
      g_autofree char *row = g_malloc0 (info->row_size);

      for (gsize i = 0; i < info->column_count; i++)
        if (info->columns[i].type == COLUMN_TEXT)
          memcpy (row + info->columns[i].offset, &text, sizeof text);
        else if (info->columns[i].type == COLUMN_MONTH)
          *(Month *) (gpointer) (row + info->columns[i].offset) = calendar_month (2026, 10);
      report_append (report, table, row);
    }
  report_sort (report);
  return report;
}

typedef struct
{
  const char *id;
  const char *name;
  gboolean differs;  /* in its last month, with a finding */
  gboolean expiring; /* its agreement */
} SampleCustomer;

static inline void
sample_page_add_month (Report *report, const SampleCustomer *customer, Month month, gint64 index,
                       gboolean differs)
{
  Decimal used = decimal_from_scaled (7525, 2);
  Decimal closing = decimal_subtract (decimal_from_int (2000),
                                      decimal_multiply (used, decimal_from_int (index + 1)));
  RollForwardRow forward = { .customer_id = customer->id,
                             .customer_name = customer->name,
                             .agreement_id = customer->id,
                             .credit_name = "ACO",
                             .currency = "USD",
                             .month = month,
                             .opening = { TRUE, decimal_add (closing, used) },
                             .used = { TRUE, used },
                             .closing = closing,
                             .status = "active",
                             .file = "in/ACO-balance.csv",
                             .line = 7 };
  TieOutRow tie
      = { .customer_id = customer->id,
          .customer_name = customer->name,
          .month = month,
          .currency = "USD",
          .balance_used = { TRUE, used },
          .invoice_credit = { TRUE, differs ? decimal_from_int (70) : used },
          .difference = { TRUE, differs ? decimal_from_scaled (525, 2) : decimal_from_int (0) },
          .result = differs ? TIE_OUT_DIFFERS : TIE_OUT_AGREES };
  WaterfallRow waterfall = { .customer_id = customer->id,
                             .customer_name = customer->name,
                             .month = month,
                             .currency = "USD",
                             .charges = decimal_from_int (500),
                             .aco_used = used,
                             .net = decimal_subtract (decimal_from_int (500), used),
                             .aco_available = forward.opening,
                             .aco_expected = { TRUE, used } };

  report_append (report, REPORT_ROLLFORWARD, &forward);
  report_append (report, REPORT_TIE_OUT, &tie);
  report_append (report, REPORT_WATERFALL, &waterfall);
}

static inline void
sample_page_add_finding (Report *report, const SampleCustomer *customer, FindingCode code,
                         const char *message)
{
  FindingRow row = sample_finding (code, "5.25", message);

  row.customer_id = customer->id;
  row.customer_name = customer->name;
  row.file = "in/ACO-balance-2026-10.csv";
  report_append (report, REPORT_FINDINGS, &row);
}

static inline void
sample_page_add_customer (Report *report, const SampleCustomer *customer, guint months)
{
  AgreementRow agreement = { .customer_id = customer->id,
                             .customer_name = customer->name,
                             .agreement_id = customer->id,
                             .credit_name = "ACO",
                             .currency = "USD",
                             .effective_date = calendar_day (2025, 11, 1),
                             .expiry_date = calendar_day (2026, customer->expiring ? 11 : 12, 30),
                             .granted = decimal_from_int (2000),
                             .used_total = decimal_from_int (903),
                             .balance = decimal_from_int (1097),
                             .state = customer->expiring ? AGREEMENT_EXPIRING : AGREEMENT_ACTIVE,
                             .days_left_known = TRUE,
                             .days_left = customer->expiring ? 30 : 60 };

  report_append (report, REPORT_AGREEMENTS, &agreement);
  for (guint m = 0; m < months; m++)
    sample_page_add_month (report, customer,
                           (Month) (calendar_month (2026, 10) - (Month) (months - 1 - m)), m,
                           customer->differs && m == months - 1);
  if (customer->differs)
    sample_page_add_finding (report, customer, FINDING_BALANCE_INVOICE_DIFFERENCE,
                             "the balance report used 75.25, the invoice credits 70.00");
  if (customer->expiring)
    sample_page_add_finding (report, customer, FINDING_AGREEMENT_EXPIRING,
                             "1097.00 USD is left and expires on 2026-11-30, in 30 days");
}

/*
 * @customers of @months each, with long names; every @each-th of them differs and has an
 * agreement that expires soon.
 */
static inline Report *
sample_page_begin_many (guint customers, guint months, guint each)
{
  Report *report = sample_report ();
  TotalsRow totals = { .currency = "USD", .used = { TRUE, decimal_from_int (4515000) } };

  for (guint i = 0; i < customers; i++)
    {
      SampleCustomer customer = { .differs = i % each == 0, .expiring = i % each == 0 };
      g_autofree char *id = g_strdup_printf ("%08x-52c8-4e91-b0a4-9d3c7e15f826", i);
      g_autofree char *name = g_strdup_printf ("Customer %05u, Services and Consulting GmbH", i);

      customer.id = report_text (report, id);
      customer.name = report_text (report, name);
      sample_page_add_customer (report, &customer, months);
    }
  report_append (report, REPORT_TOTALS, &totals);
  return report;
}

static inline Report *
sample_page_of_many (guint customers, guint months, guint each)
{
  Report *report = sample_page_begin_many (customers, months, each);

  report_sort (report);
  return report;
}

#endif

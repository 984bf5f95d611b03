/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_ROWS_H
#define SAMPLE_ROWS_H

#include <string.h>

#include "core/report/report.h"

/*
 * Rows of small reports built by hand, for tests of what is made from a report. The month is
 * October 2026 and the currency USD unless a test says otherwise.
 */

static inline Decimal
sample_decimal (const char *text)
{
  Decimal value = decimal_from_int (0);

  g_assert (decimal_parse (text, strlen (text), DECIMAL_POINT, &value));
  return value;
}

/* NULL is an amount that is not known. */
static inline Amount
sample_amount (const char *text)
{
  if (text == NULL)
    return (Amount){ .known = FALSE };
  return (Amount){ .known = TRUE, .value = sample_decimal (text) };
}

static inline Report *
sample_report (void)
{
  return report_new (calendar_day (2026, 10, 31), TRUE);
}

static inline void
sample_input (Report *report, FileKind kind, guint64 rejected)
{
  InputRow row = { .file = "in.csv", .kind = kind, .rows = 1, .rejected = rejected };

  row.months = g_array_new (FALSE, FALSE, sizeof (Month));
  report_append (report, REPORT_INPUTS, &row);
}

static inline TieOutRow
sample_tie_out (const char *id, const char *name, const char *used, const char *credit,
                const char *difference, TieOutResult result)
{
  return (TieOutRow){ .customer_id = id,
                      .customer_name = name,
                      .month = calendar_month (2026, 10),
                      .currency = "USD",
                      .balance_used = sample_amount (used),
                      .invoice_credit = sample_amount (credit),
                      .difference = sample_amount (difference),
                      .result = result };
}

static inline void
sample_add_tie_out (Report *report, TieOutRow row)
{
  report_append (report, REPORT_TIE_OUT, &row);
}

/* @day: days from the as-of date to the expiry date. */
static inline void
sample_add_agreement (Report *report, const char *id, const char *name, AgreementState state,
                      const char *granted, const char *used, const char *balance, gint64 day)
{
  AgreementRow row = { .customer_id = id,
                       .customer_name = name,
                       .agreement_id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                       .credit_name = "ACO",
                       .currency = "USD",
                       .expiry_date = (Day) (calendar_day (2026, 10, 31) + day),
                       .granted = sample_decimal (granted),
                       .used_total = sample_decimal (used),
                       .balance = sample_decimal (balance),
                       .state = state,
                       .days_left_known = TRUE,
                       .days_left = day };

  report_append (report, REPORT_AGREEMENTS, &row);
}

static inline void
sample_add_waterfall (Report *report, Month month, const char *currency, const char *charges,
                      const char *aco, const char *net)
{
  WaterfallRow row = { .customer_id = "c1",
                       .month = month,
                       .currency = currency,
                       .charges = sample_decimal (charges),
                       .aco_used = sample_decimal (aco),
                       .net = sample_decimal (net) };

  report_append (report, REPORT_WATERFALL, &row);
}

static inline FindingRow
sample_finding (FindingCode code, const char *amount, const char *message)
{
  return (FindingRow){ .code = code,
                       .severity = finding_info (code)->severity,
                       .customer_id = "c1",
                       .customer_name = "Contoso Ltd",
                       .month = calendar_month (2026, 10),
                       .currency = "USD",
                       .amount = sample_decimal (amount),
                       .file = "balance.csv",
                       .line = 7,
                       .message = message };
}

static inline void
sample_add_finding (Report *report, FindingRow row)
{
  report_append (report, REPORT_FINDINGS, &row);
}

#endif

/* SPDX-License-Identifier: MIT */
#ifndef JOURNAL_SAMPLES_H
#define JOURNAL_SAMPLES_H

#include "../sample-rows.h"
#include "output/journal/journal-entries.h"

/*
 * Roll-forward and waterfall rows built by hand, for tests of what is made from them.
 */

static inline RollForwardRow
sample_roll_forward (int month, const char *opening, const char *granted, const char *used,
                     const char *closing)
{
  return (RollForwardRow){ .customer_id = "c1",
                           .customer_name = "Contoso Ltd",
                           .agreement_id = "a1",
                           .credit_name = "ACO",
                           .currency = "EUR",
                           .month = calendar_month (2026, month),
                           .opening = sample_amount (opening),
                           .granted = sample_decimal (granted),
                           .used = sample_amount (used),
                           .closing = sample_decimal (closing) };
}

static inline void
sample_add_roll_forward (Report *report, RollForwardRow row)
{
  report_append (report, REPORT_ROLLFORWARD, &row);
}

static inline WaterfallRow
sample_waterfall (int month, const char *charges, const char *aco, const char *net)
{
  return (WaterfallRow){ .customer_id = "c1",
                         .customer_name = "Contoso Ltd",
                         .month = calendar_month (2026, month),
                         .currency = "EUR",
                         .charges = sample_decimal (charges),
                         .aco_used = sample_decimal (aco),
                         .net = sample_decimal (net) };
}

/* The example of docs/journal.md: a limit of 1,000; 500 used, then 200. */
static inline Report *
sample_worked_example (void)
{
  Report *report = sample_report ();
  WaterfallRow october = sample_waterfall (10, "260", "200", "60");
  WaterfallRow september = sample_waterfall (9, "800", "500", "300");

  october.pec_base = sample_decimal ("51");
  october.pec_list = sample_decimal ("60");
  october.pec_earned = sample_decimal ("9");
  sample_add_roll_forward (report, sample_roll_forward (10, "500", "0", "200", "300"));
  sample_add_roll_forward (report, sample_roll_forward (9, "0", "1000", "500", "500"));
  report_append (report, REPORT_WATERFALL, &october);
  report_append (report, REPORT_WATERFALL, &september);
  report_sort (report);
  return report;
}

#endif

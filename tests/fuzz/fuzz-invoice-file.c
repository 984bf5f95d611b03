/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "fuzz-mutate.h"
#include "fuzz-run.h"
#include "fuzz-target.h"

/*
 * Invoice files, alone and beside other files: the invoices of the report add up to what plain
 * addition of the lines gives, and so does the waterfall when all months are reported.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

static PlainSum
sum_of_invoices (const Report *report, const char *currency)
{
  PlainSum sum = { .lines = 0 };

  for (gsize i = 0; i < report_row_count (report, REPORT_INVOICES); i++)
    {
      const InvoiceRow *row = report_row (report, REPORT_INVOICES, i);
      guint64 lines = 0;

      if (g_strcmp0 (row->currency, currency) != 0)
        continue;
      sum.lines += row->lines;
      sum.subtotal = decimal_add (sum.subtotal, row->subtotal);
      sum.tax = decimal_add (sum.tax, row->tax);
      sum.total = decimal_add (sum.total, row->total);
      for (guint fit = 0; fit < FIT_COUNT; fit++)
        lines += row->fits[fit];
      REQUIRE (lines <= row->lines);
    }
  return sum;
}

static void
check_waterfall (const FinishedRun *run, const PlainSum *expected)
{
  Decimal sum = { 0 };

  for (gsize i = 0; i < report_row_count (run->report, REPORT_WATERFALL); i++)
    {
      const WaterfallRow *row = report_row (run->report, REPORT_WATERFALL, i);
      const Decimal credits = decimal_add (row->aco_used, row->other_credits);

      REQUIRE (decimal_equal (row->net, decimal_subtract (row->charges, credits)));
      if (g_strcmp0 (row->currency, expected->currency) == 0)
        sum = decimal_add (sum, row->net);
    }
  if (run->plan->month == MONTH_NONE && run->plan->as_of == DAY_NONE)
    REQUIRE (decimal_equal (sum, expected->subtotal));
}

static void
check_sums (const FinishedRun *run)
{
  for (guint i = 0; i < run->invoice_sums->len; i++)
    {
      const PlainSum *expected = &g_array_index (run->invoice_sums, PlainSum, i);
      const PlainSum found = sum_of_invoices (run->report, expected->currency);

      REQUIRE (found.lines == expected->lines);
      REQUIRE (decimal_equal (found.subtotal, expected->subtotal));
      REQUIRE (decimal_equal (found.tax, expected->tax));
      REQUIRE (decimal_equal (found.total, expected->total));
      check_waterfall (run, expected);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  fuzz_run (data, size, check_sums);
  return 0;
}

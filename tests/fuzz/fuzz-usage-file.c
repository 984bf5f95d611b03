/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fuzz-mutate.h"
#include "fuzz-run.h"
#include "fuzz-target.h"

/*
 * Daily rated usage files, alone and beside other files: every row is counted once, differences
 * are what they say they are, and no day has credit of a negative value.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

static void
check_inputs (const FinishedRun *run)
{
  guint64 rows = 0;

  for (gsize i = 0; i < report_row_count (run->report, REPORT_INPUTS); i++)
    {
      const InputRow *row = report_row (run->report, REPORT_INPUTS, i);

      REQUIRE (row->rejected <= row->rows + row->rejected);
      rows += row->rows;
    }
  REQUIRE (rows == run->rows);
}

static void
check_tie_outs (const FinishedRun *run)
{
  for (gsize i = 0; i < report_row_count (run->report, REPORT_USAGE_TIE_OUT); i++)
    {
      const UsageTieOutRow *row = report_row (run->report, REPORT_USAGE_TIE_OUT, i);

      REQUIRE (decimal_equal (row->difference, decimal_subtract (row->usage, row->invoice)));
    }
  for (gsize i = 0; i < report_row_count (run->report, REPORT_TIE_OUT); i++)
    {
      const TieOutRow *row = report_row (run->report, REPORT_TIE_OUT, i);

      REQUIRE (row->difference.known == (row->balance_used.known && row->invoice_credit.known));
      if (row->difference.known)
        REQUIRE (
            decimal_equal (row->difference.value,
                           decimal_subtract (row->balance_used.value, row->invoice_credit.value)));
    }
}

static void
check_usage (const FinishedRun *run)
{
  check_inputs (run);
  check_tie_outs (run);
  for (gsize i = 0; i < report_row_count (run->report, REPORT_CREDIT_DAYS); i++)
    {
      const CreditDayRow *row = report_row (run->report, REPORT_CREDIT_DAYS, i);

      REQUIRE (decimal_sign (row->aco) >= 0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  fuzz_run (data, size, check_usage);
  return 0;
}

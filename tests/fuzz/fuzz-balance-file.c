/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "fuzz-mutate.h"
#include "fuzz-run.h"
#include "fuzz-target.h"

/*
 * Balance reports, alone and beside other files: every row of the roll-forward foots, and every
 * balance row is behind at most one of them.
 */

FUZZ_MUTATES (fuzz_mutate_csv)

static void
check_foots (const RollForwardRow *row)
{
  if (!row->opening.known || !row->used.known)
    {
      REQUIRE (row->opening.known == row->used.known);
      return;
    }
  Decimal sum = decimal_add (row->opening.value, row->granted);
  sum = decimal_subtract (sum, row->used.value);
  sum = decimal_subtract (sum, row->forfeited);
  sum = decimal_add (sum, row->adjustment);
  REQUIRE (decimal_equal (sum, row->closing));
  REQUIRE (decimal_sign (row->forfeited) >= 0);
}

static void
check_roll_forward (const FinishedRun *run)
{
  const gsize count = report_row_count (run->report, REPORT_ROLLFORWARD);

  REQUIRE (count <= run->rows);
  for (gsize i = 0; i < count; i++)
    {
      const RollForwardRow *row = report_row (run->report, REPORT_ROLLFORWARD, i);

      check_foots (row);
      REQUIRE (reckon_plan_reports_month (run->plan, row->month));
    }
  REQUIRE (report_row_count (run->report, REPORT_AGREEMENTS) <= run->rows);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  fuzz_run (data, size, check_roll_forward);
  return 0;
}

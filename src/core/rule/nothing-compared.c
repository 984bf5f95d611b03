/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-counts.h"
#include "core/rule/nothing-compared.h"

static gboolean
is_anything_compared (const Report *report)
{
  return report_counts_result (report, TIE_OUT_NOT_COMPARABLE)
         < report_row_count (report, REPORT_TIE_OUT);
}

/* A month in which nothing moved and both documents are there has no row, and is compared. */
void
nothing_compared_report (const Reckoning *reckoning)
{
  const FindingFacts facts
      = { .code = FINDING_NOTHING_COMPARED, .month = reckoning->plan->month, .always = TRUE };

  if (is_anything_compared (reckoning->report)
      || month_activity_has_both (reckoning->activity, reckoning->plan))
    return;
  reckoning_find (
      reckoning, &facts,
      "nothing was compared: no reported month has both a balance report and an invoice");
}

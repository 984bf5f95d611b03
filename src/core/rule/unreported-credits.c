/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/unreported-credits.h"

static void
find_unreported (const Reckoning *reckoning, const MissingReport *sum)
{
  const FindingFacts facts
      = { .code = FINDING_BALANCE_REPORT_MISSING,
          .currency = sum->currency,
          .month = sum->month,
          .amount = sum->credit,
          .at = position_is_set (sum->first_line) ? sum->first_line : sum->first_usage };

  reckoning_find (reckoning, &facts,
                  "ACO credits in %s were given in this month, but no balance report of it in this "
                  "currency was read",
                  sum->currency);
}

void
unreported_credits_report (const Reckoning *reckoning, const MissingReports *missing)
{
  g_autoptr (GPtrArray) sums = missing_reports_list (missing);

  for (guint i = 0; i < sums->len; i++)
    find_unreported (reckoning, g_ptr_array_index (sums, i));
}

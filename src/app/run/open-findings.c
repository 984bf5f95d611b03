/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/open-findings.h"

guint
open_findings_name (const Report *report, const WritePlan *plan)
{
  guint count = 0;

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      g_autofree char *amount = decimal_to_string (row->amount, 2);

      if (!write_plan_fails_on (plan, row->severity) || row->resolution != NULL)
        continue;
      g_printerr ("%s %s %s\n", finding_info (row->code)->code, amount, row->id);
      count++;
    }
  return count;
}

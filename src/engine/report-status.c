/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/report-status.h"

#include "core/report/report-counts.h"

static gboolean
has_finding (const WritePlan *plan, const Report *report)
{
  for (guint severity = 0; severity <= SEVERITY_ERROR; severity++)
    if (write_plan_fails_on (plan, severity) && report_counts_findings (report, severity) > 0)
      return TRUE;
  return FALSE;
}

/* What was decided is no failure any more. */
static gboolean
has_open_finding (const WritePlan *plan, const Report *report)
{
  ReportBuffer buffer = { 0 };

  if (report_resolutions (report) == NULL)
    return has_finding (plan, report);
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_read (report, REPORT_FINDINGS, i, &buffer);

      if (write_plan_fails_on (plan, row->severity) && row->resolution == NULL)
        return TRUE;
    }
  return FALSE;
}

guint
report_status (const WritePlan *plan, const Report *report)
{
  return has_open_finding (plan, report_whole (report)) ? 1 : 0;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-counts.h"

gsize
report_counts_findings (const Report *self, Severity severity)
{
  gsize count = 0;

  for (guint code = 0; code < FINDING_CODE_COUNT; code++)
    count += report_finding_count (self, code, severity);
  return count;
}

gsize
report_counts_place (const Report *self, FindingCode code)
{
  gsize place = 0;

  for (guint before = 0; before < code; before++)
    for (guint severity = 0; severity <= SEVERITY_ERROR; severity++)
      place += report_finding_count (self, before, severity);
  return place;
}

gsize
report_counts_result (const Report *self, TieOutResult result)
{
  ReportBuffer buffer = { 0 };
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (self, REPORT_TIE_OUT); i++)
    count += ((const TieOutRow *) report_read (self, REPORT_TIE_OUT, i, &buffer))->result == result;
  return count;
}

gsize
report_counts_state (const Report *self, AgreementState state)
{
  ReportBuffer buffer = { 0 };
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (self, REPORT_AGREEMENTS); i++)
    count += ((const AgreementRow *) report_read (self, REPORT_AGREEMENTS, i, &buffer))->state
             == state;
  return count;
}

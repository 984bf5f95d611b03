/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-counts.h"

gsize
report_counts_findings (const Report *self, Severity severity)
{
  const guint table = report_schema (self)->findings;
  gsize count = 0;

  if (table == report_schema (self)->table_count) /* it has none */
    return 0;
  for (gsize i = 0; i < report_row_count (self, table); i++)
    count += ((const FindingHead *) report_row (self, table, i))->severity == severity;
  return count;
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

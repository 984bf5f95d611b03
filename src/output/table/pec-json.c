/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/pec-json.h"

#include "core/report/report-summary.h"
#include "output/table/report-json.h"

void
pec_json_write (const PecReport *report, gboolean reliable, int exit_status, Sink *sink)
{
  const ReportTableInfo summary = report_summary_info_bare ();
  const SummaryRow row = { .exit_status = (guint) exit_status };

  sink_printf (sink,
               "{\n  \"schema\": \"" PEC_SCHEMA "\",\n  \"complete\": %s,\n  \"reliable\": %s",
               pec_report_is_complete (report) ? "true" : "false", reliable ? "true" : "false");
  report_json_write_rows (pec_report_months_info (), pec_report_months (report), sink);
  report_json_write_rows (pec_report_lost_info (), pec_report_lost (report), sink);
  report_json_write_object (&summary, &row, sink);
  sink_append (sink, "\n}\n");
}

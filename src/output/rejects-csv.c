/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/rejects-csv.h"

#include "core/report/finding.h"
#include "output/table/csv-text.h"

void
rejects_csv_write (const Rejects *rejects, Sink *sink)
{
  const char *code = finding_info (FINDING_ROW_REJECTED)->code;

  sink_append (sink, REJECTS_CSV_HEADER);
  for (guint i = 0; i < rejects_count (rejects); i++)
    {
      const Reject *reject = rejects_get (rejects, i);

      csv_text_write (reject->file, sink);
      sink_printf (sink, ",%" G_GUINT64_FORMAT ",", reject->line);
      csv_text_write (reject->column, sink);
      sink_printf (sink, ",%s,", code);
      csv_text_write (reject->reason, sink);
      sink_append (sink, ",");
      csv_text_write (reject->raw, sink);
      sink_append (sink, "\n");
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/open-findings.h"

static gboolean
is_resolved (DatabaseQuery *find, const FindingRow *row, GError **error)
{
  database_query_bind_text (find, 1, row->id);
  const gboolean resolved
      = database_query_next (find, error) && database_query_number (find, 0) > 0;
  return database_query_run (find, NULL) && resolved;
}

gboolean
open_findings_name (const Report *report, const WritePlan *plan, Database *database, guint *count,
                    GError **error)
{
  g_autoptr (DatabaseQuery) find = database_query_new (
      database, "SELECT count(*) FROM resolution WHERE finding_id = ?", error);
  GError *failure = NULL;

  *count = 0;
  for (gsize i = 0;
       find != NULL && failure == NULL && i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      g_autofree char *amount = decimal_to_string (row->amount, 2);

      if (!write_plan_fails_on (plan, row->severity) || is_resolved (find, row, &failure))
        continue;
      g_printerr ("%s %s %s\n", finding_info (row->code)->code, amount, row->id);
      (*count)++;
    }
  if (failure != NULL)
    g_propagate_error (error, failure);
  return find != NULL && failure == NULL;
}

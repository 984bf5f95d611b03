/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"

static void
show_table (Report *self, guint table)
{
  const ReportTableInfo *info = &report_schema (self)->tables[table].info;
  const Report *whole = report_whole (self);
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (whole, table); i++)
    {
      gconstpointer row = report_read (whole, table, i, &buffer);

      if (report_part_shows (report_part (self), info, row))
        report_append (self, table, row);
    }
}

/* The ids of the findings that are shown. (transfer full) */
static GHashTable *
shown_ids (const Report *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (self, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_read (self, REPORT_FINDINGS, i, &buffer);

      if (row->id != NULL)
        g_hash_table_add (ids, (gpointer) (guintptr) row->id);
    }
  return ids;
}

static gboolean
has_shown (const CaseRow *row, GHashTable *ids)
{
  const char *const *findings = row->findings.elements;

  for (gsize i = 0; i < row->findings.count; i++)
    if (g_hash_table_contains (ids, findings[i]))
      return TRUE;
  return FALSE;
}

/* They are made from the other tables, of all that was found; here some are left out. */
static void
show_cases (Report *self)
{
  const ReportPart *part = report_part (self);
  const Report *whole = report_whole (self);
  const gsize count = report_row_count (whole, REPORT_CASES);
  g_autoptr (GHashTable) ids = shown_ids (self);
  g_autofree CaseRow *rows = g_new (CaseRow, count);
  gsize shown = 0;

  for (gsize i = 0; i < count; i++)
    {
      const CaseRow *row = report_row (whole, REPORT_CASES, i);

      if (report_part_shows (part, report_table_info (REPORT_CASES), row)
          && (!report_part_narrows_findings (part) || has_shown (row, ids)))
        rows[shown++] = *row;
    }
  report_set_cases (self, rows, shown, (ReportSpan){ 0 });
}

Report *
report_narrowing_of (const Report *whole, const ReportPart *part)
{
  Report *self = report_new_part (whole, part);

  for (guint table = 0; table < report_schema (self)->table_count; table++)
    if (table != REPORT_CASES)
      show_table (self, table);
  report_leave_unnamed (self); /* findings keep the ids they have */
  report_sort (self);
  show_cases (self);
  return self;
}

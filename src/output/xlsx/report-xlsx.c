/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/report-xlsx.h"

#include "output/xlsx/xlsx-summary.h"

#define SECONDS_PER_DAY 86400

static const struct
{
  ReportTable table;
  const char *title;
} sheets[] = {
  { REPORT_AGREEMENTS, "Agreements" }, { REPORT_ROLLFORWARD, "Roll-forward" },
  { REPORT_TIE_OUT, "Tie-out" },       { REPORT_WATERFALL, "Waterfall" },
  { REPORT_CASES, "Cases" },           { REPORT_FINDINGS, "Findings" },
  { REPORT_INPUTS, "Inputs" },         { REPORT_INVOICES, "Invoices" },
};

/* Without an as-of day the one that the archive gives its entries. */
static gint64
choose_created (const Report *report, gint64 created)
{
  const Day as_of = report_as_of (report);
  const Day day = as_of == DAY_NONE ? calendar_day (1980, 1, 1) : as_of;

  if (created != REPORT_XLSX_CREATED_AS_OF)
    return created;
  return (gint64) (day - calendar_day (1970, 1, 1)) * SECONDS_PER_DAY;
}

gboolean
report_xlsx_write_split (const Report *report, const XlsxFile *file, gint64 created,
                         guint32 rows_max, GError **error)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autoptr (XlsxBook) book = xlsx_book_new (file, choose_created (report, created));
  XlsxTable *tables[REPORT_TABLE_COUNT] = { NULL };

  g_assert (rows_max > 0 && rows_max < XLSX_ROWS_MAX);
  xlsx_book_set_places (book, places);
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    tables[sheets[i].table] = xlsx_table_new (report, sheets[i].table, sheets[i].title, rows_max);
  XlsxSheet *summary = xlsx_book_add_sheet (book, "Summary");
  if (summary != NULL)
    xlsx_summary_write (report, tables, summary);
  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    xlsx_table_write (tables[sheets[i].table], book);
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    xlsx_table_free (tables[i]);
  return xlsx_book_finish (book, error);
}

gboolean
report_xlsx_write (const Report *report, const XlsxFile *file, gint64 created, GError **error)
{
  return report_xlsx_write_split (report, file, created, XLSX_ROWS_MAX - 1, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/report-csv.h"

#include "core/report/report-cell.h"
#include "output/table/csv-text.h"

static void
write_decimal (Decimal value, Sink *sink)
{
  g_autofree char *text = decimal_to_string (value, 2);

  sink_append (sink, text);
}

static void
write_month (Month month, Sink *sink)
{
  char text[MONTH_TEXT_SIZE];

  calendar_print_month (month, text);
  sink_append (sink, text);
}

static void
write_day (Day day, Sink *sink)
{
  char text[DAY_TEXT_SIZE];

  calendar_print_day (day, text);
  sink_append (sink, text);
}

static void
write_cell (const ReportColumn *column, gconstpointer row, Sink *sink)
{
  const ReportCell cell = report_cell (column, row);

  switch (cell.type)
    {
    case CELL_NULL:
      break;
    case CELL_TEXT:
      csv_text_write (cell.text, sink);
      break;
    case CELL_WORD:
      sink_append (sink, cell.word.text);
      break;
    case CELL_DECIMAL:
      write_decimal (*cell.decimal, sink);
      break;
    case CELL_COUNT:
      sink_printf (sink, "%" G_GUINT64_FORMAT, cell.count);
      break;
    case CELL_DAYS:
      sink_printf (sink, "%" G_GINT64_FORMAT, cell.days);
      break;
    case CELL_MONTH:
      write_month (cell.month, sink);
      break;
    case CELL_DAY:
      write_day (cell.day, sink);
      break;
    case CELL_FLAG:
      sink_append (sink, cell.flag ? "true" : "false");
      break;
    case CELL_MONTHS:
    case CELL_FITS:
    default:
      g_assert_not_reached ();
    }
}

static void
write_header (const ReportTableInfo *info, Sink *sink)
{
  for (gsize i = 0; i < info->column_count; i++)
    if (report_cell_is_flat (&info->columns[i]))
      sink_printf (sink, i == 0 ? "%s" : ",%s", info->columns[i].name);
  sink_append_char (sink, '\n');
}

static void
write_row (const ReportTableInfo *info, gconstpointer row, Sink *sink)
{
  for (gsize i = 0; i < info->column_count; i++)
    {
      if (!report_cell_is_flat (&info->columns[i]))
        continue;
      if (i > 0)
        sink_append_char (sink, ',');
      write_cell (&info->columns[i], row, sink);
    }
  sink_append_char (sink, '\n');
}

void
report_csv_write (const Report *report, ReportTable table, Sink *sink)
{
  const ReportTableInfo *info = report_table_info (table);
  gsize count = report_row_count (report, table);
  ReportBuffer buffer = { 0 };

  write_header (info, sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    write_row (info, report_read (report, table, i, &buffer), sink);
}

void
report_csv_write_rows (const ReportTableInfo *info, const GArray *rows, Sink *sink)
{
  write_header (info, sink);
  for (guint i = 0; i < rows->len && !sink_has_failed (sink); i++)
    write_row (info, rows->data + i * info->row_size, sink);
}

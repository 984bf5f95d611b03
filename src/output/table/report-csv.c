/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/report-csv.h"

#include "output/table/csv-text.h"

#define MEMBER(Type, row, offset) (*(Type const *) ((const char *) (row) + (offset)))

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

  if (month == MONTH_NONE)
    return;
  calendar_print_month (month, text);
  sink_append (sink, text);
}

static void
write_day (Day day, Sink *sink)
{
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE)
    return;
  calendar_print_day (day, text);
  sink_append (sink, text);
}

static void
write_amount (Amount amount, Sink *sink)
{
  if (amount.known)
    write_decimal (amount.value, sink);
}

static void
write_line (guint64 line, Sink *sink)
{
  if (line != 0)
    sink_printf (sink, "%" G_GUINT64_FORMAT, line);
}

static void
write_days (const ReportColumn *column, gconstpointer row, Sink *sink)
{
  if (MEMBER (gboolean, row, column->known_offset))
    sink_printf (sink, "%" G_GINT64_FORMAT, MEMBER (gint64, row, column->offset));
}

static gboolean
is_flat (const ReportColumn *column)
{
  return column->type != COLUMN_MONTHS && column->type != COLUMN_FITS;
}

static void
write_cell (const ReportColumn *column, gconstpointer row, Sink *sink)
{
  gsize at = column->offset;

  switch (column->type)
    {
    case COLUMN_TEXT:
      csv_text_write (MEMBER (char *, row, at), sink);
      break;
    case COLUMN_AMOUNT:
      write_amount (MEMBER (Amount, row, at), sink);
      break;
    case COLUMN_DECIMAL:
      write_decimal (MEMBER (Decimal, row, at), sink);
      break;
    case COLUMN_MONTH:
      write_month (MEMBER (Month, row, at), sink);
      break;
    case COLUMN_DAY:
      write_day (MEMBER (Day, row, at), sink);
      break;
    case COLUMN_COUNT:
      sink_printf (sink, "%" G_GUINT64_FORMAT, MEMBER (guint64, row, at));
      break;
    case COLUMN_LINE:
      write_line (MEMBER (guint64, row, at), sink);
      break;
    case COLUMN_DAYS:
      write_days (column, row, sink);
      break;
    case COLUMN_FLAG:
      sink_append (sink, MEMBER (gboolean, row, at) ? "true" : "false");
      break;
    case COLUMN_CODE:
      sink_append (sink, finding_info (MEMBER (FindingCode, row, at))->code);
      break;
    case COLUMN_NAME:
      sink_append (sink, finding_info (MEMBER (FindingCode, row, at))->name);
      break;
    case COLUMN_SEVERITY:
      sink_append (sink, finding_severity_name (MEMBER (Severity, row, at)));
      break;
    case COLUMN_MONTHS:
    case COLUMN_FITS:
    default:
      g_assert_not_reached ();
    }
}

static void
write_header (const ReportTableInfo *info, Sink *sink)
{
  for (gsize i = 0; i < info->column_count; i++)
    if (is_flat (&info->columns[i]))
      sink_printf (sink, i == 0 ? "%s" : ",%s", info->columns[i].name);
  sink_append_char (sink, '\n');
}

static void
write_row (const ReportTableInfo *info, gconstpointer row, Sink *sink)
{
  for (gsize i = 0; i < info->column_count; i++)
    {
      if (!is_flat (&info->columns[i]))
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

  write_header (info, sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    write_row (info, report_row (report, table, i), sink);
}

void
report_csv_write_rows (const ReportTableInfo *info, const GArray *rows, Sink *sink)
{
  write_header (info, sink);
  for (guint i = 0; i < rows->len && !sink_has_failed (sink); i++)
    write_row (info, rows->data + i * info->row_size, sink);
}

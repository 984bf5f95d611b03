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

/* Of a row within a cell, which the cell as a whole will quote. */
static void
write_plain (const ReportColumn *column, gconstpointer row, Sink *sink)
{
  const ReportCell cell = report_cell (column, row);

  if (cell.type == CELL_TEXT)
    sink_append (sink, cell.text);
  else if (cell.type == CELL_DECIMAL)
    write_decimal (*cell.decimal, sink);
}

/* "LOT=12.00 OTHER=3.00": the cells of an element joined, so that a list is one text. */
static void
write_rows (const ReportTableInfo *info, ReportSpan rows, Sink *sink)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) into = sink_new_string (text);

  for (gsize i = 0; i < rows.count; i++)
    for (gsize k = 0; k < info->column_count; k++)
      {
        if (i + k > 0)
          sink_append_char (into, k == 0 ? ' ' : '=');
        write_plain (&info->columns[k], (const char *) rows.elements + i * info->row_size, into);
      }
  (void) sink_flush (into, NULL);
  if (text->len > 0)
    csv_text_write (text->str, sink);
}

static void
write_texts (ReportSpan texts, Sink *sink)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < texts.count; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const char *const *) texts.elements)[i]);
  if (text->len > 0)
    csv_text_write (text->str, sink);
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
    case CELL_ROWS:
      write_rows (column->rows, cell.span, sink);
      break;
    case CELL_TEXTS:
      write_texts (cell.span, sink);
      break;
    case CELL_MONTHS:
    case CELL_FITS:
    default:
      g_assert_not_reached ();
    }
}

/* Takes the quotes away again. */
static void
unquote (GString *cell)
{
  gsize kept = 0;

  if (cell->str[0] != '"')
    return;
  for (gsize i = 1; i + 1 < cell->len; i++)
    {
      i += cell->str[i] == '"' ? 1 : 0;
      cell->str[kept++] = cell->str[i];
    }
  g_string_truncate (cell, kept);
}

char *
report_csv_cell (const ReportColumn *column, gconstpointer row)
{
  if (report_cell (column, row).type == CELL_NULL)
    return NULL;
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);
  write_cell (column, row, sink);
  unquote (text);
  return g_string_free (text, FALSE);
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
report_csv_write (const Report *report, guint table, Sink *sink)
{
  const ReportTableInfo *info = &report_schema (report)->tables[table].info;
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

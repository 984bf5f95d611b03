/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/report-json.h"

#include <string.h>

#include "core/report/report-cell.h"
#include "core/report/report-summary.h"
#include "output/table/json-text.h"
#include "output/text/verdict/report-verdict.h"

static void
append_decimal (GString *out, Decimal value)
{
  g_autofree char *text = decimal_to_string (value, 2);

  json_text_append_plain (out, text, strlen (text));
}

static void
append_count (GString *out, guint64 count)
{
  char text[20]; /* the digits of any */
  gsize begin = sizeof text;

  do
    text[--begin] = (char) ('0' + count % 10);
  while ((count /= 10) > 0);
  json_text_append_bytes (out, text + begin, sizeof text - begin);
}

static void
append_day (GString *out, Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE)
    {
      json_text_append (out, NULL);
      return;
    }
  calendar_print_day (day, text);
  json_text_append_plain (out, text, strlen (text));
}

static void
append_month (GString *out, Month month)
{
  char text[MONTH_TEXT_SIZE] = "";

  if (month != MONTH_NONE)
    calendar_print_month (month, text);
  json_text_append (out, text);
}

static void
append_months (GString *out, const GArray *months)
{
  g_string_append_c (out, '[');
  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_month (out, g_array_index (months, Month, i));
    }
  g_string_append_c (out, ']');
}

/* Names of columns are plain ASCII without a character that is escaped. */
static void
append_name (GString *out, const char *before, const char *name)
{
  g_string_append (out, before);
  g_string_append_c (out, '"');
  g_string_append (out, name);
  g_string_append (out, "\":");
}

static void
append_fits (GString *out, const guint64 *fits)
{
  for (Fit fit = 0; fit < FIT_COUNT; fit++)
    {
      append_name (out, fit == 0 ? "{" : ",", fit_name (fit));
      g_string_append_printf (out, "%" G_GUINT64_FORMAT, fits[fit]);
    }
  g_string_append_c (out, '}');
}

static void
append_texts (GString *out, const char *const *texts, gsize count)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; i < count; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      json_text_append (out, texts[i]);
    }
  g_string_append_c (out, ']');
}

/* How rows of a table are written: what stands before the value of each column is made once. */
typedef struct RowForm
{
  const ReportTableInfo *info;
  GString *names;        /* {"date":,"amount": and so on */
  gsize *ends;           /* in @names, by column */
  struct RowForm **rows; /* by column, of the rows in its cells; NULL: it has none */
} RowForm;

static void
row_form_free (RowForm *self)
{
  for (gsize i = 0; i < self->info->column_count; i++)
    if (self->rows[i] != NULL)
      row_form_free (self->rows[i]);
  g_free (self->rows);
  g_free (self->ends);
  g_string_free (self->names, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowForm, row_form_free)

static RowForm *
row_form_new (const ReportTableInfo *info)
{
  RowForm *self = g_new (RowForm, 1);

  self->info = info;
  self->names = g_string_new (NULL);
  self->ends = g_new (gsize, info->column_count);
  self->rows = g_new0 (RowForm *, info->column_count);
  for (gsize i = 0; i < info->column_count; i++)
    {
      append_name (self->names, i == 0 ? "{" : ",", info->columns[i].name);
      self->ends[i] = self->names->len;
      if (info->columns[i].type == COLUMN_ROWS)
        self->rows[i] = row_form_new (info->columns[i].rows);
    }
  return self;
}

static void append_row (GString *out, const RowForm *form, gconstpointer row);

/* @margin: before each row, of which it takes a line, and before the end; "": all is one line. */
static void
append_rows (GString *out, const RowForm *form, ReportSpan rows, const char *margin)
{
  json_text_append_bytes (out, "[", 1);
  for (gsize i = 0; i < rows.count; i++)
    {
      if (i > 0)
        json_text_append_bytes (out, ",", 1);
      if (*margin != '\0')
        g_string_append_printf (out, "%s  ", margin);
      append_row (out, form, (const char *) rows.elements + i * form->info->row_size);
    }
  if (rows.count > 0)
    g_string_append (out, margin);
  json_text_append_bytes (out, "]", 1);
}

/* @rows: the form of the rows in the cell; NULL: its column has none. */
static void
append_cell (GString *out, const ReportColumn *column, const RowForm *rows, gconstpointer row)
{
  const ReportCell cell = report_cell (column, row);

  switch (cell.type)
    {
    case CELL_NULL:
      json_text_append_bytes (out, "null", 4);
      break;
    case CELL_TEXT:
      json_text_append (out, cell.text);
      break;
    case CELL_WORD:
      json_text_append (out, cell.word.text);
      break;
    case CELL_DECIMAL:
      append_decimal (out, *cell.decimal);
      break;
    case CELL_COUNT:
      append_count (out, cell.count);
      break;
    case CELL_DAYS:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, cell.days);
      break;
    case CELL_MONTH:
      append_month (out, cell.month);
      break;
    case CELL_DAY:
      append_day (out, cell.day);
      break;
    case CELL_FLAG:
      g_string_append (out, cell.flag ? "true" : "false");
      break;
    case CELL_MONTHS:
      append_months (out, cell.months);
      break;
    case CELL_FITS:
      append_fits (out, cell.fits);
      break;
    case CELL_ROWS:
      append_rows (out, rows, cell.span, "");
      break;
    case CELL_TEXTS:
      append_texts (out, cell.span.elements, cell.span.count);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_row (GString *out, const RowForm *form, gconstpointer row)
{
  const ReportTableInfo *info = form->info;
  gsize begin = 0;

  for (gsize i = 0; i < info->column_count; begin = form->ends[i++])
    {
      if (info->columns[i].type == COLUMN_CARRIED
          && report_cell (&info->columns[i], row).type == CELL_NULL)
        continue;
      json_text_append_bytes (out, form->names->str + begin, form->ends[i] - begin);
      append_cell (out, &info->columns[i], form->rows[i], row);
    }
  json_text_append_bytes (out, "}", 1);
}

static void
begin_table (const ReportTableInfo *info, Sink *sink)
{
  sink_printf (sink, ",\n  \"%s\": [", info->name);
}

/* Each row is made in the same place, @text. */
static void
write_element (const RowForm *form, gconstpointer row, gsize index, GString *text, Sink *sink)
{
  g_string_assign (text, index == 0 ? "\n    " : ",\n    ");
  append_row (text, form, row);
  sink_append_bytes (sink, text->str, text->len);
}

static void
end_table (gsize count, Sink *sink)
{
  sink_append (sink, count == 0 ? "]" : "\n  ]");
}

static void
write_table (const Report *report, guint table, Sink *sink)
{
  const ReportTableInfo *info = &report_schema (report)->tables[table].info;
  const gsize count = report_row_count (report, table);
  g_autoptr (RowForm) form = row_form_new (info);
  g_autoptr (GString) text = g_string_new (NULL);
  ReportBuffer buffer = { 0 };

  begin_table (info, sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    write_element (form, report_read (report, table, i, &buffer), i, text, sink);
  end_table (count, sink);
}

void
report_json_write_rows (const ReportTableInfo *info, const GArray *rows, Sink *sink)
{
  g_autoptr (RowForm) form = row_form_new (info);
  g_autoptr (GString) text = g_string_new (NULL);

  begin_table (info, sink);
  for (guint i = 0; i < rows->len && !sink_has_failed (sink); i++)
    write_element (form, rows->data + i * info->row_size, i, text, sink);
  end_table (rows->len, sink);
}

void
report_json_write_object (const ReportTableInfo *info, gconstpointer row, Sink *sink)
{
  g_autoptr (RowForm) form = row_form_new (info);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, ",\n  \"%s\": {", info->name);
  for (gsize i = 0; i < info->column_count; i++)
    {
      const ReportColumn *column = &info->columns[i];

      g_string_append_printf (text, "%s\n    \"%s\": ", i == 0 ? "" : ",", column->name);
      if (column->type == COLUMN_ROWS)
        append_rows (text, form->rows[i], report_cell (column, row).span, "\n    ");
      else
        append_cell (text, column, NULL, row);
    }
  g_string_append (text, "\n  }");
  sink_append_bytes (sink, text->str, text->len);
}

static void
write_summary (const Report *report, int exit_status, Sink *sink)
{
  const ReportTableInfo info = report_summary_info (report_schema (report));
  g_autoptr (ReportSummary) summary = report_summary_new (report, (guint) exit_status);

  report_json_write_object (&info, report_summary_row (summary), sink);
}

static gsize
count_texts (const char *const *texts)
{
  gsize count = 0;

  while (texts[count] != NULL)
    count++;
  return count;
}

static void
append_baseline (GString *out, const GArray *months)
{
  g_string_append (out, ",\n  \"baseline\": ");
  if (months == NULL)
    {
      g_string_append (out, "null");
      return;
    }
  g_string_append (out, "{\"history\":true,\"months\":");
  append_months (out, months);
  g_string_append_c (out, '}');
}

/* Who says so, how it was asked, and what it comes to. */
static void
write_origin (const Report *report, Sink *sink)
{
  g_autoptr (GString) text = g_string_new ("{\n  \"schema\": \"" REPORT_SCHEMA "\"");
  g_autofree char *verdict = report_verdict_plain (report);
  const char *const *options = report_origin (report)->options;

  g_string_append (text, ",\n  \"program\": ");
  json_text_append (text, PACKAGE_NAME " " PACKAGE_VERSION);
  g_string_append (text, ",\n  \"options\": ");
  append_texts (text, options, count_texts (options));
  g_string_append (text, ",\n  \"verdict\": ");
  json_text_append (text, verdict);
  g_string_append (text, ",\n  \"as_of\": ");
  append_day (text, report_as_of (report));
  g_string_append (text, ",\n  \"month\": ");
  append_month (text, report_origin (report)->month);
  g_string_append_printf (text, ",\n  \"complete\": %s,\n  \"reliable\": %s",
                          report_is_complete (report) ? "true" : "false",
                          report_is_reliable (report) ? "true" : "false");
  append_baseline (text, report_origin (report)->baseline);
  sink_append_bytes (sink, text->str, text->len);
}

/* What a report of another schema says before its tables. */
static void
write_head (const Report *report, Sink *sink)
{
  const ReportTableInfo *info = report_schema (report)->head;
  g_autoptr (GString) text = g_string_new ("{\n  \"schema\": ");

  json_text_append (text, report_schema (report)->name);
  for (gsize i = 0; i < info->column_count; i++)
    {
      g_string_append_printf (text, ",\n  \"%s\": ", info->columns[i].name);
      append_cell (text, &info->columns[i], NULL, report_head (report));
    }
  sink_append_bytes (sink, text->str, text->len);
}

void
report_json_write (const Report *report, int exit_status, Sink *sink)
{
  const ReportSchema *schema = report_schema (report);

  if (schema->head == NULL)
    write_origin (report, sink);
  else
    write_head (report, sink);
  for (guint table = 0; table < schema->table_count; table++)
    write_table (report, table, sink);
  write_summary (report, exit_status, sink);
  sink_append (sink, "\n}\n");
}

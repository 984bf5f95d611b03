/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/report-json.h"

#include <json.h>
#include <string.h>

#include "core/report/report-cell.h"
#include "output/text/report-verdict.h"

/* json-c's own NULL is JSON's null, so a failed allocation must not pass for one. */
static json_object *
present (json_object *value)
{
  g_assert (value != NULL);
  return value;
}

static json_object *
json_text (const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  if (g_utf8_validate (text, -1, NULL))
    return present (json_object_new_string (text));

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  return present (json_object_new_string (valid));
}

static json_object *
json_decimal (Decimal value)
{
  g_autofree char *text = decimal_to_string (value, 2);

  return json_text (text);
}

static json_object *
json_day (Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE)
    return NULL;
  calendar_print_day (day, text);
  return json_text (text);
}

static json_object *
json_month (Month month)
{
  char text[MONTH_TEXT_SIZE];

  if (month == MONTH_NONE)
    return NULL;
  calendar_print_month (month, text);
  return json_text (text);
}

static json_object *
json_count (guint64 count)
{
  return present (json_object_new_uint64 (count));
}

static json_object *
json_months (const GArray *months)
{
  json_object *list = present (json_object_new_array ());

  for (guint i = 0; months != NULL && i < months->len; i++)
    {
      int status = json_object_array_add (list, json_month (g_array_index (months, Month, i)));

      g_assert (status == 0);
    }
  return list;
}

/* @name must outlive @object and be new in it. */
static void
add_member (json_object *object, const char *name, json_object *value)
{
  unsigned flags = JSON_C_OBJECT_ADD_KEY_IS_NEW | JSON_C_OBJECT_ADD_CONSTANT_KEY;
  int status = json_object_object_add_ex (object, name, value, flags);

  g_assert (status == 0);
}

static json_object *
json_fits (const guint64 *fits)
{
  json_object *object = present (json_object_new_object ());

  for (Fit fit = 0; fit < FIT_COUNT; fit++)
    add_member (object, fit_name (fit), json_count (fits[fit]));
  return object;
}

static json_object *
json_cell (const ReportColumn *column, gconstpointer row)
{
  const ReportCell cell = report_cell (column, row);

  switch (cell.type)
    {
    case CELL_NULL:
      return NULL;
    case CELL_TEXT:
      return json_text (cell.text);
    case CELL_WORD:
      return json_text (cell.word.text);
    case CELL_DECIMAL:
      return json_decimal (*cell.decimal);
    case CELL_COUNT:
      return json_count (cell.count);
    case CELL_DAYS:
      return present (json_object_new_int64 (cell.days));
    case CELL_MONTH:
      return json_month (cell.month);
    case CELL_DAY:
      return json_day (cell.day);
    case CELL_FLAG:
      return present (json_object_new_boolean (cell.flag));
    case CELL_MONTHS:
      return json_months (cell.months);
    case CELL_FITS:
      return json_fits (cell.fits);
    default:
      g_assert_not_reached ();
    }
}

static void
write_value (json_object *value, Sink *sink)
{
  int flags = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE;
  const char *text = json_object_to_json_string_ext (value, flags);

  g_assert (text != NULL);
  sink_append (sink, text);
  json_object_put (value);
}

static void
write_row (const ReportTableInfo *info, gconstpointer row, Sink *sink)
{
  json_object *object = present (json_object_new_object ());

  for (gsize i = 0; i < info->column_count; i++)
    add_member (object, info->columns[i].name, json_cell (&info->columns[i], row));
  write_value (object, sink);
}

static void
begin_table (const ReportTableInfo *info, Sink *sink)
{
  sink_printf (sink, ",\n  \"%s\": [", info->name);
}

static void
write_element (const ReportTableInfo *info, gconstpointer row, gsize index, Sink *sink)
{
  sink_append (sink, index == 0 ? "\n    " : ",\n    ");
  write_row (info, row, sink);
}

static void
end_table (gsize count, Sink *sink)
{
  sink_append (sink, count == 0 ? "]" : "\n  ]");
}

static void
write_table (const Report *report, ReportTable table, Sink *sink)
{
  const ReportTableInfo *info = report_table_info (table);
  gsize count = report_row_count (report, table);
  ReportBuffer buffer = { 0 };

  begin_table (info, sink);
  for (gsize i = 0; i < count && !sink_has_failed (sink); i++)
    write_element (info, report_read (report, table, i, &buffer), i, sink);
  end_table (count, sink);
}

void
report_json_write_rows (const ReportTableInfo *info, const GArray *rows, Sink *sink)
{
  begin_table (info, sink);
  for (guint i = 0; i < rows->len && !sink_has_failed (sink); i++)
    write_element (info, rows->data + i * info->row_size, i, sink);
  end_table (rows->len, sink);
}

static json_object *
json_texts (const char *const *texts)
{
  json_object *list = present (json_object_new_array ());

  for (; *texts != NULL; texts++)
    {
      int status = json_object_array_add (list, json_text (*texts));

      g_assert (status == 0);
    }
  return list;
}

/* Who says so, how it was asked, and what it comes to. */
static void
write_origin (const Report *report, Sink *sink)
{
  g_autofree char *verdict = report_verdict (report);

  sink_append (sink, "{\n  \"schema\": \"" REPORT_SCHEMA "\",\n  \"program\": ");
  write_value (json_text (PACKAGE_NAME " " PACKAGE_VERSION), sink);
  sink_append (sink, ",\n  \"options\": ");
  write_value (json_texts (report_origin (report)->options), sink);
  sink_append (sink, ",\n  \"verdict\": ");
  write_value (json_text (verdict), sink);
}

void
report_json_write (const Report *report, Sink *sink)
{
  write_origin (report, sink);
  sink_append (sink, ",\n  \"as_of\": ");
  write_value (json_day (report_as_of (report)), sink);
  sink_append (sink, ",\n  \"month\": ");
  write_value (json_month (report_origin (report)->month), sink);
  sink_printf (sink, ",\n  \"complete\": %s,\n  \"reliable\": %s",
               report_is_complete (report) ? "true" : "false",
               report_is_reliable (report) ? "true" : "false");
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    write_table (report, table, sink);
  sink_append (sink, "\n}\n");
}

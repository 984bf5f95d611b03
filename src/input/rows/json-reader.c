/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-reader.h"

#include "base/printable.h"
#include "input/rows/json-feed.h"
#include "input/rows/json-row.h"

#define KEY_COLUMNS_SHOWN 60

struct JsonReader
{
  JsonFeed *feed;
  JsonRow *objects;
  Slice object; /* the text of the last one */

  gboolean has_columns; /* they were told, and the row behind them is next */
  guint column_count;   /* as told */
  Slice *names;         /* NULL: none were told */
  guint *wanted;
  gsize wanted_count;
  Slice *cells;
  Row row;
};

static gboolean
refuse_key_twice (JsonReader *self, gsize offset)
{
  const guint column = json_row_last_column (self->objects);
  g_autofree char *key = printable_text (json_row_column_name (self->objects, column));
  g_autofree char *shown = printable_shorten (key, KEY_COLUMNS_SHOWN, 0);
  g_autofree char *problem
      = g_strdup_printf ("found the key \"%s\" twice in one object, expected each key once (case "
                         "and punctuation do not count)",
                         shown);

  return json_feed_refuse (self->feed, offset, problem);
}

static gboolean
refuse_object (JsonReader *self, JsonRowVerdict verdict, const JsonScan *scan)
{
  switch (verdict)
    {
    case JSON_ROW_TWICE:
      return refuse_key_twice (self, scan->at);
    case JSON_ROW_LONG_KEY:
      return json_feed_refuse (self->feed, scan->at,
                               "found a key of more than 1 KiB, expected at most 1 KiB");
    case JSON_ROW_LONG_CELL:
      return json_feed_refuse (self->feed, scan->at,
                               "found a value of more than 1 MiB, expected at most 1 MiB");
    case JSON_ROW_MANY_KEYS:
      return json_feed_refuse (self->feed, scan->at,
                               "found more than 4,096 different keys, expected at most 4,096");
    case JSON_ROW_TAKEN:
    case JSON_ROW_UNSOUND:
    default:
      return json_feed_refuse_json (self->feed, scan);
    }
}

/* An empty object text is the end of the stream. */
static gboolean
take_object (JsonReader *self)
{
  if (!json_feed_next (self->feed, &self->object))
    return FALSE;
  if (slice_is_empty (self->object))
    return TRUE;

  JsonScan scan = { .text = self->object.text, .length = self->object.length };
  const JsonRowVerdict verdict = json_row_take (self->objects, &scan);

  if (verdict != JSON_ROW_TAKEN)
    return refuse_object (self, verdict, &scan);
  self->object.length = scan.at;
  return json_feed_take (self->feed, scan.at);
}

static JsonReaderStep
tell_columns (JsonReader *self)
{
  if (self->names == NULL)
    self->names = g_new (Slice, CSV_COLUMNS_MAX);
  self->has_columns = TRUE;
  self->column_count = json_row_column_count (self->objects);
  for (guint i = 0; i < self->column_count; i++)
    self->names[i] = slice_of (json_row_column_name (self->objects, i));
  self->row = (Row){ .line = json_feed_line (self->feed),
                     .cell_count = self->column_count,
                     .cells = self->names,
                     .raw = self->object };
  return JSON_READER_COLUMNS;
}

static JsonReaderStep
tell_row (JsonReader *self)
{
  self->has_columns = FALSE;
  json_row_cells (self->objects, self->wanted, self->wanted_count, self->cells);
  self->row = (Row){ .line = json_feed_line (self->feed),
                     .cell_count = self->column_count,
                     .cells = self->cells,
                     .raw = self->object };
  return JSON_READER_ROW;
}

static JsonReaderStep
read_step (JsonReader *self)
{
  if (self->has_columns)
    return tell_row (self);
  if (!take_object (self))
    return JSON_READER_REFUSED;
  if (slice_is_empty (self->object))
    return JSON_READER_END;
  if (self->names == NULL || json_row_column_count (self->objects) > self->column_count)
    return tell_columns (self);
  return tell_row (self);
}

JsonReader *
json_reader_new (const char *name, ReadFunc read, void *stream)
{
  g_assert (name != NULL && read != NULL);

  JsonReader *self = g_new0 (JsonReader, 1);

  self->feed = json_feed_new (name, read, stream);
  self->objects = json_row_new ();
  self->cells = g_new (Slice, CSV_COLUMNS_MAX);
  return self;
}

void
json_reader_free (JsonReader *self)
{
  if (self == NULL)
    return;
  json_feed_free (self->feed);
  json_row_free (self->objects);
  g_free (self->names);
  g_free (self->wanted);
  g_free (self->cells);
  g_free (self);
}

void
json_reader_want (JsonReader *self, const guint *columns, gsize count)
{
  g_assert (count <= CSV_COLUMNS_MAX);
  g_free (self->wanted);
  self->wanted = g_memdup2 (columns, count * sizeof *columns);
  self->wanted_count = count;
}

JsonReaderStep
json_reader_next (JsonReader *self, const Row **row, GError **error)
{
  g_assert (self != NULL && row != NULL);

  const JsonReaderStep step
      = json_feed_error (self->feed) == NULL ? read_step (self) : JSON_READER_REFUSED;

  if (step == JSON_READER_REFUSED)
    g_propagate_error (error, g_error_copy (json_feed_error (self->feed)));
  else if (step != JSON_READER_END)
    *row = &self->row;
  return step;
}

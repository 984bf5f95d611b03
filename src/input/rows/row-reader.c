/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/row-reader.h"

#include <string.h>

#include "input/rows/csv-reader.h"
#include "input/rows/json-reader.h"

/* More blanks than this before its first byte has no JSON. */
#define AHEAD_BYTES 4096

struct RowReader
{
  ReadFunc read;
  void *stream;
  char ahead[AHEAD_BYTES]; /* looked at, not yet handed out */
  gsize ahead_start;
  gsize ahead_end;
  CsvReader *csv; /* either */
  JsonReader *json;
  gboolean has_header;
};

static gssize
read_with_ahead (void *data, char *buffer, gsize size, GError **error)
{
  RowReader *self = data;
  const gsize count = MIN (size, self->ahead_end - self->ahead_start);

  if (count == 0)
    return self->read (self->stream, buffer, size, error);
  memcpy (buffer, self->ahead + self->ahead_start, count);
  self->ahead_start += count;
  return (gssize) count;
}

static gsize
skip_blanks (const char *text, gsize length, gsize at)
{
  while (at < length && memchr (" \t\r\n", text[at], 4) != NULL)
    at++;
  return at;
}

/* FALSE: what is ahead is too little to tell. */
static gboolean
tells_form (const RowReader *self, gboolean *is_json)
{
  const char *text = self->ahead;
  const gsize length = self->ahead_end;
  const gsize mark = length < 3 || memcmp (text, "\xef\xbb\xbf", 3) != 0 ? 0 : 3;
  const gsize first = skip_blanks (text, length, mark);

  *is_json = FALSE;
  if (first == length)
    return FALSE;
  if (text[first] != '{' && text[first] != '[')
    return length >= 3; /* else it may become a byte-order mark */

  const gsize second = skip_blanks (text, length, first + 1);

  if (second == length)
    return FALSE;
  *is_json = memchr (text[first] == '{' ? "\"}" : "{]", text[second], 2) != NULL;
  return TRUE;
}

static gboolean
look_ahead (RowReader *self, gboolean *is_json, GError **error)
{
  while (!tells_form (self, is_json) && self->ahead_end < AHEAD_BYTES)
    {
      const gssize count = self->read (self->stream, self->ahead + self->ahead_end,
                                       AHEAD_BYTES - self->ahead_end, error);
      if (count < 0)
        return FALSE;
      if (count == 0)
        break;
      self->ahead_end += (gsize) count;
    }
  return TRUE;
}

RowReader *
row_reader_new (const char *name, char separator, ReadFunc read, void *stream, GError **error)
{
  g_autoptr (RowReader) self = g_new0 (RowReader, 1);
  gboolean is_json;

  self->read = read;
  self->stream = stream;
  if (!look_ahead (self, &is_json, error))
    return NULL;
  if (is_json)
    self->json = json_reader_new (name, read_with_ahead, self);
  else
    self->csv = csv_reader_new (name, separator, read_with_ahead, self);
  return g_steal_pointer (&self);
}

void
row_reader_free (RowReader *self)
{
  if (self == NULL)
    return;
  csv_reader_free (self->csv);
  json_reader_free (self->json);
  g_free (self);
}

gboolean
row_reader_is_json (const RowReader *self)
{
  return self->json != NULL;
}

void
row_reader_want (RowReader *self, const guint *columns, gsize count)
{
  if (self->json != NULL)
    json_reader_want (self->json, columns, count);
  else
    csv_reader_want (self->csv, columns, count);
}

static RowStep
next_of_csv (RowReader *self, guint most, const Row **rows, guint *count, GError **error)
{
  const gboolean had_header = self->has_header;

  switch (csv_reader_next_rows (self->csv, had_header ? most : 1, rows, count, error))
    {
    case CSV_ROW:
      self->has_header = TRUE;
      return had_header ? ROWS_ROW : ROWS_HEADER;
    case CSV_END:
      return ROWS_END;
    case CSV_REFUSED:
      return ROWS_REFUSED;
    default:
      g_assert_not_reached ();
    }
}

static RowStep
next_of_json (RowReader *self, const Row **row, GError **error)
{
  switch (json_reader_next (self->json, row, error))
    {
    case JSON_READER_COLUMNS:
      return ROWS_HEADER;
    case JSON_READER_ROW:
      return ROWS_ROW;
    case JSON_READER_END:
      return ROWS_END;
    case JSON_READER_REFUSED:
      return ROWS_REFUSED;
    default:
      g_assert_not_reached ();
    }
}

RowStep
row_reader_next_rows (RowReader *self, const Row **rows, guint *count, GError **error)
{
  *count = 1;
  return self->json != NULL ? next_of_json (self, rows, error)
                            : next_of_csv (self, ROWS_TOGETHER_MAX, rows, count, error);
}

RowStep
row_reader_next (RowReader *self, const Row **row, GError **error)
{
  guint count = 1;

  return self->json != NULL ? next_of_json (self, row, error)
                            : next_of_csv (self, 1, row, &count, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/csv-reader.h"

#include <csv.h>
#include <string.h>

#include "core/recon-error.h"
#include "io/line-fault.h"
#include "io/plain-cells.h"
#include "io/sep-line.h"

/* The buffer holds the current record in one piece. Physical lines are looked at, cut into cells as
 * far as they are plain (plain-cells), and what is left of them is handed to libcsv one at a time,
 * so when it reports a row, the row ended with that very line: this makes the line numbers exact.
 * libcsv knows no lines, limits or encodings, and takes a lone CR for a line end; all of that is
 * decided here, before it sees the bytes. */

#define BUFFER_BYTES (256 * 1024)
#define BUFFER_BYTES_MAX (CSV_RECORD_BYTES_MAX + 5) /* with its line end and a byte-order mark */
/* libcsv keeps the closing quote for a while, and asks for room before it looks at a byte. */
#define CELL_BUFFER_BYTES_MAX (CSV_CELL_BYTES_MAX + 2)
#define CELL_BLOCK_BYTES (64 * 1024) /* libcsv alone would grow a cell by 128 bytes at a time */
#define NO_COLUMN G_MAXUINT          /* ends the wanted columns; no record has that many */

/* What messages say was found and expected; never the text of a cell. */
#define OPEN_QUOTE \
  "quote opened here is never closed; expected a closing quote before the end of the file"
#define TEXT_AFTER_QUOTE "text after a closing quote; expected a separator or the end of the line"
#define STRAY_QUOTE "a quote inside an unquoted cell; expected a quoted cell with the quote doubled"
#define LONG_RECORD "a record of more than 4 MiB; expected at most 4 MiB (is a quote never closed?)"
#define LONG_CELL "a cell of more than 1 MiB; expected at most 1 MiB (is a quote never closed?)"
#define MANY_CELLS "a record of more than 4,096 cells; expected at most 4,096"

struct CsvReader
{
  char *name;
  CsvReadFunc read;
  void *stream;
  gboolean stream_ended;
  GError *error; /* the first failure: libcsv must not be called after it */

  char *buffer;
  gsize capacity; /* of buffer and store: the cells of a record take no more room than the record */
  gsize filled;   /* bytes in the buffer */
  gsize record;   /* offset of the current record */
  gsize fed;      /* offset of the next line; what precedes it libcsv has seen */
  gsize scanned;  /* there is no LF from fed up to here */
  guint64 line;   /* physical line at fed */
  guint64 record_line;

  SepLine sep_line;

  struct csv_parser parser;
  gboolean row_ended;
  const char *problem; /* what the callbacks found */
  guint cell_count;
  guint *wanted;      /* NULL: all; ends with NO_COLUMN */
  gsize wanted_count; /* 0 as long as all are */
  char *store;        /* the kept cells, one after the other */
  gsize stored;
  Slice *cells; /* of the kept cells; the texts are set when the row has ended */
  gsize kept_count;
  CsvRow row;
};

static gboolean
refuse (CsvReader *self, guint64 line, const char *problem)
{
  g_assert (self->error == NULL);
  g_set_error (&self->error, RECON_ERROR, RECON_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s",
               self->name, line, problem);
  return FALSE;
}

static int
is_space (unsigned char byte G_GNUC_UNUSED)
{
  return 0; /* blanks round a cell belong to it */
}

static void *
reallocate_cell (void *memory, size_t size)
{
  return size <= CELL_BUFFER_BYTES_MAX ? g_realloc (memory, size) : NULL;
}

/* The callbacks of libcsv cannot stop it: they only take notes. */
static void
take_cell (const char *text, gsize length, gpointer data)
{
  CsvReader *self = data;
  guint column = self->cell_count++;

  if (length > CSV_CELL_BYTES_MAX)
    self->problem = LONG_CELL;
  if (column >= CSV_COLUMNS_MAX)
    self->problem = MANY_CELLS;
  if (self->problem != NULL || (self->wanted != NULL && self->wanted[self->kept_count] != column))
    return;

  char *stored = self->store + self->stored;
  length = sep_line_store (&self->sep_line, (Slice){ text, length }, stored);
  self->stored += length;
  self->cells[self->kept_count++].length = length;
}

static void
on_cell (void *text, size_t length, void *data)
{
  take_cell (text, length, data);
}

static void
on_row (int terminator G_GNUC_UNUSED, void *data)
{
  CsvReader *self = data;

  g_assert (!self->row_ended);
  self->row_ended = TRUE;
}

static void
discard_earlier_records (CsvReader *self)
{
  memmove (self->buffer, self->buffer + self->record, self->filled - self->record);
  self->filled -= self->record;
  self->fed -= self->record;
  self->scanned -= self->record;
  self->record = 0;
}

/* Reads once, where there is room; the end of the stream is no failure. */
static gboolean
fill_buffer (CsvReader *self)
{
  if (self->record > 0)
    discard_earlier_records (self);
  if (self->filled == BUFFER_BYTES_MAX)
    return refuse (self, self->record_line, LONG_RECORD);
  if (self->filled == self->capacity)
    {
      self->capacity = MIN (2 * self->capacity, BUFFER_BYTES_MAX);
      self->buffer = g_realloc (self->buffer, self->capacity);
      self->store = g_realloc (self->store, self->capacity);
    }

  gsize room = self->capacity - self->filled;
  gssize count = self->read (self->stream, self->buffer + self->filled, room, &self->error);
  g_assert (count < 0 ? self->error != NULL : self->error == NULL && (gsize) count <= room);
  if (count < 0)
    return FALSE;
  self->filled += (gsize) count;
  self->stream_ended = count == 0;
  return TRUE;
}

static void
begin_record (CsvReader *self)
{
  self->record = self->fed;
  self->record_line = self->line;
  self->row_ended = FALSE;
  self->cell_count = 0;
  self->kept_count = 0;
  self->stored = 0;
}

/* The next line with its LF; without LF it is what the stream ends with, perhaps nothing. */
static gboolean
find_line (CsvReader *self, gsize *length)
{
  for (;;)
    {
      const char *end = memchr (self->buffer + self->scanned, '\n', self->filled - self->scanned);

      self->scanned = end != NULL ? (gsize) (end - self->buffer) + 1 : self->filled;
      *length = self->scanned - self->fed;
      if (end != NULL || self->stream_ended)
        return TRUE;
      if (!fill_buffer (self))
        return FALSE;
    }
}

/* Of the last line, which has no end: programs of old end a file with Ctrl-Z. */
static void
drop_end_of_file (CsvReader *self, gsize *length)
{
  const gsize dropped = *length > 0 && self->buffer[self->fed + *length - 1] == '\x1a' ? 1 : 0;

  *length -= dropped;
  self->filled -= dropped;
  self->scanned -= dropped;
}

/* The first line only: drops the byte-order mark of UTF-8 and names UTF-16 as what it is. */
static gboolean
drop_mark (CsvReader *self, gsize *length)
{
  const Slice line = { self->buffer + self->fed, *length };
  const gsize mark = line_mark_length (line);

  if (line_mark_fault (line) != NULL)
    return refuse (self, self->line, line_mark_fault (line));
  self->fed += mark;
  self->record = self->fed;
  *length -= mark;
  return TRUE;
}

/* What of the record is there, up to @end. */
static Slice
record_until (const CsvReader *self, gsize end)
{
  return line_without_end ((Slice){ self->buffer + self->record, end - self->record });
}

/* The first line only: TRUE when it names the separator, and is done with. */
static gboolean
take_sep_line (CsvReader *self, gsize length)
{
  if (!sep_line_take (&self->sep_line, record_until (self, self->fed + length)))
    return FALSE;
  csv_set_delim (&self->parser, (guchar) sep_line_byte (&self->sep_line));
  self->fed += length;
  self->line++;
  begin_record (self);
  return TRUE;
}

static gboolean
feed (CsvReader *self, const char *text, gsize length)
{
  gsize done = csv_parse (&self->parser, text, length, on_cell, on_row, self);

  if (done == length)
    return self->problem == NULL || refuse (self, self->record_line, self->problem);
  if (csv_error (&self->parser) == CSV_ENOMEM)
    return refuse (self, self->record_line, LONG_CELL);
  /* It stops at the byte it cannot take. After a closing quote a quote is never that byte. */
  if (text[done] == '"')
    return refuse (self, self->line, STRAY_QUOTE);
  return refuse (self, self->line, TEXT_AFTER_QUOTE);
}

static gboolean
accept_line (CsvReader *self, gsize length)
{
  const Slice line = { self->buffer + self->fed, length };
  const Slice shown = sep_line_shorten (&self->sep_line, line);
  const gsize shown_length = line_without_end (shown).length;
  const gboolean begins_record = self->record == self->fed;
  const gsize record_length = record_until (self, self->fed + length).length;
  /* Inside quotes the record goes on: else it would have ended before. */
  const char *fault = line_fault (line_without_end (line), !begins_record);
  gsize done = 0;

  if (fault != NULL)
    return refuse (self, self->line, fault);
  if (record_length > CSV_RECORD_BYTES_MAX)
    return refuse (self, self->record_line, LONG_RECORD);
  if (begins_record && record_length > 0)
    done = plain_cells_take (shown.text, shown_length, (char) csv_get_delim (&self->parser),
                             take_cell, self);
  if (self->problem != NULL)
    return refuse (self, self->record_line, self->problem);
  self->row_ended = done > shown_length;
  if (!self->row_ended && !feed (self, shown.text + done, shown.length - done))
    return FALSE;

  self->fed += length;
  self->line++;
  if (record_length == 0) /* a blank line, of which libcsv makes nothing */
    begin_record (self);
  return TRUE;
}

/* At the end of the stream. csv_fini would forget an earlier error: there must be none. */
static gboolean
finish (CsvReader *self)
{
  g_assert (csv_error (&self->parser) == CSV_SUCCESS);
  if (csv_fini (&self->parser, on_cell, on_row, self) != 0)
    return refuse (self, self->record_line, OPEN_QUOTE);
  return self->problem == NULL || refuse (self, self->record_line, self->problem);
}

static const CsvRow *
complete_row (CsvReader *self)
{
  const char *text = self->store;

  for (gsize i = 0; i < self->kept_count; text += self->cells[i++].length)
    self->cells[i].text = text;
  for (gsize i = self->kept_count; i < self->wanted_count; i++)
    self->cells[i] = (Slice){ "", 0 };

  self->row.line = self->record_line;
  self->row.cell_count = self->cell_count;
  self->row.cells = self->cells;
  self->row.raw = record_until (self, self->fed);
  return &self->row;
}

static CsvStep
read_record (CsvReader *self)
{
  begin_record (self);
  for (;;)
    {
      gsize length;

      if (!find_line (self, &length))
        return CSV_REFUSED;
      const gboolean last = length == 0 || self->buffer[self->fed + length - 1] != '\n';
      if (last)
        drop_end_of_file (self, &length);
      if (self->line == 1 && !drop_mark (self, &length))
        return CSV_REFUSED;
      if (self->line == 1 && take_sep_line (self, length))
        continue;

      if ((length > 0 && !accept_line (self, length)) || (last && !finish (self)))
        return CSV_REFUSED;
      if (self->row_ended || last)
        return self->row_ended ? CSV_ROW : CSV_END;
    }
}

CsvReader *
csv_reader_new (const char *name, char separator, CsvReadFunc read, void *stream)
{
  g_assert (name != NULL && read != NULL);
  g_assert (separator == ',' || separator == ';' || separator == '\t');

  CsvReader *self = g_new0 (CsvReader, 1);

  self->name = g_strdup (name);
  self->read = read;
  self->stream = stream;
  self->line = 1;
  self->capacity = BUFFER_BYTES;
  self->buffer = g_malloc (self->capacity);
  self->store = g_malloc (self->capacity);
  self->cells = g_new (Slice, CSV_COLUMNS_MAX);
  csv_init (&self->parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim (&self->parser, (guchar) separator);
  csv_set_space_func (&self->parser, is_space);
  csv_set_realloc_func (&self->parser, reallocate_cell);
  csv_set_free_func (&self->parser, g_free);
  csv_set_blk_size (&self->parser, CELL_BLOCK_BYTES);
  return self;
}

void
csv_reader_free (CsvReader *self)
{
  if (self == NULL)
    return;

  csv_free (&self->parser);
  sep_line_clear (&self->sep_line);
  g_clear_error (&self->error);
  g_free (self->wanted);
  g_free (self->cells);
  g_free (self->store);
  g_free (self->buffer);
  g_free (self->name);
  g_free (self);
}

void
csv_reader_want (CsvReader *self, const guint *columns, gsize count)
{
  g_assert (self != NULL && count <= CSV_COLUMNS_MAX);

  g_free (self->wanted);
  self->wanted = g_new (guint, count + 1);
  self->wanted_count = count;
  for (gsize i = 0; i < count; i++)
    {
      g_assert (i == 0 || columns[i - 1] < columns[i]);
      self->wanted[i] = columns[i];
    }
  self->wanted[count] = NO_COLUMN;
}

CsvStep
csv_reader_next (CsvReader *self, const CsvRow **row, GError **error)
{
  g_assert (self != NULL && row != NULL);
  CsvStep step = self->error == NULL ? read_record (self) : CSV_REFUSED;
  if (step == CSV_REFUSED)
    g_propagate_error (error, g_error_copy (self->error));
  else if (step == CSV_ROW)
    *row = complete_row (self);
  return step;
}

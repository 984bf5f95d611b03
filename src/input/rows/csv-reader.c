/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-reader.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/rows/csv-cells.h"
#include "input/rows/csv-judge.h"
#include "input/rows/csv-scan.h"
#include "input/rows/line-fault.h"

/* The buffer holds the current record in one piece. csv-scan finds the records in it, and cells
 * that are wanted are handed out as they lie there. The first record, a last one without a line
 * end, and whatever is not surely regular goes to csv-judge instead, line by line; what is wrong
 * with a line as text (line-fault) is told before. */

#define BUFFER_BYTES CSV_SCAN_BYTES_MAX
#define BUFFER_BYTES_MAX (CSV_RECORD_BYTES_MAX + 5) /* with its line end and a byte-order mark */

/* What messages say was found and expected. */
#define LONG_RECORD "a record of more than 4 MiB; expected at most 4 MiB (is a quote never closed?)"

struct CsvReader
{
  char *name;
  ReadFunc read;
  void *stream;
  gboolean stream_ended;
  GError *error; /* the first failure: nothing is read after it */

  char *buffer;
  gsize capacity;
  gsize filled; /* bytes in the buffer */
  gsize record; /* offset of the current record */
  gsize fed;    /* offset of the next line; what precedes it was handed out or judged */
  gsize looked; /* there is no LF from fed up to here */
  guint64 line; /* physical line at fed */
  guint64 record_line;

  CsvJudge *judge;
  CsvScan *scan; /* NULL: not yet, or not at all */
  gsize origin;  /* offset of the text it scans; its position is fed, or it starts anew */

  CsvCells *cells;
  Row row;
};

static gboolean
refuse (CsvReader *self, guint64 line, const char *problem)
{
  g_assert (self->error == NULL);
  g_set_error (&self->error, RECON_ERROR, RECON_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s",
               self->name, line, problem);
  return FALSE;
}

static void
discard_earlier_records (CsvReader *self)
{
  memmove (self->buffer, self->buffer + self->record, self->filled - self->record);
  self->filled -= self->record;
  self->fed -= self->record;
  self->looked -= MIN (self->looked, self->record);
  self->record = 0;
  self->origin = 0;
  if (self->scan != NULL)
    csv_scan_restart (self->scan);
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
}

/* The next line with its LF; without LF it is what the stream ends with, perhaps nothing. */
static gboolean
find_line (CsvReader *self, gsize *length)
{
  for (;;)
    {
      const char *end = memchr (self->buffer + self->looked, '\n', self->filled - self->looked);

      self->looked = end != NULL ? (gsize) (end - self->buffer) + 1 : self->filled;
      *length = self->looked - self->fed;
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
  self->looked -= dropped;
}

/* The first line only: drops the byte-order mark of UTF-8 and names UTF-16 as what it is. */
static gboolean
drop_mark (CsvReader *self, gsize *length)
{
  const Slice line = { self->buffer + self->fed, *length };
  const gsize mark = line_fault_mark_length (line);

  if (line_fault_of_mark (line) != NULL)
    return refuse (self, self->line, line_fault_of_mark (line));
  self->fed += mark;
  self->record = self->fed;
  *length -= mark;
  return TRUE;
}

/* What of the record is there, up to @end. */
static Slice
record_until (const CsvReader *self, gsize end)
{
  return line_fault_without_end ((Slice){ self->buffer + self->record, end - self->record });
}

/* The first line only: TRUE when it names the separator, and is done with. */
static gboolean
take_sep_line (CsvReader *self, gsize length)
{
  if (!csv_judge_take_sep_line (self->judge, record_until (self, self->fed + length)))
    return FALSE;
  self->fed += length;
  self->line++;
  begin_record (self);
  return TRUE;
}

static gboolean
take_fault (CsvReader *self, CsvFault fault)
{
  return fault.what == NULL
         || refuse (self, fault.is_of_record ? self->record_line : self->line, fault.what);
}

static gboolean
judge_line (CsvReader *self, gsize length)
{
  const Slice line = { self->buffer + self->fed, length };
  const gsize record_length = record_until (self, self->fed + length).length;
  /* Inside quotes the record goes on: else it would have ended before. */
  const char *fault = line_fault (line_fault_without_end (line), self->record < self->fed);

  if (fault != NULL)
    return refuse (self, self->line, fault);
  if (record_length > CSV_RECORD_BYTES_MAX)
    return refuse (self, self->record_line, LONG_RECORD);
  if (!take_fault (self, csv_judge_take_line (self->judge, line)))
    return FALSE;

  self->fed += length;
  self->line++;
  if (record_length == 0) /* a blank line, of which libcsv makes nothing */
    {
      begin_record (self);
      csv_judge_begin (self->judge);
    }
  return TRUE;
}

static CsvStep
take_judged_cells (CsvReader *self)
{
  const Slice *cells = csv_judge_cells (self->judge, &self->row.cell_count);

  self->row.cells = csv_cells_take (self->cells, cells, self->row.cell_count);
  return CSV_ROW;
}

/* One record by way of the judge. */
static CsvStep
judge_record (CsvReader *self)
{
  begin_record (self);
  csv_judge_begin (self->judge);
  self->looked = self->fed;
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

      if ((length > 0 && !judge_line (self, length))
          || (last && !take_fault (self, csv_judge_finish (self->judge))))
        return CSV_REFUSED;
      if (csv_judge_has_row (self->judge))
        return take_judged_cells (self);
      if (last)
        return CSV_END;
    }
}

/* Otherwise something may be wrong with the record, and the judge says what. */
static gboolean
is_regular (const CsvReader *self, const CsvScanRecord *record)
{
  if (record->cell_count > CSV_COLUMNS_MAX || (record->flags & CSV_SCAN_IRREGULAR) != 0)
    return FALSE;
  if ((record->flags & CSV_SCAN_HIGH) == 0)
    return TRUE;

  const Slice high = csv_scan_high_part (self->scan, record, self->buffer + self->origin);
  return g_utf8_validate (high.text, (gssize) high.length, NULL);
}

/* Gives the scan more of the text; FALSE: the next record is one for the judge, or none. What is
 * wrong with a record is told before more is read. */
static gboolean
scan_more (CsvReader *self)
{
  const gsize length = csv_scan_length (self->scan);

  if (csv_scan_rest_is_doubtful (self->scan))
    return FALSE;
  if (self->origin + length >= self->filled)
    {
      begin_record (self);
      if (self->stream_ended || self->filled - self->fed == self->capacity || !fill_buffer (self))
        return FALSE;
    }
  else if (length == CSV_SCAN_BYTES_MAX)
    {
      if (self->origin == self->fed)
        return FALSE;
      self->origin = self->fed;
      csv_scan_restart (self->scan);
    }
  csv_scan_add (self->scan, self->buffer + self->origin, self->filled - self->origin);
  return TRUE;
}

/* What the judge took is behind the scan's position, as a rule by just that record. */
static void
prepare_scan (CsvReader *self)
{
  if (self->scan == NULL)
    {
      self->scan = csv_scan_new (csv_scan_body_chosen (), csv_judge_separator (self->judge));
      self->origin = self->fed;
    }
  if (self->origin + csv_scan_position (self->scan) != self->fed)
    {
      csv_scan_restart (self->scan);
      self->origin = self->fed;
    }
}

static guint64
count_lines (Slice bytes)
{
  guint64 count = 0;

  for (gsize i = 0; i < bytes.length; i++)
    count += bytes.text[i] == '\n';
  return count;
}

/* One record by way of the scan; FALSE: the judge must see it, unless there is an error. */
static gboolean
scan_record (CsvReader *self)
{
  CsvScanRecord record;

  prepare_scan (self);
  for (;;)
    {
      while (!csv_scan_next (self->scan, &record))
        if (!scan_more (self))
          return FALSE;
      if (!is_regular (self, &record))
        return FALSE;

      begin_record (self);
      self->fed = self->origin + record.end + 1;
      const Slice bytes = { self->buffer + self->record, self->fed - self->record };
      self->line += (record.flags & CSV_SCAN_INNER_LF) != 0 ? count_lines (bytes) : 1;
      if (line_fault_without_end (bytes).length == 0)
        continue;
      self->row.cell_count = (guint) record.cell_count;
      self->row.cells = csv_cells_take_scanned (self->cells, &record, self->buffer + self->origin);
      return TRUE;
    }
}

static CsvStep
read_record (CsvReader *self)
{
  const gboolean scans = self->line > 1 && csv_judge_separator (self->judge) != '\0';

  if (self->error == NULL && scans && scan_record (self))
    return CSV_ROW;
  return self->error == NULL ? judge_record (self) : CSV_REFUSED;
}

CsvReader *
csv_reader_new (const char *name, char separator, ReadFunc read, void *stream)
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
  self->cells = csv_cells_new ();
  self->judge = csv_judge_new (separator);
  return self;
}

void
csv_reader_free (CsvReader *self)
{
  if (self == NULL)
    return;

  csv_judge_free (self->judge);
  csv_scan_free (self->scan);
  g_clear_error (&self->error);
  csv_cells_free (self->cells);
  g_free (self->buffer);
  g_free (self->name);
  g_free (self);
}

void
csv_reader_want (CsvReader *self, const guint *columns, gsize count)
{
  g_assert (self != NULL);
  csv_cells_want (self->cells, columns, count);
}

CsvStep
csv_reader_next (CsvReader *self, const Row **row, GError **error)
{
  g_assert (self != NULL && row != NULL);
  const CsvStep step = read_record (self);

  if (step == CSV_REFUSED)
    g_propagate_error (error, g_error_copy (self->error));
  if (step != CSV_ROW)
    return step;
  self->row.line = self->record_line;
  self->row.raw = record_until (self, self->fed);
  *row = &self->row;
  return CSV_ROW;
}

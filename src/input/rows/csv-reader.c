/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-reader.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/rows/csv-cells.h"
#include "input/rows/csv-judge.h"
#include "input/rows/csv-scan.h"
#include "input/rows/csv-window.h"
#include "input/rows/line-fault.h"

/* The window holds the current record in one piece. csv-scan finds the records in it, and cells
 * that are wanted are handed out as they lie there. The first record, a last one without a line
 * end, and whatever is not surely regular goes to csv-judge instead, line by line; what is wrong
 * with a line as text (line-fault) is told before. */

/* What messages say was found and expected. */
#define LONG_RECORD "a record of more than 4 MiB; expected at most 4 MiB (is a quote never closed?)"

struct CsvReader
{
  char *name;
  CsvWindow in;  /* the text from the current record on */
  GError *error; /* the first failure: nothing is read after it */

  guint64 line; /* physical line at fed */
  guint64 record_line;

  CsvJudge *judge;
  CsvScan *scan; /* NULL: not yet, or not at all */
  gsize origin;  /* offset of the text it scans; its position is fed, or it starts anew */

  CsvCells *cells;
  Row rows[ROWS_TOGETHER_MAX];
};

static gboolean
refuse (CsvReader *self, guint64 line, const char *problem)
{
  g_assert (self->error == NULL);
  g_set_error (&self->error, RECON_ERROR, RECON_ERROR_INPUT, "%s:%" G_GUINT64_FORMAT ": %s",
               self->name, line, problem);
  return FALSE;
}

/* Reads once, where there is room; the end of the stream is no failure. */
static gboolean
fill_buffer (CsvReader *self)
{
  if (csv_window_drop_earlier (&self->in))
    {
      self->origin = 0;
      if (self->scan != NULL)
        csv_scan_restart (self->scan);
    }
  if (csv_window_is_full (&self->in))
    return refuse (self, self->record_line, LONG_RECORD);
  return csv_window_fill (&self->in, &self->error);
}

static void
begin_record (CsvReader *self)
{
  self->in.record = self->in.fed;
  self->record_line = self->line;
}

/* The next line with its LF; without LF it is what the stream ends with, perhaps nothing. */
static gboolean
find_line (CsvReader *self, gsize *length)
{
  while (!csv_window_find_line (&self->in, length))
    if (!fill_buffer (self))
      return FALSE;
  return TRUE;
}

/* The first line only: drops the byte-order mark of UTF-8 and names UTF-16 as what it is. */
static gboolean
drop_mark (CsvReader *self, gsize *length)
{
  const Slice line = { self->in.buffer + self->in.fed, *length };
  const gsize mark = line_fault_mark_length (line);

  if (line_fault_of_mark (line) != NULL)
    return refuse (self, self->line, line_fault_of_mark (line));
  self->in.fed += mark;
  self->in.record = self->in.fed;
  *length -= mark;
  return TRUE;
}

/* What of the record is there, up to @end. */
static Slice
record_until (const CsvReader *self, gsize end)
{
  return line_fault_without_end (
      (Slice){ self->in.buffer + self->in.record, end - self->in.record });
}

/* The first line only: TRUE when it names the separator, and is done with. */
static gboolean
take_sep_line (CsvReader *self, gsize length)
{
  if (!csv_judge_take_sep_line (self->judge, record_until (self, self->in.fed + length)))
    return FALSE;
  self->in.fed += length;
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
  const Slice line = { self->in.buffer + self->in.fed, length };
  const gsize record_length = record_until (self, self->in.fed + length).length;
  /* Inside quotes the record goes on: else it would have ended before. */
  const char *fault = line_fault (line_fault_without_end (line), self->in.record < self->in.fed);

  if (fault != NULL)
    return refuse (self, self->line, fault);
  if (record_length > CSV_RECORD_BYTES_MAX)
    return refuse (self, self->record_line, LONG_RECORD);
  if (!take_fault (self, csv_judge_take_line (self->judge, line)))
    return FALSE;

  self->in.fed += length;
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
  Row *row = &self->rows[0];
  const Slice *cells = csv_judge_cells (self->judge, &row->cell_count);

  row->cells = csv_cells_take (self->cells, cells, row->cell_count);
  return CSV_ROW;
}

/* One record by way of the judge. */
static CsvStep
judge_record (CsvReader *self)
{
  begin_record (self);
  csv_judge_begin (self->judge);
  self->in.looked = self->in.fed;
  for (;;)
    {
      gsize length;

      if (!find_line (self, &length))
        return CSV_REFUSED;
      const gboolean last = length == 0 || self->in.buffer[self->in.fed + length - 1] != '\n';
      if (last)
        csv_window_drop_end_of_file (&self->in, &length);
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

  const Slice high = csv_scan_high_part (self->scan, record, self->in.buffer + self->origin);
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
  if (self->origin + length >= self->in.filled)
    {
      begin_record (self);
      if (self->in.stream_ended || self->in.filled - self->in.fed == self->in.capacity
          || !fill_buffer (self))
        return FALSE;
    }
  else if (length == CSV_SCAN_BYTES_MAX)
    {
      if (self->origin == self->in.fed)
        return FALSE;
      self->origin = self->in.fed;
      csv_scan_restart (self->scan);
    }
  csv_scan_add (self->scan, self->in.buffer + self->origin, self->in.filled - self->origin);
  return TRUE;
}

/* What the judge took is behind the scan's position, as a rule by just that record. */
static void
prepare_scan (CsvReader *self)
{
  if (self->scan == NULL)
    {
      self->scan = csv_scan_new (csv_scan_body_chosen (), csv_judge_separator (self->judge));
      self->origin = self->in.fed;
    }
  if (self->origin + csv_scan_position (self->scan) != self->in.fed)
    {
      csv_scan_restart (self->scan);
      self->origin = self->in.fed;
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

/* Goes on behind a regular record; FALSE: it was a blank line. */
static gboolean
pass_record (CsvReader *self, const CsvScanRecord *record)
{
  begin_record (self);
  self->in.fed = self->origin + record->end + 1;
  const Slice bytes = { self->in.buffer + self->in.record, self->in.fed - self->in.record };
  self->line += (record->flags & CSV_SCAN_INNER_LF) != 0 ? count_lines (bytes) : 1;
  return line_fault_without_end (bytes).length > 0;
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
      if (!pass_record (self, &record))
        continue;
      Row *row = &self->rows[0];
      row->cell_count = (guint) record.cell_count;
      row->cells = csv_cells_take_scanned (self->cells, &record, self->in.buffer + self->origin);
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
  self->line = 1;
  csv_window_init (&self->in, read, stream);
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
  csv_window_clear (&self->in);
  g_free (self->name);
  g_free (self);
}

void
csv_reader_want (CsvReader *self, const guint *columns, gsize count)
{
  g_assert (self != NULL);
  csv_cells_want (self->cells, columns, count);
}

static void
place_row (const CsvReader *self, Row *row)
{
  row->line = self->record_line;
  row->raw = record_until (self, self->in.fed);
}

/* One more record where it lies, when the scan has it and nothing about it needs the judge. */
static gboolean
scan_further (CsvReader *self, Row *row)
{
  CsvScanRecord record;

  if (!csv_scan_next (self->scan, &record))
    return FALSE;
  const char *text = self->in.buffer + self->origin;
  const Slice bytes = { text + record.start, record.end + 1 - record.start };
  const gboolean is_plain = line_fault_without_end (bytes).length > 0 && is_regular (self, &record);

  row->cells = is_plain ? csv_cells_take_further (self->cells, &record, text) : NULL;
  if (row->cells == NULL)
    {
      csv_scan_put_back (self->scan, &record);
      return FALSE;
    }
  (void) pass_record (self, &record);
  row->cell_count = (guint) record.cell_count;
  place_row (self, row);
  return TRUE;
}

/* The scan goes on where the last record ended: it was found by the scan, too. */
static gboolean
is_scanning (const CsvReader *self)
{
  return self->scan != NULL && self->origin + csv_scan_position (self->scan) == self->in.fed;
}

CsvStep
csv_reader_next_rows (CsvReader *self, guint most, const Row **rows, guint *count, GError **error)
{
  g_assert (self != NULL && rows != NULL && most > 0);
  const CsvStep step = read_record (self);

  if (step == CSV_REFUSED)
    g_propagate_error (error, g_error_copy (self->error));
  if (step != CSV_ROW)
    return step;
  place_row (self, &self->rows[0]);
  *count = 1;
  while (*count < MIN (most, ROWS_TOGETHER_MAX) && is_scanning (self)
         && scan_further (self, &self->rows[*count]))
    (*count)++;
  *rows = self->rows;
  return CSV_ROW;
}

CsvStep
csv_reader_next (CsvReader *self, const Row **row, GError **error)
{
  guint count;

  return csv_reader_next_rows (self, 1, row, &count, error);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-cells.h"

#include <string.h>

#include "input/bytes/limits.h"

struct CsvCells
{
  guint *wanted; /* NULL: all */
  gsize wanted_count;
  Slice *cells; /* of ROWS_TOGETHER_MAX records, or of one where all are wanted */
  guint taken;  /* how many records' cells these are */
  char *undone; /* cells that had doubled quotes, one after the other */
  gsize undone_room;
  gsize undone_length;
};

CsvCells *
csv_cells_new (void)
{
  CsvCells *self = g_new0 (CsvCells, 1);

  self->cells = g_new (Slice, CSV_COLUMNS_MAX);
  return self;
}

void
csv_cells_free (CsvCells *self)
{
  if (self == NULL)
    return;
  g_free (self->wanted);
  g_free (self->cells);
  g_free (self->undone);
  g_free (self);
}

void
csv_cells_want (CsvCells *self, const guint *columns, gsize count)
{
  g_assert (count <= CSV_COLUMNS_MAX);
  for (gsize i = 1; i < count; i++)
    g_assert (columns[i - 1] < columns[i]);

  g_free (self->wanted);
  self->wanted = g_new (guint, MAX (count, 1));
  self->wanted_count = count;
  if (count > 0)
    memcpy (self->wanted, columns, count * sizeof *columns);
  self->cells = g_renew (Slice, self->cells, MAX (CSV_COLUMNS_MAX, count * ROWS_TOGETHER_MAX));
  self->taken = 0;
}

const Slice *
csv_cells_take (CsvCells *self, const Slice *cells, gsize count)
{
  g_assert (count <= CSV_COLUMNS_MAX);
  self->taken = 1;
  self->undone_length = 0;
  if (self->wanted == NULL)
    return cells;
  for (gsize i = 0; i < self->wanted_count; i++)
    self->cells[i] = self->wanted[i] < count ? cells[self->wanted[i]] : (Slice){ "", 0 };
  return self->cells;
}

/* All cells of a record fit. */
static void
make_room (CsvCells *self, gsize length)
{
  if (length <= self->undone_room)
    return;
  g_free (self->undone);
  self->undone_room = ROWS_TOGETHER_MAX * length;
  self->undone = g_malloc (self->undone_room);
}

/* Every second of the quotes in @cell is left out. */
static Slice
undo_quotes (CsvCells *self, Slice cell)
{
  char *to = self->undone + self->undone_length;
  gsize length = 0;

  while (cell.length > 0)
    {
      const char *quote = memchr (cell.text, '"', cell.length);
      const gsize run = quote != NULL ? (gsize) (quote - cell.text) + 1 : cell.length;
      const gsize taken = MIN (run + 1, cell.length); /* with the second of two quotes */

      memcpy (to + length, cell.text, run);
      length += run;
      cell = (Slice){ cell.text + taken, cell.length - taken };
    }
  self->undone_length += length;
  return (Slice){ to, length };
}

static G_GNUC_NO_INLINE Slice
without_quotes (CsvCells *self, Slice cell)
{
  const Slice inner = { cell.text + 1, cell.length - 2 };
  return memchr (inner.text, '"', inner.length) == NULL ? inner : undo_quotes (self, inner);
}

/* The first byte of an empty cell is what ends it: there is one to look at. */
static inline Slice
unquoted (CsvCells *self, Slice cell)
{
  return G_LIKELY (cell.text[0] != '"') ? cell : without_quotes (self, cell);
}

/* Nearly all are neither the first cell of a record nor the last: nothing but two ends is asked. */
static inline void
take_wanted (CsvCells *self, const CsvScanRecord *record, const char *text, Slice *cells)
{
  const guint *wanted = self->wanted;
  const gsize count = self->wanted_count, last = record->cell_count - 1;
  gsize i = 0;

  if (count > 0 && wanted[0] == 0)
    cells[i++] = unquoted (self, csv_scan_cell (record, text, 0));
  for (; i < count && wanted[i] < last; i++)
    {
      const guint32 *ends = record->ends + wanted[i];
      const gsize start = (gsize) ends[-1] + 1;
      const Slice cell = { text + start, ends[0] - start };

      cells[i] = unquoted (self, cell);
    }
  if (i < count && wanted[i] == last)
    cells[i++] = unquoted (self, csv_scan_cell (record, text, last));
  for (; i < count; i++)
    cells[i] = (Slice){ "", 0 };
}

/* Where the cells of a record go. */
static const Slice *
take_record (CsvCells *self, const CsvScanRecord *scanned, const char *text, Slice *cells)
{
  const CsvScanRecord record = *scanned; /* a copy that nothing can point to */

  g_assert (record.cell_count <= CSV_COLUMNS_MAX);
  if (self->wanted != NULL)
    take_wanted (self, &record, text, cells);
  else
    for (gsize i = 0; i < record.cell_count; i++)
      cells[i] = unquoted (self, csv_scan_cell (&record, text, i));
  return cells;
}

const Slice *
csv_cells_take_scanned (CsvCells *self, const CsvScanRecord *scanned, const char *text)
{
  make_room (self, scanned->end - scanned->start);
  self->undone_length = 0;
  self->taken = 1;
  return take_record (self, scanned, text, self->cells);
}

const Slice *
csv_cells_take_further (CsvCells *self, const CsvScanRecord *scanned, const char *text)
{
  if (self->wanted == NULL || self->taken == ROWS_TOGETHER_MAX
      || self->undone_length + scanned->end - scanned->start > self->undone_room)
    return NULL;
  return take_record (self, scanned, text, self->cells + self->wanted_count * self->taken++);
}

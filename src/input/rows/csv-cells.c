/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/csv-cells.h"

#include <string.h>

#include "input/bytes/limits.h"

struct CsvCells
{
  guint *wanted; /* NULL: all */
  gsize wanted_count;
  Slice *cells;
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
}

const Slice *
csv_cells_take (CsvCells *self, const Slice *cells, gsize count)
{
  g_assert (count <= CSV_COLUMNS_MAX);
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
  self->undone_room = 2 * length;
  self->undone = g_malloc (self->undone_room);
}

/* Every second of the quotes in @cell is left out. */
static Slice
undo_quotes (CsvCells *self, Slice cell)
{
  char *to = self->undone + self->undone_length;
  gsize length = 0;

  for (gsize i = 0; i < cell.length; i++)
    {
      to[length++] = cell.text[i];
      i += cell.text[i] == '"';
    }
  self->undone_length += length;
  return (Slice){ to, length };
}

static inline Slice
cell_at (CsvCells *self, const CsvScanRecord *record, const char *text, gsize column)
{
  const Slice cell = csv_scan_cell (record, text, column);

  if (cell.length == 0 || cell.text[0] != '"')
    return cell;

  const Slice inner = { cell.text + 1, cell.length - 2 };
  return memchr (inner.text, '"', inner.length) == NULL ? inner : undo_quotes (self, inner);
}

const Slice *
csv_cells_take_scanned (CsvCells *self, const CsvScanRecord *scanned, const char *text)
{
  const CsvScanRecord record = *scanned; /* a copy that nothing can point to */
  const guint *wanted = self->wanted;
  const gsize count = wanted != NULL ? self->wanted_count : record.cell_count;
  Slice *cells = self->cells;

  g_assert (record.cell_count <= CSV_COLUMNS_MAX);
  make_room (self, record.end - record.start);
  self->undone_length = 0;
  for (gsize i = 0; i < count; i++)
    {
      const gsize column = wanted != NULL ? wanted[i] : i;
      cells[i]
          = column < record.cell_count ? cell_at (self, &record, text, column) : (Slice){ "", 0 };
    }
  return cells;
}

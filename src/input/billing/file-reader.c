/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/billing/file-reader.h"

#include "base/printable.h"
#include "base/recon-error.h"
#include "input/billing/header-kind.h"

#define FOUND_BYTES_SHOWN 40

typedef struct
{
  const char *name;
  guint32 index;
  guint64 lines_before;
  const ReadPlan *plan;
  CellFormat format;
  RowReader *rows;
  Header *header;
  const KindReader *kind;
  Cells cells;
  RecordTarget target;
  const FileVisitor *visitor;
  gpointer data;
} FileReading;

/* A cell as messages show it: short, and harmless for a terminal. */
static char *
found_text (Slice cell)
{
  gsize length = MIN (cell.length, FOUND_BYTES_SHOWN);

  while (length < cell.length && length > 0 && ((guchar) cell.text[length] & 0xC0) == 0x80)
    length--;
  g_autofree char *shown = g_strndup (cell.text, length);
  g_autofree char *printable = printable_text (shown);
  return g_strconcat (printable, length < cell.length ? "..." : "", NULL);
}

static gboolean
refuse_day_order (FileReading *self, const Row *row, const char *found, GError **error)
{
  const gboolean day_first = self->format.date_order == DATE_DAY_FIRST;

  g_autofree char *column
      = printable_text (header_column_name (self->header, self->cells.bad_role));

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ": column \"%s\": found \"%s\", expected %s: this file "
               "writes the %s first; run again %s --day-first",
               self->name, self->lines_before + row->line, column, found, self->cells.expected,
               day_first ? "month" : "day", day_first ? "without" : "with");
  return FALSE;
}

/* FALSE: the visitor has seen enough. */
static gboolean
tell_bad_row (const FileReading *self, const BadRow *bad)
{
  return self->visitor->bad_row == NULL || self->visitor->bad_row (self->data, bad);
}

/* *goes_on: FALSE when the visitor has seen enough. */
static gboolean
take_bad_cell (FileReading *self, const Row *row, gboolean *goes_on, GError **error)
{
  g_autofree char *found = found_text (self->cells.bad_cell);

  if (self->cells.is_other_order)
    return refuse_day_order (self, row, found, error);
  const char *column = header_column_name (self->header, self->cells.bad_role);
  g_autofree char *shown_column = printable_text (column);
  g_autofree char *reason = g_strdup_printf ("column \"%s\": found \"%s\", expected %s",
                                             shown_column, found, self->cells.expected);
  const BadRow bad = {
    .line = self->lines_before + row->line, .column = column, .reason = reason, .raw = row->raw
  };
  *goes_on = tell_bad_row (self, &bad);
  return TRUE;
}

static gboolean
take_ragged_row (FileReading *self, const Row *row)
{
  g_autofree char *reason = g_strdup_printf (
      "found %u %s, expected %u like the header", row->cell_count,
      row->cell_count == 1 ? "cell" : "cells", header_column_count (self->header));
  const BadRow bad = { .line = self->lines_before + row->line,
                       .reason = reason,
                       .raw = row->raw,
                       .lacks_cells = row->cell_count < header_column_count (self->header) };

  return tell_bad_row (self, &bad);
}

/* A line of blanks in a file of several columns is a blank line (spec section 2, "CSV"). */
static gboolean
is_blank_line (const Row *row)
{
  return row->cell_count == 1 && slice_is_empty (slice_trim (row->raw));
}

static gboolean
take_row (FileReading *self, const Row *row, const CellsAhead *ahead, gboolean *goes_on,
          GError **error)
{
  if (row->cell_count != header_column_count (self->header))
    {
      *goes_on = is_blank_line (row) || take_ragged_row (self, row);
      return TRUE;
    }
  cells_take_row (&self->cells, row, ahead);
  self->kind->take (&self->cells, (Position){ self->index, self->lines_before + row->line },
                    &self->target);
  return cells_are_good (&self->cells) || take_bad_cell (self, row, goes_on, error);
}

/* What they need is asked for first, as it may lie far away. */
static gboolean
take_rows (FileReading *self, const Row *rows, guint count, gboolean *goes_on, GError **error)
{
  CellsAhead ahead[ROWS_TOGETHER_MAX];
  const guint columns = header_column_count (self->header);

  for (guint i = 0; i < count; i++)
    if (rows[i].cell_count == columns)
      cells_expect_row (&self->cells, &rows[i], &ahead[i]);
  for (guint i = 0; i < count; i++)
    if (rows[i].cell_count == columns)
      cells_fetch_row (&self->cells, &ahead[i]);
  for (guint i = 0; i < count && *goes_on; i++)
    if (!take_row (self, &rows[i], &ahead[i], goes_on, error))
      return FALSE;
  return TRUE;
}

static gboolean
take_first_columns (FileReading *self, const Row *row, GError **error)
{
  const ColumnMap *map = self->plan->map;

  self->header = row_reader_is_json (self->rows) ? header_new_growing (row, map, self->name, error)
                                                 : header_new (row, map, self->name, error);
  if (self->header == NULL)
    return FALSE;
  self->kind = header_kind_find (self->header, self->name, row->line, map, error);
  return self->kind != NULL;
}

/* The columns of a file, and later those that further objects of JSON bring. */
static gboolean
take_columns (FileReading *self, const Row *row, GError **error)
{
  if (self->header == NULL ? !take_first_columns (self, row, error)
                           : !header_grow (self->header, row, self->plan->map, self->name, error))
    return FALSE;
  if (self->visitor->header != NULL)
    self->visitor->header (self->data, self->header, self->kind);
  return TRUE;
}

static void
bind_cells (FileReading *self, const guint *roles, gsize role_count)
{
  cells_clear (&self->cells);
  cells_bind (&self->cells, self->header, &self->format, roles, role_count, self->rows);
  if (self->kind->runs == NULL)
    return;
  guint run_count;
  const CellsRunRoles *runs = self->kind->runs (&run_count);
  cells_bind_runs (&self->cells, runs, run_count);
}

static gboolean
read_rows (FileReading *self, GError **error)
{
  gsize role_count;
  const guint *roles = self->kind->roles (self->visitor->records.wants_usage_texts, &role_count);
  const Row *rows;
  guint count;
  RowStep step = ROWS_END;
  gboolean goes_on = TRUE;

  do
    {
      bind_cells (self, roles, role_count);
      while (goes_on
             && (step = row_reader_next_rows (self->rows, &rows, &count, error)) == ROWS_ROW)
        if (!take_rows (self, rows, count, &goes_on, error))
          return FALSE;
      if (!goes_on)
        return TRUE;
    }
  while (step == ROWS_HEADER && take_columns (self, rows, error));
  return step == ROWS_END;
}

/* Legacy files are counted, not understood. */
static gboolean
count_rows (FileReading *self, GError **error)
{
  const Row *row;
  RowStep step;

  row_reader_want (self->rows, NULL, 0);
  while ((step = row_reader_next (self->rows, &row, error)) == ROWS_ROW || step == ROWS_HEADER)
    if (step == ROWS_ROW && !is_blank_line (row) && self->visitor->legacy != NULL)
      self->visitor->legacy (self->data);
  return step == ROWS_END;
}

static gboolean
read_kind (FileReading *self, GError **error)
{
  return self->kind->take != NULL ? read_rows (self, error) : count_rows (self, error);
}

static gboolean
read_header (FileReading *self, GError **error)
{
  const Row *row;

  switch (row_reader_next (self->rows, &row, error))
    {
    case ROWS_HEADER:
      return take_columns (self, row, error);
    case ROWS_END:
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT, "%s: found %s; download it again",
                   self->name,
                   row_reader_is_json (self->rows)
                       ? "JSON without an object in it, expected objects that are rows"
                       : "an empty file, expected a header and rows");
      return FALSE;
    case ROWS_REFUSED:
      return FALSE;
    case ROWS_ROW:
    default:
      g_assert_not_reached ();
    }
}

static int
compare_columns (gconstpointer a, gconstpointer b, gpointer data)
{
  const Header *header = data;
  return header_column (header, *(const guint *) a) - header_column (header, *(const guint *) b);
}

static void
tell_dates (const FileReading *self, const SlashDates *dates)
{
  DateColumn columns[ROLE_READ_COUNT];
  guint roles[ROLE_READ_COUNT], count = 0;

  for (guint role = 0; role < ROLE_READ_COUNT; role++)
    if (dates->columns[role].first != DAY_NONE)
      roles[count++] = role;
  g_qsort_with_data (roles, (gint) count, sizeof *roles, compare_columns, self->header);
  for (guint i = 0; i < count; i++)
    {
      const SlashDateColumn *found = &dates->columns[roles[i]];
      columns[i] = (DateColumn){ .column = header_column_name (self->header, roles[i]),
                                 .first = found->first,
                                 .last = found->last,
                                 .is_proven = found->is_proven };
    }
  self->visitor->records.dates (self->data, self->index, columns, count);
}

gboolean
file_reader_read (const Content *content, const ReadPlan *plan, const FileVisitor *visitor,
                  gpointer data, GError **error)
{
  g_autoptr (RowReader) rows
      = row_reader_new (content->name, plan->separator, content->read, content->stream, error);
  const gboolean wants_dates = visitor->records.dates != NULL;
  SlashDates dates = { 0 };

  if (rows == NULL)
    return FALSE;

  FileReading self = { .name = content->name,
                       .index = content->index,
                       .lines_before = content->lines_before,
                       .plan = plan,
                       .format = plan->format,
                       .rows = rows,
                       .target = { .visitor = &visitor->records,
                                   .credit_reason = visitor->credit_reason,
                                   .data = data,
                                   .aco_reasons = plan->aco_reasons },
                       .visitor = visitor,
                       .data = data };

  if (row_reader_is_json (rows)) /* whatever a spreadsheet made of the files beside it */
    self.format.decimal_mark = DECIMAL_POINT;
  self.format.slash_dates = wants_dates ? &dates : NULL;
  const gboolean good = read_header (&self, error) && read_kind (&self, error);
  if (good && wants_dates)
    tell_dates (&self, &dates);
  cells_clear (&self.cells);
  header_free (self.header);
  return good;
}

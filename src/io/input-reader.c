/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/input-reader.h"

#include <string.h>

#include "core/recon-error.h"
#include "io/balance-file.h"
#include "io/invoice-file.h"
#include "io/printable.h"
#include "io/source.h"
#include "io/usage-file.h"

#define PROGRESS_BYTES (8 * 1024 * 1024)
#define FOUND_BYTES_SHOWN 40

/* The whole reading. */
typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const HashKey *key;
  Books *books;
  Rejects *rejects;
  guint64 bytes_before; /* of the files that are done */
} Reading;

/* One file of it. */
typedef struct
{
  Reading *reading;
  guint32 index;
  const char *name;
  Source *source;
  CsvReader *csv;
  const Header *header;
  Cells cells;
  Books *part;       /* of this file alone, until it is known to be no duplicate */
  InputTally *input; /* of part */
  guint64 progress_at;
} FileReading;

typedef void (*FoldFunc) (FileReading *self, Position at);

static void
tell_progress (const Reading *self, guint64 done)
{
  if (self->plan->progress != NULL)
    self->plan->progress (done, input_set_total_size (self->inputs), self->plan->progress_data);
}

static gssize
read_source (void *data, char *buffer, gsize size, GError **error)
{
  FileReading *self = data;
  const gssize count = source_read (self->source, buffer, size, error);

  if (source_byte_count (self->source) >= self->progress_at + PROGRESS_BYTES)
    {
      self->progress_at = source_byte_count (self->source);
      tell_progress (self->reading, self->reading->bytes_before + self->progress_at);
    }
  return count;
}

static void
fold_balance (FileReading *self, Position at)
{
  BalanceRow row;

  balance_file_read (&self->cells, at, &row);
  if (cells_are_good (&self->cells))
    books_add_balance (self->part, self->input, &row);
}

static void
fold_invoice (FileReading *self, Position at)
{
  const ReadPlan *plan = self->reading->plan;
  InvoiceLine line;

  invoice_file_read (&self->cells, at, &line);
  if (!cells_are_good (&self->cells))
    return;
  invoice_line_classify (&line, plan->aco_reasons, plan->format.decimal_mark);
  books_add_invoice_line (self->part, self->input, &line);
}

static void
fold_usage (FileReading *self, Position at)
{
  UsageRow row;

  usage_file_read (&self->cells, at, &row);
  if (!cells_are_good (&self->cells))
    return;
  usage_row_classify (&row);
  books_add_usage (self->part, self->input, &row);
}

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

static void
set_aside (FileReading *self, const CsvRow *row, const char *column, const char *reason)
{
  rejects_add (self->reading->rejects, self->name, row->line, column, reason, row->raw);
  input_tally_add_rejected (self->input, (Position){ self->index, row->line }, reason);
}

static gboolean
refuse_day_order (FileReading *self, const CsvRow *row, const char *found, GError **error)
{
  const gboolean day_first = self->reading->plan->format.date_order == DATE_DAY_FIRST;

  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s:%" G_GUINT64_FORMAT ": column \"%s\": found \"%s\", expected %s: this file "
               "writes the %s first; run again %s --day-first",
               self->name, row->line, header_column_name (self->header, self->cells.bad_role),
               found, self->cells.expected, day_first ? "month" : "day",
               day_first ? "without" : "with");
  return FALSE;
}

static gboolean
take_bad_cell (FileReading *self, const CsvRow *row, GError **error)
{
  g_autofree char *found = found_text (self->cells.bad_cell);

  if (self->cells.is_other_order)
    return refuse_day_order (self, row, found, error);
  const char *column = header_column_name (self->header, self->cells.bad_role);
  g_autofree char *shown_column = printable_text (column);
  g_autofree char *reason = g_strdup_printf ("column \"%s\": found \"%s\", expected %s",
                                             shown_column, found, self->cells.expected);
  set_aside (self, row, column, reason);
  return TRUE;
}

/* A line of blanks in a file of several columns is a blank line (spec section 2, "CSV"). */
static gboolean
is_blank_line (const CsvRow *row)
{
  return row->cell_count == 1 && slice_is_empty (slice_trim (row->raw));
}

static gboolean
has_too_many_bad_rows (const FileReading *self)
{
  return !self->reading->plan->keep_going
         && rejects_count (self->reading->rejects) >= BAD_ROWS_NAMED_MAX;
}

static gboolean
take_row (FileReading *self, const CsvRow *row, FoldFunc fold, GError **error)
{
  const guint expected = header_column_count (self->header);

  if (row->cell_count != expected)
    {
      if (is_blank_line (row))
        return TRUE;
      g_autofree char *reason = g_strdup_printf ("found %u cells, expected %u like the header",
                                                 row->cell_count, expected);
      set_aside (self, row, NULL, reason);
      return TRUE;
    }
  cells_take_row (&self->cells, row);
  fold (self, (Position){ self->index, row->line });
  return cells_are_good (&self->cells) || take_bad_cell (self, row, error);
}

static gboolean
read_rows (FileReading *self, FoldFunc fold, const guint *roles, gsize role_count, GError **error)
{
  const CsvRow *row;
  CsvStep step;

  cells_bind (&self->cells, self->header, &self->reading->plan->format, roles, role_count,
              self->csv);
  while ((step = csv_reader_next (self->csv, &row, error)) == CSV_ROW)
    if (!take_row (self, row, fold, error))
      return FALSE;
    else if (has_too_many_bad_rows (self))
      return TRUE;
  return step == CSV_END;
}

/* Legacy files are counted, not understood. */
static gboolean
count_rows (FileReading *self, GError **error)
{
  const CsvRow *row;
  CsvStep step;

  csv_reader_want (self->csv, NULL, 0);
  while ((step = csv_reader_next (self->csv, &row, error)) == CSV_ROW)
    if (!is_blank_line (row))
      self->input->rows++;
  return step == CSV_END;
}

static gboolean
read_kind (FileReading *self, GError **error)
{
  const guint *roles;
  gsize count;

  switch (header_kind (self->header))
    {
    case KIND_ACO_BALANCE:
      roles = balance_file_roles (&count);
      return read_rows (self, fold_balance, roles, count, error);
    case KIND_INVOICE:
      roles = invoice_file_roles (&count);
      return read_rows (self, fold_invoice, roles, count, error);
    case KIND_DAILY_USAGE:
      roles = usage_file_roles (&count);
      return read_rows (self, fold_usage, roles, count, error);
    case KIND_LEGACY:
      return count_rows (self, error);
    default:
      g_assert_not_reached ();
    }
}

static Header *
read_header (FileReading *self, GError **error)
{
  const CsvRow *row;

  switch (csv_reader_next (self->csv, &row, error))
    {
    case CSV_ROW:
      return header_new (row, self->reading->plan->map, self->name, error);
    case CSV_END:
      g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
                   "%s: found an empty file, expected a header and rows; download it again",
                   self->name);
      return NULL;
    case CSV_REFUSED:
      return NULL;
    default:
      g_assert_not_reached ();
    }
}

static gboolean
read_content (FileReading *self, GError **error)
{
  g_autoptr (CsvReader) csv
      = csv_reader_new (self->name, self->reading->plan->separator, read_source, self);
  self->csv = csv;
  g_autoptr (Header) header = read_header (self, error);

  if (header == NULL)
    return FALSE;
  self->header = header;
  self->input = input_book_file (self->part->inputs, self->index, self->name, header_kind (header));
  self->input->unknown_columns = g_strdup (header_unknown_columns (header));
  return read_kind (self, error);
}

static const InputTally *
find_same_content (const Books *books, const InputSet *inputs, const char *sha256, guint64 size)
{
  g_autoptr (GPtrArray) tallies = input_book_list (books->inputs);

  for (guint i = 0; sha256 != NULL && i < tallies->len; i++)
    {
      const InputTally *tally = g_ptr_array_index (tallies, i);
      const InputFile *file = &g_array_index (input_set_files (inputs), InputFile, tally->index);
      if (!tally->is_duplicate && file->size == size && g_strcmp0 (tally->sha256, sha256) == 0)
        return tally;
    }
  return NULL;
}

/* The same content again counts once: of its rows nothing goes into the books. */
static void
take_duplicate (FileReading *self, const InputTally *original, guint rejects_before)
{
  InputTally *tally
      = input_book_file (self->reading->books->inputs, self->index, self->name, original->kind);

  tally->is_duplicate = TRUE;
  tally->duplicate_of = g_strdup (original->file);
  tally->sha256 = g_strdup (self->input->sha256);
  rejects_truncate (self->reading->rejects, rejects_before);
}

static gboolean
read_file (Reading *reading, guint32 index, GError **error)
{
  const InputFile *file = &g_array_index (input_set_files (reading->inputs), InputFile, index);
  const gboolean wants_digest
      = reading->plan->wants_digests || input_set_has_equal_size (reading->inputs, index);
  const guint rejects_before = rejects_count (reading->rejects);
  g_autoptr (Source) source = source_open (file->name, file->name, wants_digest, error);
  if (source == NULL)
    return FALSE;
  g_autoptr (Books) part = books_new (reading->key);
  FileReading self
      = { .reading = reading, .index = index, .name = file->name, .source = source, .part = part };

  if (!read_content (&self, error))
    return FALSE;
  self.input->sha256 = source_take_digest (source);
  const InputTally *original
      = find_same_content (reading->books, reading->inputs, self.input->sha256, file->size);
  if (original != NULL)
    take_duplicate (&self, original, rejects_before);
  else
    books_merge (reading->books, part);
  reading->bytes_before += source_byte_count (source);
  tell_progress (reading, reading->bytes_before);
  return TRUE;
}

static gboolean
check_bad_rows (const Reading *self, GError **error)
{
  const guint count = rejects_count (self->rejects);

  if (count == 0 || self->plan->keep_going)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s%u bad row%s; correct the file or download it again, or set bad rows aside "
               "with --keep-going",
               count == BAD_ROWS_NAMED_MAX ? "stopped after " : "", count, count == 1 ? "" : "s");
  return FALSE;
}

gboolean
input_reader_read (const InputSet *inputs, const ReadPlan *plan, const HashKey *key, Books *books,
                   Rejects *rejects, GError **error)
{
  Reading reading
      = { .inputs = inputs, .plan = plan, .key = key, .books = books, .rejects = rejects };
  const GPtrArray *ignored = input_set_ignored (inputs);

  for (guint i = 0; i < ignored->len; i++)
    input_book_ignore (books->inputs, g_ptr_array_index (ignored, i));
  for (guint32 i = 0; i < input_set_files (inputs)->len; i++)
    {
      if (!read_file (&reading, i, error))
        return FALSE;
      if (!plan->keep_going && rejects_count (rejects) >= BAD_ROWS_NAMED_MAX)
        break;
    }
  return check_bad_rows (&reading, error);
}

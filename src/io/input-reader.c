/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/input-reader.h"

#include <string.h>

#include "core/recon-error.h"
#include "io/source.h"

#define PROGRESS_BYTES (8 * 1024 * 1024)

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
  Books *part;       /* of this file alone, until it is known to be no duplicate */
  InputTally *input; /* of part */
  guint64 progress_at;
} FilePart;

static void
tell_progress (const Reading *self, guint64 done)
{
  if (self->plan->progress != NULL)
    self->plan->progress (done, input_set_total_size (self->inputs), self->plan->progress_data);
}

static gssize
read_source (void *data, char *buffer, gsize size, GError **error)
{
  FilePart *self = data;
  const gssize count = source_read (self->source, buffer, size, error);

  if (source_byte_count (self->source) >= self->progress_at + PROGRESS_BYTES)
    {
      self->progress_at = source_byte_count (self->source);
      tell_progress (self->reading, self->reading->bytes_before + self->progress_at);
    }
  return count;
}

static void
take_header (gpointer data, const Header *header)
{
  FilePart *self = data;

  self->input = input_book_file (self->part->inputs, self->index, self->name, header_kind (header));
  self->input->unknown_columns = g_strdup (header_unknown_columns (header));
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  const FilePart *self = data;
  books_add_balance (self->part, self->input, row);
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  const FilePart *self = data;
  books_add_invoice_line (self->part, self->input, line);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  const FilePart *self = data;
  books_add_usage (self->part, self->input, row);
}

static void
take_legacy (gpointer data)
{
  const FilePart *self = data;
  self->input->rows++;
}

static gboolean
has_enough_bad_rows (const Reading *self)
{
  return !self->plan->keep_going && rejects_count (self->rejects) >= BAD_ROWS_NAMED_MAX;
}

static gboolean
take_bad_row (gpointer data, const BadRow *row)
{
  const FilePart *self = data;

  rejects_add (self->reading->rejects, self->name, row->line, row->column, row->reason, row->raw);
  input_tally_add_rejected (self->input, (Position){ self->index, row->line }, row->reason);
  return !has_enough_bad_rows (self->reading);
}

static const FileVisitor into_books = { .header = take_header,
                                        .balance = take_balance,
                                        .invoice = take_invoice,
                                        .usage = take_usage,
                                        .legacy = take_legacy,
                                        .bad_row = take_bad_row };

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
take_duplicate (const FilePart *self, const InputTally *original, guint rejects_before)
{
  InputTally *tally
      = input_book_file (self->reading->books->inputs, self->index, self->name, original->kind);

  tally->is_duplicate = TRUE;
  tally->duplicate_of = g_strdup (original->file);
  tally->sha256 = g_strdup (self->input->sha256);
  rejects_truncate (self->reading->rejects, rejects_before);
}

static void
take_part (FilePart *self, guint64 size, guint rejects_before)
{
  Reading *reading = self->reading;
  self->input->sha256 = source_take_digest (self->source);
  const InputTally *original
      = find_same_content (reading->books, reading->inputs, self->input->sha256, size);

  if (original != NULL)
    take_duplicate (self, original, rejects_before);
  else
    books_merge (reading->books, self->part);
  reading->bytes_before += source_byte_count (self->source);
  tell_progress (reading, reading->bytes_before);
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
  FilePart self
      = { .reading = reading, .index = index, .name = file->name, .source = source, .part = part };

  if (!file_reader_read (file->name, index, reading->plan, read_source, &self, &into_books, &self,
                         error))
    return FALSE;
  take_part (&self, file->size, rejects_before);
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
  for (guint32 i = 0; i < input_set_files (inputs)->len && !has_enough_bad_rows (&reading); i++)
    if (!read_file (&reading, i, error))
      return FALSE;
  return check_bad_rows (&reading, error);
}

gboolean
input_reader_visit (const InputSet *inputs, const ReadPlan *plan, const Books *books,
                    const FileVisitor *visitor, gpointer data, GError **error)
{
  for (guint32 i = 0; i < input_set_files (inputs)->len; i++)
    {
      const InputFile *file = &g_array_index (input_set_files (inputs), InputFile, i);
      if (input_book_lookup (books->inputs, i)->is_duplicate)
        continue;
      g_autoptr (Source) source = source_open (file->name, file->name, FALSE, error);
      if (source == NULL
          || !file_reader_read (file->name, i, plan, source_read, source, visitor, data, error))
        return FALSE;
    }
  return TRUE;
}

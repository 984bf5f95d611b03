/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-reader.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/billing/content-reader.h"
#include "input/billing/header-version.h"
#include "input/bytes/source.h"
#include "input/input-walk.h"
#include "input/second-look.h"

#define PROGRESS_BYTES (8 * 1024 * 1024)
/* Fewer may be a slip, or a download that broke off. */
#define SHORT_ROWS_ASKED_FROM 3

/* The whole reading. */
typedef struct
{
  const InputSet *inputs;
  const ReadPlan *plan;
  const HashKey *key;
  Books *books;
  Rejects *rejects;
  guint short_rows;     /* of the rejects: those that lack cells */
  guint64 bytes_before; /* of the files that are done */
} Reading;

/* One file of it. */
typedef struct
{
  Reading *reading;
  guint32 index;
  const char *name;
  Container *container;
  Source *source;
  Books *part;       /* of this file alone, until it is known to be no duplicate */
  InputTally *input; /* of part */
  Rejects *rejects;
  guint short_rows;
  SpreadsheetSigns signs;
  gboolean is_json;
  guint64 byte_count;
  guint64 progress_at;
} FilePart;

static void
tell_progress (const Reading *self, guint64 done)
{
  if (self->plan->progress != NULL)
    self->plan->progress (done, input_set_total_size (self->inputs), self->plan->progress_data);
}

/* Progress is in bytes of the files on disk, packed as they are. */
static gssize
read_source (void *data, char *buffer, gsize size, GError **error)
{
  FilePart *self = data;
  const gssize count = source_read (self->source, buffer, size, error);
  const guint64 done = container_file_bytes (self->container);

  if (done >= self->progress_at + PROGRESS_BYTES)
    {
      self->progress_at = done;
      tell_progress (self->reading, self->reading->bytes_before + done);
    }
  return count;
}

static void
take_header (gpointer data, const Header *header)
{
  FilePart *self = data;

  self->input = input_book_file (self->part->inputs, self->index, self->name, header_kind (header));
  self->signs.first_header = header_lost_first_name (header);
  self->is_json = header_grows (header);
  self->input->version = header_version (header);
  self->input->columns = header_column_count (header);
  g_free (self->input->unknown_columns);
  self->input->unknown_columns = g_strdup (header_unknown_columns (header));
}

static void
take_balance (gpointer data, const BalanceRow *row)
{
  FilePart *self = data;

  spreadsheet_signs_note_id (&self->signs, row->agreement);
  books_add_balance (self->part, self->input, row);
}

static void
take_invoice (gpointer data, const InvoiceLine *line)
{
  FilePart *self = data;

  spreadsheet_signs_note_sku (&self->signs, line->product, line->sku);
  spreadsheet_signs_note_id (&self->signs, line->invoice);
  books_add_invoice_line (self->part, self->input, line);
}

static void
take_usage (gpointer data, const UsageRow *row)
{
  FilePart *self = data;

  spreadsheet_signs_note_sku (&self->signs, row->product, row->sku);
  books_add_usage (self->part, self->input, row);
}

static void
take_legacy (gpointer data)
{
  const FilePart *self = data;
  self->input->rows++;
}

/* Without --keep-going the first few are named, and no more are looked for. */
static gboolean
has_enough_bad_rows (const ReadPlan *plan, const Rejects *rejects)
{
  return !plan->keep_going && rejects_count (rejects) >= BAD_ROWS_NAMED_MAX;
}

/* So many bad rows are no slip: the file is not what it should be. */
static gboolean
is_hopeless (const FilePart *self)
{
  return self->reading->plan->keep_going
         && rejects_count (self->rejects) > self->reading->plan->max_rejects;
}

static gboolean
take_bad_row (gpointer data, const BadRow *row)
{
  FilePart *self = data;

  self->short_rows += row->lacks_cells ? 1 : 0;
  rejects_add (self->rejects, self->name, row->line, row->column, row->reason, row->raw);
  input_book_tally_add_rejected (self->input, (Position){ self->index, row->line }, row->reason);
  return !has_enough_bad_rows (self->reading->plan, self->rejects) && !is_hopeless (self);
}

static const FileVisitor into_books = { .records.balance = take_balance,
                                        .records.invoice = take_invoice,
                                        .records.usage = take_usage,
                                        .header = take_header,
                                        .legacy = take_legacy,
                                        .bad_row = take_bad_row };

static const InputTally *
find_same_content (const Books *books, const FilePart *part)
{
  g_autoptr (GPtrArray) tallies = input_book_list (books->inputs);

  for (guint i = 0; part->input->sha256 != NULL && i < tallies->len; i++)
    {
      const InputTally *tally = g_ptr_array_index (tallies, i);
      if (!tally->is_duplicate && tally->byte_count == part->byte_count
          && g_strcmp0 (tally->sha256, part->input->sha256) == 0)
        return tally;
    }
  return NULL;
}

/* The same content again counts once: of its rows nothing goes into the books. */
static void
take_duplicate (const FilePart *self, const InputTally *original)
{
  InputTally *tally
      = input_book_file (self->reading->books->inputs, self->index, self->name, original->kind);

  tally->is_duplicate = TRUE;
  tally->duplicate_of = g_strdup (original->file);
  tally->sha256 = g_strdup (self->input->sha256);
}

static void
take_part (FilePart *self)
{
  if (self->input == NULL) /* skipped */
    {
      input_book_file (self->reading->books->inputs, self->index, self->name, KIND_SKIPPED);
      return;
    }

  const InputTally *original = find_same_content (self->reading->books, self);

  if (original != NULL)
    take_duplicate (self, original);
  else
    {
      books_merge (self->reading->books, self->part);
      rejects_move (self->reading->rejects, self->rejects);
      self->reading->short_rows += self->short_rows;
    }
}

static void
file_part_init (FilePart *self, Reading *reading, guint32 index)
{
  *self = (FilePart){ .reading = reading,
                      .index = index,
                      .name = input_set_file (reading->inputs, index)->name,
                      .part = books_new (reading->key),
                      .rejects = rejects_new () };
}

static void
file_part_clear (gpointer data)
{
  FilePart *self = data;

  books_free (self->part);
  rejects_free (self->rejects);
}

static gboolean
read_part (FilePart *self, Container *container, GError **error)
{
  Reading *reading = self->reading;
  const gboolean wants_digest
      = reading->plan->wants_digests || input_set_may_be_duplicate (reading->inputs, self->index);
  g_autoptr (Source) source = source_new (container, wants_digest);

  self->container = container;
  self->source = source;
  const Content content
      = { .name = self->name, .index = self->index, .read = read_source, .stream = self };
  if (!content_reader_read (&content, reading->plan, &self->signs, &into_books, self, error))
    return FALSE;
  if (is_hopeless (self))
    {
      g_set_error (
          error, RECON_ERROR, RECON_ERROR_INPUT,
          "%s: found more than %u bad rows, expected at most that many to set aside; is it "
          "the right file? allow more with --max-rejects",
          self->name, reading->plan->max_rejects);
      return FALSE;
    }
  self->byte_count = self->input->byte_count = source_byte_count (source);
  self->input->sha256 = source_take_digest (source);
  self->signs.rows = self->input->rows + rejects_count (self->rejects);
  if (!self->is_json) /* which no spreadsheet re-saves, and where exponents are common */
    self->input->damage = spreadsheet_signs_describe (&self->signs);
  return TRUE;
}

/* The parts of one file on disk. */
typedef struct
{
  GArray *parts; /* of FilePart */
  guint32 first;
} FileParts;

static gboolean
take_content (gpointer data, guint32 index, Container *container, GError **error)
{
  const FileParts *self = data;
  return read_part (&g_array_index (self->parts, FilePart, index - self->first), container, error);
}

static gboolean
read_parts (Reading *reading, FileParts *parts, GError **error)
{
  const InputWalk walk = {
    .inputs = reading->inputs, .budget = reading->plan->budget, .take = take_content, .data = parts
  };

  return input_walk_file (&walk, parts->first, parts->first + parts->parts->len,
                          &reading->bytes_before, error);
}

/* Entries are read in the order in which they are stored, and count in the order of their names. */
static gboolean
read_file (Reading *reading, guint32 first, guint32 end, GError **error)
{
  g_autoptr (GArray) parts = g_array_sized_new (FALSE, TRUE, sizeof (FilePart), end - first);
  FileParts file = { parts, first };

  g_array_set_clear_func (parts, file_part_clear);
  g_array_set_size (parts, end - first);
  for (guint i = 0; i < parts->len; i++)
    file_part_init (&g_array_index (parts, FilePart, i), reading, first + i);
  if (!read_parts (reading, &file, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    take_part (&g_array_index (parts, FilePart, i));
  tell_progress (reading, reading->bytes_before);
  return TRUE;
}

static gboolean
check_bad_rows (const Reading *self, GError **error)
{
  const guint count = rejects_count (self->rejects);
  const gboolean all_short = count >= SHORT_ROWS_ASKED_FROM && count == self->short_rows;

  if (count == 0 || self->plan->keep_going)
    return TRUE;
  g_set_error (error, RECON_ERROR, RECON_ERROR_INPUT,
               "%s%u bad row%s%s; correct the file or download it again, or set bad rows aside "
               "with --keep-going",
               count >= BAD_ROWS_NAMED_MAX ? "at least " : "", count, count == 1 ? "" : "s",
               all_short ? ", all without their last cells (did a spreadsheet save the file and "
                           "cut off what was empty?)"
                         : "");
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
  for (guint32 i = 0; i < input_set_files (inputs)->len && !has_enough_bad_rows (plan, rejects);)
    {
      const guint32 end = input_walk_end_of_file (inputs, i);
      if (!read_file (&reading, i, end, error))
        return FALSE;
      i = end;
    }
  return check_bad_rows (&reading, error) && second_look (inputs, plan, key, books, error);
}

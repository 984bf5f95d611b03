/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-reader.h"

#include <string.h>

#include "base/recon-error.h"
#include "base/worker.h"
#include "input/billing/content-reader.h"
#include "input/book-part.h"
#include "input/bytes/source.h"
#include "input/input-walk.h"
#include "input/parts-reader.h"
#include "input/second-look.h"

#define PROGRESS_BYTES (8 * 1024 * 1024)
#define DIGEST_BLOCK_BYTES (256 * 1024)
/* Fewer may be a slip, or a download that broke off. */
#define SHORT_ROWS_ASKED_FROM 3

/* The whole reading. */
typedef struct
{
  const InputReader *reader;
  const InputSet *inputs; /* of the reader, like the next two */
  const ReadPlan *plan;
  const HashKey *key;
  Books *books;
  Rejects *rejects;
  ReadBudget budget;    /* of --max-input, what is left of it */
  guint short_rows;     /* of the rejects: those that lack cells */
  guint64 bytes_before; /* of the files that are done */
} Reading;

/* One file of it. */
typedef struct
{
  BookPart part;
  Reading *reading;
  Container *container;
  Source *source;
  guint64 progress_at;
} FileContent;

static void
tell_progress (const Reading *self, guint64 done)
{
  const InputReader *reader = self->reader;

  if (reader->progress != NULL)
    reader->progress (done, input_set_total_size (self->inputs), reader->progress_data);
}

/* Progress is in bytes of the files on disk, packed as they are. */
static gssize
read_source (void *data, char *buffer, gsize size, GError **error)
{
  FileContent *self = data;
  const gssize count = source_read (self->source, buffer, size, error);
  const guint64 done = container_file_bytes (self->container);

  if (done >= self->progress_at + PROGRESS_BYTES)
    {
      self->progress_at = done;
      tell_progress (self->reading, self->reading->bytes_before + done);
    }
  return count;
}

static const InputTally *
find_same_content (const Books *books, const FileContent *part)
{
  g_autoptr (GPtrArray) tallies = input_book_list (books->inputs);

  for (guint i = 0; part->part.input->sha256 != NULL && i < tallies->len; i++)
    {
      const InputTally *tally = g_ptr_array_index (tallies, i);
      if (!tally->is_duplicate && tally->byte_count == part->part.input->byte_count
          && g_strcmp0 (tally->sha256, part->part.input->sha256) == 0)
        return tally;
    }
  return NULL;
}

/* The same content again counts once: of its rows nothing goes into the books. */
static void
take_duplicate (const FileContent *self, const InputTally *original)
{
  InputTally *tally = input_book_file (self->reading->books->inputs, self->part.index,
                                       self->part.name, original->kind);

  tally->is_duplicate = TRUE;
  tally->duplicate_of = g_strdup (original->file);
  tally->sha256 = g_strdup (self->part.input->sha256);
}

static void
take_part (FileContent *self)
{
  if (self->part.input == NULL) /* skipped */
    {
      input_book_file (self->reading->books->inputs, self->part.index, self->part.name,
                       KIND_SKIPPED);
      return;
    }

  const InputTally *original = find_same_content (self->reading->books, self);

  if (original != NULL)
    take_duplicate (self, original);
  else
    {
      books_merge (self->reading->books, self->part.books);
      rejects_move (self->reading->rejects, self->part.rejects);
      if (self->reading->reader->matches != NULL)
        read_matches_add (self->reading->reader->matches, self->part.matches);
      self->reading->short_rows += self->part.short_rows;
    }
}

static void
file_content_init (FileContent *self, Reading *reading, guint32 index)
{
  *self = (FileContent){ .reading = reading };
  book_part_init (&self->part, reading->plan, reading->key,
                  input_set_file (reading->inputs, index)->name, index);
}

static void
file_content_clear (gpointer data)
{
  book_part_clear (&((FileContent *) data)->part);
}

static gboolean
wants_digest (const FileContent *self)
{
  return self->reading->plan->wants_digests
         || input_set_may_be_duplicate (self->reading->inputs, self->part.index);
}

/* One byte after the other. */
static gboolean
read_as_one (FileContent *self, Container *container, GError **error)
{
  g_autoptr (Source) source = source_new (container, wants_digest (self));
  const Content content
      = { .name = self->part.name, .index = self->part.index, .read = read_source, .stream = self };

  self->container = container;
  self->source = source;
  if (!content_reader_read (&content, self->reading->plan, &self->part.signs, book_part_visitor (),
                            &self->part, error))
    return FALSE;
  self->part.input->byte_count = source_byte_count (source);
  self->part.input->sha256 = source_take_digest (source);
  return TRUE;
}

static void
tell_parts_progress (gpointer data, guint64 done)
{
  const FileContent *self = data;

  tell_progress (self->reading, self->reading->bytes_before + done);
}

/* The digest is one chain over the whole file, and is reckoned beside its parts. */
typedef struct
{
  const char *name;
  const char *path;
  char *sha256; /* NULL: it could not be read */
} Digest;

static gpointer
reckon_digest (gpointer data)
{
  Digest *self = data;
  g_autoptr (Source) source = source_open (self->name, self->path, TRUE, NULL);
  g_autofree char *buffer = g_malloc (DIGEST_BLOCK_BYTES);
  gssize count = -1;

  while (source != NULL && (count = source_read (source, buffer, DIGEST_BLOCK_BYTES, NULL)) > 0)
    continue;
  self->sha256 = count == 0 ? source_take_digest (source) : NULL;
  return NULL;
}

static gboolean
read_parts_and_digest (FileContent *self, FileParts *parts)
{
  const gboolean wanted = wants_digest (self);
  Digest digest = { .name = self->part.name,
                    .path = input_set_file (self->reading->inputs, self->part.index)->path };
  Worker *worker = wanted ? worker_try_start ("digest", reckon_digest, &digest) : NULL;
  const gboolean good
      = parts_reader_read (&self->part, parts, self->reading->key, tell_parts_progress, self);

  if (worker != NULL)
    worker_finish (worker);
  else if (wanted && good)
    reckon_digest (&digest);
  if (!good || (wanted && digest.sha256 == NULL))
    {
      g_free (digest.sha256);
      return FALSE;
    }
  self->part.input->byte_count = file_parts_size (parts);
  self->part.input->sha256 = digest.sha256;
  return TRUE;
}

/* FALSE: it is to be read as one, and that tells what is wrong, should anything be. */
static gboolean
read_in_parts (FileContent *self, const Container *container)
{
  Reading *reading = self->reading;
  const ReadPlan *plan = reading->plan;
  const InputFile *file = input_set_file (reading->inputs, self->part.index);

  if (plan->jobs < 2 || plan->encoding != NULL || container_is_packed (container)
      || container_is_archive (container))
    return FALSE;
  g_autoptr (FileParts) parts = file_parts_new (file->path, plan->jobs, plan->part_bytes_min);
  if (parts == NULL || file_parts_size (parts) > reading->budget.left)
    return FALSE;
  if (!read_parts_and_digest (self, parts))
    {
      const guint32 index = self->part.index;

      file_content_clear (self);
      file_content_init (self, self->reading, index);
      return FALSE;
    }
  reading->budget.left -= file_parts_size (parts);
  return TRUE;
}

static gboolean
read_part (FileContent *self, Container *container, GError **error)
{
  const Reading *reading = self->reading;

  if (!read_in_parts (self, container) && !read_as_one (self, container, error))
    return FALSE;
  if (book_part_is_hopeless (&self->part))
    {
      g_set_error (
          error, RECON_ERROR, RECON_ERROR_INPUT,
          "%s: found more than %u bad rows, expected at most that many to set aside; is it "
          "the right file? allow more with --max-rejects",
          self->part.name, reading->plan->max_rejects);
      return FALSE;
    }
  self->part.signs.rows = self->part.input->rows + rejects_count (self->part.rejects);
  if (!self->part.is_json) /* which no spreadsheet re-saves, and where exponents are common */
    self->part.input->damage = spreadsheet_signs_describe (&self->part.signs);
  return TRUE;
}

/* The parts of one file on disk. */
typedef struct
{
  GArray *parts; /* of FileContent */
  guint32 first;
} FileContents;

static gboolean
take_content (gpointer data, guint32 index, Container *container, GError **error)
{
  const FileContents *self = data;
  return read_part (&g_array_index (self->parts, FileContent, index - self->first), container,
                    error);
}

static gboolean
read_parts (Reading *reading, FileContents *parts, GError **error)
{
  const InputWalk walk = {
    .inputs = reading->inputs, .budget = &reading->budget, .take = take_content, .data = parts
  };

  return input_walk_file (&walk, parts->first, parts->first + parts->parts->len,
                          &reading->bytes_before, error);
}

/* Entries are read in the order in which they are stored, and count in the order of their names. */
static gboolean
read_file (Reading *reading, guint32 first, guint32 end, GError **error)
{
  g_autoptr (GArray) parts = g_array_sized_new (FALSE, TRUE, sizeof (FileContent), end - first);
  FileContents file = { parts, first };

  g_array_set_clear_func (parts, file_content_clear);
  g_array_set_size (parts, end - first);
  for (guint i = 0; i < parts->len; i++)
    file_content_init (&g_array_index (parts, FileContent, i), reading, first + i);
  if (!read_parts (reading, &file, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    take_part (&g_array_index (parts, FileContent, i));
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
input_reader_read (const InputReader *self, Books *books, Rejects *rejects, GError **error)
{
  const InputSet *inputs = self->inputs;
  const ReadPlan *plan = self->plan;
  Reading reading = { .reader = self,
                      .inputs = inputs,
                      .plan = plan,
                      .key = self->key,
                      .books = books,
                      .rejects = rejects,
                      .budget = container_budget (plan->max_input) };
  const GPtrArray *ignored = input_set_ignored (inputs);

  for (guint i = 0; i < ignored->len; i++)
    input_book_ignore (books->inputs, g_ptr_array_index (ignored, i));
  for (guint32 i = 0;
       i < input_set_files (inputs)->len && !book_part_has_enough_bad_rows (plan, rejects);)
    {
      const guint32 end = input_walk_end_of_file (inputs, i);
      if (!read_file (&reading, i, end, error))
        return FALSE;
      i = end;
    }
  return check_bad_rows (&reading, error) && second_look (inputs, plan, self->key, books, error);
}

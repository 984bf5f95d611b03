/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/file-books.h"

#include "base/recon-error.h"
#include "base/worker.h"
#include "input/billing/content-reader.h"
#include "input/bytes/source.h"
#include "input/input-walk.h"
#include "input/parts-reader.h"
#include "input/shelf-volume.h"

#define PROGRESS_BYTES (8 * 1024 * 1024)
#define DIGEST_BLOCK_BYTES (256 * 1024)

struct FileBooks
{
  FileBooksPlan plan;
  guint32 first;
  guint count;
  BookPart *parts;
  guint64 size;
  guint jobs;
  ReadBudget *budget; /* this and the watch: while it is read */
  const FileBooksWatch *watch;
};

/* A content that is read as one. */
typedef struct
{
  const FileBooks *file;
  Container *container;
  Source *source;
  guint64 told;
} ContentStream;

static void
init_part (FileBooks *self, guint32 index)
{
  const FileBooksPlan *plan = &self->plan;

  book_part_init (&self->parts[index - self->first], plan->plan, plan->key,
                  input_set_file (plan->inputs, index)->name, index);
}

FileBooks *
file_books_new (const FileBooksPlan *plan, guint32 first)
{
  FileBooks *self = g_new0 (FileBooks, 1);
  const guint32 end = input_walk_end_of_file (plan->inputs, first);

  self->plan = *plan;
  self->first = first;
  self->count = end - first;
  self->parts = g_new0 (BookPart, self->count);
  for (guint32 i = first; i < end; i++)
    init_part (self, i);
  return self;
}

void
file_books_free (FileBooks *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->count; i++)
    book_part_clear (&self->parts[i]);
  g_free (self->parts);
  g_free (self);
}

static gboolean
refuse_unwanted (GError **error)
{
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_INPUT, "nobody wants the rest");
  return FALSE;
}

/* Progress is in bytes of the files on disk, packed as they are. */
static gssize
read_content (void *data, char *buffer, gsize size, GError **error)
{
  ContentStream *self = data;
  const FileBooksWatch *watch = self->file->watch;
  const gssize count = source_read (self->source, buffer, size, error);
  const guint64 done = container_file_bytes (self->container);

  if (count < 0 || done < self->told + PROGRESS_BYTES)
    return count;
  self->told = done;
  return watch->tell (watch->data, done) || refuse_unwanted (error) ? count : -1;
}

static gboolean
wants_digest (const FileBooks *self, guint32 index)
{
  return self->plan.plan->wants_digests || input_set_may_be_duplicate (self->plan.inputs, index);
}

/* One byte after the other. */
static gboolean
read_as_one (FileBooks *self, BookPart *part, Container *container, GError **error)
{
  g_autoptr (Source) source = source_new (container, wants_digest (self, part->index), error);
  ContentStream stream = { .file = self, .container = container, .source = source };
  const Content content
      = { .name = part->name, .index = part->index, .read = read_content, .stream = &stream };

  if (source == NULL)
    return FALSE;
  if (!content_reader_read (&content, self->plan.plan, &part->signs, book_part_visitor (part->plan),
                            part, error))
    return FALSE;
  part->input->byte_count = source_byte_count (source);
  part->input->sha256 = source_take_digest (source);
  return TRUE;
}

static void
tell_parts_progress (gpointer data, guint64 done)
{
  const FileBooks *self = data;

  (void) self->watch->tell (self->watch->data, done);
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
read_parts_and_digest (FileBooks *self, BookPart *part, FileParts *parts)
{
  const gboolean wanted = wants_digest (self, part->index);
  Digest digest
      = { .name = part->name, .path = input_set_file (self->plan.inputs, part->index)->path };
  Worker *worker = wanted ? worker_try_start ("digest", reckon_digest, &digest) : NULL;
  const gboolean good = parts_reader_read (part, parts, self->plan.key, tell_parts_progress, self);

  if (worker != NULL)
    worker_finish (worker);
  else if (wanted && good)
    reckon_digest (&digest);
  if (!good || (wanted && digest.sha256 == NULL))
    {
      g_free (digest.sha256);
      return FALSE;
    }
  part->input->byte_count = file_parts_size (parts);
  part->input->sha256 = digest.sha256;
  return TRUE;
}

/* FALSE: it is to be read as one, and that tells what is wrong, should anything be. */
static gboolean
read_in_parts (FileBooks *self, BookPart *part, const Container *container)
{
  const ReadPlan *plan = self->plan.plan;
  const char *path = input_set_file (self->plan.inputs, part->index)->path;

  if (self->jobs < 2 || plan->encoding != NULL || container_is_packed (container)
      || container_is_archive (container))
    return FALSE;
  g_autoptr (FileParts) parts = file_parts_new (path, self->jobs, plan->part_bytes_min);
  if (parts == NULL || file_parts_size (parts) > self->budget->left)
    return FALSE;
  if (!read_parts_and_digest (self, part, parts))
    {
      book_part_clear (part);
      init_part (self, self->first + (guint32) (part - self->parts));
      return FALSE;
    }
  self->budget->left -= file_parts_size (parts);
  return TRUE;
}

/* What can be said when all of its rows were read. */
static gboolean
finish_part (const FileBooks *self, BookPart *part, GError **error)
{
  if (book_part_is_hopeless (part))
    {
      g_set_error (
          error, RECON_ERROR, RECON_ERROR_INPUT,
          "%s: found more than %u bad rows, expected at most that many to set aside; is it "
          "the right file? allow more with --max-rejects",
          part->name, self->plan.plan->max_rejects);
      return FALSE;
    }
  part->signs.rows = part->input->rows + rejects_count (part->rejects);
  if (!part->is_json) /* which no spreadsheet re-saves, and where exponents are common */
    part->input->damage = spreadsheet_signs_describe (&part->signs);
  return TRUE;
}

static gboolean
take_content (gpointer data, guint32 index, Container *container, GError **error)
{
  FileBooks *self = data;
  BookPart *part = &self->parts[index - self->first];

  return (read_in_parts (self, part, container) || read_as_one (self, part, container, error))
         && finish_part (self, part, error);
}

/* What other runs have folded. */
static gboolean
read_volumes (const FileBooks *self, BookPart *part, const GPtrArray *volumes, GError **error)
{
  if (!shelf_volume_read_all (part, volumes, self->plan.key, self->jobs, error))
    return FALSE;
  /* Books always know it: what is said is what reading the file would say. */
  if (part->input != NULL && !wants_digest (self, part->index))
    g_clear_pointer (&part->input->sha256, g_free);
  return finish_part (self, part, error);
}

gboolean
file_books_read (FileBooks *self, guint jobs, ReadBudget *budget, const FileBooksWatch *watch,
                 GError **error)
{
  const InputWalk walk
      = { .inputs = self->plan.inputs, .budget = budget, .take = take_content, .data = self };

  const InputFile *file = input_set_file (self->plan.inputs, self->first);

  self->jobs = jobs;
  self->budget = budget;
  self->watch = watch;
  if (file->volumes != NULL)
    {
      self->size = file->size;
      return file->is_skipped || read_volumes (self, &self->parts[0], file->volumes, error);
    }
  return input_walk_file (&walk, self->first, self->first + self->count, &self->size, error);
}

guint
file_books_count (const FileBooks *self)
{
  return self->count;
}

BookPart *
file_books_part (FileBooks *self, guint index)
{
  return &self->parts[index];
}

guint64
file_books_size (const FileBooks *self)
{
  return self->size;
}

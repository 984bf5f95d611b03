/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/input-reader.h"

#include <string.h>

#include "base/recon-error.h"
#include "input/files-ahead.h"
#include "input/folder-walk.h"
#include "input/second-look.h"
#include "input/shelf-look.h"

/* Fewer may be a slip, or a download that broke off. */
#define SHORT_ROWS_ASKED_FROM 3

/* The whole reading. */
typedef struct
{
  const InputReader *reader;
  const ReadPlan *plan; /* of the reader */
  FileBooksPlan files;
  Books *books;
  Rejects *rejects;
  ReadBudget budget;    /* of --max-input, what is left of it */
  guint short_rows;     /* of the rejects: those that lack cells */
  guint64 bytes_before; /* of the files that are done */
} Reading;

static void
tell_progress (const Reading *self, guint64 done)
{
  const InputReader *reader = self->reader;

  if (reader->progress != NULL)
    reader->progress (done, input_set_total_size (reader->inputs), reader->progress_data);
}

static const InputTally *
find_same_content (const Books *books, const BookPart *part)
{
  g_autoptr (GPtrArray) tallies = input_book_list (books->inputs);

  for (guint i = 0; part->input->sha256 != NULL && i < tallies->len; i++)
    {
      const InputTally *tally = g_ptr_array_index (tallies, i);
      if (!tally->is_duplicate && tally->byte_count == part->input->byte_count
          && g_strcmp0 (tally->sha256, part->input->sha256) == 0)
        return tally;
    }
  return NULL;
}

/* The same content again counts once: of its rows nothing goes into the books. */
static void
take_duplicate (Books *books, const BookPart *part, const InputTally *original)
{
  InputTally *tally = input_book_file (books->inputs, part->index, part->name, original->kind);

  tally->is_duplicate = TRUE;
  tally->duplicate_of = g_strdup (original->file);
  tally->sha256 = g_strdup (part->input->sha256);
}

static void
take_rejects (Reading *self, BookPart *part)
{
  rejects_move (self->rejects, part->rejects);
  if (self->reader->matches != NULL)
    read_matches_add (self->reader->matches, part->matches);
  self->short_rows += part->short_rows;
}

static void
take_part (Reading *self, BookPart *part)
{
  if (part->input == NULL) /* skipped */
    {
      input_book_file (self->books->inputs, part->index, part->name, KIND_SKIPPED);
      return;
    }

  const InputTally *original = find_same_content (self->books, part);

  if (original != NULL)
    take_duplicate (self->books, part, original);
  else
    {
      books_merge (self->books, part->books);
      take_rejects (self, part);
    }
}

/* Entries are read in the order in which they are stored, and count in the order of their names. */
static gboolean
take_file (Reading *self, FileBooks *file, GError **error)
{
  const InputReader *reader = self->reader;

  for (guint i = 0; i < file_books_count (file); i++)
    {
      BookPart *part = file_books_part (file, i);

      if (reader->take == NULL)
        take_part (self, part);
      else if (!reader->take (reader->take_data, reader->inputs, part, error))
        return FALSE;
      else
        take_rejects (self, part);
    }
  self->bytes_before += file_books_size (file);
  tell_progress (self, self->bytes_before);
  return TRUE;
}

static gboolean
tell_file_progress (gpointer data, guint64 done)
{
  const Reading *self = data;

  tell_progress (self, self->bytes_before + done);
  return TRUE;
}

static gboolean
read_file (Reading *self, guint32 *next, GError **error)
{
  const FileBooksWatch watch = { tell_file_progress, self };
  g_autoptr (FileBooks) file = file_books_new (&self->files, *next);

  if (!file_books_read (file, self->plan->jobs, &self->budget, &watch, error))
    return FALSE;
  *next += file_books_count (file);
  return take_file (self, file, error);
}

/* Nobody asks for more once there are enough bad rows. */
static gboolean
has_next (const Reading *self, guint32 next, guint32 end)
{
  return next < end && !book_part_has_enough_bad_rows (self->plan, self->rejects);
}

/* Files up to @end beside each other, if it can be done. What is not plainly good is read again in
   its turn, and that tells what is wrong, should anything be. */
static gboolean
read_files_ahead (Reading *self, guint32 *next, guint32 end, GError **error)
{
  const FileBooksWatch watch = { tell_file_progress, self };
  g_autoptr (FilesAhead) ahead = files_ahead_new (&self->files, *next, end, &self->budget);

  while (ahead != NULL && has_next (self, *next, end))
    {
      g_autoptr (FileBooks) file = files_ahead_take (ahead, &self->budget, &watch);

      if (file == NULL && !read_file (self, next, error))
        return FALSE;
      if (file == NULL)
        continue;
      *next += file_books_count (file);
      if (!take_file (self, file, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_all (Reading *self, GError **error)
{
  const guint32 end = input_set_files (self->files.inputs)->len;

  for (guint32 next = 0; has_next (self, next, end);)
    {
      if (!read_files_ahead (self, &next, files_ahead_end (&self->files, next), error))
        return FALSE;
      if (has_next (self, next, end) && !read_file (self, &next, error))
        return FALSE;
    }
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
                      .plan = plan,
                      .files = { inputs, plan, self->key },
                      .books = books,
                      .rejects = rejects,
                      .budget = container_budget (plan->max_input) };
  const GPtrArray *ignored = input_set_ignored (inputs);

  for (guint i = 0; i < ignored->len; i++)
    {
      const char *name = g_ptr_array_index (ignored, i);
      /* What would be read by its name is of a pack. */
      input_book_ignore (books->inputs, name, folder_walk_reads (name, FOLDER_FILES_BILLING));
    }
  const InputVisit again = { .inputs = inputs,
                             .plan = plan,
                             .books = books,
                             .progress = self->progress_again,
                             .progress_data = self->progress_data };
  if (!read_all (&reading, error) || !check_bad_rows (&reading, error))
    return FALSE;
  return self->take != NULL
         || (second_look (&again, plan->content_key != NULL ? plan->content_key : self->key, books,
                          error)
             && shelf_look (inputs, books, self->key, plan->jobs, error));
}

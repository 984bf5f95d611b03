/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca-input.h"

#include "input/bytes/source.h"
#include "input/input-walk.h"
#include "input/mca/mca-reader.h"

/* One file on disk, whose entries are read as they are stored and count by their names. */
typedef struct
{
  const McaInput *input;
  guint32 first;
  GPtrArray *parts; /* of McaBook; NULL: not read yet */
} FileReading;

static void
part_free (gpointer part)
{
  mca_book_free (part);
}

static gboolean
take_content (gpointer data, guint32 index, Container *container, GError **error)
{
  FileReading *self = data;
  const InputFile *file = input_set_file (self->input->inputs, index);
  g_autoptr (Source) source = source_new (container, TRUE, error);
  g_autoptr (McaBook) part = mca_book_new ();
  McaPage page;

  if (source == NULL)
    return FALSE;
  const McaContent content = {
    .name = file->name, .read = source_read, .stream = source, .lots_alone = self->input->lots_alone
  };
  if (!mca_reader_read (&content, part, &page, error))
    return FALSE;
  g_autofree char *digest = source_take_digest (source);
  page.sha256 = mca_book_text (part, slice_of (digest));
  g_array_append_val (part->pages, page);
  g_ptr_array_index (self->parts, index - self->first) = g_steal_pointer (&part);
  return TRUE;
}

/* All files. */
typedef struct
{
  const McaInput *input;
  McaBook *book;
  ReadBudget budget;
  guint64 done;
} Reading;

static gboolean
read_file (Reading *self, guint32 first, guint32 end, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  FileReading reading = { self->input, first, parts };
  const InputWalk walk = {
    .inputs = self->input->inputs, .budget = &self->budget, .take = take_content, .data = &reading
  };

  g_ptr_array_set_size (parts, (gint) (end - first));
  if (!input_walk_file (&walk, first, end, &self->done, error))
    return FALSE;
  for (guint i = 0; i < parts->len; i++)
    mca_book_take (self->book, g_steal_pointer (&g_ptr_array_index (parts, i)));
  return TRUE;
}

gboolean
mca_input_read (const McaInput *self, McaBook *book, GError **error)
{
  const guint32 count = input_set_files (self->inputs)->len;
  const GPtrArray *ignored = input_set_ignored (self->inputs);
  Reading reading = { .input = self, .book = book, .budget = container_budget (self->max_input) };

  for (guint i = 0; i < ignored->len; i++)
    g_ptr_array_add (book->ignored, (gpointer) (guintptr) mca_book_text (
                                        book, slice_of (g_ptr_array_index (ignored, i))));
  for (guint32 first = 0; first < count;)
    {
      const guint32 end = input_walk_end_of_file (self->inputs, first);
      if (!read_file (&reading, first, end, error))
        return FALSE;
      if (self->progress != NULL)
        self->progress (reading.done, input_set_total_size (self->inputs), self->progress_data);
      first = end;
    }
  return TRUE;
}

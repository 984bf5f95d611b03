/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/benefit-input.h"

#include <string.h>

#include "input/bytes/source.h"
#include "input/input-walk.h"
#include "input/table/benefit-table.h"

typedef struct
{
  const BenefitInput *input;
  BenefitBook *book;
  guint32 wanted; /* the input that is read now */
} Reading;

/* Entries of an archive are stored in any order, and read in that of their names. */
static gboolean
wants (gpointer data, guint32 index)
{
  const Reading *self = data;
  return index == self->wanted;
}

static const BenefitFile *
find_digest (const BenefitBook *book, const char *digest)
{
  for (guint i = 0; i < book->files->len; i++)
    {
      const BenefitFile *file = &g_array_index (book->files, BenefitFile, i);
      if (strcmp (file->sha256, digest) == 0)
        return file; /* the first, which is no duplicate itself */
    }
  return NULL;
}

/* The content, unpacked, and its digest. */
static GByteArray *
read_all (Container *container, char **digest, GError **error)
{
  g_autoptr (Source) source = source_new (container, TRUE, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree char *buffer = g_malloc (65536);
  gssize count;

  if (source == NULL)
    return NULL;
  while ((count = source_read (source, buffer, 65536, error)) > 0)
    g_byte_array_append (bytes, (const guint8 *) buffer, (guint) count);
  if (count < 0)
    return NULL;
  *digest = source_take_digest (source);
  return g_steal_pointer (&bytes);
}

static gssize
read_slice (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Slice *rest = data;
  const gsize count = MIN (size, rest->length);

  memcpy (buffer, rest->text, count);
  rest->text += count;
  rest->length -= count;
  return (gssize) count;
}

static gboolean
take_content (gpointer data, guint32 index, Container *container, GError **error)
{
  Reading *self = data;
  BenefitBook *book = self->book;
  const char *name = input_set_file (self->input->inputs, index)->name;
  g_autofree char *digest = NULL;
  g_autoptr (GByteArray) bytes = read_all (container, &digest, error);

  if (bytes == NULL)
    return FALSE;
  Slice rest = { (const char *) bytes->data, bytes->len };
  const TableContent content = { .name = name, .read = read_slice, .stream = &rest };
  const BenefitFile *twin = find_digest (book, digest);
  BenefitFile file = { .file = benefit_book_text (book, slice_of (name)),
                       .kind = self->input->kind,
                       .sha256 = benefit_book_text (book, slice_of (digest)),
                       .duplicate_of = twin != NULL ? twin->file : NULL };
  if (twin == NULL
      && !benefit_table_read (&content, file.kind, self->input->format, book, &file.rows, error))
    return FALSE;
  g_array_append_val (book->files, file);
  return TRUE;
}

gboolean
benefit_input_read (const BenefitInput *self, BenefitBook *book, GError **error)
{
  const guint32 count = input_set_files (self->inputs)->len;
  const GPtrArray *ignored = input_set_ignored (self->inputs);
  ReadBudget budget = container_budget (self->max_input);
  Reading reading = { .input = self, .book = book };
  const InputWalk walk = { .inputs = self->inputs,
                           .budget = &budget,
                           .wants = wants,
                           .take = take_content,
                           .data = &reading };
  guint64 done = 0;

  for (guint i = 0; i < ignored->len; i++)
    g_ptr_array_add (book->ignored, (gpointer) (guintptr) benefit_book_text (
                                        book, slice_of (g_ptr_array_index (ignored, i))));
  for (guint32 first = 0; first < count;)
    {
      const guint32 end = input_walk_end_of_file (self->inputs, first);
      for (reading.wanted = first; reading.wanted < end; reading.wanted++)
        if (!input_walk_file (&walk, first, end, &done, error))
          return FALSE;
      first = end;
    }
  return TRUE;
}

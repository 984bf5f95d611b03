/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/charge-input.h"

#include "input/bytes/source.h"
#include "input/input-walk.h"
#include "input/mca/charge-file.h"

typedef struct
{
  const InputSet *inputs;
  const TableFormat *format;
  ApplyCharges *charges;
  guint32 wanted;
} Reading;

/* Entries of an archive count by their names, and are read one after the other. */
static gboolean
is_wanted (gpointer data, guint32 index)
{
  return ((const Reading *) data)->wanted == index;
}

static gboolean
take_content (gpointer data, guint32 index, Container *container, GError **error)
{
  const Reading *self = data;
  McaBook *book = self->charges->book;
  const InputFile *input = input_set_file (self->inputs, index);
  const guint first = self->charges->charges->len;
  g_autoptr (Source) source = source_new (container, TRUE, error);
  ApplyFile file = { .file = mca_book_text (book, slice_of (input->name)) };

  if (source == NULL)
    return FALSE;
  const TableContent content = { .name = input->name, .read = source_read, .stream = source };
  if (!charge_file_read (&content, self->format, self->charges, &file.rows, error))
    return FALSE;
  g_autofree char *digest = source_take_digest (source);
  file.sha256 = mca_book_text (book, slice_of (digest));
  apply_charges_end_file (self->charges, &file, first);
  return TRUE;
}

gboolean
charge_input_read (const InputSet *inputs, const TableFormat *format, guint64 max_input,
                   ApplyCharges *charges, GError **error)
{
  const guint32 count = input_set_files (inputs)->len;
  const GPtrArray *ignored = input_set_ignored (inputs);
  Reading reading = { .inputs = inputs, .format = format, .charges = charges };
  ReadBudget budget = container_budget (max_input);
  const InputWalk walk = {
    .inputs = inputs, .budget = &budget, .wants = is_wanted, .take = take_content, .data = &reading
  };
  guint64 done = 0;

  for (guint i = 0; i < ignored->len; i++)
    g_ptr_array_add (charges->book->ignored,
                     (gpointer) (guintptr) mca_book_text (
                         charges->book, slice_of (g_ptr_array_index (ignored, i))));
  for (guint32 first = 0; first < count; first = input_walk_end_of_file (inputs, first))
    {
      const guint32 end = input_walk_end_of_file (inputs, first);
      for (reading.wanted = first; reading.wanted < end; reading.wanted++)
        if (!input_walk_file (&walk, first, end, &done, error))
          return FALSE;
    }
  return TRUE;
}

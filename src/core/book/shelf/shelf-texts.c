/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-texts.h"

struct ShelfTexts
{
  GTree *numbers; /* char * -> its number, from 1; a tree, for input chooses the texts */
  GArray *slices; /* of Slice, by number less 1 */
};

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

ShelfTexts *
shelf_texts_new (void)
{
  ShelfTexts *self = g_new0 (ShelfTexts, 1);

  self->numbers = g_tree_new_full (compare_texts, NULL, NULL, NULL);
  self->slices = g_array_new (FALSE, FALSE, sizeof (Slice));
  return self;
}

void
shelf_texts_free (ShelfTexts *self)
{
  if (self == NULL)
    return;
  g_tree_unref (self->numbers);
  g_array_unref (self->slices);
  g_free (self);
}

void
shelf_texts_put (ShelfTexts *self, ShelfWriter *writer, const char *text)
{
  const guint number = GPOINTER_TO_UINT (g_tree_lookup (self->numbers, text));

  shelf_bytes_put_number (writer, number);
  if (number != 0)
    return;
  shelf_bytes_put_text (writer, text);
  g_tree_insert (self->numbers, (gpointer) (guintptr) text,
                 GUINT_TO_POINTER ((guint) g_tree_nnodes (self->numbers) + 1));
}

Slice
shelf_texts_take (ShelfTexts *self, ShelfReader *reader)
{
  const guint64 number = shelf_bytes_take_up_to (reader, self->slices->len);

  if (number > 0)
    return g_array_index (self->slices, Slice, number - 1);
  const Slice text = shelf_bytes_take_slice (reader, NULL);
  g_array_append_val (self->slices, text);
  return text;
}

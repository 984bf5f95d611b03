/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-book.h"

#define TEXTS_BLOCK_BYTES 4096

BenefitBook *
benefit_book_new (void)
{
  BenefitBook *self = g_new0 (BenefitBook, 1);

  self->files = g_array_new (FALSE, FALSE, sizeof (BenefitFile));
  self->benefits = g_array_new (FALSE, FALSE, sizeof (Benefit));
  self->uses = g_array_new (FALSE, FALSE, sizeof (BenefitUse));
  self->profiles = g_array_new (FALSE, FALSE, sizeof (BenefitProfile));
  self->ignored = g_ptr_array_new ();
  self->texts = g_string_chunk_new (TEXTS_BLOCK_BYTES);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
benefit_book_free (BenefitBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->files);
  g_array_unref (self->benefits);
  g_array_unref (self->uses);
  g_array_unref (self->profiles);
  g_ptr_array_unref (self->ignored);
  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/* Takes @copy over. */
static const char *
keep (BenefitBook *self, char *copy)
{
  const char *kept = *copy != '\0' ? g_string_chunk_insert_const (self->texts, copy) : NULL;

  g_free (copy);
  return kept;
}

const char *
benefit_book_text (BenefitBook *self, Slice text)
{
  return keep (self, slice_dup (text));
}

const char *
benefit_book_text_lower (BenefitBook *self, Slice text)
{
  return keep (self, slice_dup_lower (text));
}

const char *
benefit_book_text_upper (BenefitBook *self, Slice text)
{
  return keep (self, slice_dup_upper (text));
}

const char *const *
benefit_book_list (BenefitBook *self, const char *const *texts, gsize count)
{
  const char *const *list = g_memdup2 (texts, count * sizeof *texts);

  g_ptr_array_add (self->lists, (gpointer) (guintptr) list);
  return list;
}

const Benefit *
benefit_book_find (const BenefitBook *self, const char *id)
{
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id));

  return place > 0 ? &g_array_index (self->benefits, Benefit, place - 1) : NULL;
}

gboolean
benefit_book_add (BenefitBook *self, const Benefit *benefit, const Benefit **earlier)
{
  *earlier = benefit_book_find (self, benefit->id);
  if (*earlier != NULL)
    return FALSE;
  g_array_append_val (self->benefits, *benefit);
  g_hash_table_insert (self->ids, (gpointer) (guintptr) benefit->id,
                       GUINT_TO_POINTER (self->benefits->len));
  return TRUE;
}

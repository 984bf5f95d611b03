/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-texts.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)
#define RECENT_TEXTS 1024

/* A text of the books, and its copy. */
typedef struct
{
  const char *from;
  const char *text;
} BookText;

struct ReportTexts
{
  GStringChunk *chunk;
  GPtrArray *kept;                  /* of memory: see report_texts_keep() */
  GPtrArray *taken;                 /* of GStringChunk: of those that were taken */
  const char *recent[RECENT_TEXTS]; /* where their ends say; NULL: none yet */
  BookText of_books[RECENT_TEXTS];  /* where that they come from says */
};

ReportTexts *
report_texts_new (void)
{
  ReportTexts *self = g_new0 (ReportTexts, 1);

  self->chunk = g_string_chunk_new (BLOCK_BYTES);
  self->kept = g_ptr_array_new_with_free_func (g_free);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_string_chunk_free);
  return self;
}

void
report_texts_free (ReportTexts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->chunk, g_string_chunk_free);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->taken);
  g_free (self);
}

gpointer
report_texts_keep (ReportTexts *self, gpointer memory)
{
  g_ptr_array_add (self->kept, memory);
  return memory;
}

/* By its length, its first bytes and its last. */
static guint
place_of_text (const char *text)
{
  const gsize length = strlen (text);
  guint64 front = 0, back = 0;

  memcpy (&front, text, MIN (length, sizeof front));
  if (length > sizeof back)
    memcpy (&back, text + length - sizeof back, sizeof back);
  front = (front ^ length) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint) (((front ^ back) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) % RECENT_TEXTS;
}

const char *
report_texts_add (ReportTexts *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  /* Not insert_const: it keeps every text in an unseeded hash table, which input can make slow.
     Here texts that end alike only cost the room of a text that is kept twice. */
  const char **recent = &self->recent[place_of_text (text)];
  if (*recent == NULL || strcmp (*recent, text) != 0)
    *recent = g_string_chunk_insert (self->chunk, text);
  return *recent;
}

const char *
report_texts_add_of_book (ReportTexts *self, const char *text)
{
  const guintptr place = (guintptr) text;
  BookText *known = &self->of_books[(place >> 3 ^ place >> 13) % RECENT_TEXTS];

  if (text == NULL)
    return NULL;
  if (known->from != text)
    *known = (BookText){ .from = text, .text = report_texts_add (self, text) };
  return known->text;
}

void
report_texts_take (ReportTexts *self, ReportTexts *other)
{
  g_ptr_array_extend_and_steal (self->taken, g_steal_pointer (&other->taken));
  g_ptr_array_add (self->taken, g_steal_pointer (&other->chunk));
  other->taken = g_ptr_array_new ();
  g_ptr_array_extend_and_steal (self->kept, g_steal_pointer (&other->kept));
  other->kept = g_ptr_array_new ();
  report_texts_free (other);
}

GStringChunk *
report_texts_chunk (ReportTexts *self)
{
  return self->chunk;
}

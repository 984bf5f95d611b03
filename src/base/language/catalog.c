/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/catalog.h"

#include <string.h>

/* Words of 32 bits: the magic number, the revision, how many texts there are, where the tables of
   originals and of translations are; an entry of these is a length and a place. */
#define COUNT_AT 8
#define ORIGINALS_AT 12
#define TRANSLATIONS_AT 16
#define ENTRY_SIZE 8
#define CONTEXT_END '\004'

static guint32
word_at (const Catalog *self, gsize place)
{
  guint32 word;

  g_assert (place + sizeof word <= self->length);
  memcpy (&word, self->bytes + place, sizeof word);
  return GUINT32_FROM_LE (word);
}

/* It ends with a NUL; one of several forms holds more of them. */
static const char *
text_at (const Catalog *self, gsize table_at, guint32 index, gsize *length)
{
  const gsize entry = word_at (self, table_at) + (gsize) index * ENTRY_SIZE;
  const gsize place = word_at (self, entry + sizeof (guint32));

  *length = word_at (self, entry);
  g_assert (place + *length < self->length && self->bytes[place + *length] == '\0');
  return self->bytes + place;
}

/* @text, behind @context where there is one, against an original. */
static int
compare (const char *context, const char *text, const char *original)
{
  if (context == NULL)
    return strcmp (text, original);

  const gsize length = strlen (context);
  const int order = strncmp (context, original, length);

  if (order != 0)
    return order;
  if (original[length] != CONTEXT_END)
    return CONTEXT_END - (guchar) original[length];
  return strcmp (text, original + length + 1);
}

static const char *
form_of (const char *text, gsize length, guint form)
{
  const char *end = text + length;

  for (; form > 0 && text < end; form--)
    text += strlen (text) + 1;
  return text < end ? text : NULL;
}

guint32
catalog_count (const Catalog *self)
{
  return word_at (self, COUNT_AT);
}

const char *
catalog_find (const Catalog *self, const char *context, const char *text, guint form)
{
  guint32 first = 0, end = catalog_count (self);
  gsize length;

  while (first < end)
    {
      const guint32 middle = first + (end - first) / 2;
      const int order = compare (context, text, text_at (self, ORIGINALS_AT, middle, &length));

      if (order == 0)
        {
          const char *said = text_at (self, TRANSLATIONS_AT, middle, &length);
          return form_of (said, length, form);
        }
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }
  return NULL;
}

const char *
catalog_header (const Catalog *self)
{
  return catalog_find (self, NULL, "", 0);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-book.h"

#include <string.h>

#define TEXT_BLOCK_BYTES (64 * 1024)
#define RECENT_TEXTS 1024

McaBook *
mca_book_new (void)
{
  McaBook *self = g_new0 (McaBook, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (McaPage));
  self->balances = g_array_new (FALSE, FALSE, sizeof (McaBalance));
  self->lots = g_array_new (FALSE, FALSE, sizeof (McaLot));
  self->events = g_array_new (FALSE, FALSE, sizeof (McaEvent));
  self->accounts = g_array_new (FALSE, FALSE, sizeof (McaAccount));
  self->profiles = g_array_new (FALSE, FALSE, sizeof (McaProfile));
  self->ignored = g_ptr_array_new ();
  self->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  self->taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_string_chunk_free);
  self->folded = g_string_new (NULL);
  self->recent = g_new0 (const char *, RECENT_TEXTS);
  return self;
}

void
mca_book_free (McaBook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pages);
  g_array_unref (self->balances);
  g_array_unref (self->lots);
  g_array_unref (self->events);
  g_array_unref (self->accounts);
  g_array_unref (self->profiles);
  g_ptr_array_unref (self->ignored);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->taken, g_ptr_array_unref);
  g_string_free (self->folded, TRUE);
  g_free (self->recent);
  g_free (self);
}

/* Texts that share a place only cost the room of being kept twice. */
static guint
place_of (Slice text)
{
  const guint64 odd = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 place = text.length, word;
  gsize at = 0;

  for (; at + sizeof word <= text.length; at += sizeof word)
    {
      memcpy (&word, text.text + at, sizeof word);
      place = (place ^ word) * odd;
      place ^= place >> 32;
    }
  word = 0;
  memcpy (&word, text.text + at, text.length - at);
  return (guint) (((place ^ word) * odd) >> 40) % RECENT_TEXTS;
}

const char *
mca_book_text (McaBook *self, Slice text)
{
  if (text.length == 0)
    return NULL;
  const char **recent = &self->recent[place_of (text)];
  if (*recent == NULL || strncmp (*recent, text.text, text.length) != 0
      || (*recent)[text.length] != '\0')
    *recent = g_string_chunk_insert_len (self->texts, text.text, (gssize) text.length);
  return *recent;
}

const char *
mca_book_text_lower (McaBook *self, Slice text)
{
  g_string_set_size (self->folded, text.length);
  for (gsize i = 0; i < text.length; i++)
    self->folded->str[i] = slice_lower_char (text.text[i]);
  return mca_book_text (self, (Slice){ self->folded->str, text.length });
}

const char *
mca_book_text_upper (McaBook *self, Slice text)
{
  g_string_set_size (self->folded, text.length);
  for (gsize i = 0; i < text.length; i++)
    self->folded->str[i] = slice_upper_char (text.text[i]);
  return mca_book_text (self, (Slice){ self->folded->str, text.length });
}

static const McaPage *
find_same_content (const McaBook *self, const McaPage *page)
{
  for (guint i = 0; page->sha256 != NULL && page->kind != MCA_EMPTY && i < self->pages->len; i++)
    {
      const McaPage *other = &g_array_index (self->pages, McaPage, i);
      if (other->duplicate_of == NULL && g_strcmp0 (other->sha256, page->sha256) == 0)
        return other;
    }
  return NULL;
}

static GArray *
array_of (const McaBook *self, McaKind kind)
{
  switch (kind)
    {
    case MCA_BALANCE:
      return self->balances;
    case MCA_EVENTS:
      return self->events;
    case MCA_LOTS:
      return self->lots;
    case MCA_PROFILES:
      return self->profiles;
    case MCA_ACCOUNTS:
      return self->accounts;
    case MCA_EMPTY:
    case MCA_KIND_COUNT:
    default:
      g_assert_not_reached ();
    }
}

/* Every resource begins with its origin. */
static void
append_all (McaBook *self, GArray *to, const GArray *from)
{
  const guint before = to->len, size = g_array_get_element_size (to);

  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
  for (guint i = before; i < to->len; i++)
    ((McaOrigin *) (gpointer) (to->data + (gsize) i * size))->place = self->resources++;
}

static void
take_page (McaBook *self, const McaBook *part, McaPage page)
{
  const McaPage *twin = find_same_content (self, &page);

  if (twin != NULL)
    {
      page.duplicate_of = twin->file;
      page.rows = 0;
    }
  else if (page.kind != MCA_EMPTY)
    {
      page.first = array_of (self, page.kind)->len;
      append_all (self, array_of (self, page.kind), array_of (part, page.kind));
      if (page.kind == MCA_ACCOUNTS) /* with the profiles within them */
        append_all (self, self->profiles, part->profiles);
    }
  g_array_append_val (self->pages, page);
}

void
mca_book_take (McaBook *self, McaBook *part)
{
  g_assert (part->pages->len <= 1);
  for (guint i = 0; i < part->pages->len; i++)
    take_page (self, part, g_array_index (part->pages, McaPage, i));
  g_ptr_array_extend_and_steal (self->taken, g_steal_pointer (&part->taken));
  g_ptr_array_add (self->taken, g_steal_pointer (&part->texts));
  mca_book_free (part);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/key-bytes.h"

#include <string.h>

#define BYTES_RESERVED 512

#define WORD_BYTES sizeof (guint64)

void
key_bytes_init (KeyBytes *self)
{
  *self = (KeyBytes){ .bytes = g_malloc (BYTES_RESERVED), .room = BYTES_RESERVED };
}

void
key_bytes_clear (KeyBytes *self)
{
  g_clear_pointer (&self->bytes, g_free);
}

void
key_bytes_restart (KeyBytes *self)
{
  self->length = 0;
}

static G_GNUC_NO_INLINE void
grow (KeyBytes *self, gsize room)
{
  self->room = MAX (2 * self->room, room);
  self->bytes = g_realloc (self->bytes, self->room);
}

/* Where @count further bytes have room. */
static inline guint8 *
make_room (KeyBytes *self, gsize count)
{
  if (self->room - self->length < count)
    grow (self, self->length + count);
  return self->bytes + self->length;
}

static inline guint64
load_8 (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return word;
}

static inline guint32
load_4 (const char *text)
{
  guint32 word;

  memcpy (&word, text, sizeof word);
  return word;
}

static inline void
put_lower_8 (guint8 *to, const char *text)
{
  const guint64 word = slice_lower_word (load_8 (text));
  memcpy (to, &word, sizeof word);
}

/* Fewer than 8 bytes: from both ends, so that none outside the text is read. */
static inline void
put_lower_short (guint8 *to, const char *text, gsize length)
{
  guint64 word;

  if (length >= 4)
    {
      word = slice_lower_word ((guint64) load_4 (text + length - 4) << 32 | load_4 (text));
      const guint32 front = (guint32) word, back = (guint32) (word >> 32);
      memcpy (to, &front, sizeof front);
      memcpy (to + length - 4, &back, sizeof back);
      return;
    }
  for (gsize i = 0; i < length; i++)
    to[i] = (guint8) slice_lower_char (text[i]);
}

/* The length goes first, so that no two sequences of texts give the same bytes. */
void
key_bytes_add_text (KeyBytes *self, Slice text)
{
  const guint32 length = (guint32) text.length;
  guint8 *to = make_room (self, sizeof length + length);

  memcpy (to, &length, sizeof length);
  to += sizeof length;
  self->length += sizeof length + length;
  if (length < WORD_BYTES)
    {
      put_lower_short (to, text.text, length);
      return;
    }
  for (gsize at = 0; at + WORD_BYTES < length; at += WORD_BYTES)
    put_lower_8 (to + at, text.text + at);
  put_lower_8 (to + length - WORD_BYTES, text.text + length - WORD_BYTES);
}

void
key_bytes_add_number (KeyBytes *self, gint32 number)
{
  memcpy (make_room (self, sizeof number), &number, sizeof number);
  self->length += sizeof number;
}

void
key_bytes_add_magnitude (KeyBytes *self, Decimal value)
{
  guint8 *to = make_room (self, 1 + DECIMAL_CANONICAL_BYTES);
  const gsize length = decimal_canonical_magnitude (value, to + 1);

  *to = (guint8) length;
  self->length += 1 + length;
}

Hash128
key_bytes_hash (const KeyBytes *self, const HashKey *key)
{
  return keyed_hash (key, self->bytes, self->length);
}

Hash128
key_bytes_hash_xor (Hash128 a, Hash128 b)
{
  return (Hash128){ .low = a.low ^ b.low, .high = a.high ^ b.high };
}

/* The lowest bit is left out: it may carry a mark (see pair-book). */
guint
key_bytes_hash128_hash (gconstpointer hash)
{
  return (guint) (((const Hash128 *) hash)->low >> 1);
}

gboolean
key_bytes_hash128_equal (gconstpointer a, gconstpointer b)
{
  const Hash128 *x = a, *y = b;
  return x->low == y->low && x->high == y->high;
}

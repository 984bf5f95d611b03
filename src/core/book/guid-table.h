/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_GUID_TABLE_H
#define CORE_BOOK_GUID_TABLE_H

#include <string.h>

#include "base/keyed-hash.h"
#include "base/slice.h"

/**
 * Guid: the 32 digits of a text like 8a9a38ff-486d-4600-9e17-1f7871ad9020, in either case, as 16
 * bytes. Most ids are one, and two words are compared and found quicker than 36 bytes.
 */
typedef struct
{
  guint64 front;
  guint64 back;
} Guid;

#define GUID_LENGTH 36

/* Eight digits as 32 bits, in whatever order; FALSE: they are not digits. */
static inline gboolean
guid_table_read_digits (guint64 word, guint64 *digits)
{
  const guint64 each = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 low = word & each * 0x7f, lower = low | each * 0x20;
  const guint64 decimal = (low + each * (0x80 - '0')) & ~(low + each * (0x80 - '9' - 1));
  const guint64 letter = (lower + each * (0x80 - 'a')) & ~(lower + each * (0x80 - 'f' - 1));

  if (((decimal | letter) & ~word & each * 0x80) != each * 0x80)
    return FALSE;
  guint64 value = (word & each * 0x0f) + (letter >> 7 & each) * 9;
  value = (value | value >> 4) & G_GUINT64_CONSTANT (0x00ff00ff00ff00ff);
  value = (value | value >> 8) & G_GUINT64_CONSTANT (0x0000ffff0000ffff);
  *digits = (value | value >> 16) & G_GUINT64_CONSTANT (0xffffffff);
  return TRUE;
}

/* Two groups of four digits. */
static inline guint64
guid_table_load_groups (const char *first, const char *second)
{
  guint64 word;

  memcpy (&word, first, 4);
  memcpy ((char *) &word + 4, second, 4);
  return word;
}

/** FALSE: @text is no GUID, and *guid is left alone. Equal GUIDs are equal texts but for case. */
static inline gboolean
guid_table_read (Slice text, Guid *guid)
{
  const char *bytes = text.text;
  guint64 first, last, digits[4];

  if (text.length != GUID_LENGTH || bytes[8] != '-' || bytes[13] != '-' || bytes[18] != '-'
      || bytes[23] != '-')
    return FALSE;
  memcpy (&first, bytes, sizeof first);
  memcpy (&last, bytes + 28, sizeof last);
  if (!guid_table_read_digits (first, &digits[0])
      || !guid_table_read_digits (guid_table_load_groups (bytes + 9, bytes + 14), &digits[1])
      || !guid_table_read_digits (guid_table_load_groups (bytes + 19, bytes + 24), &digits[2])
      || !guid_table_read_digits (last, &digits[3]))
    return FALSE;
  *guid = (Guid){ .front = digits[0] << 32 | digits[1], .back = digits[2] << 32 | digits[3] };
  return TRUE;
}

/*
 * A text of up to 16 bytes is two words as well, the rest of which are zeros: what is equal as
 * words is equal as text, for no text of a file holds a NUL.
 */
#define GUID_TABLE_SHORT_MAX 16

/* Up to eight bytes, with zeros behind them: none outside the text is read. */
static inline guint64
guid_table_load_up_to_8 (const char *bytes, gsize length)
{
  guint64 word = 0;
  guint32 front, back;

  if (length == sizeof (guint64))
    memcpy (&word, bytes, sizeof (guint64));
  else if (length >= sizeof front) /* the two loads overlap and agree where they do */
    {
      memcpy (&front, bytes, sizeof front);
      memcpy (&back, bytes + length - sizeof back, sizeof back);
      word = GUINT32_FROM_LE (front)
             | (guint64) GUINT32_FROM_LE (back) << 8 * (length - sizeof back);
      word = GUINT64_TO_LE (word);
    }
  else
    for (gsize i = 0; i < length; i++)
      ((char *) &word)[i] = bytes[i];
  return word;
}

/** @text: of no more than GUID_TABLE_SHORT_MAX bytes; without case unless it is to be read exactly.
 */
static inline Guid
guid_table_read_short (Slice text, gboolean exact)
{
  const gsize front = MIN (text.length, sizeof (guint64));
  Guid words = { .front = guid_table_load_up_to_8 (text.text, front) };

  if (text.length > front)
    words.back = guid_table_load_up_to_8 (text.text + front, text.length - front);
  if (!exact)
    {
      words.front = slice_lower_word (words.front);
      words.back = slice_lower_word (words.back);
    }
  return words;
}

static inline gboolean
guid_table_equal (Guid a, Guid b)
{
  return a.front == b.front && a.back == b.back;
}

/**
 * GuidTable: GUIDs with a number each, found by a keyed hash in one look at memory, mostly. Knows
 * nothing of texts.
 */
typedef struct GuidTable GuidTable;

GuidTable *guid_table_new (const HashKey *key);
void guid_table_free (GuidTable *self);

/** The number of @guid; where it is new it gets @number, less than 2^31. */
guint guid_table_add (GuidTable *self, Guid guid, guint number);
/** FALSE: it was never added, and *number is left alone. */
gboolean guid_table_find (const GuidTable *self, Guid guid, guint *number);

#endif

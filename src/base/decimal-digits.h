/* SPDX-License-Identifier: MIT */
#ifndef BASE_DECIMAL_DIGITS_H
#define BASE_DECIMAL_DIGITS_H

#include <string.h>

#include "base/decimal-wide.h"

/**
 * Digits of a text, eight at a time: the bytes of a word, the first digit in the lowest byte. For
 * the rooms of decimal alone. No byte outside a text is read.
 */
#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Eight characters as digits: '0' becomes 0; what is no digit has one of the upper bits set or is
   above 9. */
static inline guint64
decimal_digits_load_8 (const char *text)
{
  guint64 word;

  memcpy (&word, text, sizeof word);
  return GUINT64_FROM_LE (word) ^ EACH_BYTE ('0');
}

static inline guint64
decimal_digits_load_4 (const char *text)
{
  guint32 word;

  memcpy (&word, text, sizeof word);
  return GUINT32_FROM_LE (word) ^ 0x30303030U;
}

/* @count characters, 1 to 8, after as many zeros as make eight. */
static inline guint64
decimal_digits_load (const char *text, gsize count)
{
  const char *end = text + count;

  if (count == 8)
    return decimal_digits_load_8 (text);
  if (count >= 4) /* the two loads overlap and agree where they do */
    return decimal_digits_load_4 (end - 4) << 32 | decimal_digits_load_4 (text) << (64 - 8 * count);
  /* So do these three. */
  return ((guint64) (guint8) end[-1] ^ '0') << 56
         | ((guint64) (guint8) text[count / 2] ^ '0') << (64 - 8 * (count - count / 2))
         | ((guint64) (guint8) text[0] ^ '0') << (64 - 8 * count);
}

static inline gboolean
decimal_digits_are_digits (guint64 digits)
{
  return ((digits | (digits + EACH_BYTE (6))) & EACH_BYTE (0xf0)) == 0;
}

/* The number that eight digits make: pairs first, then fours, then all. */
static inline guint64
decimal_digits_value (guint64 digits)
{
  digits = digits * 10 + (digits >> 8);
  return ((digits & G_GUINT64_CONSTANT (0x000000ff000000ff))
              * (100 + (G_GUINT64_CONSTANT (1000000) << 32))
          + ((digits >> 16) & G_GUINT64_CONSTANT (0x000000ff000000ff))
                * (1 + (G_GUINT64_CONSTANT (10000) << 32)))
         >> 32;
}

/* The top bit of every byte that is @byte. */
static inline guint64
decimal_digits_find (guint64 digits, guint8 byte)
{
  const guint64 others = digits ^ EACH_BYTE (byte);

  return ~(((others & EACH_BYTE (0x7f)) + EACH_BYTE (0x7f)) | others | EACH_BYTE (0x7f));
}

#endif

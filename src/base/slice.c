/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/slice.h"

#include <string.h>

Slice
slice_of (const char *text)
{
  return (Slice){ .text = text != NULL ? text : "", .length = text != NULL ? strlen (text) : 0 };
}

/* U+00A0 in UTF-8: exports of web pages use it as a blank. */
static gboolean
is_no_break_space (const char *bytes)
{
  return (guchar) bytes[0] == 0xC2 && (guchar) bytes[1] == 0xA0;
}

/* GLib's leaves the vertical tab out. */
static gboolean
is_blank (char c)
{
  return g_ascii_isspace (c) || c == '\v';
}

Slice
slice_trim_blanks (Slice slice)
{
  for (;;)
    {
      if (slice.length >= 1 && is_blank (slice.text[0]))
        slice.text += 1, slice.length -= 1;
      else if (slice.length >= 2 && is_no_break_space (slice.text))
        slice.text += 2, slice.length -= 2;
      else
        break;
    }
  for (;;)
    {
      if (slice.length >= 1 && is_blank (slice.text[slice.length - 1]))
        slice.length -= 1;
      else if (slice.length >= 2 && is_no_break_space (slice.text + slice.length - 2))
        slice.length -= 2;
      else
        break;
    }
  return slice;
}

gboolean
slice_is_plain (Slice slice)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 seen = 0, word;
  gsize i = 0;

  for (; i + sizeof seen <= slice.length; i += sizeof seen)
    {
      memcpy (&word, slice.text + i, sizeof word);
      seen |= word | (word - ones); /* a zero byte borrows, which sets its high bit */
    }
  for (; i < slice.length; i++)
    seen |= (guchar) slice.text[i] | (guint64) (slice.text[i] == '\0') << 7;
  return (seen & (ones << 7)) == 0;
}

static inline gboolean
words_equal_folded (const char *bytes, const char *lower)
{
  guint64 word, wanted;

  memcpy (&word, bytes, sizeof word);
  memcpy (&wanted, lower, sizeof wanted);
  return slice_lower_word (word) == wanted;
}

/* Ids mostly have more than eight bytes; the last word may look again at some of the one before. */
static gboolean
bytes_equal_folded (const char *bytes, const char *lower, gsize length)
{
  const gsize word = sizeof (guint64);

  if (length >= word)
    {
      for (gsize i = 0; i + word < length; i += word)
        if (!words_equal_folded (bytes + i, lower + i))
          return FALSE;
      return words_equal_folded (bytes + length - word, lower + length - word);
    }
  for (gsize i = 0; i < length; i++)
    if (slice_lower_char (bytes[i]) != lower[i])
      return FALSE;
  return TRUE;
}

gboolean
slice_begins_with_folded (Slice slice, const char *lower, gsize length)
{
  return slice.length >= length && bytes_equal_folded (slice.text, lower, length);
}

#define ONES G_GUINT64_CONSTANT (0x0101010101010101)

/* The top bit of the first byte that is zero, and maybe of some behind it. */
static inline guint64
zero_bytes (guint64 word)
{
  return (word - ONES) & ~word & (ONES << 7);
}

/* Passes over words in which nothing begins with the first two bytes of @lower, in either case. */
static inline gsize
skip_others (Slice slice, gsize at, const char *lower)
{
  const guint64 first = ONES * (guchar) lower[0], second = ONES * (guchar) lower[1];
  guint64 word, next;

  if (lower[1] == '\0')
    return at;
  for (; at + 1 + sizeof word <= slice.length; at += sizeof word)
    {
      memcpy (&word, slice.text + at, sizeof word);
      memcpy (&next, slice.text + at + 1, sizeof next);
      if ((zero_bytes (slice_lower_word (word) ^ first)
           & zero_bytes (slice_lower_word (next) ^ second))
          != 0)
        break;
    }
  return at;
}

gssize
slice_find_folded (Slice slice, const char *lower)
{
  const gsize length = strlen (lower);
  if (length > slice.length)
    return -1;
  const gsize last = slice.length - length;
  for (gsize at = skip_others (slice, 0, lower); at <= last;)
    {
      const gsize end = MIN (at + sizeof (guint64), last + 1);

      for (; at < end; at++)
        if (slice_lower_char (slice.text[at]) == lower[0]
            && bytes_equal_folded (slice.text + at, lower, length))
          return (gssize) at;
      at = skip_others (slice, at, lower);
    }
  return -1;
}

/* Spec section 2, "Cells". */
gboolean
slice_is_word_for_nothing (Slice slice)
{
  switch (slice.length)
    {
    case 1:
      return slice.text[0] == '-';
    case 2:
      return bytes_equal_folded (slice.text, "na", 2) || bytes_equal_folded (slice.text, "\\n", 2);
    case 3:
      return bytes_equal_folded (slice.text, "n/a", 3);
    case 4:
      return bytes_equal_folded (slice.text, "null", 4)
             || bytes_equal_folded (slice.text, "none", 4)
             || bytes_equal_folded (slice.text, "#n/a", 4);
    case 6:
      return bytes_equal_folded (slice.text, "(null)", 6);
    default:
      return FALSE;
    }
}

#define GUID_LENGTH 36

static gboolean
is_guid (const char *text)
{
  for (guint i = 0; i < GUID_LENGTH; i++)
    {
      const gboolean is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (is_hyphen ? text[i] != '-' : !g_ascii_isxdigit (text[i]))
        return FALSE;
    }
  return TRUE;
}

Slice
slice_unwrap_guid (Slice slice)
{
  static const struct
  {
    const char *before;
    const char *after;
  } wrappings[] = { { "{", "}" }, { "org:", "" }, { "urn:uuid:", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (wrappings); i++)
    {
      const gsize before = strlen (wrappings[i].before), after = strlen (wrappings[i].after);

      if (slice.length == before + GUID_LENGTH + after
          && slice_begins_folded (slice, wrappings[i].before)
          && memcmp (slice.text + before + GUID_LENGTH, wrappings[i].after, after) == 0
          && is_guid (slice.text + before))
        return (Slice){ slice.text + before, GUID_LENGTH };
    }
  return slice;
}

static gboolean
ends_with_letter_or_digit (Slice slice)
{
  const char *last = g_utf8_find_prev_char (slice.text, slice.text + slice.length);
  return last != NULL && g_unichar_isalnum (g_utf8_get_char (last));
}

static gboolean
begins_with_letter_or_digit (Slice slice)
{
  const gunichar first = g_utf8_get_char_validated (slice.text, (gssize) slice.length);
  return slice.length > 0 && first < 0x110000 && g_unichar_isalnum (first);
}

gboolean
slice_has_word_folded (Slice slice, const char *lower)
{
  const gsize length = strlen (lower);
  gsize from = 0;

  while (from + length <= slice.length)
    {
      const Slice rest = { slice.text + from, slice.length - from };
      const gssize found = slice_find_folded (rest, lower);
      if (found < 0)
        return FALSE;
      const gsize at = from + (gsize) found;
      const Slice before = { slice.text, at };
      const Slice after = { slice.text + at + length, slice.length - at - length };

      if (!ends_with_letter_or_digit (before) && !begins_with_letter_or_digit (after))
        return TRUE;
      from = at + 1;
    }
  return FALSE;
}

char *
slice_dup (Slice slice)
{
  return g_strndup (slice.text, slice.length);
}

char *
slice_dup_lower (Slice slice)
{
  return g_ascii_strdown (slice.text, (gssize) slice.length);
}

char *
slice_dup_upper (Slice slice)
{
  return g_ascii_strup (slice.text, (gssize) slice.length);
}

int
slice_compare_lowered (Slice slice, const char *other)
{
  for (gsize i = 0; i < slice.length; i++)
    {
      const int difference
          = (int) (guchar) slice_lower_char (slice.text[i]) - (int) (guchar) other[i];
      if (difference != 0)
        return difference;
    }
  return other[slice.length] == '\0' ? 0 : -1;
}

int
slice_compare_raised (Slice slice, const char *other)
{
  for (gsize i = 0; i < slice.length; i++)
    {
      const int difference
          = (int) (guchar) slice_upper_char (slice.text[i]) - (int) (guchar) other[i];
      if (difference != 0)
        return difference;
    }
  return other[slice.length] == '\0' ? 0 : -1;
}

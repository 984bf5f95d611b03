/* SPDX-License-Identifier: MIT */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <string.h>

#include <glib.h>

/**
 * Slice: borrowed bytes that are not NUL-terminated; valid UTF-8 wherever they come from a file.
 * The comparisons here are those of spec section 2: "without case" folds ASCII letters, "outer
 * blanks" are ASCII white space and the no-break space.
 */
typedef struct
{
  const char *text;
  gsize length;
} Slice;

/** Inline, for they stand in the innermost loops; GLib's are calls. */
static inline char
slice_lower_char (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
}

static inline char
slice_upper_char (char c)
{
  return c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c;
}

/** The same of eight bytes at once, in any order. */
static inline guint64
slice_lower_word (guint64 word)
{
  const guint64 each = G_GUINT64_CONSTANT (0x0101010101010101);
  const guint64 low = word & each * 0x7f;
  const guint64 from_a = low + each * (0x80 - 'A');
  const guint64 past_z = low + each * (0x80 - 'Z' - 1);

  /* Each byte from 'A' to 'Z' gets a mark in its top bit, which is then moved to the bit by which
     letters in lower case differ. */
  return word | ((from_a ^ past_z) & ~word & each * 0x80) >> 2;
}

/** The slice of a NUL-terminated text; NULL gives an empty one. */
Slice slice_of (const char *text);
/** As slice_trim(), which comes here where there are blanks. */
Slice slice_trim_blanks (Slice slice);

static inline gboolean
slice_ascii_is_graphic (char c)
{
  return (guchar) c > ' ' && (guchar) c < 0x7F;
}

/** Without outer blanks. Inline, for most cells begin and end with a letter or digit. */
static inline Slice
slice_trim (Slice slice)
{
  if (slice.length == 0
      || (slice_ascii_is_graphic (slice.text[0])
          && slice_ascii_is_graphic (slice.text[slice.length - 1])))
    return slice;
  return slice_trim_blanks (slice);
}

static inline gboolean
slice_is_empty (Slice slice)
{
  return slice.length == 0;
}

/** Only ASCII, and no NUL. */
gboolean slice_is_plain (Slice slice);

/** One of the words that programs write where there is nothing: NULL, N/A, - and their like. */
gboolean slice_is_word_for_nothing (Slice slice);
/**
 * The GUID of an id that is one in braces or behind "org:" or "urn:uuid:", once; else @slice. Both
 * without outer blanks.
 */
Slice slice_unwrap_guid (Slice slice);

/** @lower must be in lower case already. */
gboolean slice_begins_with_folded (Slice slice, const char *lower, gsize length);

static inline gboolean
slice_begins_folded (Slice slice, const char *lower)
{
  return slice_begins_with_folded (slice, lower, strlen (lower));
}

static inline gboolean
slice_equals_folded (Slice slice, const char *lower)
{
  const gsize length = strlen (lower);
  return slice.length == length && slice_begins_with_folded (slice, lower, length);
}

/** The byte offset of the first occurrence of @lower, which is not empty, or -1. */
gssize slice_find_folded (Slice slice, const char *lower);
/** @lower stands in @slice with neither a letter nor a digit beside it. */
gboolean slice_has_word_folded (Slice slice, const char *lower);

/** Copies: as they are; with ASCII letters in lower or upper case. (transfer full) */
char *slice_dup (Slice slice);
char *slice_dup_lower (Slice slice);
char *slice_dup_upper (Slice slice);

/** strcmp() order of @slice with its ASCII letters lowered (raised), against @other. */
int slice_compare_lowered (Slice slice, const char *other);
int slice_compare_raised (Slice slice, const char *other);

#endif

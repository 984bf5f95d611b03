/* SPDX-License-Identifier: MIT */
#ifndef FUZZ_TARGET_H
#define FUZZ_TARGET_H

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/slice.h"

/*
 * What the fuzz targets share. Each takes any bytes: the first line are its choices, a character
 * each (how to read, what to ask for), the rest is what is read, so that a corpus stays text where
 * the input is. A claim that does not hold ends the program, which every engine takes for a find.
 */

int LLVMFuzzerTestOneInput (const guint8 *data, size_t size);

#define REQUIRE(claim) \
  do \
    if (G_UNLIKELY (!(claim))) \
      { \
        g_printerr ("%s:%d: does not hold: %s\n", __FILE__, __LINE__, #claim); \
        abort (); \
      } \
  while (0)

typedef struct
{
  const char *at;
  gsize left;
} Choices;

/** The line that @rest begins with, without its LF, is taken off it; all of it without LF. */
static inline Slice
take_line (Slice *rest)
{
  const char *end = rest->length > 0 ? memchr (rest->text, '\n', rest->length) : NULL;
  const gsize length = end != NULL ? (gsize) (end - rest->text) : rest->length;
  const Slice line = { rest->text, length };

  rest->text += length + (end != NULL);
  rest->length -= length + (end != NULL);
  return line;
}

/** Starts on the input: @rest is what follows the choices. */
static inline Choices
take_choices (const guint8 *data, size_t size, Slice *rest)
{
  *rest = size > 0 ? (Slice){ (const char *) data, size } : slice_of ("");
  const Slice line = take_line (rest);
  return (Choices){ line.text, line.length };
}

/** The next choice, 0 <= choice < @count: '0' is 0, '1' is 1, ...; 0 when there is no more. */
static inline guint
choose (Choices *self, guint count)
{
  if (self->left == 0)
    return 0;
  self->left--;
  return (guint) (guchar) (*self->at++ - '0') % count;
}

#endif

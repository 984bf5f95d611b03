/* SPDX-License-Identifier: MIT */
#ifndef INPUT_ROWS_SEP_LINE_H
#define INPUT_ROWS_SEP_LINE_H

#include <string.h>

#include "base/slice.h"

/**
 * SepLine: a first line like "sep=;", by which programs tell spreadsheets what separates the cells
 * (spec section 2, "CSV"). Any one character may. Beyond ASCII it is several bytes, for which,
 * while the cells are cut out, one byte stands that no text in UTF-8 holds. All zero: there was
 * none.
 */
typedef struct
{
  char bytes[4]; /* of the character */
  gsize length;
  GString *shortened;
} SepLine;

void sep_line_clear (SepLine *self);

/** @line is without its end. FALSE: it is no such line. */
gboolean sep_line_take (SepLine *self, Slice line);

/** The byte at which to cut; there must have been a line. */
char sep_line_byte (const SepLine *self);

/** @text with that byte for every separator; borrowed from @text or until the next call. */
Slice sep_line_shorten (SepLine *self, Slice text);

/** For sep_line_store(): a separator of several bytes. */
gsize sep_line_restore (const SepLine *self, Slice cell, char *to);

/**
 * Copies a cell of such text to @to, separators in it (it was quoted) as they were; returns the
 * number of bytes, which is not more than the text had before. Inline, for it does every cell.
 */
static inline gsize
sep_line_store (const SepLine *self, Slice cell, char *to)
{
  if (self->length > 1)
    return sep_line_restore (self, cell, to);
  memcpy (to, cell.text, cell.length);
  return cell.length;
}

#endif

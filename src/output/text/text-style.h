/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_TEXT_STYLE_H
#define OUTPUT_TEXT_TEXT_STYLE_H

#include "base/language/language.h"

/**
 * How wide a text for people is, whether it may be coloured and whether it is long, and in which
 * language. Decided by the caller alone.
 */
typedef struct
{
  guint width;              /* columns of a line, at least TEXT_WIDTH_MIN (less counts as that) */
  gboolean colour;          /* SGR codes may be used */
  gboolean all;             /* list all there is; else long lists end with how much is left out */
  const Language *language; /* NULL: English */
} TextStyle;

#define TEXT_WIDTH_MIN 40
/* Where no terminal says otherwise. */
#define TEXT_WIDTH_DEFAULT 80

typedef enum
{
  TEXT_PLAIN,
  TEXT_DIM,   /* in order, need not be read */
  TEXT_TITLE, /* headings and the verdict */
  TEXT_ERROR,
  TEXT_WARNING,
  TEXT_NOTICE
} TextEmphasis;

gsize text_style_width (const TextStyle *self);

/** How many rows of a kind are listed at most: @most, or with all of them G_MAXSIZE. */
gsize text_style_limit (const TextStyle *self, gsize most);
/** A line on those of @count rows that are not listed for the sake of this limit, if any. */
void text_style_append_more (const TextStyle *self, gsize count, gsize most, GString *out);

/**
 * Appends @text. With colour every line of it is coloured on its own, so that a pager that resets
 * at line ends shows it right.
 */
void text_style_append (const TextStyle *self, TextEmphasis emphasis, const char *text,
                        GString *out);

/** Appends a line with texts that were read: they are made printable. */
void text_style_append_title (const TextStyle *self, const char *text, GString *out);

#endif

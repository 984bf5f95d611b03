/* SPDX-License-Identifier: MIT */
#ifndef INPUT_BYTES_HEADER_LINES_H
#define INPUT_BYTES_HEADER_LINES_H

#include <glib.h>

/**
 * HeaderLines: how a text of lines begins: with its header, before which a line may name the
 * separator ("sep=;"). What they hold is not looked at.
 */
typedef struct
{
  gsize length; /* in bytes, with a byte-order mark and the ends of the lines */
  guint lines;  /* 1 or 2 */
} HeaderLines;

/** So many bytes are looked at; a header is shorter. */
#define HEADER_LINES_BYTES_MAX (64 * 1024)

/**
 * Of a text that begins with @bytes. FALSE: it is none of lines alone, because it is packed, UTF-16
 * or JSON, or its header is blank, has no end, or may go on within quotes.
 */
gboolean header_lines_find (const char *bytes, gsize length, HeaderLines *found);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef SAMPLE_SCAN_H
#define SAMPLE_SCAN_H

#include <stdlib.h>
#include <string.h>

#include "input/rows/csv-scan-body.h"

/*
 * What csv-scan must find, byte by byte: a plain reading of the rules that its header states. The
 * arrays have room for @length bytes.
 */

typedef struct
{
  guint32 *ends;
  gsize end_count;
  guint32 *records;
  gsize record_count;
  guint8 *flags;
} ExpectedIndex;

static inline ExpectedIndex
expected_index (const char *text, gsize length, char separator)
{
  ExpectedIndex self = { .ends = g_new (guint32, length + 1),
                         .records = g_new (guint32, length + 1),
                         .flags = g_new0 (guint8, length / CSV_SCAN_CHUNK + 1) };
  gboolean inside = FALSE; /* before the byte */

  for (gsize i = 0; i < length; i++)
    {
      const char c = text[i], before = i > 0 ? text[i - 1] : '\n';
      const gboolean outside = !inside;
      guint8 *flags = &self.flags[i / CSV_SCAN_CHUNK];
      gboolean offends = c == '\0';

      /* before: what it was when it was read; a quote outside now closed. */
      if (i > 0 && before == '\r' && outside && c != '\n')
        offends = TRUE;
      if (i > 0 && before == '"' && outside && strchr ("\n\r\"", c) == NULL && c != separator)
        offends = TRUE;
      if (c == '"' && outside && before != separator && before != '\n' && before != '"')
        offends = TRUE;
      if (offends)
        *flags |= CSV_SCAN_IRREGULAR;
      if ((guchar) c >= 0x80)
        *flags |= CSV_SCAN_HIGH;
      if (c == '\n' && inside)
        *flags |= CSV_SCAN_INNER_LF;
      if (outside && (c == separator || c == '\n'))
        self.ends[self.end_count++] = (guint32) i;
      if (outside && c == '\n')
        self.records[self.record_count++] = (guint32) self.end_count;
      if (c == '"')
        inside = !inside;
    }
  return self;
}

static inline void
expected_index_clear (ExpectedIndex *self)
{
  g_free (self->ends);
  g_free (self->records);
  g_free (self->flags);
}

/** Repeatable; any seed but 0. */
static inline guint32
next_random (guint32 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 17;
  *state ^= *state << 5;
  return *state;
}

/** Bytes that mean something, with @quiet others among them. (transfer full) */
static inline char *
random_text (guint32 *state, gsize length, guint quiet)
{
  static const char meaning[] = "\"\",,,;\n\n\r\n\"\xc3\xa4\"\0\xff|\"";
  char *text = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    {
      const guint32 choice = next_random (state) % (guint32) (sizeof meaning - 1 + quiet);
      text[i] = choice < sizeof meaning - 1 ? meaning[choice] : 'a';
    }
  text[length] = '\0';
  return text;
}

/** Mostly regular: cells with and without quotes. (transfer full) */
static inline char *
regular_text (guint32 *state, gsize length)
{
  static const char *const pieces[] = { ",",
                                        ",",
                                        "\n",
                                        "\r\n",
                                        "a",
                                        "bc,d",
                                        "0123456789012345678901",
                                        ",",
                                        ",\"a\"\"b\",",
                                        "\n\"\"",
                                        ",\"x,y\"\n",
                                        ",\"l\nm\",",
                                        "\xc3\xa4",
                                        "\n\n" };
  GString *text = g_string_new (NULL);

  while (text->len < length)
    g_string_append (text, pieces[next_random (state) % G_N_ELEMENTS (pieces)]);
  g_string_truncate (text, length);
  return g_string_free (text, FALSE);
}

#endif

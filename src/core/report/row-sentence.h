/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_ROW_SENTENCE_H
#define CORE_REPORT_ROW_SENTENCE_H

#include <glib.h>

/**
 * RowSentence: what is said of each row in much the same words, as bytes that say what differs from
 * the sentence before. For row-bytes.
 */

/** Bytes of a sentence; one that is longer is borrowed like other texts. */
#define ROW_SENTENCE_MAX 254

/** Room for the sentence of one row. */
typedef struct
{
  char text[ROW_SENTENCE_MAX + 1];
} RowSentence;

/** So many bytes tell it at most. */
#define ROW_SENTENCE_BYTES_MAX (ROW_SENTENCE_MAX + 3)

/** Writes what tells @text (NULL is one too) from *last, which it then is, in @sentence; nothing
    where they are the same. Gives the end of what was written at @to. */
guint8 *row_sentence_put (guint8 *to, const char *text, const char **last, RowSentence *sentence);
/** Makes the next sentence of *last, which may stand in @sentence. Gives the end of what was read
    at @from. */
const guint8 *row_sentence_take (const guint8 *from, const char **last, RowSentence *sentence);

#endif

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-sentence.h"

#include <string.h>

/* A sentence as bytes: how many of the one before stay at the front and at the back, and what
   stands between; or this, and a text that is borrowed. */
#define BORROWED G_MAXUINT8
#define SENTENCE_HEAD 3

/* How many bytes are the same from here on, of @count at most. */
static gsize
count_front (const char *a, const char *b, gsize count)
{
  gsize same = 0;

  while (same + sizeof (guint64) <= count && memcmp (a + same, b + same, sizeof (guint64)) == 0)
    same += sizeof (guint64);
  while (same < count && a[same] == b[same])
    same++;
  return same;
}

/* The same of those before here. */
static gsize
count_back (const char *a, const char *b, gsize count)
{
  gsize same = 0;

  while (same + sizeof (guint64) <= count
         && memcmp (a - same - sizeof (guint64), b - same - sizeof (guint64), sizeof (guint64))
                == 0)
    same += sizeof (guint64);
  while (same < count && a[-1 - (gssize) same] == b[-1 - (gssize) same])
    same++;
  return same;
}

static guint8 *
put_words (guint8 *to, const char *text, const char *before)
{
  const gsize length = strlen (text), length_before = strlen (before);
  const gsize shared = MIN (length, length_before);
  const gsize front = count_front (text, before, shared);
  const gsize back = count_back (text + length, before + length_before, shared - front);

  to[0] = (guint8) front;
  to[1] = (guint8) back;
  to[2] = (guint8) (length - front - back);
  memcpy (to + SENTENCE_HEAD, text + front, to[2]);
  return to + SENTENCE_HEAD + to[2];
}

/* The sentence before may stand in @room itself: its back is moved before its front is written. */
const guint8 *
row_sentence_take (const guint8 *from, const char **member, RowSentence *room)
{
  if (*from == BORROWED)
    {
      memcpy (member, from + 1, sizeof *member);
      return from + 1 + sizeof *member;
    }
  const gsize front = from[0], back = from[1], middle = from[2];
  const char *before = *member != NULL ? *member : "";

  memmove (room->text + front + middle, before + strlen (before) - back, back);
  memmove (room->text, before, front);
  memcpy (room->text + front, from + SENTENCE_HEAD, middle);
  room->text[front + middle + back] = '\0';
  *member = room->text;
  return from + SENTENCE_HEAD + middle;
}

static gboolean
is_same_sentence (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

guint8 *
row_sentence_put (guint8 *to, const char *text, const char **last, RowSentence *sentence)
{
  guint8 *end;

  if (is_same_sentence (text, *last))
    return to;
  if (text == NULL || strlen (text) > ROW_SENTENCE_MAX)
    {
      *to = BORROWED;
      memcpy (to + 1, &text, sizeof text);
      end = to + 1 + sizeof text;
    }
  else
    end = put_words (to, text, *last != NULL ? *last : "");
  (void) row_sentence_take (to, last, sentence);
  return end;
}

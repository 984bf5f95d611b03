/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-bytes.h"

#include <string.h>

/* A sentence as bytes: how many of the one before stay at the front and at the back, and what
   stands between; or this, and a text that is borrowed. */
#define BORROWED G_MAXUINT8
#define SENTENCE_HEAD 3

/* Of a member as it stands in a row; decimals have a form of their own. */
static gsize
plain_size (ColumnType type)
{
  switch (type)
    {
    case COLUMN_TEXT:
    case COLUMN_CARRIED:
    case COLUMN_MONTHS:
      return sizeof (gpointer);
    case COLUMN_COUNT:
    case COLUMN_LINE:
    case COLUMN_DAYS:
      return sizeof (guint64);
    case COLUMN_FITS:
      return FIT_COUNT * sizeof (guint64);
    case COLUMN_MONTH:
    case COLUMN_DAY:
    case COLUMN_FLAG:
    case COLUMN_CODE:
    case COLUMN_NAME:
    case COLUMN_SEVERITY:
    case COLUMN_KIND:
    case COLUMN_STATE:
    case COLUMN_RESULT:
    case COLUMN_USAGE:
    case COLUMN_TRUTH:
      return sizeof (gint);
    case COLUMN_ROWS:
    case COLUMN_TEXTS:
      return sizeof (ReportSpan);
    case COLUMN_AMOUNT:
    case COLUMN_DECIMAL:
    default:
      g_assert_not_reached ();
    }
}

static gsize
member_max (const ReportColumn *column)
{
  if (column->is_sentence)
    return SENTENCE_HEAD + ROW_BYTES_SENTENCE_MAX;
  if (column->type == COLUMN_AMOUNT || column->type == COLUMN_DECIMAL)
    return 1 + DECIMAL_BYTES_MAX;
  return plain_size (column->type) + sizeof (gboolean);
}

gsize
row_bytes_max (const ReportTableInfo *info)
{
  gsize size = sizeof (guint32);

  g_assert (info->column_count <= ROW_BYTES_COLUMNS_MAX);
  for (gsize i = 0; i < info->column_count; i++)
    size += member_max (&info->columns[i]);
  return size;
}

static gboolean
is_same_sentence (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

static gboolean
is_same (const ReportColumn *column, const char *a, const char *b)
{
  a += column->offset;
  b += column->offset;
  if (column->type == COLUMN_DECIMAL)
    return decimal_is_same ((gconstpointer) a, (gconstpointer) b);
  if (column->type == COLUMN_AMOUNT)
    {
      const Amount *x = (gconstpointer) a, *y = (gconstpointer) b;
      return x->known == y->known && decimal_is_same (&x->value, &y->value);
    }
  if (column->is_sentence)
    return is_same_sentence (*(const char *const *) a, *(const char *const *) b);
  return memcmp (a, b, plain_size (column->type)) == 0;
}

static gboolean
is_known_same (const ReportColumn *column, const char *a, const char *b)
{
  return column->type != COLUMN_DAYS
         || memcmp (a + column->known_offset, b + column->known_offset, sizeof (gboolean)) == 0;
}

static guint8 *
put_sentence (guint8 *to, const char *text, const char *before)
{
  const gsize length = text != NULL ? strlen (text) : 0;
  gsize front = 0, back = 0, shared;

  if (text == NULL || length > ROW_BYTES_SENTENCE_MAX)
    {
      *to = BORROWED;
      memcpy (to + 1, &text, sizeof text);
      return to + 1 + sizeof text;
    }
  before = before != NULL ? before : "";
  const gsize length_before = strlen (before);
  shared = MIN (length, length_before);
  while (front < shared && text[front] == before[front])
    front++;
  while (front + back < shared && text[length - 1 - back] == before[length_before - 1 - back])
    back++;
  to[0] = (guint8) front;
  to[1] = (guint8) back;
  to[2] = (guint8) (length - front - back);
  memcpy (to + SENTENCE_HEAD, text + front, to[2]);
  return to + SENTENCE_HEAD + to[2];
}

/* The sentence before may stand in @room itself: its back is moved before its front is written. */
static const guint8 *
take_sentence (const guint8 *from, const char **member, RowSentence *room)
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

static guint8 *
put_member (guint8 *to, const ReportColumn *column, const char *row, const char *last)
{
  const char *member = row + column->offset;

  if (column->type == COLUMN_DECIMAL)
    return to + decimal_put_bytes ((gconstpointer) member, to);
  if (column->type == COLUMN_AMOUNT)
    {
      const Amount *amount = (gconstpointer) member;
      *to = amount->known ? 1 : 0;
      return to + 1 + decimal_put_bytes (&amount->value, to + 1);
    }
  if (column->is_sentence)
    return put_sentence (to, *(const char *const *) member,
                         *(const char *const *) (last + column->offset));
  const gsize size = plain_size (column->type);
  memcpy (to, member, size);
  if (column->type != COLUMN_DAYS)
    return to + size;
  memcpy (to + size, row + column->known_offset, sizeof (gboolean));
  return to + size + sizeof (gboolean);
}

static const guint8 *
take_member (const guint8 *from, const ReportColumn *column, char *row, RowSentence *sentence)
{
  char *member = row + column->offset;

  if (column->type == COLUMN_DECIMAL)
    return from + decimal_take_bytes ((gpointer) member, from);
  if (column->type == COLUMN_AMOUNT)
    {
      Amount *amount = (gpointer) member;
      amount->known = *from != 0;
      return from + 1 + decimal_take_bytes (&amount->value, from + 1);
    }
  if (column->is_sentence)
    return take_sentence (from, (gpointer) member, sentence);
  const gsize size = plain_size (column->type);
  memcpy (member, from, size);
  if (column->type != COLUMN_DAYS)
    return from + size;
  memcpy (row + column->known_offset, from + size, sizeof (gboolean));
  return from + size + sizeof (gboolean);
}

guint8 *
row_bytes_put (const ReportTableInfo *info, gconstpointer row, gpointer last, RowSentence *sentence,
               guint8 *to)
{
  guint32 changed = 0;
  guint8 *begin = to;

  to += sizeof changed;
  for (gsize i = 0; i < info->column_count; i++)
    {
      const ReportColumn *column = &info->columns[i];

      if (is_same (column, row, last) && is_known_same (column, row, last))
        continue;
      changed |= (guint32) 1 << i;
      const guint8 *member = to;
      to = put_member (to, column, row, last);
      take_member (member, column, last, sentence);
    }
  memcpy (begin, &changed, sizeof changed);
  return to;
}

const guint8 *
row_bytes_take (const ReportTableInfo *info, const guint8 *from, gpointer row,
                RowSentence *sentence)
{
  guint32 changed;

  memcpy (&changed, from, sizeof changed);
  from += sizeof changed;
  for (gsize i = 0; i < info->column_count; i++)
    if ((changed >> i & 1) != 0)
      from = take_member (from, &info->columns[i], row, sentence);
  return from;
}

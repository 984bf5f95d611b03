/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-bytes.h"

#include <string.h>

/* A sentence as bytes: how many of the one before stay at the front and at the back, and what
   stands between; or this, and a text that is borrowed. */
#define BORROWED G_MAXUINT8
#define SENTENCE_HEAD 3

typedef enum
{
  FORM_WORD,     /* of 8 bytes, as it stands; most members are of this form or the next */
  FORM_HALF,     /* of 4 */
  FORM_BYTES,    /* of any number of bytes */
  FORM_DECIMAL,  /* decimal_put_bytes() */
  FORM_AMOUNT,   /* whether it is known, and the same */
  FORM_DAYS,     /* a word, and whether it is known */
  FORM_SENTENCE, /* see above */
  FORM_NOTHING   /* it stands in another column too */
} RowMemberForm;

/* Of a member as it stands in a row; decimals have a form of their own. */
static const guint8 plain_sizes[] = {
  [COLUMN_TEXT] = sizeof (gpointer),
  [COLUMN_CARRIED] = sizeof (gpointer),
  [COLUMN_AMOUNT] = 0,
  [COLUMN_DECIMAL] = 0,
  [COLUMN_MONTH] = sizeof (Month),
  [COLUMN_DAY] = sizeof (Day),
  [COLUMN_COUNT] = sizeof (guint64),
  [COLUMN_LINE] = sizeof (guint64),
  [COLUMN_DAYS] = sizeof (gint64),
  [COLUMN_FLAG] = sizeof (gboolean),
  [COLUMN_CODE] = sizeof (FindingCode),
  [COLUMN_NAME] = sizeof (FindingCode),
  [COLUMN_SEVERITY] = sizeof (Severity),
  [COLUMN_KIND] = sizeof (FileKind),
  [COLUMN_STATE] = sizeof (AgreementState),
  [COLUMN_RESULT] = sizeof (TieOutResult),
  [COLUMN_USAGE] = sizeof (UsageResult),
  [COLUMN_MONTHS] = sizeof (gpointer),
  [COLUMN_FITS] = FIT_COUNT * sizeof (guint64),
  [COLUMN_TRUTH] = sizeof (ReportTruth),
  [COLUMN_ROWS] = sizeof (ReportSpan),
  [COLUMN_TEXTS] = sizeof (ReportSpan),
};

static RowMemberForm
form_of (const ReportColumn *column)
{
  const gsize size = plain_sizes[column->type];

  if (column->type == COLUMN_DECIMAL)
    return FORM_DECIMAL;
  if (column->type == COLUMN_AMOUNT)
    return FORM_AMOUNT;
  if (column->type == COLUMN_DAYS)
    return FORM_DAYS;
  if (column->type == COLUMN_NAME) /* COLUMN_CODE has it */
    return FORM_NOTHING;
  if (column->is_sentence)
    return FORM_SENTENCE;
  return size == sizeof (guint64) ? FORM_WORD : size == sizeof (guint32) ? FORM_HALF : FORM_BYTES;
}

static gsize
bytes_max (const RowMember *member)
{
  if (member->form == FORM_SENTENCE)
    return SENTENCE_HEAD + ROW_BYTES_SENTENCE_MAX;
  if (member->form == FORM_DECIMAL || member->form == FORM_AMOUNT)
    return 1 + DECIMAL_BYTES_MAX;
  return member->size + sizeof (gboolean);
}

RowShape
row_bytes_shape (const ReportTableInfo *info)
{
  RowShape shape = { .bytes_max = sizeof (guint32) };

  g_assert (info->column_count <= ROW_BYTES_COLUMNS_MAX);
  for (gsize i = 0; i < info->column_count; i++)
    {
      const ReportColumn *column = &info->columns[i];
      const RowMember member = { .offset = (guint16) column->offset,
                                 .known_offset = (guint16) column->known_offset,
                                 .form = (guint8) form_of (column),
                                 .size = plain_sizes[column->type] };

      if (member.form == FORM_NOTHING)
        continue;
      shape.members[shape.count++] = member;
      shape.bytes_max += bytes_max (&member);
    }
  return shape;
}

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

static gboolean
is_same_sentence (const char *a, const char *b)
{
  return a == b || (a != NULL && b != NULL && strcmp (a, b) == 0);
}

/* Writes what tells it from *last, which it then is. */
static guint8 *
put_sentence (guint8 *to, const char *text, const char **last, RowSentence *sentence)
{
  guint8 *end;

  if (is_same_sentence (text, *last))
    return to;
  if (text == NULL || strlen (text) > ROW_BYTES_SENTENCE_MAX)
    {
      *to = BORROWED;
      memcpy (to + 1, &text, sizeof text);
      end = to + 1 + sizeof text;
    }
  else
    end = put_words (to, text, *last != NULL ? *last : "");
  take_sentence (to, last, sentence);
  return end;
}

static guint8 *
put_plain (guint8 *to, const char *from, char *last, gsize size)
{
  memcpy (to, from, size);
  memcpy (last, from, size);
  return to + size;
}

static guint8 *
put_decimal (guint8 *to, const Decimal *from, Decimal *last)
{
  *last = *from;
  return to + decimal_put_bytes (from, to);
}

static inline gboolean
is_same_flag (const RowMember *member, const char *row, const char *last)
{
  return memcmp (row + member->known_offset, last + member->known_offset, sizeof (gboolean)) == 0;
}

/* @to: it is the same in both rows. */
static inline guint8 *
put_member (guint8 *to, const RowMember *member, const char *row, char *last, RowSentence *sentence)
{
  const char *a = row + member->offset;
  char *b = last + member->offset;

  switch ((RowMemberForm) member->form)
    {
    case FORM_WORD:
      return memcmp (a, b, sizeof (guint64)) == 0 ? to : put_plain (to, a, b, sizeof (guint64));
    case FORM_HALF:
      return memcmp (a, b, sizeof (guint32)) == 0 ? to : put_plain (to, a, b, sizeof (guint32));
    case FORM_BYTES:
      return memcmp (a, b, member->size) == 0 ? to : put_plain (to, a, b, member->size);
    case FORM_DECIMAL:
      return decimal_is_same ((gconstpointer) a, (gconstpointer) b)
                 ? to
                 : put_decimal (to, (gconstpointer) a, (gpointer) b);
    case FORM_AMOUNT:
      {
        const Amount *from = (gconstpointer) a;
        Amount *kept = (gpointer) b;

        if (from->known == kept->known && decimal_is_same (&from->value, &kept->value))
          return to;
        *to = from->known ? 1 : 0;
        kept->known = from->known;
        return put_decimal (to + 1, &from->value, &kept->value);
      }
    case FORM_DAYS:
      if (memcmp (a, b, sizeof (gint64)) == 0 && is_same_flag (member, row, last))
        return to;
      to = put_plain (to, a, b, sizeof (gint64));
      return put_plain (to, row + member->known_offset, last + member->known_offset,
                        sizeof (gboolean));
    case FORM_SENTENCE:
      return put_sentence (to, *(const char *const *) a, (gpointer) b, sentence);
    case FORM_NOTHING:
    default:
      return to;
    }
}

static inline const guint8 *
take_plain (const guint8 *from, char *to, gsize size)
{
  memcpy (to, from, size);
  return from + size;
}

static inline const guint8 *
take_member (const guint8 *from, const RowMember *member, char *row, RowSentence *sentence)
{
  char *to = row + member->offset;

  switch ((RowMemberForm) member->form)
    {
    case FORM_WORD:
      return take_plain (from, to, sizeof (guint64));
    case FORM_HALF:
      return take_plain (from, to, sizeof (guint32));
    case FORM_BYTES:
      return take_plain (from, to, member->size);
    case FORM_DECIMAL:
      return from + decimal_take_bytes ((gpointer) to, from);
    case FORM_AMOUNT:
      ((Amount *) (gpointer) to)->known = *from != 0;
      return from + 1 + decimal_take_bytes (&((Amount *) (gpointer) to)->value, from + 1);
    case FORM_DAYS:
      from = take_plain (from, to, sizeof (gint64));
      return take_plain (from, row + member->known_offset, sizeof (gboolean));
    case FORM_SENTENCE:
      return take_sentence (from, (gpointer) to, sentence);
    case FORM_NOTHING:
    default:
      return from;
    }
}

guint8 *
row_bytes_put (const RowShape *shape, gconstpointer row, gpointer last, RowSentence *sentence,
               guint8 *to)
{
  guint32 changed = 0;
  guint8 *begin = to;

  to += sizeof changed;
  for (guint i = 0; i < shape->count; i++)
    {
      const guint8 *before = to;

      to = put_member (to, &shape->members[i], row, last, sentence);
      changed |= (guint32) (to != before) << i;
    }
  memcpy (begin, &changed, sizeof changed);
  return to;
}

const guint8 *
row_bytes_take (const RowShape *shape, const guint8 *from, gpointer row, RowSentence *sentence)
{
  guint32 changed;

  memcpy (&changed, from, sizeof changed);
  from += sizeof changed;
  for (; changed != 0; changed &= changed - 1)
    from = take_member (from, &shape->members[__builtin_ctz (changed)], row, sentence);
  return from;
}

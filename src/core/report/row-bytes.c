/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/row-bytes.h"

#include <string.h>

#include "core/report/decimal-bytes.h"

typedef enum
{
  FORM_WORD,     /* of 8 bytes, as it stands; most members are of this form or the next */
  FORM_HALF,     /* of 4 */
  FORM_BYTES,    /* of any number of bytes */
  FORM_LINE,     /* 8 bytes; how much is added to the row before, in as few bytes as it takes */
  FORM_MONTH,    /* the same of 4 */
  FORM_DECIMAL,  /* decimal_bytes_put() */
  FORM_AMOUNT,   /* the same, behind a byte if it is not known */
  FORM_DAYS,     /* a word, and whether it is known */
  FORM_SENTENCE, /* see row-sentence */
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
  if (column->type == COLUMN_LINE)
    return FORM_LINE;
  if (column->type == COLUMN_MONTH || column->type == COLUMN_DAY)
    return FORM_MONTH;
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
    return ROW_SENTENCE_BYTES_MAX;
  if (member->form == FORM_DECIMAL || member->form == FORM_AMOUNT)
    return 1 + DECIMAL_BYTES_MAX;
  return member->size + sizeof (gboolean); /* of a number: more than it takes 7 bits by 7 */
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
  shape.mask_bytes = (shape.count + 7) / 8;
  return shape;
}

/* 7 bits by 7, the lowest first; small numbers of either sign take one byte. */
static guint8 *
put_added (guint8 *to, gint64 added)
{
  guint64 rest = (guint64) added << 1 ^ (guint64) (added >> 63);

  for (; rest >= 0x80; rest >>= 7)
    *to++ = (guint8) (rest | 0x80);
  *to = (guint8) rest;
  return to + 1;
}

static const guint8 *
take_added (const guint8 *from, gint64 *added)
{
  guint64 whole = 0;
  guint shift = 0;

  for (; (*from & 0x80) != 0; shift += 7)
    whole |= (guint64) (*from++ & 0x7f) << shift;
  whole |= (guint64) *from << shift;
  *added = (gint64) (whole >> 1 ^ (0 - (whole & 1)));
  return from + 1;
}

/* By unsigned numbers, which may go round. */
static guint8 *
put_line (guint8 *to, const guint64 *line, guint64 *last)
{
  const guint64 added = *line - *last;

  *last = *line;
  return added != 0 ? put_added (to, (gint64) added) : to;
}

static const guint8 *
take_line (const guint8 *from, guint64 *line)
{
  gint64 added;

  from = take_added (from, &added);
  *line += (guint64) added;
  return from;
}

static guint8 *
put_month (guint8 *to, const gint32 *month, gint32 *last)
{
  const gint64 added = (gint64) *month - *last;

  *last = *month;
  return added != 0 ? put_added (to, added) : to;
}

static const guint8 *
take_month (const guint8 *from, gint32 *month)
{
  gint64 added;

  from = take_added (from, &added);
  *month = (gint32) (*month + added);
  return from;
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
  return to + decimal_bytes_put (from, to);
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
    case FORM_LINE:
      return put_line (to, (gconstpointer) a, (gpointer) b);
    case FORM_MONTH:
      return put_month (to, (gconstpointer) a, (gpointer) b);
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
        kept->known = from->known;
        if (!from->known)
          *to++ = DECIMAL_BYTES_OTHER;
        return put_decimal (to, &from->value, &kept->value);
      }
    case FORM_DAYS:
      if (memcmp (a, b, sizeof (gint64)) == 0 && is_same_flag (member, row, last))
        return to;
      to = put_plain (to, a, b, sizeof (gint64));
      return put_plain (to, row + member->known_offset, last + member->known_offset,
                        sizeof (gboolean));
    case FORM_SENTENCE:
      return row_sentence_put (to, *(const char *const *) a, (gpointer) b, sentence);
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

static const guint8 *
take_amount (const guint8 *from, Amount *to)
{
  to->known = *from != DECIMAL_BYTES_OTHER;
  if (!to->known)
    from++;
  return from + decimal_bytes_take (&to->value, from);
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
    case FORM_LINE:
      return take_line (from, (gpointer) to);
    case FORM_MONTH:
      return take_month (from, (gpointer) to);
    case FORM_DECIMAL:
      return from + decimal_bytes_take ((gpointer) to, from);
    case FORM_AMOUNT:
      return take_amount (from, (gpointer) to);
    case FORM_DAYS:
      from = take_plain (from, to, sizeof (gint64));
      return take_plain (from, row + member->known_offset, sizeof (gboolean));
    case FORM_SENTENCE:
      return row_sentence_take (from, (gpointer) to, sentence);
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

  to += shape->mask_bytes;
  for (guint i = 0; i < shape->count; i++)
    {
      const guint8 *before = to;

      to = put_member (to, &shape->members[i], row, last, sentence);
      changed |= (guint32) (to != before) << i;
    }
  for (guint i = 0; i < shape->mask_bytes; i++)
    begin[i] = (guint8) (changed >> 8 * i);
  return to;
}

const guint8 *
row_bytes_take (const RowShape *shape, const guint8 *from, gpointer row, RowSentence *sentence)
{
  guint32 changed = 0;

  for (guint i = 0; i < shape->mask_bytes; i++)
    changed |= (guint32) *from++ << 8 * i;
  for (; changed != 0; changed &= changed - 1)
    from = take_member (from, &shape->members[__builtin_ctz (changed)], row, sentence);
  return from;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/shelf-bytes.h"

#include <string.h>

#define GROUP_BITS 7
#define MORE 0x80
#define NUMBER_BYTES_MAX 10

/* Positions: no file has more lines. */
#define LAST_LINE (G_GUINT64_CONSTANT (1) << 48)

/* How the magnitude of a decimal follows its head: head = scale x 4 + form. */
typedef enum
{
  FORM_ZERO,
  FORM_POSITIVE, /* of one limb, as a number */
  FORM_NEGATIVE,
  FORM_WIDE /* limbs x 2 + sign, and each limb in eight bytes */
} DecimalForm;

void
shelf_bytes_put_bytes (ShelfWriter *self, gconstpointer bytes, gsize length)
{
  g_byte_array_append (self->bytes, bytes, (guint) length);
}

void
shelf_bytes_put_number (ShelfWriter *self, guint64 number)
{
  guint8 groups[NUMBER_BYTES_MAX];
  guint count = 0;

  while (number >= MORE)
    {
      groups[count++] = (guint8) (number | MORE);
      number >>= GROUP_BITS;
    }
  groups[count++] = (guint8) number;
  shelf_bytes_put_bytes (self, groups, count);
}

/* 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
void
shelf_bytes_put_signed (ShelfWriter *self, gint64 number)
{
  const guint64 bits = (guint64) number;

  shelf_bytes_put_number (self, number < 0 ? ~(bits << 1) : bits << 1);
}

void
shelf_bytes_put_text (ShelfWriter *self, const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;

  shelf_bytes_put_number (self, text != NULL ? length + 1 : 0);
  shelf_bytes_put_bytes (self, text, length);
}

static void
put_word (ShelfWriter *self, guint64 word)
{
  const guint64 little = GUINT64_TO_LE (word);

  shelf_bytes_put_bytes (self, &little, sizeof little);
}

void
shelf_bytes_put_hash (ShelfWriter *self, Hash128 hash)
{
  put_word (self, hash.low);
  put_word (self, hash.high);
}

/* Decimal digits before the point, or one more. */
static guint
whole_digits (const Decimal *amount)
{
  if (amount->limb_count == 0)
    return 0;
  const guint top = (guint) __builtin_clzll (amount->limbs[amount->limb_count - 1]);
  const guint bits = 64 * amount->limb_count - top;
  const guint digits = bits * 30103 / 100000 + 1;

  return digits > amount->scale ? digits - amount->scale : 0;
}

static gboolean
is_holdable (const Decimal *amount)
{
  return amount->scale <= SHELF_BYTES_SCALE_MAX
         && (amount->limb_count <= 1 || whole_digits (amount) <= SHELF_BYTES_WHOLE_DIGITS_MAX);
}

void
shelf_bytes_put_decimal (ShelfWriter *self, Decimal amount)
{
  const guint head = amount.scale * 4U;

  self->is_too_large = self->is_too_large || !is_holdable (&amount);
  if (amount.limb_count == 0)
    shelf_bytes_put_number (self, head + FORM_ZERO);
  else if (amount.limb_count == 1)
    {
      shelf_bytes_put_number (self, head + (amount.negative ? FORM_NEGATIVE : FORM_POSITIVE));
      shelf_bytes_put_number (self, amount.limbs[0]);
    }
  else
    {
      shelf_bytes_put_number (self, head + FORM_WIDE);
      shelf_bytes_put_number (self, amount.limb_count * 2U + (amount.negative ? 1 : 0));
      for (guint i = 0; i < amount.limb_count; i++)
        put_word (self, amount.limbs[i]);
    }
}

void
shelf_bytes_put_sum (ShelfWriter *self, const DecimalSum *sum)
{
  shelf_bytes_put_decimal (self, decimal_sum_value (sum));
}

/* 0: there is none; else the step from the last line, and 1. */
void
shelf_bytes_put_position (ShelfWriter *self, Position at)
{
  if (!position_is_set (at))
    {
      shelf_bytes_put_number (self, 0);
      return;
    }
  const gint64 step = (gint64) (at.line - self->line);

  shelf_bytes_put_number (self, 1 + (step < 0 ? ~((guint64) step << 1) : (guint64) step << 1));
  self->line = at.line;
}

void
shelf_bytes_put_id (ShelfWriter *self, RowIdKind kind, guint32 number)
{
  shelf_bytes_put_number (self, self->ranks[kind][number]);
}

void
shelf_bytes_put_id_text (ShelfWriter *self, RowIdKind kind, const char *text)
{
  guint number = 0;
  const gboolean found = id_table_find (self->ids->tables[kind], slice_of (text), &number);

  g_assert (found);
  shelf_bytes_put_id (self, kind, number);
}

void
shelf_bytes_fail (ShelfReader *self, const char *fault)
{
  if (self->fault == NULL)
    self->fault = fault;
  self->at = self->end;
}

guint64
shelf_bytes_take_number (ShelfReader *self)
{
  guint64 number = 0;

  for (guint shift = 0; shift < 64; shift += GROUP_BITS)
    {
      if (self->at == self->end)
        break;
      const guint8 group = *self->at++;
      number |= (guint64) (group & (MORE - 1)) << shift;
      if (group < MORE)
        return number;
    }
  shelf_bytes_fail (self, "a number without an end");
  return 0;
}

static gint64
unfold (guint64 bits)
{
  return (gint64) ((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
}

gint64
shelf_bytes_take_signed (ShelfReader *self)
{
  return unfold (shelf_bytes_take_number (self));
}

guint64
shelf_bytes_take_up_to (ShelfReader *self, guint64 most)
{
  const guint64 number = shelf_bytes_take_number (self);

  if (number <= most)
    return number;
  shelf_bytes_fail (self, "a number that is too large");
  return 0;
}

guint
shelf_bytes_take_count (ShelfReader *self, gsize least)
{
  const guint64 count = shelf_bytes_take_number (self);

  if (count <= (gsize) (self->end - self->at) / least && count <= G_MAXUINT32 / 4)
    return (guint) count;
  shelf_bytes_fail (self, "more entries than there are bytes for");
  return 0;
}

const guint8 *
shelf_bytes_take_bytes (ShelfReader *self, gsize length)
{
  const guint8 *bytes = self->at;

  if ((gsize) (self->end - bytes) < length)
    {
      shelf_bytes_fail (self, "a text without an end");
      return NULL;
    }
  self->at += length;
  return bytes;
}

Slice
shelf_bytes_take_slice (ShelfReader *self, gboolean *is_there)
{
  const guint64 head = shelf_bytes_take_number (self);
  const gsize length = head > 0 ? head - 1 : 0;
  const char *bytes = (const char *) shelf_bytes_take_bytes (self, length);

  if (is_there != NULL)
    *is_there = head > 0;
  if (bytes == NULL)
    return (Slice){ .text = "" };
  if (!g_utf8_validate_len (bytes, length, NULL) || memchr (bytes, 0, length) != NULL)
    {
      shelf_bytes_fail (self, "a text that is not UTF-8");
      return (Slice){ .text = "" };
    }
  return (Slice){ .text = bytes, .length = length };
}

char *
shelf_bytes_take_text (ShelfReader *self)
{
  gboolean is_there;
  const Slice text = shelf_bytes_take_slice (self, &is_there);

  return is_there ? slice_dup (text) : NULL;
}

static guint64
take_word (ShelfReader *self)
{
  const guint8 *bytes = shelf_bytes_take_bytes (self, sizeof (guint64));
  guint64 little = 0;

  if (bytes != NULL)
    memcpy (&little, bytes, sizeof little);
  return GUINT64_FROM_LE (little);
}

Hash128
shelf_bytes_take_hash (ShelfReader *self)
{
  const guint64 low = take_word (self);
  const guint64 high = take_word (self);

  return (Hash128){ .low = low, .high = high };
}

static void
take_limbs (ShelfReader *self, Decimal *amount)
{
  const guint64 head = shelf_bytes_take_up_to (self, DECIMAL_LIMBS * 2 + 1);

  amount->negative = (head & 1) != 0;
  amount->limb_count = (guint8) (head / 2);
  for (guint i = 0; i < amount->limb_count; i++)
    amount->limbs[i] = take_word (self);
}

Decimal
shelf_bytes_take_decimal (ShelfReader *self)
{
  const guint64 head = shelf_bytes_take_up_to (self, 4 * SHELF_BYTES_SCALE_MAX + 3);
  const guint form = head % 4;
  Decimal amount = { .scale = (guint8) (head / 4) };

  if (form == FORM_WIDE)
    take_limbs (self, &amount);
  else if (form != FORM_ZERO)
    {
      amount.limbs[0] = shelf_bytes_take_number (self);
      amount.limb_count = 1;
      amount.negative = form == FORM_NEGATIVE;
    }
  /* One number is written in one way. */
  const gboolean is_zero = amount.limb_count == 0;
  if ((is_zero && (form != FORM_ZERO || amount.scale > 0))
      || (!is_zero && amount.limbs[amount.limb_count - 1] == 0)
      || (form == FORM_WIDE && amount.limb_count < 2) || !is_holdable (&amount))
    {
      shelf_bytes_fail (self, "an amount that cannot be");
      return (Decimal){ 0 };
    }
  return amount;
}

void
shelf_bytes_take_sum (ShelfReader *self, DecimalSum *sum)
{
  const Decimal more = shelf_bytes_take_decimal (self);

  decimal_sum_add (sum, &more);
}

Position
shelf_bytes_take_position (ShelfReader *self)
{
  const guint64 head = shelf_bytes_take_number (self);

  if (head == 0)
    return (Position){ 0 };
  self->line += (guint64) unfold (head - 1);
  if (self->line == 0 || self->line > LAST_LINE)
    {
      shelf_bytes_fail (self, "a line that no file has");
      self->line = 0;
      return (Position){ 0 };
    }
  return (Position){ .file = self->file, .line = self->line + self->lines_before };
}

Day
shelf_bytes_take_day (ShelfReader *self)
{
  return (Day) shelf_bytes_take_up_to (self, (guint64) calendar_day (9999, 12, 31));
}

Month
shelf_bytes_take_month (ShelfReader *self)
{
  const guint64 month = shelf_bytes_take_up_to (self, (guint64) calendar_month (9999, 12));

  if (month == MONTH_NONE || month >= (guint64) calendar_month (1, 1))
    return (Month) month;
  shelf_bytes_fail (self, "a month that is none");
  return MONTH_NONE;
}

guint32
shelf_bytes_take_id (ShelfReader *self, RowIdKind kind)
{
  const guint64 place = shelf_bytes_take_number (self);

  if (place < self->id_counts[kind])
    return self->ids[kind][place];
  shelf_bytes_fail (self, "an id that is not there");
  return 0;
}

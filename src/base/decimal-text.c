/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/decimal-digits.h"
#include "base/decimal-limbs.h"
#include "base/decimal-wide.h"
#include "base/decimal.h"

/* Every parsed number is a Wide. */
#define PARSED_DIGITS_MAX WIDE_ZEROS_MAX

/* A limb holds less than 20 digits. */
#define MAGNITUDE_DIGITS_MAX (20 * DECIMAL_LIMBS)

/* Parsing */

/* The parts of a number's text. */
typedef struct
{
  const char *whole;
  const char *decimals;
  gsize whole_count;
  gsize decimal_count;
  gint64 exponent;
  gboolean negative;
} NumberText;

static inline const char *
skip_digits (const char *at, const char *end)
{
  while (end - at >= 8 && decimal_digits_are_digits (decimal_digits_load_8 (at)))
    at += 8;
  while (at < end && g_ascii_isdigit (*at))
    at++;
  return at;
}

/* Reads sign and digits of an exponent, all up to @end. */
static gboolean
split_exponent (const char *at, const char *end, gint64 *exponent)
{
  /* Past every text's length, so that no run of zeros before it makes up for what is cut off. */
  const gint64 exponent_max = G_GINT64_CONSTANT (100000000000000000);
  gboolean negative = at < end && *at == '-';
  gint64 value = 0;

  if (at < end && (*at == '-' || *at == '+'))
    at++;
  if (at == end || skip_digits (at, end) != end)
    return FALSE;

  for (; at < end; at++)
    value = MIN (value * 10 + (*at - '0'), exponent_max);
  *exponent = negative ? -value : value;
  return TRUE;
}

static gboolean
split_number (const char *at, const char *end, char mark, NumberText *parts)
{
  if (at < end && *at == '\'')
    at++;
  parts->negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    at++;

  parts->whole = at;
  at = skip_digits (at, end);
  parts->whole_count = (gsize) (at - parts->whole);

  if (at < end && *at == mark)
    at++;
  parts->decimals = at;
  at = skip_digits (at, end);
  parts->decimal_count = (gsize) (at - parts->decimals);

  parts->exponent = 0;
  if (parts->whole_count + parts->decimal_count == 0)
    return FALSE;
  if (at < end && (*at == 'e' || *at == 'E'))
    return split_exponent (at + 1, end, &parts->exponent);
  return at == end;
}

/*
 * Leaves the digits from the first that is not 0 to the last that counts; returns the scale that
 * belongs to them. Zeros that end a whole number stay as long as they fit.
 */
static gint64
trim_zeros (NumberText *parts)
{
  gint64 scale;

  while (parts->decimal_count > 0 && parts->decimals[parts->decimal_count - 1] == '0')
    parts->decimal_count--;
  scale = (gint64) parts->decimal_count - parts->exponent;

  for (; parts->whole_count > 0 && *parts->whole == '0'; parts->whole++)
    parts->whole_count--;
  if (parts->whole_count == 0)
    for (; parts->decimal_count > 0 && *parts->decimals == '0'; parts->decimals++)
      parts->decimal_count--;

  while (parts->decimal_count == 0 && parts->whole_count > PARSED_DIGITS_MAX
         && parts->whole[parts->whole_count - 1] == '0')
    {
      parts->whole_count--;
      scale--;
    }
  return scale;
}

/* Appends digits, up to 38 with those there are. */
static Wide
append_digits (Wide value, const char *digits, gsize count)
{
  for (; count >= 8; digits += 8, count -= 8)
    value
        = value * decimal_powers_of_ten[8] + decimal_digits_value (decimal_digits_load_8 (digits));
  if (count > 0)
    value = value * decimal_powers_of_ten[count]
            + decimal_digits_value (decimal_digits_load (digits, count));
  return value;
}

static Wide
read_digits (const NumberText *parts)
{
  return append_digits (append_digits (0, parts->whole, parts->whole_count), parts->decimals,
                        parts->decimal_count);
}

/* Brings @scale into 0 to 38 where the value, which is not 0, allows it. */
static gboolean
fit_scale (Wide *value, gsize digit_count, gint64 *scale)
{
  for (; *scale > PARSED_DIGITS_MAX; --*scale)
    {
      if (*value % 10 != 0)
        return FALSE;
      *value /= 10;
    }
  if (*scale < 0)
    {
      if (*scale < (gint64) digit_count - PARSED_DIGITS_MAX)
        return FALSE;
      *value *= decimal_wide_power_of_ten ((guint) - *scale);
      *scale = 0;
    }
  return TRUE;
}

static G_GNUC_NO_INLINE gboolean
parse_long (const char *text, gsize length, char mark, Decimal *out)
{
  NumberText parts;
  Wide value;
  gint64 scale;
  gsize digit_count;

  if (length == 0 || !split_number (text, text + length, mark, &parts))
    return FALSE;

  scale = trim_zeros (&parts);
  digit_count = parts.whole_count + parts.decimal_count;
  if (digit_count > PARSED_DIGITS_MAX)
    return FALSE;

  value = read_digits (&parts);
  if (value != 0 && !fit_scale (&value, digit_count, &scale))
    return FALSE;

  *out = (Decimal){ 0 };
  decimal_wide_set (out, value, (guint) scale, parts.negative);
  return TRUE;
}

/* Numbers of up to 8 and up to 16 characters: nearly all. Digits alone, and at most one mark. */

static inline guint
bytes_below (guint64 top_bit)
{
  return (guint) __builtin_ctzll (top_bit) / 8;
}

/* Closes the gap of the byte whose top bit this is; a zero comes in front. */
static inline guint64
remove_byte (guint64 digits, guint64 top_bit)
{
  return (digits & -(top_bit << 1)) | (digits & ((top_bit >> 7) - 1)) << 8;
}

static inline gboolean
ends_with_zero (guint64 digits)
{
  return digits >> 56 == 0;
}

static inline guint
count_end_zeros (guint64 digits, guint most)
{
  return digits == 0 ? most : MIN (most, (guint) __builtin_clzll (digits) / 8);
}

static inline gboolean
set_parsed (Decimal *out, guint64 value, guint scale, gboolean negative)
{
  *out = (Decimal){ .limb_count = value != 0,
                    .scale = value != 0 ? (guint8) scale : 0,
                    .negative = value != 0 && negative,
                    .limbs = { value } };
  return TRUE;
}

static inline gboolean
parse_8 (const char *text, gsize length, guint8 mark, gboolean negative, Decimal *out)
{
  guint64 digits = decimal_digits_load (text, length);
  const guint64 marks = decimal_digits_find (digits, mark);
  guint scale = 0;

  if (marks != 0)
    {
      digits = remove_byte (digits, marks & -marks);
      scale = 7 - bytes_below (marks);
      if (ends_with_zero (digits))
        {
          const guint zeros = count_end_zeros (digits, scale);
          digits <<= 8 * zeros;
          scale -= zeros;
        }
    }
  return decimal_digits_are_digits (digits)
         && set_parsed (out, decimal_digits_value (digits), scale, negative);
}

/* Drops up to @scale zeros at the end of sixteen digits; returns how many. */
static guint
drop_end_zeros (guint64 *front, guint64 *back, guint scale)
{
  guint zeros = count_end_zeros (*back, MIN (scale, 8));
  Wide digits = (Wide) *back << 64 | *front;

  if (zeros == 8)
    zeros += count_end_zeros (*front, scale - 8);
  digits <<= 8 * zeros;
  *back = (guint64) (digits >> 64);
  *front = (guint64) digits;
  return zeros;
}

static G_GNUC_NO_INLINE gboolean
parse_16 (const char *text, gsize length, guint8 mark, gboolean negative, Decimal *out)
{
  guint64 back = decimal_digits_load_8 (text + length - 8);
  guint64 front = decimal_digits_load_8 (text) << (8 * (16 - length));
  const guint64 back_marks = decimal_digits_find (back, mark);
  const guint64 front_marks = decimal_digits_find (front, mark);
  guint scale = 0;

  if (back_marks != 0)
    {
      back = remove_byte (back, back_marks & -back_marks) | front >> 56;
      front <<= 8;
      scale = 7 - bytes_below (back_marks);
    }
  else if (front_marks != 0)
    {
      front = remove_byte (front, front_marks & -front_marks);
      scale = 15 - bytes_below (front_marks);
    }
  if (ends_with_zero (back) && scale > 0)
    scale -= drop_end_zeros (&front, &back, scale);
  return decimal_digits_are_digits (front) && decimal_digits_are_digits (back)
         && set_parsed (out,
                        decimal_digits_value (front) * decimal_powers_of_ten[8]
                            + decimal_digits_value (back),
                        scale, negative);
}

/* FALSE when it is not the usual number; it may be one all the same. */
static inline gboolean
parse_short (const char *text, gsize length, char mark, Decimal *out)
{
  const gboolean negative = length > 1 && *text == '-';
  const guint8 mark_digit = (guint8) (mark ^ '0');

  if (length == 0)
    return FALSE;
  text += negative;
  length -= (gsize) negative;
  if (length == 1)
    return g_ascii_isdigit (*text) && set_parsed (out, (guint64) (*text - '0'), 0, negative);
  if (length > 8)
    return length <= 16 && parse_16 (text, length, mark_digit, negative, out);
  return parse_8 (text, length, mark_digit, negative, out);
}

gboolean
decimal_parse (const char *text, gsize length, DecimalMark mark, Decimal *out)
{
  const char mark_character = mark == DECIMAL_COMMA ? ',' : '.';

  return parse_short (text, length, mark_character, out)
         || parse_long (text, length, mark_character, out);
}

/* Writing */

/* Writes the digits of the magnitude, none for 0, up to the end of @buffer; returns their count. */
static gsize
print_digits (Decimal a, char buffer[MAGNITUDE_DIGITS_MAX])
{
  gsize start = MAGNITUDE_DIGITS_MAX;

  while (a.limb_count > 0)
    {
      guint64 group = decimal_limbs_divide_by_word (&a, decimal_powers_of_ten[WORD_ZEROS_MAX]);

      for (guint i = 0; i < WORD_ZEROS_MAX && (group > 0 || a.limb_count > 0); i++, group /= 10)
        buffer[--start] = (char) ('0' + group % 10);
    }
  return MAGNITUDE_DIGITS_MAX - start;
}

static void
append_zero_digits (GString *text, gsize count)
{
  for (; count > 0; count--)
    g_string_append_c (text, '0');
}

/* A magnitude of one limb with few decimals, from its end on; nearly all. */
#define SHORT_PLACES_MAX WORD_ZEROS_MAX
#define SHORT_TEXT_MAX (2 * (WORD_ZEROS_MAX + 1) + 3) /* both sides of the point, sign, end */

static char *
short_to_string (guint64 magnitude, guint scale, gboolean negative, guint places)
{
  char buffer[SHORT_TEXT_MAX];
  char *start = buffer + sizeof buffer;

  for (; scale > places && magnitude % 10 == 0; scale--)
    magnitude /= 10;
  *--start = '\0';
  for (guint i = scale; i < places; i++)
    *--start = '0';
  for (guint i = 0; i < scale; i++, magnitude /= 10)
    *--start = (char) ('0' + magnitude % 10);
  if (scale > 0 || places > 0)
    *--start = '.';
  do
    *--start = (char) ('0' + magnitude % 10);
  while ((magnitude /= 10) > 0);
  if (negative)
    *--start = '-';
  return g_strndup (start, (gsize) (buffer + sizeof buffer - 1 - start));
}

static char *
long_to_string (Decimal a, guint places)
{
  char buffer[MAGNITUDE_DIGITS_MAX];
  const char *digits;
  gsize digit_count, whole_count;
  GString *text = g_string_new (a.negative ? "-" : "");

  decimal_limbs_strip_zeros (&a, places);
  digit_count = print_digits (a, buffer);
  digits = buffer + (MAGNITUDE_DIGITS_MAX - digit_count);
  whole_count = digit_count > a.scale ? digit_count - a.scale : 0;

  g_string_append_len (text, digits, (gssize) whole_count);
  if (whole_count == 0)
    g_string_append_c (text, '0');
  if (a.scale > 0 || places > 0)
    g_string_append_c (text, '.');
  append_zero_digits (text, a.scale > digit_count ? a.scale - digit_count : 0);
  g_string_append_len (text, digits + whole_count, (gssize) (digit_count - whole_count));
  append_zero_digits (text, places > a.scale ? places - a.scale : 0);
  return g_string_free (text, FALSE);
}

char *
decimal_to_string (Decimal a, guint places)
{
  if (a.limb_count <= 1 && a.scale <= SHORT_PLACES_MAX && places <= SHORT_PLACES_MAX)
    return short_to_string (a.limbs[0], a.scale, a.negative, places);
  return long_to_string (a, places);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "core/decimal-limbs.h"
#include "core/decimal-wide.h"
#include "core/decimal.h"

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

/* Appends up to 38 digits in all: 19 to *head, those after them to *tail. */
static inline guint
append_digits (const char *digits, gsize digit_count, guint count, guint64 *head, guint64 *tail)
{
  for (gsize i = 0; i < digit_count; i++, count++)
    {
      guint64 digit = (guint64) (digits[i] - '0');

      if (count < WORD_ZEROS_MAX)
        *head = *head * 10 + digit;
      else
        *tail = *tail * 10 + digit;
    }
  return count;
}

static Wide
read_digits (const NumberText *parts)
{
  guint64 head = 0;
  guint64 tail = 0;
  guint count = append_digits (parts->whole, parts->whole_count, 0, &head, &tail);

  count = append_digits (parts->decimals, parts->decimal_count, count, &head, &tail);
  if (count <= WORD_ZEROS_MAX)
    return head;
  return (Wide) head * decimal_powers_of_ten[count - WORD_ZEROS_MAX] + tail;
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
      *value *= wide_power_of_ten ((guint) - *scale);
      *scale = 0;
    }
  return TRUE;
}

gboolean
decimal_parse (const char *text, gsize length, DecimalMark mark, Decimal *out)
{
  NumberText parts;
  Wide value;
  gint64 scale;
  gsize digit_count;

  if (length == 0 || !split_number (text, text + length, mark == DECIMAL_COMMA ? ',' : '.', &parts))
    return FALSE;

  scale = trim_zeros (&parts);
  digit_count = parts.whole_count + parts.decimal_count;
  if (digit_count > PARSED_DIGITS_MAX)
    return FALSE;

  value = read_digits (&parts);
  if (value != 0 && !fit_scale (&value, digit_count, &scale))
    return FALSE;

  *out = (Decimal){ 0 };
  decimal_set_wide (out, value, (guint) scale, parts.negative);
  return TRUE;
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

char *
decimal_to_string (Decimal a, guint places)
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

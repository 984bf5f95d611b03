/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-number.h"

#include <string.h>

#define TEXT_SIZE 64
#define SMALL_LIMIT G_GUINT64_CONSTANT (1000000000000000) /* 16 digits */

static gboolean
is_small (const Decimal *value)
{
  return value->limb_count == 0 || (value->limb_count == 1 && value->limbs[0] < SMALL_LIMIT);
}

static guint
count_significant (const char *text)
{
  guint zeros = 0, count = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (!g_ascii_isdigit (*at) || (count == 0 && *at == '0'))
        continue;
      zeros = *at == '0' ? zeros + 1 : 0;
      count++;
    }
  return count - zeros;
}

gboolean
xlsx_number_is_exact (Decimal value)
{
  if (is_small (&value)) /* nearly all are: no text is made of them */
    return TRUE;

  g_autofree char *text = decimal_to_string (value, 0);
  return count_significant (text) <= XLSX_NUMBER_DIGITS;
}

/* The functions of GLib, unlike those of C, always take a point, whatever the locale. */
XlsxNumber
xlsx_number_from_decimal (Decimal value)
{
  g_autofree char *text = decimal_to_string (value, 0);
  XlsxNumber number = g_ascii_strtod (text, NULL);
  char rounded[TEXT_SIZE];

  if (!is_small (&value) && count_significant (text) > XLSX_NUMBER_DIGITS)
    number = g_ascii_strtod (g_ascii_formatd (rounded, sizeof rounded, "%.14e", number), NULL);
  return number;
}

void
xlsx_number_measure (Decimal value, guint *whole, guint *places)
{
  g_autofree char *text = decimal_to_string (decimal_absolute (value), 0);
  const char *point = strchr (text, '.');
  const gsize length = strlen (text);

  *whole = (guint) (point == NULL ? length : (gsize) (point - text));
  *places = point == NULL ? 0 : (guint) (length - *whole - 1);
}

gboolean
xlsx_number_parse (const char *text, gsize length, XlsxNumber *out)
{
  char copy[TEXT_SIZE];
  char *end = NULL;

  if (length == 0 || length >= sizeof copy || strchr ("-0123456789", *text) == NULL)
    return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  if (strspn (copy, "-+.0123456789eE") != length) /* "-NAN" and "0x1" too are numbers to C */
    return FALSE;
  *out = g_ascii_strtod (copy, &end);
  return end == copy + length;
}

guint64
xlsx_number_bits (XlsxNumber value)
{
  guint64 bits;

  G_STATIC_ASSERT (sizeof bits == sizeof value);
  memcpy (&bits, &value, sizeof bits);
  return bits;
}

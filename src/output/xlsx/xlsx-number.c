/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/xlsx/xlsx-number.h"

#include <string.h>

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
xlsx_number_is_exact (const Decimal *value)
{
  if (is_small (value)) /* nearly all are: no text is made of them */
    return TRUE;

  g_autofree char *text = decimal_to_string (*value, 0);
  return count_significant (text) <= XLSX_NUMBER_DIGITS;
}

/* The significant digits of @text into @digits, at most one more than are kept; *@exponent is that
   of the first of them. */
static guint
take_digits (const char *text, char digits[XLSX_NUMBER_DIGITS + 1], int *exponent)
{
  const gsize whole = strcspn (text, ".");
  guint count = 0;

  for (gsize at = 0; text[at] != '\0' && count <= XLSX_NUMBER_DIGITS; at++)
    {
      if (!g_ascii_isdigit (text[at]) || (count == 0 && text[at] == '0'))
        continue;
      if (count == 0)
        *exponent = at < whole ? (int) (whole - at) - 1 : (int) whole - (int) at;
      digits[count++] = text[at];
    }
  return count;
}

/* Adds one to the last digit that is kept; TRUE: all were nines, and there is one more before. */
static gboolean
raise_last (char digits[XLSX_NUMBER_DIGITS + 1])
{
  guint at = XLSX_NUMBER_DIGITS;

  while (at > 0 && digits[at - 1] == '9')
    digits[--at] = '0';
  if (at > 0)
    digits[at - 1]++;
  else
    digits[0] = '1';
  return at == 0;
}

/* To 15 digits, half away from zero, of a @text that has more. */
static void
append_rounded (const char *text, GString *out)
{
  char digits[XLSX_NUMBER_DIGITS + 1];
  int exponent = 0;
  const guint count = take_digits (text, digits, &exponent);

  g_assert (count == XLSX_NUMBER_DIGITS + 1);
  if (digits[XLSX_NUMBER_DIGITS] >= '5' && raise_last (digits))
    exponent++;
  g_string_append_printf (out, "%s%c.%.*sE%+03d", text[0] == '-' ? "-" : "", digits[0],
                          XLSX_NUMBER_DIGITS - 1, digits + 1, exponent);
}

void
xlsx_number_append (const Decimal *value, GString *out)
{
  g_autofree char *text = decimal_to_string (*value, 0);

  if (is_small (value) || count_significant (text) <= XLSX_NUMBER_DIGITS)
    g_string_append (out, text);
  else
    append_rounded (text, out);
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

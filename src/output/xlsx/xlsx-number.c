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
xlsx_number_is_exact (const Decimal *value)
{
  if (is_small (value)) /* nearly all are: no text is made of them */
    return TRUE;

  g_autofree char *text = decimal_to_string (*value, 0);
  return count_significant (text) <= XLSX_NUMBER_DIGITS;
}

/* The functions of GLib, unlike those of C, always take a point, whatever the locale. */
static void
append_rounded (const char *text, GString *out)
{
  char rounded[TEXT_SIZE];

  g_string_append (out,
                   g_ascii_formatd (rounded, sizeof rounded, "%.14E", g_ascii_strtod (text, NULL)));
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/grouped-number.h"

#include <string.h>

#define DIGITS "0123456789"

/* Digits, and behind a point digits again. */
static gboolean
is_number (const char *digits, gsize whole)
{
  const char *rest = digits + whole;

  return whole > 0
         && (*rest == '\0' || (*rest == '.' && rest[1 + strspn (rest + 1, DIGITS)] == '\0'));
}

char *
grouped_number (const char *plain)
{
  const char *digits = *plain == '-' ? plain + 1 : plain;
  const gsize whole = strspn (digits, DIGITS);

  if (!is_number (digits, whole))
    return g_strdup (plain);

  GString *out = g_string_new (digits > plain ? "-" : NULL);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  g_string_append (out, digits + whole);
  return g_string_free (out, FALSE);
}

char *
grouped_number_of_decimal (Decimal value, guint places)
{
  g_autofree char *plain = decimal_to_string (value, places);

  return grouped_number (plain);
}

char *
grouped_number_of_count (guint64 count)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  return grouped_number (plain);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/language-number.h"

#include <string.h>

#define DIGITS "0123456789"

/* Digits, and behind a point digits again. */
static gboolean
is_number (const char *digits, gsize whole)
{
  const char *rest = digits + whole;
  const gsize decimals = *rest == '.' ? strspn (rest + 1, DIGITS) : 0;

  return whole > 0 && (*rest == '\0' || (decimals > 0 && rest[1 + decimals] == '\0'));
}

char *
language_number (const Language *language, const char *plain)
{
  const LanguageForms *forms = language_forms (language);
  const char *digits = *plain == '-' ? plain + 1 : plain;
  const gsize whole = strspn (digits, DIGITS);

  if (!is_number (digits, whole))
    return g_strdup (plain);

  GString *out = g_string_new (digits > plain ? "-" : NULL);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, forms->group_mark);
      g_string_append_c (out, digits[i]);
    }
  if (digits[whole] == '.')
    g_string_append (out, forms->decimal_mark);
  g_string_append (out, digits + whole + (digits[whole] == '.' ? 1 : 0));
  return g_string_free (out, FALSE);
}

char *
language_number_of_decimal (const Language *language, Decimal value, guint places)
{
  g_autofree char *plain = decimal_to_string (value, places);

  return language_number (language, plain);
}

char *
language_number_of_count (const Language *language, guint64 count)
{
  g_autofree char *plain = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  return language_number (language, plain);
}

char *
language_number_in_sentence (const Language *language, Decimal value, guint places)
{
  return language == NULL ? decimal_to_string (value, places)
                          : language_number_of_decimal (language, value, places);
}

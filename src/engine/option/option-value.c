/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/option/option-value.h"

#include <string.h>

#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "input/bytes/limits.h"

gboolean
option_value_refuse (OptionId option, const char *found, const char *expected, GError **error)
{
  g_autofree char *shown = printable_text (found);

  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE, "--%s: found \"%s\", expected %s",
               options_info (option)->name, shown, expected);
  return FALSE;
}

/* "text, json, csv or focus". (transfer full) */
static char *
list_of (const char *const *choices)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; choices[i] != NULL; i++)
    g_string_append_printf (list, "%s%s",
                            i == 0                   ? ""
                            : choices[i + 1] == NULL ? " or "
                                                     : ", ",
                            choices[i]);
  return g_string_free (list, FALSE);
}

gboolean
option_value_refuse_choice (OptionId option, const char *found, const char *const *choices,
                            GError **error)
{
  g_auto (GStrv) words = g_strsplit (options_info (option)->argument, "|", -1);
  const char *const *expected = choices != NULL ? choices : (const char *const *) words;
  g_autofree char *list = list_of (expected);
  g_autofree char *question = nearest_question (found, expected);
  g_autofree char *text = g_strconcat (list, question, NULL);

  return option_value_refuse (option, found, text, error);
}

char *
option_value_customer (const char *text)
{
  return slice_dup_lower (slice_unwrap_guid (slice_trim (slice_of (text))));
}

gboolean
option_value_month (const char *text, Month *month)
{
  return strlen (text) == 7 && text[4] == '-'
         && calendar_parse_month (text, 7, DATE_MONTH_FIRST, month) == DATE_OK;
}

gboolean
option_value_day (const char *text, Day *day)
{
  return strlen (text) == 10 && text[4] == '-'
         && calendar_parse_day (text, 10, DATE_MONTH_FIRST, day) == DATE_OK;
}

gboolean
option_value_number (const char *text, guint64 least, guint64 most, guint64 *number)
{
  guint64 value = 0;

  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    if (!g_ascii_isdigit (*text) || __builtin_mul_overflow (value, G_GUINT64_CONSTANT (10), &value)
        || __builtin_add_overflow (value, (guint64) g_ascii_digit_value (*text), &value))
      return FALSE;
  if (value < least || value > most)
    return FALSE;
  *number = value;
  return TRUE;
}

gboolean
option_value_size (const char *text, guint64 *size)
{
  static const char units[] = "KMGT";
  const gsize length = strlen (text);
  const char *unit = length > 0 ? strchr (units, g_ascii_toupper (text[length - 1])) : NULL;
  const gsize digits = unit != NULL ? length - 1 : length;
  g_autofree char *number = g_strndup (text, digits);

  if (!option_value_number (number, 1, G_MAXINT64, size))
    return FALSE;
  for (gssize i = unit != NULL ? unit - units : -1; i >= 0; i--)
    if (__builtin_mul_overflow (*size, G_GUINT64_CONSTANT (1024), size))
      return FALSE;
  return TRUE;
}

Slice
option_value_invoice (const char *text)
{
  const char *equals = strrchr (text, '=');
  return slice_trim ((Slice){ text, equals != NULL ? (gsize) (equals - text) : 0 });
}

gboolean
option_value_jobs (const char *text, guint *jobs)
{
  guint64 number = g_get_num_processors ();

  if (text != NULL && !option_value_number (text, 1, JOBS_MAX, &number))
    return FALSE;
  *jobs = (guint) MIN (number, JOBS_MAX);
  return TRUE;
}

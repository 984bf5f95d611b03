/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/language/language-date.h"

static const char *const month_names[]
    = { NC_ ("month", "January"), NC_ ("month", "February"), NC_ ("month", "March"),
        NC_ ("month", "April"),   NC_ ("month", "May"),      NC_ ("month", "June"),
        NC_ ("month", "July"),    NC_ ("month", "August"),   NC_ ("month", "September"),
        NC_ ("month", "October"), NC_ ("month", "November"), NC_ ("month", "December") };

/* What @form says of a date; @day is 0 where there is none. */
static char *
print (const Language *language, const char *form, Month month, int day)
{
  const int number = month % 12 + 1;
  GString *out = g_string_new (NULL);

  for (; *form != '\0'; form++)
    if (*form != '%')
      g_string_append_c (out, *form);
    else
      switch (*++form)
        {
        case 'Y':
          g_string_append_printf (out, "%04d", month / 12);
          break;
        case 'm':
          g_string_append_printf (out, "%02d", number);
          break;
        case 'n':
          g_string_append_printf (out, "%d", number);
          break;
        case 'd':
          g_string_append_printf (out, "%02d", day);
          break;
        case 'e':
          g_string_append_printf (out, "%d", day);
          break;
        case 'B':
        default:
          g_string_append (out, language_say_in (language, "month", month_names[number - 1]));
          break;
        }
  return g_string_free (out, FALSE);
}

char *
language_date_of_day (const Language *language, Day day)
{
  const Month month = calendar_month_of (day);

  return print (language, language_forms (language)->day, month,
                day - calendar_first_day (month) + 1);
}

char *
language_date_of_month (const Language *language, Month month)
{
  return print (language, language_forms (language)->month, month, 0);
}

char *
language_date_month_name (const Language *language, Month month)
{
  return print (language, language_forms (language)->month_name, month, 0);
}

static void
keep (char text[LANGUAGE_DATE_SIZE], char *printed)
{
  const gsize length = g_strlcpy (text, printed, LANGUAGE_DATE_SIZE);

  g_assert (length < LANGUAGE_DATE_SIZE);
  g_free (printed);
}

void
language_date_print_day (const Language *language, Day day, char text[LANGUAGE_DATE_SIZE])
{
  if (language == NULL)
    calendar_print_day (day, text);
  else
    keep (text, language_date_of_day (language, day));
}

void
language_date_print_month (const Language *language, Month month, char text[LANGUAGE_DATE_SIZE])
{
  if (language == NULL)
    calendar_print_month (month, text);
  else
    keep (text, language_date_of_month (language, month));
}

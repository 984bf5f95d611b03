/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/origin-words.h"

#include "base/language/language-date.h"
#include "base/printable.h"

const char *
origin_words_program (void)
{
  return PACKAGE_STRING;
}

char *
origin_words_month (const Report *report, const Language *language)
{
  const Month month = report_origin (report)->month;

  return month != MONTH_NONE ? language_date_of_month (language, month)
                             /* translators: all months */
                             : g_strdup (language_say_in (language, "months", "all"));
}

/* Sealed months need not follow each other: one may be read whole from files. */
static void
append_baseline (GString *text, const GArray *months, const Language *language)
{
  if (months->len == 0)
    {
      g_string_append (text, language_say (language, "; no sealed month as baseline"));
      return;
    }
  g_autofree char *from = language_date_of_month (language, g_array_index (months, Month, 0));
  g_autofree char *to
      = language_date_of_month (language, g_array_index (months, Month, months->len - 1));
  if (months->len == 1)
    g_string_append_printf (text, language_say (language, "; sealed %s as baseline"), from);
  else
    g_string_append_printf (
        text,
        language_say_count (language, "; %1$u sealed months, %2$s to %3$s, as baseline",
                            "; %1$u sealed months, %2$s to %3$s, as baseline", months->len),
        months->len, from, to);
}

char *
origin_words_options (const Report *report, const Language *language)
{
  const ReportOrigin *origin = report_origin (report);
  g_autofree char *joined
      = origin->options != NULL ? g_strjoinv (", ", (char **) (guintptr) origin->options) : NULL;
  g_autoptr (GString) text = g_string_new (joined);

  if (text->len == 0)
    g_string_append (text, language_say (language, "as by default"));
  if (origin->config_file != NULL)
    g_string_append_printf (text, language_say (language, " (configuration file: %s)"),
                            origin->config_file);
  if (origin->baseline != NULL)
    append_baseline (text, origin->baseline, language);
  return printable_text (text->str);
}

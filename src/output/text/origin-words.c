/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/origin-words.h"

#include "base/printable.h"

const char *
origin_words_program (void)
{
  return PACKAGE_STRING;
}

char *
origin_words_month (const Report *report)
{
  const Month month = report_origin (report)->month;
  char text[MONTH_TEXT_SIZE] = "all";

  if (month != MONTH_NONE)
    calendar_print_month (month, text);
  return g_strdup (text);
}

/* Sealed months need not follow each other: one may be read whole from files. */
static void
append_baseline (GString *text, const GArray *months)
{
  char from[MONTH_TEXT_SIZE], to[MONTH_TEXT_SIZE];

  if (months->len == 0)
    {
      g_string_append (text, "; no sealed month as baseline");
      return;
    }
  calendar_print_month (g_array_index (months, Month, 0), from);
  calendar_print_month (g_array_index (months, Month, months->len - 1), to);
  if (months->len == 1)
    g_string_append_printf (text, "; sealed %s as baseline", from);
  else
    g_string_append_printf (text, "; %u sealed months, %s to %s, as baseline", months->len, from,
                            to);
}

char *
origin_words_options (const Report *report)
{
  const ReportOrigin *origin = report_origin (report);
  g_autofree char *joined
      = origin->options != NULL ? g_strjoinv (", ", (char **) (guintptr) origin->options) : NULL;
  g_autoptr (GString) text = g_string_new (joined);

  if (text->len == 0)
    g_string_append (text, "as by default");
  if (origin->config_file != NULL)
    g_string_append_printf (text, " (configuration file: %s)", origin->config_file);
  if (origin->baseline != NULL)
    append_baseline (text, origin->baseline);
  return printable_text (text->str);
}

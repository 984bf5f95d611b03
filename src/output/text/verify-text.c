/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/verify-text.h"

#include "base/language/language-date.h"
#include "base/printable.h"

static void
append_breach (const Language *language, const VerifyBreach *breach, GString *out)
{
  g_autofree char *what = printable_text (breach->what);

  if (breach->month != MONTH_NONE)
    {
      g_autofree char *month = language_date_of_month (language, breach->month);
      g_autofree char *version = g_strdup_printf ("%" G_GUINT64_FORMAT, breach->version);

      if (breach->version != 0)
        g_string_append_printf (out, language_say (language, "%1$s version %2$s: "), month,
                                version);
      else
        g_string_append_printf (out, "%s: ", month);
    }
  else if (breach->n != 0)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, breach->n);

      g_string_append_printf (out, language_say (language, "event %s: "), n);
    }
  g_string_append_printf (out, "%s\n", what);
}

void
verify_text_render (const Report *verification, const Language *language, GString *out)
{
  const gsize count = report_row_count (verification, 0);

  if (count == 0)
    g_string_append_printf (out, "%s\n", language_say (language, "The history is sound."));
  for (gsize i = 0; i < count; i++)
    append_breach (language, report_row (verification, 0, i), out);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/verify-text.h"

#include "base/printable.h"

static void
append_breach (GString *out, const VerifyBreach *breach)
{
  g_autofree char *what = printable_text (breach->what);
  char month[MONTH_TEXT_SIZE];

  if (breach->month != MONTH_NONE)
    {
      calendar_print_month (breach->month, month);
      g_string_append (out, month);
      if (breach->version != 0)
        g_string_append_printf (out, " version %" G_GUINT64_FORMAT, breach->version);
      g_string_append (out, ": ");
    }
  else if (breach->n != 0)
    g_string_append_printf (out, "event %" G_GUINT64_FORMAT ": ", breach->n);
  g_string_append_printf (out, "%s\n", what);
}

void
verify_text_render (const Report *verification, GString *out)
{
  const gsize count = report_row_count (verification, 0);

  if (count == 0)
    g_string_append (out, "The history is sound.\n");
  for (gsize i = 0; i < count; i++)
    append_breach (out, report_row (verification, 0, i));
}

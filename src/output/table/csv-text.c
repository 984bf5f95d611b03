/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/csv-text.h"

#include <string.h>

#include "base/formula-guard.h"

static void
write_quoted (const char *text, gboolean guarded, Sink *sink)
{
  const char *quote;

  sink_append (sink, guarded ? "\"'" : "\"");
  while ((quote = strchr (text, '"')) != NULL)
    {
      sink_append_bytes (sink, text, (gsize) (quote - text) + 1);
      sink_append_char (sink, '"');
      text = quote + 1;
    }
  sink_append (sink, text);
  sink_append_char (sink, '"');
}

void
csv_text_write (const char *text, Sink *sink)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL)) /* a path may hold any bytes */
    text = valid = g_utf8_make_valid (text, -1);

  gboolean guarded = formula_guard_wants (text);
  if (strpbrk (text, ",\"\r\n") != NULL)
    write_quoted (text, guarded, sink);
  else
    {
      if (guarded)
        sink_append_char (sink, '\'');
      sink_append (sink, text);
    }
}

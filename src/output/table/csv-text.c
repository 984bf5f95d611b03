/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/table/csv-text.h"

#include <string.h>

/* Excel and its kin run a cell that begins like this, also when it is quoted. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

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

  gboolean guarded = looks_like_formula (text);
  if (strpbrk (text, ",\"\r\n") != NULL)
    write_quoted (text, guarded, sink);
  else
    sink_printf (sink, guarded ? "'%s" : "%s", text);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/print.h"

#include "output/sink.h"

gboolean
print_text (const GString *text, GError **error)
{
  g_autoptr (Sink) sink = sink_new_stdout ();

  sink_append_bytes (sink, text->str, text->len);
  return sink_flush (sink, error);
}

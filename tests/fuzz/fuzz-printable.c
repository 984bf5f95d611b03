/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <json.h>
#include <string.h>

#include "base/formula-guard.h"
#include "base/printable.h"
#include "fuzz-record.h"
#include "output/table/csv-text.h"
#include "output/table/json-text.h"

/*
 * Any text as output holds it: harmless on a terminal, never wider than asked for, no formula in a
 * CSV file and read back from CSV and JSON as it was.
 *
 * Choices: two for the width, one for the tail, two for the indentation.
 */

static gboolean
is_harmless (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (; *text != '\0'; text += g_utf8_skip[(guchar) *text])
    {
      const gunichar c = g_utf8_get_char (text);

      if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f
          || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return FALSE;
    }
  return TRUE;
}

static void
check_shortened (const char *text, gsize width, gsize tail)
{
  g_autofree char *shortened = printable_shorten (text, width, tail);

  REQUIRE (is_harmless (shortened) && printable_width (shortened) <= width);
  if (printable_width (text) <= width)
    REQUIRE (strcmp (shortened, text) == 0);
}

static void
check_filled (const char *text, gsize width, gsize indent)
{
  g_autoptr (GString) out = g_string_new (NULL);
  PrintableLine filler = printable_line_at (out, width, 0, indent);

  printable_line_add_text (&filler, text);
  g_auto (GStrv) lines = g_strsplit (out->str, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *words = lines[i] + (i > 0 ? indent : 0);

      REQUIRE (i == 0 || strspn (lines[i], " ") >= indent);
      REQUIRE (printable_width (lines[i]) <= width || strchr (words, ' ') == NULL);
    }
}

/* A cell of a file between two others. */
static void
check_csv (const char *text, const char *valid)
{
  static FuzzRecord record;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (out);

  sink_append (sink, "begin,");
  csv_text_write (text, sink);
  sink_append (sink, ",end\n");
  REQUIRE (sink_flush (sink, NULL));
  REQUIRE (fuzz_record_read (&record, (Slice){ out->str, out->len }, ',') && record.count == 3);
  g_autofree char *cell = slice_dup (record.cells[1]);
  REQUIRE (strlen (cell) == record.cells[1].length);
  REQUIRE (*cell == '\0' || strchr ("=+-@\t\r", *cell) == NULL);
  REQUIRE (!formula_guard_wants (cell));
  REQUIRE (strcmp (cell, valid) == 0
           || (*cell == '\'' && strcmp (cell + 1, valid) == 0 && formula_guard_wants (valid)));
}

static void
check_json (const char *text, const char *valid)
{
  static struct json_tokener *tokener;
  g_autoptr (GString) out = g_string_new ("[");

  if (tokener == NULL)
    {
      tokener = json_tokener_new ();
      json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
    }
  json_text_append (out, text);
  g_string_append_c (out, ']');
  json_tokener_reset (tokener);
  struct json_object *root = json_tokener_parse_ex (tokener, out->str, (int) out->len);
  REQUIRE (root != NULL && json_object_array_length (root) == 1);
  const char *read = json_object_get_string (json_object_array_get_idx (root, 0));
  REQUIRE (g_strcmp0 (read, *valid != '\0' ? valid : NULL) == 0);
  json_object_put (root);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  const gsize width = 3 + choose (&choices, 16) + 16 * choose (&choices, 8);
  const gsize tail = choose (&choices, 16);
  const gsize indent = choose (&choices, 16);
  g_autofree char *text = slice_dup (rest);
  g_autofree char *printable = printable_text (text);
  g_autofree char *again = printable_text (printable);

  REQUIRE (is_harmless (printable) && strcmp (printable, again) == 0);
  check_shortened (printable, width, tail);
  check_filled (printable, width, indent);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  check_csv (text, valid);
  check_json (text, valid);
  return 0;
}

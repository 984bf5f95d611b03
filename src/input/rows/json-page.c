/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-page.h"

static gboolean
is_name_of_rows (const JsonValue *key)
{
  return slice_equals_folded (key->text, "items") || slice_equals_folded (key->text, "value");
}

/* At a value. TRUE with the scan after the bracket of an array of rows; else it stays. */
static gboolean
enter_rows (JsonScan *scan)
{
  JsonScan ahead = *scan;

  if (!json_scan_byte (&ahead, '['))
    {
      if (ahead.verdict == JSON_CUT)
        scan->verdict = JSON_CUT;
      return FALSE;
    }
  const gsize begin = ahead.at;
  json_scan_blanks (&ahead);
  if (ahead.at == ahead.length)
    scan->verdict = JSON_CUT;
  else if (ahead.text[ahead.at] == '{' || ahead.text[ahead.at] == ']')
    {
      scan->at = begin;
      return TRUE;
    }
  return FALSE;
}

static JsonPageStep
find_rows (JsonScan *scan, gboolean is_first)
{
  JsonValue key, value;
  JsonStep step;

  for (; (step = json_scan_key (scan, is_first, &key)) == JSON_MEMBER; is_first = FALSE)
    {
      if (is_name_of_rows (&key) && enter_rows (scan))
        return JSON_PAGE_ROWS;
      if (scan->verdict != JSON_SOUND || !json_scan_value (scan, &value))
        return JSON_PAGE_BROKEN;
    }
  return step == JSON_CLOSED ? JSON_PAGE_CLOSED : JSON_PAGE_BROKEN;
}

JsonPageStep
json_page_open (JsonScan *scan)
{
  return json_scan_byte (scan, '{') ? find_rows (scan, TRUE) : JSON_PAGE_BROKEN;
}

JsonPageStep
json_page_close (JsonScan *scan)
{
  return find_rows (scan, FALSE);
}

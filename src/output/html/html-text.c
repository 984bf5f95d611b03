/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-text.h"

#include <string.h>

#include "base/visible-text.h"

#define SOURCE_WIDTH 120
#define FILL_MAX 12 /* classes p1 to p12 of the style */

void
html_text_append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    switch (*at)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      case '\'':
        g_string_append (out, "&#39;");
        break;
      default:
        g_string_append_c (out, *at);
      }
}

void
html_text_append (GString *out, const char *text, gsize width)
{
  g_autofree char *visible = visible_text (text, width);

  html_text_append_escaped (out, *visible != '\0' ? visible : HTML_DASH);
}

void
html_text_append_word (GString *out, const char *word)
{
  g_string_append_printf (out, "<b class=\"%s\">%s</b>", word, word);
}

void
html_text_append_source (GString *out, const char *file, guint64 line)
{
  html_text_append (out, file, SOURCE_WIDTH);
  if (file != NULL && *file != '\0' && line != 0)
    g_string_append_printf (out, ":%" G_GUINT64_FORMAT, line);
}

guint
html_text_decimal_places (Decimal value, guint least)
{
  g_autofree char *text = decimal_to_string (value, least);

  return (guint) strlen (strchr (text, '.') + 1);
}

/* Groups of three digits each after the first get their comma by style, not by a character: what is
   copied or looked for is the number itself. */
static void
append_grouped (GString *out, const char *digits, gsize length)
{
  gsize first = length % 3 == 0 ? 3 : length % 3;

  g_string_append_len (out, digits, (gssize) MIN (first, length));
  for (gsize at = first; at < length; at += 3)
    g_string_append_printf (out, "<i>%.3s</i>", digits + at);
}

void
html_text_append_decimal (GString *out, Decimal value, guint least, guint places)
{
  g_autofree char *text = decimal_to_string (value, least);
  const char *whole = *text == '-' ? text + 1 : text;
  const char *point = strchr (whole, '.');
  guint decimals = (guint) strlen (point + 1);

  if (whole != text)
    g_string_append_c (out, '-');
  append_grouped (out, whole, (gsize) (point - whole));
  g_string_append (out, point);
  if (decimals < places)
    g_string_append_printf (out, "<i class=\"p%u\"></i>", MIN (places - decimals, FILL_MAX));
}

void
html_text_append_amount (GString *out, const Amount *amount, guint least, guint places)
{
  if (amount->known)
    html_text_append_decimal (out, amount->value, least, places);
  else
    g_string_append (out, HTML_DASH);
}

void
html_text_append_month (GString *out, Month month)
{
  char text[MONTH_TEXT_SIZE];

  if (month != MONTH_NONE)
    calendar_print_month (month, text);
  g_string_append (out, month != MONTH_NONE ? text : HTML_DASH);
}

void
html_text_append_day (GString *out, Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day != DAY_NONE)
    calendar_print_day (day, text);
  g_string_append (out, day != DAY_NONE ? text : HTML_DASH);
}

void
html_text_append_count (GString *out, guint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  append_grouped (out, text, strlen (text));
}

char *
html_text_block_hash (const char *block)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) block, -1);
  g_checksum_get_digest (checksum, digest, &length);
  return g_base64_encode (digest, length);
}

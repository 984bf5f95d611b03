/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-text.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/visible-text.h"

#define SOURCE_WIDTH 120
#define FILL_MAX 12 /* classes p1 to p12 of the style */

static void
append_escaped (GString *out, char c)
{
  switch (c)
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
      g_string_append_c (out, c);
    }
}

void
html_text_append_escaped (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    append_escaped (out, *at);
}

void
html_text_append_marked (GString *out, const char *text, const char *before, const char *after)
{
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '{' || *at == '}')
      g_string_append (out, *at == '{' ? before : after);
    else
      append_escaped (out, *at);
}

void
html_text_append_paragraph (GString *out, const char *style, const char *text)
{
  if (style != NULL)
    g_string_append_printf (out, "<p class=\"%s\">", style);
  else
    g_string_append (out, "<p>");
  html_text_append_escaped (out, text);
  g_string_append (out, "</p>\n");
}

void
html_text_append (GString *out, const char *text, gsize width)
{
  g_autofree char *visible = visible_text (text, width);

  html_text_append_escaped (out, *visible != '\0' ? visible : HTML_DASH);
}

void
html_text_append_word (GString *out, const Language *language, const char *style, const char *word)
{
  g_string_append_printf (out, "<b class=\"%s\"", style);
  if (language != NULL)
    g_string_append_printf (out, " data-name=\"%s\"", word);
  g_string_append_c (out, '>');
  html_text_append_escaped (out, report_word_say (language, word));
  g_string_append (out, "</b>");
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
html_text_append_decimal (GString *out, const Language *language, Decimal value, guint least,
                          guint places)
{
  g_autofree char *text = decimal_to_string (value, least);
  const char *whole = *text == '-' ? text + 1 : text;
  const char *point = strchr (whole, '.');
  guint decimals = (guint) strlen (point + 1);

  if (language != NULL)
    g_string_append_printf (out, "<data value=\"%s\">", text);
  if (whole != text)
    g_string_append_c (out, '-');
  append_grouped (out, whole, (gsize) (point - whole));
  g_string_append (out, language_forms (language)->decimal_mark);
  g_string_append (out, point + 1);
  if (decimals < places)
    g_string_append_printf (out, "<i class=\"p%u\"></i>", MIN (places - decimals, FILL_MAX));
  if (language != NULL)
    g_string_append (out, "</data>");
}

void
html_text_append_amount (GString *out, const Language *language, const Amount *amount, guint least,
                         guint places)
{
  if (amount->known)
    html_text_append_decimal (out, language, amount->value, least, places);
  else
    g_string_append (out, HTML_DASH);
}

char *
html_text_month (const Language *language, Month month)
{
  return month != MONTH_NONE ? language_date_of_month (language, month) : g_strdup (HTML_DASH);
}

char *
html_text_day (const Language *language, Day day)
{
  return day != DAY_NONE ? language_date_of_day (language, day) : g_strdup (HTML_DASH);
}

/* @machine: the same for programs. */
static void
append_time (GString *out, const Language *language, const char *machine, const char *shown)
{
  if (language == NULL)
    g_string_append (out, machine);
  else
    g_string_append_printf (out, "<time datetime=\"%s\">%s</time>", machine, shown);
}

void
html_text_append_month (GString *out, const Language *language, Month month)
{
  g_autofree char *shown = html_text_month (language, month);
  char text[MONTH_TEXT_SIZE];

  if (month == MONTH_NONE)
    {
      g_string_append (out, HTML_DASH);
      return;
    }
  calendar_print_month (month, text);
  append_time (out, language, text, shown);
}

void
html_text_append_months (GString *out, const Language *language, Month first, Month last)
{
  g_autoptr (GString) begin = g_string_new (NULL), end = g_string_new (NULL);

  html_text_append_month (begin, language, first);
  html_text_append_month (end, language, last);
  if (last == first)
    g_string_append (out, begin->str);
  else
    g_string_append_printf (out, language_say (language, "%s to %s"), begin->str, end->str);
}

void
html_text_append_day (GString *out, const Language *language, Day day)
{
  g_autofree char *shown = html_text_day (language, day);
  char text[DAY_TEXT_SIZE];

  if (day == DAY_NONE)
    {
      g_string_append (out, HTML_DASH);
      return;
    }
  calendar_print_day (day, text);
  append_time (out, language, text, shown);
}

void
html_text_append_count (GString *out, guint64 count)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  append_grouped (out, text, strlen (text));
}

char *
html_text_count (const Language *language, guint64 count)
{
  return language != NULL ? language_number_of_count (language, count)
                          : g_strdup_printf ("%" G_GUINT64_FORMAT, count);
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

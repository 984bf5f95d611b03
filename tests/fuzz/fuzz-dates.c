/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <string.h>

#include "base/calendar.h"
#include "fuzz-target.h"

/*
 * Dates and months against regular expressions for what is one, and GLib's calendar for which day
 * it is; printing and reading again; order.
 *
 * Choices: the order of day and month. Then a text on each of two lines.
 */

#define CLOCK ":[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.\\d+)?)?[ \\t]*"
#define HOUR "(?:(?:0?[1-9]|1[0-2])" CLOCK "[AaPp][Mm]|(?:[01]?\\d|2[0-3])" CLOCK ")[ \\t]*"
#define TIME HOUR "(?:[Zz]|[+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?)?"
#define ISO_DATE "(\\d{4})-(\\d\\d)-(\\d\\d)(?:(?:[ \\t]+|T)" TIME ")?"
#define SLASH_DATE "(\\d\\d?)/(\\d\\d?)/(\\d{4})(?:[ \\t]+" TIME ")?"
#define NAMED_MONTH "([A-Za-z]+)[ \\t]+(\\d{4})"

static GRegex *
regex_of (const char *pattern)
{
  GRegex *regex = g_regex_new (pattern, G_REGEX_RAW | G_REGEX_DOLLAR_ENDONLY | G_REGEX_OPTIMIZE,
                               G_REGEX_MATCH_ANCHORED, NULL);
  REQUIRE (regex != NULL);
  return regex;
}

static gint64
number_at (const GMatchInfo *match, gint group)
{
  g_autofree char *text = g_match_info_fetch (match, group);
  return g_ascii_strtoll (text, NULL, 10);
}

/* An expression costs a microsecond: what lacks @sign, which it asks for, is told without. */
static gboolean
matches (GRegex *regex, char sign, Slice text, GMatchInfo **match)
{
  if (text.length == 0 || memchr (text.text, sign, text.length) == NULL)
    return FALSE;
  return g_regex_match_full (regex, text.text, (gssize) text.length, 0, 0, match, NULL);
}

static gboolean
matches_digits (GRegex *regex, Slice text, GMatchInfo **match)
{
  return (text.length == 6 || text.length == 7)
         && g_regex_match_full (regex, text.text, (gssize) text.length, 0, 0, match, NULL);
}

static gboolean
matches_name (GRegex *regex, Slice text, GMatchInfo **match)
{
  return text.length > 0 && g_ascii_isalpha (text.text[0])
         && g_regex_match_full (regex, text.text, (gssize) text.length, 0, 0, match, NULL);
}

/* DAY_NONE: there is no such day. */
static Day
day_of_glib (gint64 year, gint64 month, gint64 day)
{
  GDate date;

  if (year < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (Day) g_date_get_julian (&date);
}

static DateVerdict
judge_slash_date (const GMatchInfo *match, DateOrder order, Day *out)
{
  const gint month_at = order == DATE_MONTH_FIRST ? 1 : 2;
  const gint64 month = number_at (match, month_at);
  const gint64 day = number_at (match, 3 - month_at);

  if (month >= 13 && month <= 31 && day >= 1 && day <= 12)
    return DATE_OTHER_ORDER;
  *out = day_of_glib (number_at (match, 3), month, day);
  return *out != DAY_NONE ? DATE_OK : DATE_BAD;
}

static DateVerdict
day_plainly (Slice text, DateOrder order, Day *out)
{
  static GRegex *iso, *slash;
  g_autoptr (GMatchInfo) iso_match = NULL;
  g_autoptr (GMatchInfo) slash_match = NULL;

  if (iso == NULL)
    {
      iso = regex_of (ISO_DATE "$");
      slash = regex_of (SLASH_DATE "$");
    }
  if (matches (iso, '-', text, &iso_match))
    {
      *out = day_of_glib (number_at (iso_match, 1), number_at (iso_match, 2),
                          number_at (iso_match, 3));
      return *out != DAY_NONE ? DATE_OK : DATE_BAD;
    }
  if (matches (slash, '/', text, &slash_match))
    return judge_slash_date (slash_match, order, out);
  return DATE_BAD;
}

static gint64
month_of_name (const char *name)
{
  static const char *const names[]
      = { "january", "february", "march",     "april",   "may",      "june",
          "july",    "august",   "september", "october", "november", "december" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0
        || (strlen (name) == 3 && g_ascii_strncasecmp (name, names[i], 3) == 0))
      return i + 1;
  return 0;
}

static DateVerdict
month_plainly (Slice text, DateOrder order, Month *out)
{
  static GRegex *year_first, *month_first, *named;
  g_autoptr (GMatchInfo) first = NULL;
  g_autoptr (GMatchInfo) second = NULL;
  g_autoptr (GMatchInfo) third = NULL;
  gint64 year = 0, month = 0;
  Day day;

  if (named == NULL)
    {
      year_first = regex_of ("(\\d{4})-?(\\d\\d)$");
      month_first = regex_of ("(\\d\\d?)/(\\d{4})$");
      named = regex_of (NAMED_MONTH "$");
    }
  if (matches_digits (year_first, text, &first))
    {
      year = number_at (first, 1);
      month = number_at (first, 2);
    }
  else if (matches (month_first, '/', text, &second))
    {
      year = number_at (second, 2);
      month = number_at (second, 1);
    }
  else if (matches_name (named, text, &third))
    {
      g_autofree char *name = g_match_info_fetch (third, 1);
      year = number_at (third, 2);
      month = month_of_name (name);
    }
  else
    {
      const DateVerdict verdict = day_plainly (text, order, &day);
      if (verdict == DATE_OK)
        *out = calendar_month_of (day);
      return verdict;
    }
  *out = year >= 1 && month >= 1 && month <= 12 ? (Month) (year * 12 + month - 1) : MONTH_NONE;
  return *out != MONTH_NONE ? DATE_OK : DATE_BAD;
}

/* What is true of every day and month. */

static void
check_month (Month month)
{
  char text[MONTH_TEXT_SIZE];
  Month again = MONTH_NONE;

  calendar_print_month (month, text);
  REQUIRE (strlen (text) == MONTH_TEXT_SIZE - 1);
  REQUIRE (calendar_parse_month (text, strlen (text), DATE_DAY_FIRST, &again) == DATE_OK
           && again == month);
  REQUIRE (calendar_month_of (calendar_first_day (month)) == month);
  REQUIRE (calendar_month_of (calendar_last_day (month)) == month);
  REQUIRE (calendar_last_day (month) - calendar_first_day (month) >= 27);
}

static void
check_day (Day day)
{
  char text[DAY_TEXT_SIZE];
  Day again = DAY_NONE;
  GDate date;

  calendar_print_day (day, text);
  REQUIRE (calendar_parse_day (text, strlen (text), DATE_DAY_FIRST, &again) == DATE_OK
           && again == day);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  REQUIRE (
      calendar_day (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date))
      == day);
  REQUIRE (calendar_first_day (calendar_month_of (day)) <= day
           && day <= calendar_last_day (calendar_month_of (day)));
  check_month (calendar_month_of (day));
}

static void
check_order (Day a, Day b)
{
  char text_a[DAY_TEXT_SIZE], text_b[DAY_TEXT_SIZE];

  if (a == DAY_NONE || b == DAY_NONE)
    return;
  calendar_print_day (a, text_a);
  calendar_print_day (b, text_b);
  const int order = strcmp (text_a, text_b);
  REQUIRE ((order < 0) == (a < b) && (order == 0) == (a == b));
}

/* DAY_NONE when the text is no day. */
static Day
read_text (Slice text, DateOrder order)
{
  const Day untouched = -7;
  Day day = untouched, expected_day = DAY_NONE;
  Month month = untouched, expected_month = MONTH_NONE;
  const DateVerdict day_verdict = calendar_parse_day (text.text, text.length, order, &day);
  const DateVerdict month_verdict = calendar_parse_month (text.text, text.length, order, &month);

  REQUIRE (day_verdict == day_plainly (text, order, &expected_day));
  REQUIRE (day == (day_verdict == DATE_OK ? expected_day : untouched));
  REQUIRE (month_verdict == month_plainly (text, order, &expected_month));
  REQUIRE (month == (month_verdict == DATE_OK ? expected_month : untouched));
  if (month_verdict == DATE_OK)
    check_month (month);
  if (day_verdict != DATE_OK)
    return DAY_NONE;
  REQUIRE (month == calendar_month_of (day));
  check_day (day);
  return day;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  Slice rest;
  Choices choices = take_choices (data, size, &rest);
  const DateOrder order = choose (&choices, 2) == 0 ? DATE_MONTH_FIRST : DATE_DAY_FIRST;
  const Day first = read_text (take_line (&rest), order);
  const Day second = read_text (take_line (&rest), order);

  check_order (first, second);
  return 0;
}

/* SPDX-License-Identifier: MIT */

/* What holds of days and months, whatever they are, and of sets and counts of them. */

#include "config.h"

#include "base/calendar.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/month-counts.h"
#include "base/window-set.h"
#include "properties/sample-property.h"

#define LAST_DAY 3652059 /* 9999-12-31 */
#define WINDOWS_MAX 12
#define SPAN 60 /* days in which they lie, so that they meet */

static Day
any_day (guint32 *random)
{
  return (Day) (1 + property_below (random, LAST_DAY));
}

static Month
any_month (guint32 *random)
{
  return calendar_month_of (any_day (random));
}

static Day
day_of (const char *text, DateOrder order)
{
  Day day = DAY_NONE;

  ck_assert_msg (calendar_parse_day (text, strlen (text), order, &day) == DATE_OK, "%s", text);
  return day;
}

static void
a_day_is_read_back (guint32 *random)
{
  const Day day = any_day (random);
  char text[DAY_TEXT_SIZE];

  calendar_print_day (day, text);
  ck_assert_int_eq (day_of (text, DATE_MONTH_FIRST), day);
  ck_assert_int_eq (day_of (text, DATE_DAY_FIRST), day);
}

static void
days_are_ordered_as_their_texts (guint32 *random)
{
  const Day a = any_day (random), b = any_day (random);
  char first[DAY_TEXT_SIZE], second[DAY_TEXT_SIZE];

  calendar_print_day (a, first);
  calendar_print_day (b, second);
  ck_assert_int_eq (a < b, strcmp (first, second) < 0);
}

static void
slash_dates_are_the_same_days (guint32 *random)
{
  const Day day = any_day (random);
  char text[DAY_TEXT_SIZE];

  calendar_print_day (day, text);
  const int year = atoi (text), month = atoi (text + 5), of_month = atoi (text + 8);
  g_autofree char *month_first = g_strdup_printf ("%d/%d/%04d", month, of_month, year);
  g_autofree char *day_first = g_strdup_printf ("%02d/%02d/%04d", of_month, month, year);

  ck_assert_int_eq (day_of (month_first, DATE_MONTH_FIRST), day);
  ck_assert_int_eq (day_of (day_first, DATE_DAY_FIRST), day);
}

static void
times_are_passed_over (guint32 *random)
{
  static const char *const times[] = { "T00:00:00Z",        " 0:00",        " 11:59 PM",
                                       "T23:59:59.9999999", " 12:30:00 AM", "T10:00:00+01:00" };
  const Day day = any_day (random);
  char text[DAY_TEXT_SIZE];

  calendar_print_day (day, text);
  g_autofree char *timed
      = g_strconcat (text, times[property_below (random, G_N_ELEMENTS (times))], NULL);
  ck_assert_int_eq (day_of (timed, DATE_MONTH_FIRST), day);
}

static void
a_month_is_all_its_days (guint32 *random)
{
  const Day day = any_day (random);
  const Month month = calendar_month_of (day);

  ck_assert_int_le (calendar_first_day (month), day);
  ck_assert_int_ge (calendar_last_day (month), day);
  ck_assert_int_eq (calendar_month_of (calendar_first_day (month)), month);
  ck_assert_int_eq (calendar_month_of (calendar_last_day (month)), month);
  if (calendar_last_day (month) < LAST_DAY)
    ck_assert_int_eq (calendar_first_day (month + 1), calendar_last_day (month) + 1);
}

static void
a_month_is_read_back (guint32 *random)
{
  static const char *const names[] = { "Jan", "February", "MAR", "april", "May", "June",
                                       "Jul", "August",   "Sep", "Oct",   "nov", "December" };
  const Month month = any_month (random);
  const int year = month / 12, of_year = month % 12 + 1;
  char *spellings[]
      = { g_strdup_printf ("%04d-%02d", year, of_year), g_strdup_printf ("%04d%02d", year, of_year),
          g_strdup_printf ("%d/%04d", of_year, year),
          g_strdup_printf ("%s  %04d", names[of_year - 1], year) };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      Month again = MONTH_NONE;

      ck_assert_int_eq (
          calendar_parse_month (spellings[i], strlen (spellings[i]), DATE_MONTH_FIRST, &again),
          DATE_OK);
      ck_assert_int_eq (again, month);
      g_free (spellings[i]);
    }
}

/* Windows, and the same looked up one by one. */

typedef struct
{
  WindowSet *set;
  Day effective[WINDOWS_MAX];
  Day expiry[WINDOWS_MAX];
  guint count;
} Windows;

static Day
near_day (guint32 *random)
{
  return (Day) (1000 + property_below (random, SPAN));
}

static Windows
any_windows (guint32 *random)
{
  Windows self = { .set = window_set_new (), .count = property_below (random, WINDOWS_MAX + 1) };

  for (guint i = 0; i < self.count; i++)
    {
      self.effective[i] = property_below (random, 8) == 0 ? DAY_NONE : near_day (random);
      self.expiry[i] = property_below (random, 8) == 0 ? DAY_NONE : near_day (random);
      window_set_add (self.set, self.effective[i], self.expiry[i]);
    }
  return self;
}

static gboolean
holds (const Windows *self, guint i, Day day)
{
  return (self->effective[i] == DAY_NONE || self->effective[i] <= day)
         && (self->expiry[i] == DAY_NONE || self->expiry[i] >= day);
}

static void
windows_hold_a_day_if_one_does (guint32 *random)
{
  const Windows windows = any_windows (random);
  const Day day = near_day (random);
  gboolean expected = FALSE;

  for (guint i = 0; i < windows.count; i++)
    expected = expected || holds (&windows, i, day);
  ck_assert_int_eq (window_set_holds (windows.set, day), expected);
  window_set_free (windows.set);
}

static void
windows_hold_two_days_if_one_holds_both (guint32 *random)
{
  const Windows windows = any_windows (random);
  const Day a = near_day (random), b = near_day (random), day = MIN (a, b), later = MAX (a, b);
  gboolean expected = FALSE;

  for (guint i = 0; i < windows.count; i++)
    expected = expected || (holds (&windows, i, day) && holds (&windows, i, later));
  ck_assert_int_eq (window_set_holds_both (windows.set, day, later), expected);
  window_set_free (windows.set);
}

/* Counts */

static GArray *
any_counts (guint32 *random, GArray *also)
{
  GArray *counts = month_counts_new ();

  for (guint i = property_below (random, 10); i > 0; i--)
    {
      const Month month = calendar_month (2026, 1) + (Month) property_below (random, 8);
      const guint64 count = 1 + property_below (random, 3);

      month_counts_add (counts, month, count);
      month_counts_add (also, month, count);
    }
  return counts;
}

static void
merged_counts_are_those_counted_together (guint32 *random)
{
  g_autoptr (GArray) together = month_counts_new ();
  g_autoptr (GArray) a = any_counts (random, together);
  g_autoptr (GArray) b = any_counts (random, together);

  month_counts_merge (a, b);
  ck_assert_uint_eq (a->len, together->len);
  for (guint i = 0; i < a->len; i++)
    {
      ck_assert_int_eq (g_array_index (a, MonthCount, i).month,
                        g_array_index (together, MonthCount, i).month);
      ck_assert_uint_eq (g_array_index (a, MonthCount, i).count,
                         g_array_index (together, MonthCount, i).count);
    }
}

static void
the_winner_is_the_latest_of_the_most_frequent (guint32 *random)
{
  g_autoptr (GArray) also = month_counts_new ();
  g_autoptr (GArray) counts = any_counts (random, also);
  Month winner = MONTH_NONE;
  guint64 most = 0, all = 0, found_most = 0, found_all = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const MonthCount *each = &g_array_index (counts, MonthCount, i);

      all += each->count;
      if (each->count >= most)
        winner = each->month, most = each->count;
    }
  ck_assert_int_eq (month_counts_winner (counts, &found_most, &found_all), winner);
  if (winner != MONTH_NONE)
    ck_assert (found_most == most && found_all == all);
}

static const Property properties[] = {
  { "a day is read back", a_day_is_read_back },
  { "days are ordered as their texts", days_are_ordered_as_their_texts },
  { "slash dates are the same days", slash_dates_are_the_same_days },
  { "times are passed over", times_are_passed_over },
  { "a month is all its days", a_month_is_all_its_days },
  { "a month is read back", a_month_is_read_back },
  { "windows hold a day if one does", windows_hold_a_day_if_one_does },
  { "windows hold two days if one holds both", windows_hold_two_days_if_one_holds_both },
  { "merged counts are those counted together", merged_counts_are_those_counted_together },
  { "the winner is the latest of the most frequent",
    the_winner_is_the_latest_of_the_most_frequent },
};

START_TEST (a_property_of_the_calendar_holds) { property_run (&properties[_i]); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("calendar-properties");
  TCase *tests = tcase_create ("calendar-properties");

  tcase_set_timeout (tests, PROPERTY_SECONDS);
  tcase_add_loop_test (tests, a_property_of_the_calendar_holds, 0, G_N_ELEMENTS (properties));
  suite_add_tcase (suite, tests);
  return suite;
}

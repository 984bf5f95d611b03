/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/renewals.h"

#include "base/language/language-date.h"
#include "base/search.h"

/* A day on which a credit begins or ends, and the first month whose row says so. */
typedef struct
{
  Day day;
  Month month;
  guint row; /* its place among the rows */
  const Credit *credit;
} CreditDay;

struct Renewals
{
  GArray *beginnings; /* of CreditDay, sorted; each credit and day once */
  GArray *endings;
};

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const CreditDay *x = a, *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->month != y->month)
    return x->month < y->month ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static int
compare_credits (gconstpointer a, gconstpointer b)
{
  const CreditDay *x = a, *y = b;

  if (x->credit != y->credit)
    return x->row < y->row ? -1 : 1; /* the rows of a credit stand together */
  return compare_days (x, y);
}

/* So that a credit of many months is looked at once for each of its days. */
static void
keep_first_rows (GArray *days)
{
  guint kept = 0;

  if (days->len < 2)
    return;
  g_array_sort (days, compare_credits);
  for (guint i = 0; i < days->len; i++)
    {
      const CreditDay *day = &g_array_index (days, CreditDay, i);
      const CreditDay *last = kept > 0 ? &g_array_index (days, CreditDay, kept - 1) : NULL;

      if (last == NULL || last->credit != day->credit || last->day != day->day)
        g_array_index (days, CreditDay, kept++) = *day;
    }
  g_array_set_size (days, kept);
  g_array_sort (days, compare_days);
}

/* Mostly the row before has said it already. */
static void
add_day (GArray *days, Day day, const RollForward *row, guint index)
{
  const CreditDay entry
      = { .day = day, .month = row->month->month, .row = index, .credit = row->credit };
  const CreditDay *last = days->len > 0 ? &g_array_index (days, CreditDay, days->len - 1) : NULL;

  if (day != DAY_NONE && (last == NULL || last->credit != row->credit || last->day != day))
    g_array_append_val (days, entry);
}

Renewals *
renewals_new (const GArray *rows)
{
  Renewals *self = g_new0 (Renewals, 1);

  self->beginnings = g_array_new (FALSE, FALSE, sizeof (CreditDay));
  self->endings = g_array_new (FALSE, FALSE, sizeof (CreditDay));
  for (guint i = 0; i < rows->len; i++)
    {
      const RollForward *row = &g_array_index (rows, RollForward, i);

      add_day (self->beginnings, row->month->counted.effective, row, i);
      add_day (self->endings, row->month->counted.expiry, row, i);
    }
  keep_first_rows (self->beginnings);
  keep_first_rows (self->endings);
  return self;
}

void
renewals_free (Renewals *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->beginnings);
  g_array_unref (self->endings);
  g_free (self);
}

gboolean
renewals_follow_on (Day expiry, Day effective)
{
  const gint64 days = (gint64) effective - expiry;
  return expiry != DAY_NONE && effective != DAY_NONE && days >= 0 && days <= RENEWAL_DAYS;
}

static int
compare_with_day (gconstpointer wanted, gconstpointer element)
{
  const gint64 day = *(const gint64 *) wanted, other = ((const CreditDay *) element)->day;

  return (day > other) - (day < other);
}

/* Another credit with this day. @credit itself stands there once at most: two looks are enough. */
static const CreditDay *
find_other (const GArray *days, gint64 day, const Credit *credit, Month until)
{
  for (guint i
       = search_lower_bound (days->data, days->len, sizeof (CreditDay), &day, compare_with_day);
       i < days->len; i++)
    {
      const CreditDay *found = &g_array_index (days, CreditDay, i);

      if (found->day != day || found->month > until)
        return NULL;
      if (found->credit != credit)
        return found;
    }
  return NULL;
}

char *
renewals_note_end (const Renewals *self, const Language *language, const Credit *credit, Day expiry,
                   Month until)
{
  const CreditDay *found = NULL;
  char date[LANGUAGE_DATE_SIZE];

  if (expiry == DAY_NONE)
    return g_strdup ("");
  for (gint64 days = 0; days <= RENEWAL_DAYS && found == NULL; days++)
    found = find_other (self->beginnings, (gint64) expiry + days, credit, until);
  if (found == NULL)
    return g_strdup ("");
  language_date_print_day (language, found->day, date);
  return g_strdup_printf (
      language_say (language, "; agreement %1$s begins on %2$s: a likely renewal"),
      found->credit->key.agreement, date);
}

char *
renewals_note_begin (const Renewals *self, const Language *language, const Credit *credit,
                     Day effective, Month until)
{
  const CreditDay *found = NULL;
  char date[LANGUAGE_DATE_SIZE];

  if (effective == DAY_NONE)
    return g_strdup ("");
  for (gint64 days = 0; days <= RENEWAL_DAYS && found == NULL; days++)
    found = find_other (self->endings, (gint64) effective - days, credit, until);
  if (found == NULL)
    return g_strdup ("");
  language_date_print_day (language, found->day, date);
  return g_strdup_printf (
      language_say (language, "; it is a likely renewal of agreement %1$s, which ends on %2$s"),
      found->credit->key.agreement, date);
}

char *
renewals_note_change (const Language *language, const CreditFigures *before,
                      const CreditFigures *after)
{
  char expiry[LANGUAGE_DATE_SIZE], effective[LANGUAGE_DATE_SIZE];

  if (before->effective == after->effective
      || !renewals_follow_on (before->expiry, after->effective))
    return g_strdup ("");
  language_date_print_day (language, before->expiry, expiry);
  language_date_print_day (language, after->effective, effective);
  return g_strdup_printf (
      language_say (language,
                    "; the agreement ended on %1$s and begins again on %2$s: a likely renewal"),
      expiry, effective);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-words.h"

#include <string.h>

#include "base/visible-text.h"
#include "core/report/grouped-number.h"
#include "output/statement/statement-look.h"

#define NOT_KNOWN "not known"
#define CURRENCY_WIDTH 12

/* Dates */

static const char *const month_names[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

#define BRIEF_MONTH_LENGTH 3

char *
statement_words_month (Month month, gboolean brief)
{
  const char *name = month_names[month % 12];

  return g_strdup_printf ("%.*s %d", brief ? BRIEF_MONTH_LENGTH : (int) strlen (name), name,
                          month / 12);
}

char *
statement_words_day (Day day)
{
  if (day == DAY_NONE)
    return g_strdup (NOT_KNOWN);
  g_autofree char *month = statement_words_month (calendar_month_of (day), FALSE);

  return g_strdup_printf ("%d %s", day - calendar_first_day (calendar_month_of (day)) + 1, month);
}

char *
statement_words_period (const Statement *statement)
{
  if (statement->first == MONTH_NONE)
    return NULL;
  g_autofree char *first = statement_words_month (statement->first, FALSE);
  g_autofree char *last = statement_words_month (statement->last, FALSE);

  return statement->first == statement->last ? g_steal_pointer (&first)
                                             : g_strdup_printf ("%s to %s", first, last);
}

char *
statement_words_days (gint64 days)
{
  const gint64 count = ABS (days);

  if (days == 0)
    return g_strdup ("last day");
  return g_strdup_printf ("%" G_GINT64_FORMAT " day%s %s", count, count == 1 ? "" : "s",
                          days > 0 ? "left" : "ago");
}

/* Money */

static void
note_month (MoneyPlaces *places, const char *currency, const StatementMonth *month)
{
  const Amount amounts[] = { month->opening,
                             month->granted,
                             month->used,
                             { TRUE, month->forfeited },
                             { TRUE, month->correction },
                             { TRUE, month->closing } };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].known)
      money_places_note (places, currency, amounts[i].value);
}

static void
note_credit (MoneyPlaces *places, const StatementCredit *credit)
{
  money_places_note (places, credit->currency, credit->granted);
  money_places_note (places, credit->currency, credit->used);
  money_places_note (places, credit->currency, credit->last_balance);
  for (guint i = 0; i < credit->months->len; i++)
    note_month (places, credit->currency, &g_array_index (credit->months, StatementMonth, i));
}

static void
note_use (MoneyPlaces *places, const StatementUse *use)
{
  for (guint i = 0; i < use->products->len; i++)
    money_places_note (places, use->currency,
                       g_array_index (use->products, StatementProduct, i).amount);
}

MoneyPlaces *
statement_words_money_places (const Statement *statement)
{
  MoneyPlaces *places = money_places_new ();

  for (guint i = 0; i < statement->credits->len; i++)
    note_credit (places, g_ptr_array_index (statement->credits, i));
  for (guint i = 0; i < statement->uses->len; i++)
    note_use (places, g_ptr_array_index (statement->uses, i));
  for (guint i = 0; i < statement->pec->len; i++)
    {
      const StatementPec *pec = &g_array_index (statement->pec, StatementPec, i);

      money_places_note (places, pec->currency, pec->list);
      money_places_note (places, pec->currency, pec->earned);
    }
  return places;
}

char *
statement_words_amount (const Amount *amount, guint places)
{
  return amount->known ? grouped_number_of_decimal (amount->value, places) : g_strdup (NOT_KNOWN);
}

char *
statement_words_money (const MoneyPlaces *places, Decimal value, const char *currency)
{
  g_autofree char *amount = grouped_number_of_decimal (value, money_places_of (places, currency));
  g_autofree char *visible = visible_text_guarded (currency, CURRENCY_WIDTH);

  /* A line of text may begin with it; one word, so that none can begin with a part of it. */
  g_strdelimit (visible, " ", '_');
  return g_strdup_printf ("%s %s", amount, visible);
}

char *
statement_words_sum_text (const MoneyPlaces *places, const Amount *amount, const char *currency)
{
  return amount->known ? statement_words_money (places, amount->value, currency)
                       : g_strdup (NOT_KNOWN);
}

/* A credit */

const char *
statement_words_state (StatementState state)
{
  static const char *const words[] = { [STATEMENT_EXPIRING] = "Expiring soon",
                                       [STATEMENT_ACTIVE] = "Active",
                                       [STATEMENT_NOT_STARTED] = "Not started yet",
                                       [STATEMENT_UNREPORTED] = "Not reported",
                                       [STATEMENT_USED] = "Used up",
                                       [STATEMENT_EXPIRED] = "Expired",
                                       [STATEMENT_UNKNOWN] = "Not known" };

  return words[state];
}

char *
statement_words_credit_title (const StatementCredit *credit)
{
  g_autofree char *name = visible_text (credit->name, STATEMENT_NAME_WIDTH);

  return *name != '\0' ? g_strdup_printf ("Credit %s", name) : g_strdup ("Azure credit");
}

static char *
usable_sentence (const StatementCredit *credit, const char *left)
{
  if (decimal_sign (credit->left) < 0)
    return g_strdup_printf ("The balance is %s: more was used than was granted.", left);
  if (credit->expiry == DAY_NONE)
    return g_strdup_printf ("%s is left. The day on which it expires is not known.", left);

  g_autofree char *expiry = statement_words_day (credit->expiry);
  g_autofree char *days = statement_words_days (credit->days_left);
  return g_strdup_printf (
      "%s is left and can be used until %s (%s).%s", left, expiry, days,
      credit->state == STATEMENT_EXPIRING ? " What is not used by then is forfeited." : "");
}

static char *
future_sentence (const StatementCredit *credit, const char *left)
{
  g_autofree char *start = statement_words_day (credit->effective);
  g_autofree char *end = statement_words_day (credit->expiry);

  return credit->expiry == DAY_NONE
             ? g_strdup_printf ("%s can be used from %s on.", left, start)
             : g_strdup_printf ("%s can be used from %s to %s.", left, start, end);
}

/* The last report that was read may be older than its end: more may have been used. */
static char *
unseen_sentence (const StatementCredit *credit, const char *lost)
{
  g_autofree char *expiry = statement_words_day (credit->expiry);
  g_autofree char *month = statement_words_month (credit->last_month, FALSE);

  return g_strdup_printf ("It expired on %s. Of it at most %s was not used by then and is "
                          "forfeited; how much is not known, since the last balance report of it "
                          "that was read is of %s.",
                          expiry, lost, month);
}

/* The balance report may say "expired" of a credit whose date has not come. */
static char *
expired_sentence (const MoneyPlaces *places, const StatementCredit *credit)
{
  g_autofree char *expiry = statement_words_day (credit->expiry);
  g_autofree char *lost = statement_words_money (places, credit->forfeited, credit->currency);
  g_autofree char *ended = credit->days_left_known && credit->days_left < 0
                               ? g_strdup_printf ("It expired on %s.", expiry)
                               : g_strdup ("It is reported as expired.");

  if (credit->rest_unknown)
    return unseen_sentence (credit, lost);
  if (decimal_sign (credit->forfeited) > 0)
    return g_strdup_printf ("%s %s was not used by then and is forfeited.", ended, lost);
  return g_strdup_printf ("%s Nothing was forfeited.", ended);
}

static char *
unreported_sentence (const MoneyPlaces *places, const StatementCredit *credit)
{
  g_autofree char *balance = statement_words_money (places, credit->last_balance, credit->currency);
  char month[MONTH_TEXT_SIZE] = "-";

  if (credit->last_month != MONTH_NONE)
    calendar_print_month (credit->last_month, month);
  return g_strdup_printf ("It is not reported since %s; last balance %s. What is left of it now is "
                          "not known.",
                          month, balance);
}

char *
statement_words_credit_sentence (const MoneyPlaces *places, const StatementCredit *credit)
{
  g_autofree char *left = statement_words_money (places, credit->left, credit->currency);

  switch (credit->state)
    {
    case STATEMENT_EXPIRING:
    case STATEMENT_ACTIVE:
      return usable_sentence (credit, left);
    case STATEMENT_NOT_STARTED:
      return future_sentence (credit, left);
    case STATEMENT_UNREPORTED:
      return unreported_sentence (places, credit);
    case STATEMENT_USED:
      return g_strdup ("Nothing is left of it.");
    case STATEMENT_EXPIRED:
      return expired_sentence (places, credit);
    case STATEMENT_UNKNOWN:
    default:
      return g_strdup ("Its state on this day is not known.");
    }
}

char *
statement_words_validity (const StatementCredit *credit)
{
  g_autofree char *start = statement_words_day (credit->effective);
  g_autofree char *end = statement_words_day (credit->expiry);

  if (credit->effective == DAY_NONE && credit->expiry == DAY_NONE)
    return g_strdup (NOT_KNOWN);
  if (credit->expiry == DAY_NONE)
    return g_strdup_printf ("from %s; the last day is not known", start);
  return credit->effective == DAY_NONE ? g_strdup_printf ("until %s", end)
                                       : g_strdup_printf ("%s to %s", start, end);
}

char *
statement_words_next_expiry (const MoneyPlaces *places, const StatementGlance *glance)
{
  if (glance->expiry == DAY_NONE)
    return NULL;
  g_autofree char *day = statement_words_day (glance->expiry);
  g_autofree char *days = statement_words_days (glance->days_left);
  g_autofree char *money = statement_words_money (places, glance->expiring, glance->currency);

  return g_strdup_printf ("%s (%s): %s", day, days, money);
}

char *
statement_words_product (const char *product)
{
  char *text = visible_text (product, STATEMENT_NAME_WIDTH);

  if (*text != '\0')
    return text;
  g_free (text);
  return g_strdup ("Product without a name");
}

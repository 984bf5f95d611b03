/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/statement-words.h"

#include <string.h>

#include "io/formula-guard.h"
#include "io/html-text.h"
#include "io/statement-look.h"

#define NOT_KNOWN "not known"
#define CURRENCY_WIDTH 12

/* Dates */

static const char *const month_names[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

#define BRIEF_MONTH_LENGTH 3

char *
statement_month_text (Month month, gboolean brief)
{
  const char *name = month_names[month % 12];

  return g_strdup_printf ("%.*s %d", brief ? BRIEF_MONTH_LENGTH : (int) strlen (name), name,
                          month / 12);
}

char *
statement_day_text (Day day)
{
  if (day == DAY_NONE)
    return g_strdup (NOT_KNOWN);
  g_autofree char *month = statement_month_text (day_month (day), FALSE);

  return g_strdup_printf ("%d %s", day - month_first_day (day_month (day)) + 1, month);
}

char *
statement_period_text (const Statement *statement)
{
  if (statement->first == MONTH_NONE)
    return NULL;
  g_autofree char *first = statement_month_text (statement->first, FALSE);
  g_autofree char *last = statement_month_text (statement->last, FALSE);

  return statement->first == statement->last ? g_steal_pointer (&first)
                                             : g_strdup_printf ("%s to %s", first, last);
}

char *
statement_days_text (gint64 days)
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
statement_decimal_text (Decimal value, guint places)
{
  g_autofree char *plain = decimal_to_string (value, places);
  GString *out = g_string_new (NULL);
  const gsize sign = plain[0] == '-' ? 1 : 0;
  const gsize point = strcspn (plain, ".");

  for (gsize i = 0; plain[i] != '\0'; i++)
    {
      if (i > sign && i < point && (point - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, plain[i]);
    }
  return g_string_free (out, FALSE);
}

char *
statement_amount_text (const Amount *amount, guint places)
{
  return amount->known ? statement_decimal_text (amount->value, places) : g_strdup (NOT_KNOWN);
}

char *
statement_money_text (const MoneyPlaces *places, Decimal value, const char *currency)
{
  g_autofree char *amount = statement_decimal_text (value, money_places_of (places, currency));
  g_autofree char *shown = html_visible_text (currency, CURRENCY_WIDTH);
  g_autofree char *visible = formula_guard_text (shown); /* a line of text may begin with it */

  /* One word, so that no line can begin with a part of it. */
  g_strdelimit (visible, " ", '_');
  return g_strdup_printf ("%s %s", amount, visible);
}

char *
statement_words_sum_text (const MoneyPlaces *places, const Amount *amount, const char *currency)
{
  return amount->known ? statement_money_text (places, amount->value, currency)
                       : g_strdup (NOT_KNOWN);
}

/* A credit */

const char *
statement_state_word (StatementState state)
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
statement_credit_title (const StatementCredit *credit)
{
  g_autofree char *name = html_visible_text (credit->name, STATEMENT_NAME_WIDTH);

  return *name != '\0' ? g_strdup_printf ("Credit %s", name) : g_strdup ("Azure credit");
}

static char *
usable_sentence (const StatementCredit *credit, const char *left)
{
  if (decimal_sign (credit->left) < 0)
    return g_strdup_printf ("The balance is %s: more was used than was granted.", left);
  if (credit->expiry == DAY_NONE)
    return g_strdup_printf ("%s is left. The day on which it expires is not known.", left);

  g_autofree char *expiry = statement_day_text (credit->expiry);
  g_autofree char *days = statement_days_text (credit->days_left);
  return g_strdup_printf (
      "%s is left and can be used until %s (%s).%s", left, expiry, days,
      credit->state == STATEMENT_EXPIRING ? " What is not used by then is forfeited." : "");
}

static char *
future_sentence (const StatementCredit *credit, const char *left)
{
  g_autofree char *start = statement_day_text (credit->effective);
  g_autofree char *end = statement_day_text (credit->expiry);

  return credit->expiry == DAY_NONE
             ? g_strdup_printf ("%s can be used from %s on.", left, start)
             : g_strdup_printf ("%s can be used from %s to %s.", left, start, end);
}

/* The last report that was read may be older than its end: more may have been used. */
static char *
unseen_sentence (const StatementCredit *credit, const char *lost)
{
  g_autofree char *expiry = statement_day_text (credit->expiry);
  g_autofree char *month = statement_month_text (credit->last_month, FALSE);

  return g_strdup_printf ("It expired on %s. Of it at most %s was not used by then and is "
                          "forfeited; how much is not known, since the last balance report of it "
                          "that was read is of %s.",
                          expiry, lost, month);
}

/* The balance report may say "expired" of a credit whose date has not come. */
static char *
expired_sentence (const MoneyPlaces *places, const StatementCredit *credit)
{
  g_autofree char *expiry = statement_day_text (credit->expiry);
  g_autofree char *lost = statement_money_text (places, credit->forfeited, credit->currency);
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
  g_autofree char *balance = statement_money_text (places, credit->last_balance, credit->currency);
  char month[MONTH_TEXT_SIZE] = "-";

  if (credit->last_month != MONTH_NONE)
    month_print (credit->last_month, month);
  return g_strdup_printf ("It is not reported since %s; last balance %s. What is left of it now is "
                          "not known.",
                          month, balance);
}

char *
statement_credit_sentence (const MoneyPlaces *places, const StatementCredit *credit)
{
  g_autofree char *left = statement_money_text (places, credit->left, credit->currency);

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
statement_validity_text (const StatementCredit *credit)
{
  g_autofree char *start = statement_day_text (credit->effective);
  g_autofree char *end = statement_day_text (credit->expiry);

  if (credit->effective == DAY_NONE && credit->expiry == DAY_NONE)
    return g_strdup (NOT_KNOWN);
  if (credit->expiry == DAY_NONE)
    return g_strdup_printf ("from %s; the last day is not known", start);
  return credit->effective == DAY_NONE ? g_strdup_printf ("until %s", end)
                                       : g_strdup_printf ("%s to %s", start, end);
}

char *
statement_next_expiry (const MoneyPlaces *places, const StatementGlance *glance)
{
  if (glance->expiry == DAY_NONE)
    return NULL;
  g_autofree char *day = statement_day_text (glance->expiry);
  g_autofree char *days = statement_days_text (glance->days_left);
  g_autofree char *money = statement_money_text (places, glance->expiring, glance->currency);

  return g_strdup_printf ("%s (%s): %s", day, days, money);
}

char *
statement_product_text (const char *product)
{
  char *text = html_visible_text (product, STATEMENT_NAME_WIDTH);

  if (*text != '\0')
    return text;
  g_free (text);
  return g_strdup ("Product without a name");
}

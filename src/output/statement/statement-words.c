/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-words.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "base/visible-text.h"
#include "output/statement/statement-look.h"

#define CURRENCY_WIDTH 12

/* (transfer full) */
static char *
not_known (const Language *language)
{
  return g_strdup (language_say (language, "not known"));
}

/* Dates */

#define BRIEF_MONTH_LENGTH 3

char *
statement_words_month (const Language *language, Month month, gboolean brief)
{
  g_autofree char *name = language_date_month_name (language, month);

  if (!brief)
    return g_steal_pointer (&name);
  return language != NULL ? language_date_of_month (language, month)
                          : g_strdup_printf ("%.*s %d", BRIEF_MONTH_LENGTH, name, month / 12);
}

char *
statement_words_day (const Language *language, Day day)
{
  static const char *const months[]
      = { NC_ ("month with a day", "January"),   NC_ ("month with a day", "February"),
          NC_ ("month with a day", "March"),     NC_ ("month with a day", "April"),
          NC_ ("month with a day", "May"),       NC_ ("month with a day", "June"),
          NC_ ("month with a day", "July"),      NC_ ("month with a day", "August"),
          NC_ ("month with a day", "September"), NC_ ("month with a day", "October"),
          NC_ ("month with a day", "November"),  NC_ ("month with a day", "December") };

  if (day == DAY_NONE)
    return not_known (language);
  const Month month = calendar_month_of (day);
  /* translators: day, month and year: "31 October 2026"; names of months as they stand there */
  return g_strdup_printf (language_say (language, "%d %s %d"), day - calendar_first_day (month) + 1,
                          language_say_in (language, "month with a day", months[month % 12]),
                          month / 12);
}

char *
statement_words_period (const Language *language, const Statement *statement)
{
  if (statement->first == MONTH_NONE)
    return NULL;
  g_autofree char *first = statement_words_month (language, statement->first, FALSE);
  g_autofree char *last = statement_words_month (language, statement->last, FALSE);

  return statement->first == statement->last
             ? g_steal_pointer (&first)
             : g_strdup_printf (language_say (language, "%s to %s"), first, last);
}

char *
statement_words_days (const Language *language, gint64 days)
{
  const guint64 count = (guint64) ABS (days);
  g_autofree char *number = language != NULL ? language_number_of_count (language, count)
                                             : g_strdup_printf ("%" G_GUINT64_FORMAT, count);

  if (days == 0)
    return g_strdup (language_say (language, "last day"));
  return g_strdup_printf (days > 0
                              ? language_say_count (language, "%s day left", "%s days left", count)
                              : language_say_count (language, "%s day ago", "%s days ago", count),
                          number);
}

char *
statement_words_title (const Language *language)
{
  return g_strdup (language_say (language, "Azure credit statement"));
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
statement_words_amount (const Language *language, const Amount *amount, guint places)
{
  return amount->known ? language_number_of_decimal (language, amount->value, places)
                       : not_known (language);
}

char *
statement_words_money (const StatementVoice *voice, Decimal value, const char *currency)
{
  g_autofree char *amount = language_number_of_decimal (voice->language, value,
                                                        money_places_of (voice->places, currency));
  g_autofree char *visible = visible_text_guarded (currency, CURRENCY_WIDTH);

  /* A line of text may begin with it; one word, so that none can begin with a part of it. */
  g_strdelimit (visible, " ", '_');
  return g_strdup_printf ("%s %s", amount, visible);
}

char *
statement_words_sum_text (const StatementVoice *voice, const Amount *amount, const char *currency)
{
  return amount->known ? statement_words_money (voice, amount->value, currency)
                       : not_known (voice->language);
}

/* A credit */

const char *
statement_words_state (const Language *language, StatementState state)
{
  static const char *const words[] = { [STATEMENT_EXPIRING] = NC_ ("credit", "Expiring soon"),
                                       [STATEMENT_ACTIVE] = NC_ ("credit", "Active"),
                                       [STATEMENT_NOT_STARTED] = NC_ ("credit", "Not started yet"),
                                       [STATEMENT_UNREPORTED] = NC_ ("credit", "Not reported"),
                                       [STATEMENT_USED] = NC_ ("credit", "Used up"),
                                       [STATEMENT_EXPIRED] = NC_ ("credit", "Expired"),
                                       [STATEMENT_UNKNOWN] = NC_ ("credit", "Not known") };

  return language_say_in (language, "credit", words[state]);
}

char *
statement_words_credit_title (const Language *language, const StatementCredit *credit)
{
  g_autofree char *name = visible_text (credit->name, STATEMENT_NAME_WIDTH);

  /* translators: a credit and its name */
  return *name != '\0' ? g_strdup_printf (language_say (language, "Credit %s"), name)
                       : g_strdup (language_say (language, "Azure credit"));
}

static char *
usable_sentence (const Language *language, const StatementCredit *credit, const char *left)
{
  if (decimal_sign (credit->left) < 0)
    return g_strdup_printf (
        language_say (language, "The balance is %s: more was used than was granted."), left);
  if (credit->expiry == DAY_NONE)
    return g_strdup_printf (
        language_say (language, "%s is left. The day on which it expires is not known."), left);

  g_autofree char *expiry = statement_words_day (language, credit->expiry);
  g_autofree char *days = statement_words_days (language, credit->days_left);
  /* translators: money, a day, and "61 days left" */
  return credit->state == STATEMENT_EXPIRING
             ? g_strdup_printf (language_say (language, "%s is left and can be used until %s (%s). "
                                                        "What is not used by then is forfeited."),
                                left, expiry, days)
             : g_strdup_printf (
                 language_say (language, "%s is left and can be used until %s (%s)."), left, expiry,
                 days);
}

static char *
future_sentence (const Language *language, const StatementCredit *credit, const char *left)
{
  g_autofree char *start = statement_words_day (language, credit->effective);
  g_autofree char *end = statement_words_day (language, credit->expiry);

  return credit->expiry == DAY_NONE
             ? g_strdup_printf (language_say (language, "%s can be used from %s on."), left, start)
             : g_strdup_printf (language_say (language, "%s can be used from %s to %s."), left,
                                start, end);
}

/* The last report that was read may be older than its end: more may have been used. */
static char *
unseen_sentence (const Language *language, const StatementCredit *credit, const char *lost)
{
  g_autofree char *expiry = statement_words_day (language, credit->expiry);
  g_autofree char *month = statement_words_month (language, credit->last_month, FALSE);

  return g_strdup_printf (
      language_say (language, "It expired on %s. Of it at most %s was not used by then and is "
                              "forfeited; how much is not known, since the last balance report of "
                              "it that was read is of %s."),
      expiry, lost, month);
}

/* The balance report may say "expired" of a credit whose date has not come. */
static char *
reported_sentence (const Language *language, const StatementCredit *credit, const char *lost)
{
  return decimal_sign (credit->forfeited) > 0
             ? g_strdup_printf (language_say (language,
                                              "It is reported as expired. %s was not used "
                                              "by then and is forfeited."),
                                lost)
             : g_strdup (
                 language_say (language, "It is reported as expired. Nothing was forfeited."));
}

static char *
expired_sentence (const StatementVoice *voice, const StatementCredit *credit)
{
  const Language *language = voice->language;
  g_autofree char *expiry = statement_words_day (language, credit->expiry);
  g_autofree char *lost = statement_words_money (voice, credit->forfeited, credit->currency);

  if (credit->rest_unknown)
    return unseen_sentence (language, credit, lost);
  if (!credit->days_left_known || credit->days_left >= 0)
    return reported_sentence (language, credit, lost);
  return decimal_sign (credit->forfeited) > 0
             ? g_strdup_printf (language_say (language, "It expired on %s. %s was not used by then "
                                                        "and is forfeited."),
                                expiry, lost)
             : g_strdup_printf (language_say (language, "It expired on %s. Nothing was forfeited."),
                                expiry);
}

static char *
unreported_sentence (const StatementVoice *voice, const StatementCredit *credit)
{
  const Language *language = voice->language;
  g_autofree char *balance = statement_words_money (voice, credit->last_balance, credit->currency);
  g_autofree char *month = credit->last_month != MONTH_NONE
                               ? language_date_of_month (language, credit->last_month)
                               : g_strdup ("-");

  return g_strdup_printf (
      language_say (language, "It is not reported since %s; last balance %s. What is left of it "
                              "now is not known."),
      month, balance);
}

char *
statement_words_credit_sentence (const StatementVoice *voice, const StatementCredit *credit)
{
  const Language *language = voice->language;
  g_autofree char *left = statement_words_money (voice, credit->left, credit->currency);

  switch (credit->state)
    {
    case STATEMENT_EXPIRING:
    case STATEMENT_ACTIVE:
      return usable_sentence (language, credit, left);
    case STATEMENT_NOT_STARTED:
      return future_sentence (language, credit, left);
    case STATEMENT_UNREPORTED:
      return unreported_sentence (voice, credit);
    case STATEMENT_USED:
      return g_strdup (language_say (language, "Nothing is left of it."));
    case STATEMENT_EXPIRED:
      return expired_sentence (voice, credit);
    case STATEMENT_UNKNOWN:
    default:
      return g_strdup (language_say (language, "Its state on this day is not known."));
    }
}

char *
statement_words_validity (const Language *language, const StatementCredit *credit)
{
  g_autofree char *start = statement_words_day (language, credit->effective);
  g_autofree char *end = statement_words_day (language, credit->expiry);

  if (credit->effective == DAY_NONE && credit->expiry == DAY_NONE)
    return not_known (language);
  if (credit->expiry == DAY_NONE)
    return g_strdup_printf (language_say (language, "from %s; the last day is not known"), start);
  return credit->effective == DAY_NONE
             ? g_strdup_printf (language_say (language, "until %s"), end)
             : g_strdup_printf (language_say (language, "%s to %s"), start, end);
}

char *
statement_words_next_expiry (const StatementVoice *voice, const StatementGlance *glance)
{
  if (glance->expiry == DAY_NONE)
    return NULL;
  g_autofree char *day = statement_words_day (voice->language, glance->expiry);
  g_autofree char *days = statement_words_days (voice->language, glance->days_left);
  g_autofree char *money = statement_words_money (voice, glance->expiring, glance->currency);

  return g_strdup_printf ("%s (%s): %s", day, days, money);
}

char *
statement_words_product (const Language *language, const char *product)
{
  char *text = visible_text (product, STATEMENT_NAME_WIDTH);

  if (*text != '\0')
    return text;
  g_free (text);
  return g_strdup (language_say (language, "Product without a name"));
}

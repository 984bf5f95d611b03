/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/statement-words.h"

#include <string.h>

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

char *
statement_decimal_text (Decimal value)
{
  g_autofree char *plain = decimal_to_string (value, 2);
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
statement_amount_text (const Amount *amount)
{
  return amount->known ? statement_decimal_text (amount->value) : g_strdup (NOT_KNOWN);
}

char *
statement_money_text (Decimal value, const char *currency)
{
  g_autofree char *amount = statement_decimal_text (value);
  g_autofree char *visible = html_visible_text (currency, CURRENCY_WIDTH);

  /* One word, so that no line can begin with a part of it. */
  g_strdelimit (visible, " ", '_');
  return g_strdup_printf ("%s %s", amount, visible);
}

/* A credit */

const char *
statement_state_word (StatementState state)
{
  static const char *const words[] = { [STATEMENT_EXPIRING] = "Expiring soon",
                                       [STATEMENT_ACTIVE] = "Active",
                                       [STATEMENT_NOT_STARTED] = "Not started yet",
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

/* The balance report may say "expired" of a credit whose date has not come. */
static char *
expired_sentence (const StatementCredit *credit)
{
  g_autofree char *expiry = statement_day_text (credit->expiry);
  g_autofree char *lost = statement_money_text (credit->forfeited, credit->currency);
  g_autofree char *ended = credit->days_left_known && credit->days_left < 0
                               ? g_strdup_printf ("It expired on %s.", expiry)
                               : g_strdup ("It is reported as expired.");

  if (decimal_sign (credit->forfeited) > 0)
    return g_strdup_printf ("%s %s was not used by then and is forfeited.", ended, lost);
  return g_strdup_printf ("%s Nothing was forfeited.", ended);
}

char *
statement_credit_sentence (const StatementCredit *credit)
{
  g_autofree char *left = statement_money_text (credit->left, credit->currency);

  switch (credit->state)
    {
    case STATEMENT_EXPIRING:
    case STATEMENT_ACTIVE:
      return usable_sentence (credit, left);
    case STATEMENT_NOT_STARTED:
      return future_sentence (credit, left);
    case STATEMENT_USED:
      return g_strdup ("Nothing is left of it.");
    case STATEMENT_EXPIRED:
      return expired_sentence (credit);
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
statement_next_expiry (const StatementGlance *glance)
{
  if (glance->expiry == DAY_NONE)
    return NULL;
  g_autofree char *day = statement_day_text (glance->expiry);
  g_autofree char *days = statement_days_text (glance->days_left);
  g_autofree char *money = statement_money_text (glance->expiring, glance->currency);

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

/* Notes */

static void
add_note (GPtrArray *notes, const char *text)
{
  g_ptr_array_add (notes, g_strdup (text));
}

/* A credit that is over appears in no later report, and nothing is missing then. */
static void
note_stale (GPtrArray *notes, const Statement *statement, const StatementCredit *credit)
{
  if (statement->as_of == DAY_NONE || credit->state == STATEMENT_EXPIRED
      || credit->state == STATEMENT_UNKNOWN)
    return;
  const Month now = day_month (statement->as_of);
  const GArray *months = credit->months;

  if (months->len == 0)
    {
      add_note (notes, "No balance report of this credit is on record for the period; the figures "
                       "are those of the last one before it.");
      return;
    }
  const Month last = g_array_index (months, StatementMonth, months->len - 1).month;
  g_autofree char *month = statement_month_text (last, FALSE);
  g_autofree char *text
      = g_strdup_printf ("The latest balance report of this credit is of %s.", month);
  if (last < now)
    add_note (notes, text);
}

static void
note_gaps (GPtrArray *notes, const StatementCredit *credit)
{
  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *row = &g_array_index (credit->months, StatementMonth, i);
      g_autofree char *month = statement_month_text (row->month, FALSE);
      g_autofree char *text = g_strdup_printf (
          "%s also holds what was used in the time before it for which there is no balance report.",
          month);

      if (row->covers_more)
        add_note (notes, text);
    }
}

/* The balance report may go on showing what is lost. */
static void
note_lost (GPtrArray *notes, const StatementCredit *credit)
{
  const GArray *months = credit->months;

  if (credit->state == STATEMENT_EXPIRED && months->len > 0
      && decimal_sign (g_array_index (months, StatementMonth, months->len - 1).closing) > 0)
    add_note (notes, "What the last month still shows as left can no longer be used.");
}

static gboolean
has_unknown (const StatementCredit *credit)
{
  for (guint i = 0; i < credit->months->len; i++)
    if (!g_array_index (credit->months, StatementMonth, i).used.known)
      return TRUE;
  return FALSE;
}

static gboolean
has_use_taken_back (const StatementCredit *credit)
{
  for (guint i = 0; i < credit->months->len; i++)
    {
      const Amount *used = &g_array_index (credit->months, StatementMonth, i).used;

      if (used->known && decimal_sign (used->value) < 0)
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
statement_credit_notes (const Statement *statement, const StatementCredit *credit)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);

  note_stale (notes, statement, credit);
  note_lost (notes, credit);
  note_gaps (notes, credit);
  if (has_unknown (credit))
    add_note (notes, "Not known: no balance report from before that month is on record, so what "
                     "the credit stood at and what was used cannot be told.");
  if (has_use_taken_back (credit))
    add_note (notes, "Used, below zero: the balance report takes back what it showed as used in an "
                     "earlier month.");
  if (statement_credit_has_correction (credit))
    add_note (notes, "Correction: the balance report shows a change of the balance that is neither "
                     "a grant nor use nor expiry.");
  return notes;
}

/* Which kinds of note the months of use call for. */
typedef struct
{
  gboolean rest;
  gboolean unknown;
  gboolean invoice_only;
} UseKinds;

static void
look_at_use (UseKinds *kinds, const StatementUse *use)
{
  if (!use->has_balance)
    kinds->invoice_only = TRUE;
  else if (!use->used.known)
    kinds->unknown = TRUE;
  else if (!decimal_is_zero (statement_use_rest (use)))
    kinds->rest = TRUE;
}

GPtrArray *
statement_use_notes (const Statement *statement)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  UseKinds kinds = { FALSE, FALSE, FALSE };

  for (guint i = 0; i < statement->uses->len; i++)
    look_at_use (&kinds, g_ptr_array_index (statement->uses, i));
  if (kinds.rest)
    add_note (notes, "Not itemised: the credit used by Microsoft's balance report, less what "
                     "Microsoft's invoices credit by product.");
  if (kinds.unknown)
    add_note (notes, "Where the credit used is not known, the products are those that the invoices "
                     "name; there may be more.");
  if (kinds.invoice_only)
    add_note (notes, "Credited on invoices: there is no balance report for that month and currency "
                     "to compare with.");
  return notes;
}

const char *
statement_incomplete_note (const Statement *statement)
{
  return statement->complete ? NULL
                             : "Please note: some records could not be read when this statement "
                               "was made, so its figures may be incomplete.";
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/balance-findings.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"

static FindingFacts
facts_of_row (const RollForward *row, FindingCode code, Decimal amount)
{
  const CreditKey *key = &row->credit->key;

  return (FindingFacts){ .code = code,
                         .customer = key->customer,
                         .agreement = key->agreement,
                         .credit_name = key->credit_name,
                         .currency = key->currency,
                         .month = row->month->month,
                         .at = row->month->counted.at,
                         .amount = amount };
}

static void
add_row (const Reckoning *reckoning, const RollForward *row)
{
  Report *report = reckoning->report;
  const CreditKey *key = &row->credit->key;
  const CreditFigures *figures = &row->month->counted;
  const RollForwardRow out = {
    .customer_id = report_text_of_book (report, key->customer),
    .customer_name = report_text_of_book (report, reckoning_name (reckoning, key->customer)),
    .agreement_id = report_text_of_book (report, key->agreement),
    .credit_name = report_text_of_book (report, key->credit_name),
    .currency = report_text_of_book (report, key->currency),
    .month = row->month->month,
    .opening = row->opening,
    .granted = row->granted,
    .used = row->used,
    .forfeited = row->forfeited,
    .adjustment = row->adjustment,
    .closing = credit_book_balance_amount (figures),
    .credit_amount = credit_book_credit_amount (figures),
    .status = report_text_of_book (report, figures->status_text),
    .expired = row->expired,
    .file = report_text_of_book (report, reckoning_file (reckoning, figures->at)),
    .line = figures->at.line,
  };
  report_append (report, REPORT_ROLLFORWARD, &out);
}

/* Up to which month the rows of other agreements are looked at. */
static Month
last_looked_at (const Reckoning *reckoning, Month month)
{
  return MAX (month, calendar_month_of (reckoning->as_of));
}

/* What the row says beside the one before; "" when it is the first. (transfer full) */
static char *
change_note (const Reckoning *reckoning, const RollForward *row)
{
  return row->previous != NULL ? renewals_note_change (reckoning->language, &row->previous->counted,
                                                       &row->month->counted)
                               : g_strdup ("");
}

/* ACO103 */
static void
find_no_baseline (const Reckoning *reckoning, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const FindingFacts facts
      = facts_of_row (row, FINDING_BASELINE_UNKNOWN, credit_book_credit_amount (figures));
  g_autofree char *renewal
      = renewals_note_begin (reckoning->renewals, reckoning->language, row->credit,
                             figures->effective, last_looked_at (reckoning, row->month->month));

  reckoning_find (reckoning, &facts,
                  "no earlier month was read: how much of the CreditAmount was used in this month "
                  "is not known%s",
                  renewal);
}

/* ACO101, 102 and 103: what the difference of CreditAmount tells. */
static void
find_on_used (const Reckoning *reckoning, const RollForward *row)
{
  if (!row->used.known)
    {
      find_no_baseline (reckoning, row);
      return;
    }
  g_autofree char *used = language_number_in_sentence (reckoning->language, row->used.value, 2);
  if (decimal_sign (row->used.value) < 0)
    {
      const FindingFacts facts
          = facts_of_row (row, FINDING_CREDIT_DECREASED, decimal_negate (row->used.value));
      g_autofree char *renewal = change_note (reckoning, row);
      reckoning_find (reckoning, &facts, "the cumulative CreditAmount fell: used is %s%s", used,
                      renewal);
    }
  if (roll_forward_has_gap (row))
    {
      const FindingFacts facts = facts_of_row (row, FINDING_MONTH_MISSING, row->used.value);
      char from[LANGUAGE_DATE_SIZE], to[LANGUAGE_DATE_SIZE];

      language_date_print_month (reckoning->language, row->covers_from, from);
      language_date_print_month (reckoning->language, row->month->month, to);
      reckoning_find (reckoning, &facts,
                      "used %s covers %s to %s: balance rows between are missing", used, from, to);
    }
}

/* ACO104 and 105: what the balance tells. */
static void
find_on_balance (const Reckoning *reckoning, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;

  if (!decimal_is_zero (row->adjustment))
    {
      const FindingFacts facts = facts_of_row (row, FINDING_GRANT_CHANGED, row->adjustment);
      g_autofree char *amount = language_number_in_sentence (reckoning->language,
                                                             decimal_absolute (row->adjustment), 2);
      if (decimal_sign (row->adjustment) > 0)
        reckoning_find (reckoning, &facts, "the balance is %s higher than opening less used",
                        amount);
      else
        reckoning_find (reckoning, &facts, "the balance is %s lower than opening less used",
                        amount);
    }
  if (decimal_sign (credit_book_balance_amount (figures)) < 0)
    {
      const FindingFacts facts
          = facts_of_row (row, FINDING_BALANCE_NEGATIVE, credit_book_balance_amount (figures));
      reckoning_find (reckoning, &facts, "more was used than was granted");
    }
}

/* ACO112, 117 and 118: status and dates against each other. */
static void
find_on_terms (const Reckoning *reckoning, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const Month month = row->month->month;
  const Day expiry = figures->expiry;
  const Decimal zero = { 0 };

  if (expiry != DAY_NONE
      && ((figures->status == STATUS_ACTIVE && expiry < calendar_first_day (month))
          || (figures->status == STATUS_EXPIRED && expiry > calendar_last_day (month))))
    {
      const FindingFacts facts
          = facts_of_row (row, FINDING_STATUS_DATE_CONFLICT, credit_book_balance_amount (figures));
      char date[LANGUAGE_DATE_SIZE];

      language_date_print_day (reckoning->language, expiry, date);
      reckoning_find (reckoning, &facts, "reported %s, but the expiry date is %s",
                      figures->status_text, date);
    }
  if (figures->effective != DAY_NONE && expiry != DAY_NONE && figures->effective > expiry)
    {
      const FindingFacts facts = facts_of_row (row, FINDING_EFFECTIVE_AFTER_EXPIRY, zero);
      reckoning_find (reckoning, &facts, "the agreement ends before it begins");
    }
  if (figures->status == STATUS_UNKNOWN)
    {
      const FindingFacts facts = facts_of_row (row, FINDING_UNKNOWN_STATUS, zero);
      reckoning_find (reckoning, &facts, "status \"%s\" is neither active nor expired",
                      figures->status_text);
    }
}

/* ACO113 and 114: use outside the agreement's time. */
static void
find_on_window (const Reckoning *reckoning, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;

  if (row->used.known && decimal_sign (row->used.value) > 0 && figures->expiry != DAY_NONE
      && figures->expiry < calendar_first_day (row->covers_from))
    {
      const FindingFacts facts = facts_of_row (row, FINDING_USED_AFTER_EXPIRY, row->used.value);
      reckoning_find (reckoning, &facts, "credit was used after the agreement had expired");
    }
  if (decimal_sign (credit_book_credit_amount (figures)) > 0 && figures->effective != DAY_NONE
      && figures->effective > calendar_last_day (row->month->month))
    {
      const FindingFacts facts
          = facts_of_row (row, FINDING_USED_BEFORE_EFFECTIVE, credit_book_credit_amount (figures));
      reckoning_find (reckoning, &facts, "credit was used before the agreement began");
    }
}

/* ACO116 */
static void
find_on_changed_terms (const Reckoning *reckoning, const RollForward *row)
{
  const CreditFigures *figures = &row->month->counted;
  const CreditFigures *before = row->previous != NULL ? &row->previous->counted : NULL;

  if (before == NULL
      || (before->effective == figures->effective && before->expiry == figures->expiry))
    return;
  const FindingFacts facts = facts_of_row (row, FINDING_TERMS_CHANGED, (Decimal){ 0 });
  g_autofree char *renewal = change_note (reckoning, row);
  if (before->effective == figures->effective)
    reckoning_find (reckoning, &facts, "the expiry date changed since the row before%s", renewal);
  else if (before->expiry == figures->expiry)
    reckoning_find (reckoning, &facts, "the effective date changed since the row before%s",
                    renewal);
  else
    reckoning_find (reckoning, &facts, "effective and expiry date changed since the row before%s",
                    renewal);
}

/* ACO106 and 107. What decides the baseline of a reported row is reported with it. */
static void
find_repeat (const Reckoning *reckoning, const CreditRepeat *repeat)
{
  const CreditKey *key = &repeat->credit->key;
  const Month following = credit_book_next_month (repeat->credit, repeat->month);
  const FindingFacts facts
      = { .code = repeat->conflicting ? FINDING_CONFLICTING_ROW : FINDING_DUPLICATE_ROW,
          .customer = key->customer,
          .agreement = key->agreement,
          .currency = key->currency,
          .month = repeat->month,
          .at = repeat->at,
          .amount = repeat->difference,
          .always = following != MONTH_NONE && reckoning_reports (reckoning, following) };
  const char *other = reckoning_file (reckoning, repeat->other);
  g_autofree char *line = g_strdup_printf ("%" G_GUINT64_FORMAT, repeat->other.line);

  if (repeat->conflicting)
    {
      g_autofree char *partners = reckoning_partner_note (reckoning, key->customer);
      if (repeat->counts)
        reckoning_find (reckoning, &facts,
                        "%s:%s has other figures for this credit and month; this row counts, for "
                        "cumulative figures only grow%s",
                        other, line, partners);
      else
        reckoning_find (reckoning, &facts,
                        "%s:%s has other figures for this credit and month; that row counts, for "
                        "cumulative figures only grow%s",
                        other, line, partners);
    }
  else
    reckoning_find (reckoning, &facts, "the same row was read before (%s:%s); it counts once",
                    other, line);
}

void
balance_findings_report_repeats (const Reckoning *reckoning)
{
  g_autoptr (GArray) repeats = credit_book_repeats (reckoning->books->credits);

  for (guint i = 0; i < repeats->len; i++)
    find_repeat (reckoning, &g_array_index (repeats, CreditRepeat, i));
}

static gboolean
has_row_in (const Reckoning *reckoning, guint index, Month month)
{
  const RollForward *row = &g_array_index (reckoning->rows, RollForward, index);
  const RollForward *following = index + 1 < reckoning->rows->len
                                     ? &g_array_index (reckoning->rows, RollForward, index + 1)
                                     : NULL;

  return following != NULL && following->credit == row->credit && following->month->month == month;
}

/* ACO115 */
static void
find_vanished (const Reckoning *reckoning, guint index)
{
  const RollForward *row = &g_array_index (reckoning->rows, RollForward, index);
  const CreditFigures *figures = &row->month->counted;
  const Month next = month_activity_next_balances (reckoning->activity, row->month->month);

  if (next == MONTH_NONE || decimal_sign (credit_book_balance_amount (figures)) <= 0
      || has_row_in (reckoning, index, next)
      || (figures->expiry != DAY_NONE && figures->expiry < calendar_first_day (next)))
    return;
  FindingFacts facts
      = facts_of_row (row, FINDING_AGREEMENT_VANISHED, credit_book_balance_amount (figures));
  g_autofree char *renewal
      = renewals_note_end (reckoning->renewals, reckoning->language, row->credit, figures->expiry,
                           last_looked_at (reckoning, next));
  char text[LANGUAGE_DATE_SIZE];

  facts.month = next;
  language_date_print_month (reckoning->language, next, text);
  reckoning_find (reckoning, &facts,
                  "credit was left at the end of this row's month, but %s has no row of it%s", text,
                  renewal);
}

static void
tell_row (const Reckoning *reckoning, const RollForward *row)
{
  if (reckoning_reports (reckoning, row->month->month))
    add_row (reckoning, row);
  find_on_used (reckoning, row);
  find_on_balance (reckoning, row);
  find_on_terms (reckoning, row);
  find_on_window (reckoning, row);
  find_on_changed_terms (reckoning, row);
}

void
balance_findings_report_rows (const Reckoning *reckoning)
{
  for (guint i = 0; i < reckoning->rows->len; i++)
    {
      const RollForward *row = &g_array_index (reckoning->rows, RollForward, i);

      if (!roll_forward_is_sealed (row))
        tell_row (reckoning, row);
      find_vanished (reckoning, i);
    }
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/rule/agreement-rows.h"

#include "base/language/language-date.h"
#include "base/language/language-number.h"
#include "core/month/agreement-state.h"
#include "core/month/forecast.h"

/* An agreement as its latest row not after the as-of month shows it. */
typedef struct
{
  const RollForward *latest;
  guint index;         /* of it, among the rows of the reckoning */
  Decimal forfeited;   /* in all months up to the as-of month */
  Month first_expired; /* of the rows reported expired; MONTH_NONE: none */
  AgreementState state;
  Forecast forecast;
} Agreement;

static void
report_agreement (const Reckoning *reckoning, const Agreement *agreement)
{
  Report *report = reckoning->report;
  const CreditKey *key = &agreement->latest->credit->key;
  const CreditFigures *figures = &agreement->latest->month->counted;
  const Decimal left
      = decimal_add (credit_book_credit_amount (figures), credit_book_balance_amount (figures));
  const AgreementRow row = {
    .customer_id = report_text_of_book (report, key->customer),
    .customer_name = report_text_of_book (report, reckoning_name (reckoning, key->customer)),
    .agreement_id = report_text_of_book (report, key->agreement),
    .credit_name = report_text_of_book (report, key->credit_name),
    .currency = report_text_of_book (report, key->currency),
    .effective_date = figures->effective,
    .expiry_date = figures->expiry,
    .granted = decimal_add (left, agreement->forfeited),
    .used_total = credit_book_credit_amount (figures),
    .balance = credit_book_balance_amount (figures),
    .state = agreement->state,
    .days_left_known = figures->expiry != DAY_NONE,
    .days_left = figures->expiry != DAY_NONE ? (gint64) figures->expiry - reckoning->as_of : 0,
    .last_month = agreement->latest->month->month,
    .burn = agreement->forecast.burn,
    .run_out_date = agreement->forecast.run_out_date,
    .forecast_forfeit = agreement->forecast.forecast_forfeit,
  };
  report_append (report, REPORT_AGREEMENTS, &row);
}

static FindingFacts
facts_of_agreement (const Reckoning *reckoning, const Agreement *agreement, FindingCode code,
                    Decimal amount)
{
  const CreditKey *key = &agreement->latest->credit->key;

  return (FindingFacts){ .code = code,
                         .customer = key->customer,
                         .agreement = key->agreement,
                         .credit_name = key->credit_name,
                         .currency = key->currency,
                         .month = calendar_month_of (reckoning->as_of),
                         .at = agreement->latest->month->counted.at,
                         .amount = amount,
                         .always = TRUE };
}

/*
 * The day after the expiry lies in it; without a date, the first row reported expired is of it.
 * Reckoned in months, for there is no day after 9999-12-31.
 */
static Month
month_of_expiry (const Agreement *agreement)
{
  const Day expiry = agreement->latest->month->counted.expiry;

  if (expiry == DAY_NONE)
    return agreement->first_expired;
  const Month month = calendar_month_of (expiry);
  return expiry == calendar_last_day (month) ? month + 1 : month;
}

/* The month in which it ended was not read: what was lost in the end is not known. */
static gboolean
is_end_unseen (const Agreement *agreement)
{
  const Day expiry = agreement->latest->month->counted.expiry;
  return expiry != DAY_NONE && agreement->latest->month->month < calendar_month_of (expiry);
}

/* Another agreement that begins when this one ends. (transfer full) */
static char *
renewal_note (const Reckoning *reckoning, const Agreement *agreement)
{
  return renewals_note_end (reckoning->renewals, reckoning->language, agreement->latest->credit,
                            agreement->latest->month->counted.expiry,
                            calendar_month_of (reckoning->as_of));
}

static void
find_expired (const Reckoning *reckoning, const Agreement *agreement)
{
  const Decimal lost = decimal_add (
      agreement->forfeited, credit_book_balance_amount (&agreement->latest->month->counted));
  FindingFacts facts = facts_of_agreement (reckoning, agreement, FINDING_AGREEMENT_EXPIRED, lost);
  g_autofree char *amount = language_number_in_sentence (reckoning->language, lost, 2);
  g_autofree char *renewal = renewal_note (reckoning, agreement);

  facts.has_severity = TRUE;
  facts.severity = !decimal_is_zero (lost)
                           && month_of_expiry (agreement) == calendar_month_of (reckoning->as_of)
                       ? SEVERITY_WARNING
                       : SEVERITY_NOTICE;
  if (decimal_is_zero (lost))
    reckoning_find (reckoning, &facts, "the agreement has expired; nothing was lost%s", renewal);
  else if (is_end_unseen (agreement))
    {
      char month[LANGUAGE_DATE_SIZE];

      language_date_print_month (reckoning->language, agreement->latest->month->month, month);
      reckoning_find (reckoning, &facts,
                      "the agreement has expired with at most %s %s not used: the last balance row "
                      "read is of %s, before it ended%s",
                      amount, facts.currency, month, renewal);
    }
  else
    reckoning_find (reckoning, &facts, "the agreement has expired with %s %s not used%s", amount,
                    facts.currency, renewal);
}

/* ACO119 */
static void
find_unreported (const Reckoning *reckoning, const Agreement *agreement)
{
  const CreditFigures *figures = &agreement->latest->month->counted;
  const FindingFacts facts = facts_of_agreement (reckoning, agreement, FINDING_AGREEMENT_UNREPORTED,
                                                 credit_book_balance_amount (figures));
  g_autofree char *amount
      = language_number_in_sentence (reckoning->language, credit_book_balance_amount (figures), 2);
  g_autofree char *renewal = renewal_note (reckoning, agreement);
  char last[LANGUAGE_DATE_SIZE], latest[LANGUAGE_DATE_SIZE];

  language_date_print_month (reckoning->language, agreement->latest->month->month, last);
  language_date_print_month (
      reckoning->language,
      month_activity_last_balances (reckoning->activity, calendar_month_of (reckoning->as_of)),
      latest);
  reckoning_find (
      reckoning, &facts,
      "not reported since %s, though balance rows of %s were read; last balance %s %s%s", last,
      latest, amount, facts.currency, renewal);
}

static void
find_expiring (const Reckoning *reckoning, const Agreement *agreement)
{
  const CreditFigures *figures = &agreement->latest->month->counted;
  const FindingFacts facts = facts_of_agreement (reckoning, agreement, FINDING_AGREEMENT_EXPIRING,
                                                 credit_book_balance_amount (figures));
  g_autofree char *amount
      = language_number_in_sentence (reckoning->language, credit_book_balance_amount (figures), 2);
  g_autofree char *renewal = renewal_note (reckoning, agreement);
  char date[LANGUAGE_DATE_SIZE];

  language_date_print_day (reckoning->language, figures->expiry, date);
  const gint32 days = figures->expiry - reckoning->as_of;
  reckoning_find (
      reckoning, &facts,
      language_say_count (reckoning->language, "%s %s is left and expires on %s, in %d day%s",
                          "%s %s is left and expires on %s, in %d days%s", (guint64) MAX (days, 0)),
      amount, facts.currency, date, days, renewal);
}

/* ACO501: what will be left when it ends. */
static void
find_will_forfeit (const Reckoning *reckoning, const Agreement *agreement)
{
  const Forecast *forecast = &agreement->forecast;
  const Amount *forfeit = &forecast->forecast_forfeit;

  if (!forfeit->known || decimal_compare (forfeit->value, reckoning->plan->tolerance) <= 0)
    return;
  const FindingFacts facts
      = facts_of_agreement (reckoning, agreement, FINDING_WILL_FORFEIT, forfeit->value);
  g_autofree char *amount = language_number_in_sentence (reckoning->language, forfeit->value, 2);
  g_autofree char *burn
      = language_number_in_sentence (reckoning->language, forecast->burn.value, 2);
  char date[LANGUAGE_DATE_SIZE];

  language_date_print_day (reckoning->language, agreement->latest->month->counted.expiry, date);
  if (decimal_is_zero (forecast->burn.value))
    {
      reckoning_find (reckoning, &facts,
                      "nothing was used of late: so %s %s will be left and lost on %s", amount,
                      facts.currency, date);
      return;
    }
  reckoning_find (reckoning, &facts,
                  "at %s %s a month, as used of late, %s %s will be left and lost on %s", burn,
                  facts.currency, amount, facts.currency, date);
}

/* ACO502: it will be used up before it ends. */
static void
find_will_run_out (const Reckoning *reckoning, const Agreement *agreement)
{
  const CreditFigures *figures = &agreement->latest->month->counted;
  const Forecast *forecast = &agreement->forecast;

  if (forecast->run_out_date == DAY_NONE || figures->expiry == DAY_NONE
      || forecast->run_out_date >= figures->expiry)
    return;
  const FindingFacts facts = facts_of_agreement (reckoning, agreement, FINDING_WILL_RUN_OUT,
                                                 credit_book_balance_amount (figures));
  g_autofree char *amount
      = language_number_in_sentence (reckoning->language, credit_book_balance_amount (figures), 2);
  g_autofree char *burn
      = language_number_in_sentence (reckoning->language, forecast->burn.value, 2);
  char date[LANGUAGE_DATE_SIZE], expiry[LANGUAGE_DATE_SIZE];

  language_date_print_day (reckoning->language, forecast->run_out_date, date);
  language_date_print_day (reckoning->language, figures->expiry, expiry);
  reckoning_find (reckoning, &facts,
                  "at %s %s a month, as used of late, the %s %s left will be used up on %s, before "
                  "it expires on %s",
                  burn, facts.currency, amount, facts.currency, date, expiry);
}

/* Spec section 3, "Forecast": of what can still be used, by the latest rows of the key. */
static Forecast
forecast_of (const Reckoning *reckoning, const Agreement *agreement)
{
  const CreditFigures *figures = &agreement->latest->month->counted;
  RecentUse recent = { 0 };

  if ((agreement->state != AGREEMENT_ACTIVE && agreement->state != AGREEMENT_EXPIRING)
      || decimal_sign (credit_book_balance_amount (figures)) <= 0)
    return (Forecast){ 0 };
  for (guint i = agreement->index + 1; i-- > 0;)
    {
      const RollForward *row = &g_array_index (reckoning->rows, RollForward, i);
      if (row->credit != agreement->latest->credit)
        break;
      forecast_take (&recent, row);
    }
  return forecast_make (&recent, figures, reckoning->as_of);
}

/* Spec section 5, `agreements`: one per key with a row not after the as-of month. */
static void
take_agreement (const Reckoning *reckoning, Agreement *agreement)
{
  const CreditMonth *latest = agreement->latest->month;
  const Month reported
      = month_activity_last_balances (reckoning->activity, calendar_month_of (reckoning->as_of));

  agreement->state = agreement_state (&latest->counted, latest->month < reported, reckoning->as_of,
                                      reckoning->plan->expiring_days);
  agreement->forecast = forecast_of (reckoning, agreement);
  report_agreement (reckoning, agreement);
  find_will_forfeit (reckoning, agreement);
  find_will_run_out (reckoning, agreement);
  if (agreement->state == AGREEMENT_EXPIRED)
    find_expired (reckoning, agreement);
  else if (agreement->state == AGREEMENT_EXPIRING)
    find_expiring (reckoning, agreement);
  else if (agreement->state == AGREEMENT_UNREPORTED)
    find_unreported (reckoning, agreement);
}

static void
add_row (Agreement *agreement, const GArray *rows, guint index)
{
  const RollForward *row = &g_array_index (rows, RollForward, index);

  agreement->latest = row;
  agreement->index = index;
  decimal_accumulate (&agreement->forfeited, &row->forfeited);
  if (agreement->first_expired == MONTH_NONE
      && credit_book_figures_are_expired (&row->month->counted))
    agreement->first_expired = row->month->month;
}

void
agreement_rows_report (const Reckoning *reckoning)
{
  const GArray *rows = reckoning->rows;
  Agreement agreement = { 0 };

  for (guint i = 0; i < rows->len; i++)
    {
      const RollForward *row = &g_array_index (rows, RollForward, i);

      if (agreement.latest != NULL && agreement.latest->credit != row->credit)
        {
          take_agreement (reckoning, &agreement);
          agreement = (Agreement){ 0 };
        }
      if (row->month->month <= calendar_month_of (reckoning->as_of))
        add_row (&agreement, rows, i);
    }
  if (agreement.latest != NULL)
    take_agreement (reckoning, &agreement);
}

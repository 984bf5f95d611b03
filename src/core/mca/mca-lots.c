/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-lots.h"

#include "base/slice.h"
#include "core/mca/mca-amount.h"

static const Decimal *
zero (void)
{
  static const Decimal none = { 0 };

  return &none;
}

/* Findings */

static void
check_range (const McaReckoning *self, const McaLot *lot)
{
  const Amount original = lot->original.amount, remaining = lot->remaining.amount;
  const char *currency = mca_amount_currency_of_lot (lot);
  McaFindingFacts facts
      = mca_reckoning_on (FINDING_MCA_LOT_OUT_OF_RANGE, &lot->origin, currency, *zero ());

  if (!remaining.known || mca_amount_is_mixed_lot (lot))
    return;
  const SentenceValue left = language_sentence_amount (remaining, currency);
  if (decimal_sign (remaining.value) < 0)
    {
      facts.amount = remaining.value;
      mca_reckoning_find (self, &facts, &LANGUAGE_SENTENCE (N_ ("%s is left of this lot"), left));
    }
  else if (original.known && decimal_compare (remaining.value, original.value) > 0)
    {
      facts.amount = decimal_subtract (remaining.value, original.value);
      mca_reckoning_find (self, &facts,
                          &LANGUAGE_SENTENCE (N_ ("%s is left of a lot of %s"), left,
                                              language_sentence_amount (original, currency)));
    }
}

static void
check_dates (const McaReckoning *self, const McaLot *lot)
{
  const McaFindingFacts facts = mca_reckoning_on (FINDING_MCA_LOT_DATES_REVERSED, &lot->origin,
                                                  mca_amount_currency_of_lot (lot), *zero ());

  if (lot->start == DAY_NONE || lot->expiration == DAY_NONE || lot->start <= lot->expiration)
    return;
  mca_reckoning_find (self, &facts,
                      &LANGUAGE_SENTENCE (N_ ("the lot starts on %s and expires on %s"),
                                          language_sentence_day (lot->start),
                                          language_sentence_day (lot->expiration)));
}

static void
check_currency (const McaReckoning *self, const McaLot *lot)
{
  const char *currency = mca_amount_currency_of_lot (lot);
  const char *usual = mca_reckoning_profile (self, &lot->origin)->currency;
  const McaFindingFacts facts
      = mca_reckoning_on (FINDING_MCA_CURRENCY_MIXED, &lot->origin, currency, *zero ());

  if (mca_amount_is_mixed_lot (lot))
    mca_reckoning_find (
        self, &facts,
        &LANGUAGE_SENTENCE (N_ ("the amounts of this lot are in several currencies")));
  else if (currency != NULL && usual != NULL && g_strcmp0 (currency, usual) != 0)
    mca_reckoning_find (self, &facts,
                        &LANGUAGE_SENTENCE (N_ ("the lot is in %s, its billing profile in %s"),
                                            language_sentence_name (currency),
                                            language_sentence_name (usual)));
}

static void
check_estimate (const McaReckoning *self, const McaLot *lot)
{
  const McaFindingFacts facts = mca_reckoning_on (FINDING_MCA_FIGURE_ESTIMATED, &lot->origin,
                                                  mca_amount_currency_of_lot (lot),
                                                  mca_amount_or_zero (lot->remaining.amount));

  if (lot->is_estimated == TRUTH_TRUE)
    mca_reckoning_find (self, &facts,
                        &LANGUAGE_SENTENCE (N_ ("what is left of this lot is an estimate")));
}

void
mca_lots_check (const McaReckoning *self, const McaLot *lot)
{
  check_range (self, lot);
  check_dates (self, lot);
  check_currency (self, lot);
  check_estimate (self, lot);
}

static void
say_expiring (const McaReckoning *self, const McaFindingFacts *facts, Day expiration,
              SentenceValue left)
{
  const guint64 days = (guint64) (expiration - self->as_of); /* it has not expired */

  mca_reckoning_find (self, facts,
                      &(LanguageSentence){ NP_ ("the lot expires on %s (%s days left); left: %s",
                                                "the lot expires on %s (%s days left); left: %s"),
                                           .number = days,
                                           .values = { language_sentence_day (expiration),
                                                       language_sentence_count (days), left } });
}

/* Something of a credit was, or will be, lost. */
static void
check_expiry (const McaReckoning *self, const McaLot *lot, McaLotStatus status)
{
  const Amount remaining = lot->remaining.amount;
  const char *currency = mca_amount_currency_of_lot (lot);
  McaFindingFacts facts = mca_reckoning_on (FINDING_MCA_LOT_EXPIRING, &lot->origin, currency,
                                            mca_amount_or_zero (remaining));
  const SentenceValue left = language_sentence_amount (remaining, currency);

  if (!mca_reckoning_is_credit (lot) || lot->expiration == DAY_NONE)
    return;
  const SentenceValue day = language_sentence_day (lot->expiration);
  if (status == MCA_LOT_EXPIRING)
    say_expiring (self, &facts, lot->expiration, left);
  if (status != MCA_LOT_EXPIRED || decimal_sign (facts.amount) <= 0)
    return;
  facts.code = FINDING_MCA_LOT_EXPIRED_WITH_BALANCE;
  mca_reckoning_find (self, &facts,
                      &LANGUAGE_SENTENCE (N_ ("the lot expired on %s with %s left"), day, left));
}

/* Rows */

static const char *
reported_status (const McaReckoning *self, const McaLot *lot)
{
  g_autofree char *lower = lot->status != NULL ? slice_dup_lower (slice_of (lot->status)) : NULL;

  return report_text (self->report, lower);
}

static void
add_row (const McaReckoning *self, const McaLot *lot, McaLotStatus status)
{
  const Amount original = lot->original.amount, remaining = lot->remaining.amount;
  const gboolean has_days = self->as_of != DAY_NONE && lot->expiration != DAY_NONE;
  const McaLotRow row = { .account_id = lot->origin.account_id,
                          .profile_id = lot->origin.profile_id,
                          .profile_name = mca_reckoning_profile (self, &lot->origin)->name,
                          .lot_id = lot->origin.own_id,
                          .kind = mca_reckoning_is_credit (lot) ? "credit" : "commitment",
                          .source = lot->source,
                          .start_date = lot->start,
                          .expiration_date = lot->expiration,
                          .currency = mca_amount_currency_of_lot (lot),
                          .original = original,
                          .remaining = remaining,
                          .used = mca_amount_subtract (original, remaining),
                          .status = mca_rows_status_name (status),
                          .reported_status = reported_status (self, lot),
                          .days_left_known = has_days,
                          .days_left = has_days ? lot->expiration - self->as_of : 0,
                          .po_number = lot->po_number,
                          .billing_currency = lot->billing_currency,
                          .estimated = lot->is_estimated,
                          .mixed = mca_amount_is_mixed_lot (lot),
                          .file = lot->origin.file,
                          .line = lot->origin.line,
                          .state = status };

  report_append (self->report, MCA_TABLE_LOTS, &row);
}

void
mca_lots_add (const McaReckoning *self)
{
  const GArray *lots = self->book->lots;

  for (guint i = 0; i < lots->len; i++)
    {
      const McaLot *lot = &g_array_index (lots, McaLot, i);
      const McaLotStatus status = mca_reckoning_status (self, lot);

      if (!mca_reckoning_reports (self, lot->origin.account_id, lot->origin.profile_id))
        continue;
      mca_lots_check (self, lot);
      check_expiry (self, lot, status);
      add_row (self, lot, status);
    }
}

/* Sums */

static gboolean
is_live (const McaReckoning *self, const McaLot *lot, const char *currency)
{
  const McaLotStatus status = mca_reckoning_status (self, lot);

  return lot->remaining.amount.known && !mca_amount_is_mixed_lot (lot)
         && g_strcmp0 (mca_amount_currency_of_lot (lot), currency) == 0
         && (status == MCA_LOT_USED || status == MCA_LOT_EXPIRING || status == MCA_LOT_ACTIVE);
}

McaLotSums *
mca_lots_sum (const McaReckoning *self)
{
  McaLotSums *sums = g_new0 (McaLotSums, mca_profiles_count (self->profiles));
  const GArray *lots = self->book->lots;

  for (guint i = 0; i < lots->len; i++)
    {
      const McaLot *lot = &g_array_index (lots, McaLot, i);
      const guint profile
          = mca_profiles_find (self->profiles, lot->origin.account_id, lot->origin.profile_id);
      McaLotSums *sum = &sums[profile];

      if (!mca_reckoning_is_credit (lot))
        continue;
      if (sum->credits++ == 0)
        sum->available = amount_known (*zero ());
      if (!is_live (self, lot, mca_profiles_at (self->profiles, profile)->currency))
        continue;
      sum->live++;
      amount_accumulate (&sum->available, lot->remaining.amount);
    }
  return sums;
}

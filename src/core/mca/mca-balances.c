/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-balances.h"

#include "core/mca/mca-amount.h"

/* One profile. */
typedef struct
{
  const McaReckoning *reckoning;
  const McaProfileFacts *facts;
  const McaLotSums *lots;
  const McaEventSums *events;
  gboolean is_mixed; /* its balance */
} Profile;

/* Expected */

/* What was expected to be estimated, and with which sign of the expired credit. */
static void
expect (const Profile *self, McaProfileRow *row)
{
  const Amount plain = mca_amount_add (mca_amount_add (row->current, row->pending_adjustments),
                                       row->pending_charges);
  const Amount minus = mca_amount_subtract (plain, row->expired);
  const Amount plus = mca_amount_add (plain, row->expired);
  const Decimal tolerance = self->reckoning->plan->tolerance;

  if (self->is_mixed || !row->estimated.known || !minus.known)
    return;
  row->expected_estimated = minus;
  if (!mca_amount_is_beyond (decimal_subtract (row->estimated.value, minus.value), tolerance))
    row->expired_sign = decimal_is_zero (row->expired.value) ? NULL : "minus";
  else if (!mca_amount_is_beyond (decimal_subtract (row->estimated.value, plus.value), tolerance))
    {
      row->expected_estimated = plus;
      row->expired_sign = "plus";
    }
}

/* Findings */

static McaFindingFacts
facts_of (const Profile *self, FindingCode code, Decimal amount)
{
  McaFindingFacts facts
      = mca_reckoning_on (code, &self->facts->balance->origin, self->facts->currency, amount);

  facts.resource = NULL;
  return facts;
}

static void
check_estimated (const Profile *self, const McaProfileRow *row)
{
  const Amount difference = mca_amount_subtract (row->estimated, row->expected_estimated);

  if (!difference.known
      || !mca_amount_is_beyond (difference.value, self->reckoning->plan->tolerance))
    return;
  const McaFindingFacts facts = facts_of (self, FINDING_MCA_ESTIMATED_DIFFERS, difference.value);
  mca_reckoning_find (
      self->reckoning, &facts,
      &LANGUAGE_SENTENCE (N_ ("the estimated balance is %s, expected %s"),
                          language_sentence_amount (row->estimated, row->currency),
                          language_sentence_amount (row->expected_estimated, row->currency)));
}

/* Some lots of the profile may not have been read. */
static gboolean
lacks_lots (const Profile *self, const GPtrArray *waiting)
{
  for (guint i = 0; i < waiting->len; i++)
    {
      const McaPage *page = g_ptr_array_index (waiting, i);
      if (page->list == MCA_LOTS && g_strcmp0 (page->account_id, self->facts->account_id) == 0
          && (page->profile_id == NULL
              || g_strcmp0 (page->profile_id, self->facts->profile_id) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
check_lots (const Profile *self, const McaProfileRow *row, const GPtrArray *waiting)
{
  const McaReckoning *reckoning = self->reckoning;
  const Amount difference = mca_amount_subtract (row->available, row->current);

  if (!reckoning->plan->same_snapshot || self->is_mixed || !difference.known
      || !mca_amount_is_beyond (difference.value, reckoning->plan->tolerance)
      || lacks_lots (self, waiting))
    return;
  const McaFindingFacts facts = facts_of (self, FINDING_MCA_LOTS_DIFFER, difference.value);
  mca_reckoning_find (reckoning, &facts,
                      &LANGUAGE_SENTENCE (N_ ("%s is left of the lots, the current balance is %s"),
                                          language_sentence_amount (row->available, row->currency),
                                          language_sentence_amount (row->current, row->currency)));
}

static void
check_end_of_events (const Profile *self, const McaProfileRow *row)
{
  const McaReckoning *reckoning = self->reckoning;
  const McaEvent *end = self->events->end;

  if (!reckoning->plan->same_snapshot || self->is_mixed || end == NULL
      || mca_amount_is_mixed_event (end))
    return;
  const Amount difference = mca_amount_subtract (end->closing.amount, row->estimated);
  if (!difference.known || !mca_amount_is_beyond (difference.value, reckoning->plan->tolerance))
    return;
  const McaFindingFacts facts = facts_of (self, FINDING_MCA_EVENTS_END_ELSEWHERE, difference.value);
  mca_reckoning_find (
      reckoning, &facts,
      &LANGUAGE_SENTENCE (N_ ("the transactions end at %s, the estimated balance is %s"),
                          language_sentence_amount (end->closing.amount, row->currency),
                          language_sentence_amount (row->estimated, row->currency)));
}

static void
check_use (const Profile *self, const McaProfileRow *row)
{
  if (self->is_mixed || !row->estimated.known || !row->current.known
      || decimal_sign (row->estimated.value) > 0 || decimal_sign (row->current.value) <= 0)
    return;
  const McaFindingFacts facts = facts_of (self, FINDING_MCA_ESTIMATE_USED_UP, row->estimated.value);
  mca_reckoning_find (
      self->reckoning, &facts,
      &LANGUAGE_SENTENCE (N_ ("of %s, %s is left after what is pending"),
                          language_sentence_amount (row->current, row->currency),
                          language_sentence_amount (row->estimated, row->currency)));
}

/* What the balance says of itself. */
static void
check_balance (const Profile *self)
{
  const McaBalance *balance = self->facts->balance;
  const char *currency = mca_amount_currency_of_balance (balance);
  McaFindingFacts facts = facts_of (self, FINDING_MCA_CURRENCY_MIXED, decimal_from_int (0));

  facts.currency = currency;
  if (self->is_mixed)
    mca_reckoning_find (
        self->reckoning, &facts,
        &LANGUAGE_SENTENCE (N_ ("the amounts of this balance are in several currencies")));
  facts.code = FINDING_MCA_FIGURE_ESTIMATED;
  facts.amount = mca_amount_or_zero (balance->current.amount);
  if (balance->is_estimated == TRUTH_TRUE)
    mca_reckoning_find (self->reckoning, &facts,
                        &LANGUAGE_SENTENCE (N_ ("the current balance is an estimate")));
}

static void
check_listed (const Profile *self)
{
  const McaBook *book = self->reckoning->book;
  McaFindingFacts facts;

  if (book->accounts->len + book->profiles->len == 0 || self->facts->is_listed
      || self->facts->profile_id == NULL || self->facts->first == NULL)
    return;
  facts = mca_reckoning_on (FINDING_MCA_PROFILE_UNKNOWN, self->facts->first, NULL,
                            decimal_from_int (0));
  if (self->facts->first_is_balance)
    facts.resource = NULL;
  mca_reckoning_find (
      self->reckoning, &facts,
      &LANGUAGE_SENTENCE (N_ ("no list of accounts or profiles has this billing profile")));
}

/* Rows */

static McaProfileRow
row_of (const Profile *self)
{
  const McaProfileFacts *facts = self->facts;
  const McaBalance *balance = facts->balance;
  const McaEvent *end = self->events->end;
  McaProfileRow row
      = { .account_id = facts->account_id,
          .account_name = mca_profiles_account_name (self->reckoning->profiles, facts->account_id),
          .profile_id = facts->profile_id,
          .profile_name = facts->name,
          .currency = facts->currency,
          .available = self->lots->available,
          .lots = self->lots->credits,
          .live_lots = self->lots->live,
          .events = self->events->count,
          .first_event = self->events->first,
          .last_event = self->events->last };

  if (end != NULL)
    row.last_balance = end->closing.amount;
  if (balance == NULL)
    return row;
  row.estimated = balance->estimated.amount;
  row.current = balance->current.amount;
  row.pending_adjustments = balance->adjustments.amount;
  row.pending_charges = balance->charges.amount;
  row.expired = balance->expired.amount;
  expect (self, &row);
  return row;
}

/* Totals */

static void
add_known (Amount *sum, Amount further)
{
  if (further.known)
    *sum = amount_known (sum->known ? decimal_add (sum->value, further.value) : further.value);
}

static McaTotalsRow *
totals_of (GArray *totals, const char *currency)
{
  const McaTotalsRow none = { .currency = currency };

  for (guint i = 0; i < totals->len; i++)
    if (g_strcmp0 (g_array_index (totals, McaTotalsRow, i).currency, currency) == 0)
      return &g_array_index (totals, McaTotalsRow, i);
  g_array_append_val (totals, none);
  return &g_array_index (totals, McaTotalsRow, totals->len - 1);
}

static void
count_profile (const Profile *self, const McaProfileRow *row, GArray *totals)
{
  McaTotalsRow *sum;

  if (row->currency == NULL)
    return;
  sum = totals_of (totals, row->currency);
  add_known (&sum->available, row->available);
  if (self->is_mixed)
    return;
  add_known (&sum->estimated, row->estimated);
  add_known (&sum->current, row->current);
  add_known (&sum->pending_charges, row->pending_charges);
}

static void
add_profile (const Profile *self, const GPtrArray *waiting, GArray *totals)
{
  const McaProfileRow row = row_of (self);

  if (self->facts->balance != NULL)
    {
      check_estimated (self, &row);
      check_lots (self, &row, waiting);
      check_end_of_events (self, &row);
      check_use (self, &row);
      check_balance (self);
    }
  check_listed (self);
  count_profile (self, &row, totals);
  report_append (self->reckoning->report, MCA_TABLE_PROFILES, &row);
}

void
mca_balances_add (const McaReckoning *self, const McaLotSums *lots, const McaEventSums *events,
                  const GPtrArray *waiting)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (McaTotalsRow));

  for (guint i = 0; i < mca_profiles_count (self->profiles); i++)
    {
      const McaProfileFacts *facts = mca_profiles_at (self->profiles, i);
      const Profile profile
          = { .reckoning = self,
              .facts = facts,
              .lots = &lots[i],
              .events = &events[i],
              .is_mixed = facts->balance != NULL && mca_amount_is_mixed_balance (facts->balance) };

      if (mca_reckoning_reports (self, facts->account_id, facts->profile_id))
        add_profile (&profile, waiting, totals);
    }
  for (guint i = 0; i < totals->len; i++)
    report_append (self->report, MCA_TABLE_TOTALS, &g_array_index (totals, McaTotalsRow, i));
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-rules.h"

#include <string.h>

#define REASSIGNMENTS_MONTHLY 5

static gboolean
is_over (const BenefitFacts *facts)
{
  return facts->row->state_code == BENEFIT_REVOKED || facts->row->state_code == BENEFIT_EXPIRED;
}

static void
add_money (const BenefitFinder *finder, BenefitFindingRow row, Decimal amount, const char *message)
{
  row.amount = amount;
  benefit_finder_add (
      finder, row,
      &LANGUAGE_SENTENCE (N_ ("%s: %s"),
                          language_sentence_amount (amount_known (amount), row.currency),
                          language_sentence_word (message)));
}

static void
find_activation (const BenefitFinder *finder, const BenefitFacts *facts)
{
  const Benefit *benefit = facts->benefit;
  const Day by = benefit->activate_by;
  const SentenceValue day = language_sentence_day (by);
  BenefitFindingRow row = benefit_finder_on (FINDING_BENEFIT_ACTIVATION_MISSED, benefit);

  if (by == DAY_NONE)
    return;
  row.amount = benefit->amount;
  if (facts->row->begin_date == DAY_NONE && !is_over (facts))
    {
      if (by < facts->as_of)
        benefit_finder_add (
            finder, row,
            &LANGUAGE_SENTENCE (N_ ("it was to be activated by %s, and was not"), day));
      row.code = FINDING_BENEFIT_ACTIVATE_SOON;
      if (by >= facts->as_of && by - facts->as_of <= facts->expiring_days)
        benefit_finder_add (finder, row,
                            &LANGUAGE_SENTENCE (N_ ("it is to be activated by %s"), day));
    }
  row.code = FINDING_BENEFIT_ACTIVATED_LATE;
  if (benefit->activated != DAY_NONE && benefit->activated > by)
    benefit_finder_add (finder, row,
                        &LANGUAGE_SENTENCE (N_ ("activated after %s, the last day for it"), day));
}

static void
find_reassignments (const BenefitFinder *finder, const BenefitFacts *facts)
{
  const Benefit *benefit = facts->benefit;
  const guint64 most = benefit->kind == BENEFIT_MONTHLY ? REASSIGNMENTS_MONTHLY : 0;

  if (benefit->experience != BENEFIT_LEGACY)
    return;
  if (benefit->reassignments > most)
    benefit_finder_add (finder, benefit_finder_on (FINDING_BENEFIT_REASSIGNED_TOO_OFTEN, benefit),
                        &LANGUAGE_SENTENCE (N_ ("reassignments: %s, of %s that are allowed"),
                                            language_sentence_count (benefit->reassignments),
                                            language_sentence_count (most)));
  else if (benefit->kind == BENEFIT_MONTHLY && benefit->reassignments == most)
    benefit_finder_add (finder, benefit_finder_on (FINDING_BENEFIT_REASSIGNMENTS_USED_UP, benefit),
                        &LANGUAGE_SENTENCE (N_ ("reassigned %s times, and may not be again"),
                                            language_sentence_count (most)));
}

static const BenefitUse *
first_use (const BenefitFacts *facts, Month month)
{
  for (guint i = 0; facts->uses != NULL && i < facts->uses->len; i++)
    {
      const BenefitUseMonth *use = &g_array_index (facts->uses, BenefitUseMonth, i);
      if (use->month == month)
        return use->first;
    }
  return NULL;
}

static void
find_use (const BenefitFinder *finder, const BenefitFacts *facts, const BenefitMonthRow *month)
{
  const gboolean is_inside = month->is_inside;
  const Decimal amount = is_inside ? month->over : month->used;
  const BenefitUse *use = first_use (facts, month->month);
  BenefitFindingRow row = benefit_finder_on (
      is_inside ? FINDING_BENEFIT_USED_TOO_MUCH : FINDING_BENEFIT_USED_OUTSIDE, facts->benefit);

  if (use == NULL || decimal_sign (amount) <= 0)
    return;
  row.month = month->month;
  row.file = use->file;
  row.line = use->line;
  add_money (finder, row, amount,
             is_inside ? N_ ("used beyond what there was")
                       : N_ ("used while the credit did not run"));
}

static gboolean
is_one_of (const char *text, const char *const *words_of, gsize count)
{
  for (gsize i = 0; i < count; i++)
    if (strcmp (text, words_of[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
find_status (const BenefitFinder *finder, const BenefitFacts *facts)
{
  static const char *const known[]
      = { "active", "pending", "suspended", "expired", "redeemed", "not redeemed", "provisioned" };
  const char *status = facts->benefit->status;
  const Day end = facts->row->end_date;
  const gboolean has_ended = end != DAY_NONE && end < facts->as_of;

  if (!is_one_of (status, known, G_N_ELEMENTS (known)))
    benefit_finder_add (finder, benefit_finder_on (FINDING_BENEFIT_STATUS_UNKNOWN, facts->benefit),
                        &LANGUAGE_SENTENCE (N_ ("the status is none that is known")));
  if ((strcmp (status, "active") == 0 && has_ended)
      || (strcmp (status, "expired") == 0 && end != DAY_NONE && !has_ended))
    benefit_finder_add (
        finder, benefit_finder_on (FINDING_BENEFIT_STATUS_DATE_CONFLICT, facts->benefit),
        &LANGUAGE_SENTENCE (has_ended ? N_ ("said to be active, and its last day is past")
                                      : N_ ("said to be expired, and its last day is to come")));
}

static void
find_losses (const BenefitFinder *finder, const BenefitFacts *facts)
{
  const Benefit *benefit = facts->benefit;
  const BenefitRow *row = facts->row;

  if (row->state_code == BENEFIT_REVOKED)
    add_money (finder, benefit_finder_on (FINDING_BENEFIT_PURCHASE_REVOKED, benefit), row->granted,
               N_ ("the purchase was cancelled, and the whole credit is taken back"));
  if (decimal_sign (row->lapsed) > 0)
    add_money (finder, benefit_finder_on (FINDING_BENEFIT_CREDIT_LAPSED, benefit), row->lapsed,
               N_ ("lapsed without being used"));
  if (row->state_code == BENEFIT_EXPIRING)
    add_money (finder, benefit_finder_on (FINDING_BENEFIT_EXPIRING, benefit), row->left,
               N_ ("left, and the benefit is about to end"));
}

static void
find_lapse_ahead (const BenefitFinder *finder, const BenefitFacts *facts)
{
  const Month now = calendar_month_of (facts->as_of);
  BenefitFindingRow row = benefit_finder_on (FINDING_BENEFIT_CREDIT_WILL_LAPSE, facts->benefit);

  if (facts->benefit->kind != BENEFIT_MONTHLY || decimal_sign (facts->row->left) <= 0
      || g_array_index (facts->months, BenefitMonthRow, facts->months->len - 1).month != now)
    return;
  row.month = now;
  add_money (finder, row, facts->row->left, N_ ("left, and lapses with the month"));
}

static gboolean
is_personal (const char *user)
{
  static const char *const ends[] = { "@live.com", "@hotmail.com", "@gmail.com" };
  g_autofree char *lower = g_ascii_strdown (user, -1);

  if (strstr (lower, "#ext#") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (lower, ends[i]))
      return TRUE;
  return FALSE;
}

static void
find_user (const BenefitFinder *finder, const BenefitFacts *facts)
{
  const Benefit *benefit = facts->benefit;

  if (benefit->experience == BENEFIT_LEGACY && benefit->kind == BENEFIT_BULK
      && benefit->user != NULL && is_personal (benefit->user))
    benefit_finder_add (
        finder, benefit_finder_on (FINDING_BENEFIT_USER_NOT_SUPPORTED, benefit),
        &LANGUAGE_SENTENCE (N_ ("assigned to a guest or personal account, which cannot use it")));
}

void
benefit_rules_find (const BenefitFinder *finder, const BenefitFacts *facts)
{
  find_activation (finder, facts);
  find_reassignments (finder, facts);
  for (guint i = 0; i < facts->months->len; i++)
    find_use (finder, facts, &g_array_index (facts->months, BenefitMonthRow, i));
  find_status (finder, facts);
  find_losses (finder, facts);
  find_lapse_ahead (finder, facts);
  find_user (finder, facts);
}

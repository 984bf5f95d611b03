/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-reckoning.h"

#include "base/slice.h"

static gboolean
is_folded (const char *a, const char *b)
{
  return a != NULL && g_ascii_strcasecmp (a, b) == 0;
}

gboolean
mca_reckoning_reports (const McaReckoning *self, const char *account_id, const char *profile_id)
{
  if (self->plan->only == NULL || self->plan->only[0] == NULL)
    return TRUE;
  const guint index = mca_profiles_find (self->profiles, account_id, profile_id);
  const char *name = index != G_MAXUINT ? mca_profiles_at (self->profiles, index)->name : NULL;
  for (const char *const *text = self->plan->only; *text != NULL; text++)
    if (is_folded (profile_id, *text) || is_folded (name, *text))
      return TRUE;
  return FALSE;
}

const McaProfileFacts *
mca_reckoning_profile (const McaReckoning *self, const McaOrigin *origin)
{
  return mca_profiles_at (
      self->profiles, mca_profiles_find (self->profiles, origin->account_id, origin->profile_id));
}

McaFindingFacts
mca_reckoning_on (FindingCode code, const McaOrigin *origin, const char *currency, Decimal amount)
{
  return (McaFindingFacts){ .code = code,
                            .account_id = origin->account_id,
                            .profile_id = origin->profile_id,
                            .resource = origin->own_id,
                            .currency = currency,
                            .amount = amount,
                            .file = origin->file,
                            .line = origin->line };
}

void
mca_reckoning_find (const McaReckoning *self, const McaFindingFacts *facts,
                    const LanguageSentence *message)
{
  const guint profile = mca_profiles_find (self->profiles, facts->account_id, facts->profile_id);

  if (!mca_reckoning_reports (self, facts->account_id, facts->profile_id))
    return;
  g_autofree char *text = language_sentence_say (message, NULL);
  g_autofree char *said
      = self->plan->language != NULL ? language_sentence_say (message, self->plan->language) : NULL;
  const McaFindingRow row
      = { .code = facts->code,
          .severity = finding_info (facts->code)->severity,
          .said = report_text (self->report, said),
          .account_id = facts->account_id,
          .account_name = mca_profiles_account_name (self->profiles, facts->account_id),
          .profile_id = facts->profile_id,
          .profile_name
          = profile != G_MAXUINT ? mca_profiles_at (self->profiles, profile)->name : NULL,
          .resource = facts->resource,
          .currency = facts->currency,
          .amount = facts->amount,
          .file = facts->file,
          .line = facts->line,
          .message = report_text (self->report, text) };
  report_append (self->report, self->findings, &row);
}

gboolean
mca_reckoning_is_credit (const McaLot *lot)
{
  return !is_folded (lot->source, "ConsumptionCommitment");
}

McaLotStatus
mca_reckoning_status (const McaReckoning *self, const McaLot *lot)
{
  const Day as_of = self->as_of;

  if (is_folded (lot->status, "canceled") || is_folded (lot->status, "cancelled"))
    return MCA_LOT_CANCELED;
  if (as_of != DAY_NONE && lot->start > as_of)
    return MCA_LOT_NOT_STARTED;
  if (as_of != DAY_NONE && lot->expiration != DAY_NONE && lot->expiration < as_of)
    return MCA_LOT_EXPIRED;
  if (lot->remaining.amount.known && decimal_is_zero (lot->remaining.amount.value))
    return MCA_LOT_USED;
  if (as_of != DAY_NONE && lot->expiration != DAY_NONE
      && lot->expiration - as_of <= self->plan->expiring_days)
    return MCA_LOT_EXPIRING;
  return MCA_LOT_ACTIVE;
}

/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_RECKONING_H
#define CORE_MCA_MCA_RECKONING_H

#include "base/language/language-sentence.h"
#include "core/mca/mca-plan.h"
#include "core/mca/mca-profiles.h"
#include "core/mca/mca-rows.h"
#include "core/report/report.h"

/**
 * McaReckoning: what every rule about the credits of a Microsoft Customer Agreement may look at,
 * and how it says what it found. Borrows everything.
 */
typedef struct
{
  const McaPlan *plan;
  const McaBook *book; /* without repeats */
  const McaProfiles *profiles;
  Day as_of;      /* DAY_NONE: no date limits */
  Report *report; /* whose schema has findings of McaFindingRow */
  guint findings; /* that table */
} McaReckoning;

/** The profile is reported (--profile). */
gboolean mca_reckoning_reports (const McaReckoning *self, const char *account_id,
                                const char *profile_id);
const McaProfileFacts *mca_reckoning_profile (const McaReckoning *self, const McaOrigin *origin);

/** What a finding is about. */
typedef struct
{
  FindingCode code;
  const char *account_id;
  const char *profile_id;
  const char *resource;
  const char *currency;
  Decimal amount;
  const char *file;
  guint64 line;
} McaFindingFacts;

/** About a lot or event; of a balance, a page or a profile the resource is to be taken away. */
McaFindingFacts mca_reckoning_on (FindingCode code, const McaOrigin *origin, const char *currency,
                                  Decimal amount);
/** Adds it if its profile is reported. */
void mca_reckoning_find (const McaReckoning *self, const McaFindingFacts *facts,
                         const LanguageSentence *message);

/** The expiry states of a lot on the as-of day (credits contract 1.2, "Status"). */
McaLotStatus mca_reckoning_status (const McaReckoning *self, const McaLot *lot);
/** It is a credit, not a commitment to consume. */
gboolean mca_reckoning_is_credit (const McaLot *lot);

#endif

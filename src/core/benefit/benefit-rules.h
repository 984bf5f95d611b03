/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_RULES_H
#define CORE_BENEFIT_BENEFIT_RULES_H

#include "core/benefit/benefit-finder.h"
#include "core/benefit/benefit-uses.h"

/** What may be wrong with a benefit (credits contract, section 3, BEN101 to BEN117). */
typedef struct
{
  const Benefit *benefit;
  const BenefitRow *row;
  const GArray *months; /* of BenefitMonthRow */
  const GArray *uses;   /* of BenefitUseMonth; NULL: none */
  Day as_of;
  gint64 expiring_days;
} BenefitFacts;

void benefit_rules_find (const BenefitFinder *finder, const BenefitFacts *facts);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_PROFILES_H
#define CORE_BENEFIT_BENEFIT_PROFILES_H

#include "base/language/language.h"
#include "core/benefit/benefit-book.h"
#include "core/report/report.h"

/** What a person decided. */
typedef struct
{
  const char *account;      /* of the purchase; of a path its last segment counts */
  const char *offer;        /* whose credits are deposited; NULL: not told */
  const Language *language; /* in which findings are said to people, beside English */
} BenefitProfilePlan;

/**
 * Which billing profiles may receive a deposit, in the words of the portal, with all reasons
 * against it (credits contract, section 4). Texts and lists are borrowed from @book, which must
 * outlive the report.
 */
Report *benefit_profiles_reckon (BenefitBook *book, const BenefitProfilePlan *plan);

#endif

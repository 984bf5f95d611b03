/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_RECKON_H
#define CORE_BENEFIT_BENEFIT_RECKON_H

#include "base/language/language.h"
#include "core/benefit/benefit-book.h"
#include "core/report/report.h"

/** What a person decided. */
typedef struct
{
  Day as_of;
  gint64 expiring_days;
  const Language *language; /* in which findings are said to people, beside English */
} BenefitPlan;

/**
 * The report of everything that was read (credits contract, section 3), sorted; texts are borrowed
 * from @book.
 */
Report *benefit_reckon (const BenefitBook *book, const BenefitPlan *plan);

#endif

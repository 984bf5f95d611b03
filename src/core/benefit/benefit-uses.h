/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_USES_H
#define CORE_BENEFIT_BENEFIT_USES_H

#include "core/benefit/benefit-book.h"

/**
 * BenefitUses: whose use each row of the use files is, and how much of a benefit was used in each
 * month.
 */
typedef struct BenefitUses BenefitUses;

typedef enum
{
  BENEFIT_USE_COUNTS,
  BENEFIT_USE_UNKNOWN,       /* of no benefit, or of a name that several have */
  BENEFIT_USE_OTHER_CURRENCY /* than its benefit's */
} BenefitUseVerdict;

/** What was used of a benefit in a month. */
typedef struct
{
  Month month;
  Decimal used;
  const BenefitUse *first; /* the first row that says so */
} BenefitUseMonth;

/** @book is borrowed, and complete. */
BenefitUses *benefit_uses_new (const BenefitBook *book);
void benefit_uses_free (BenefitUses *self); /* NULL is fine */

/** Of the row @index of the book; *benefit: NULL where it is unknown. */
BenefitUseVerdict benefit_uses_verdict (const BenefitUses *self, guint index,
                                        const Benefit **benefit);
/** Of BenefitUseMonth, ascending; NULL: nothing was used. */
const GArray *benefit_uses_months (const BenefitUses *self, const Benefit *benefit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenefitUses, benefit_uses_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_BENEFIT_BENEFIT_FINDER_H
#define CORE_BENEFIT_BENEFIT_FINDER_H

#include "base/language/language-sentence.h"
#include "core/benefit/benefit-book.h"
#include "core/benefit/benefit-rows.h"
#include "core/report/report.h"

/** BenefitFinder: how rules about benefits say what they found. Borrows all. */
typedef struct
{
  Report *report;
  guint table;              /* of BenefitFindingRow */
  const Language *language; /* in which they are said to people, beside English */
} BenefitFinder;

/** About a benefit, on its row; amount 0, no month. */
BenefitFindingRow benefit_finder_on (FindingCode code, const Benefit *benefit);
/** Adds it with its severity. */
void benefit_finder_add (const BenefitFinder *self, BenefitFindingRow row,
                         const LanguageSentence *message);

/** Files with the same content, and files that were left out. */
void benefit_finder_add_files (const BenefitFinder *self, const BenefitBook *book);
/** The table of inputs. */
void benefit_finder_add_inputs (const BenefitFinder *self, guint table, const BenefitBook *book);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_CREDIT_EXCLUSIONS_H
#define CORE_MCA_CREDIT_EXCLUSIONS_H

#include "base/slice.h"

/**
 * CreditExclusions: the one table of what Azure credits do not pay, with its sources (credits
 * contract 2, "Products that credits do not pay"). Texts are compared by their words: ASCII letters
 * in lower case, every other ASCII character that is no digit between them.
 */

typedef enum
{
  EXCLUSION_NONE,
  EXCLUSION_CANONICAL,
  EXCLUSION_OPENLOGIC,
  EXCLUSION_CITRIX_XENAPP_ESSENTIALS,
  EXCLUSION_CITRIX_XENDESKTOP,
  EXCLUSION_REMOTE_ACCESS_RIGHTS,
  EXCLUSION_REGISTERED_USER,
  EXCLUSION_UBUNTU_ADVANTAGE,
  EXCLUSION_VISUAL_STUDIO_ENTERPRISE,
  EXCLUSION_VISUAL_STUDIO_PROFESSIONAL,
  EXCLUSION_MARKETPLACE,
  EXCLUSION_SUPPORT_PLAN,
  EXCLUSION_THIRD_PARTY,
  EXCLUSION_LICENCE,
  EXCLUSION_COLUMN, /* the charge itself says so, and nothing else does */
  EXCLUSION_COUNT
} CreditExclusion;

/** What sponsorship credit does not pay besides. */
typedef enum
{
  SPONSORSHIP_PAYS,
  SPONSORSHIP_RESERVATION,
  SPONSORSHIP_SAVINGS_PLAN
} SponsorshipExclusion;

/** What a charge is for; borrowed, without outer blanks; empty: not said. */
typedef struct
{
  Slice product;
  Slice publisher;
  Slice publisher_type;
  Slice kind;
  Slice pricing_model;
} CreditProduct;

typedef struct
{
  CreditExclusion rule; /* the first that fits, but never EXCLUSION_COLUMN */
  SponsorshipExclusion sponsorship;
} CreditVerdict;

CreditVerdict credit_exclusions_judge (const CreditProduct *product);

/** "canonical"; NULL of EXCLUSION_NONE. */
const char *credit_exclusions_name (CreditExclusion rule);
/** "reservation"; NULL where sponsorship pays. */
const char *credit_exclusions_sponsorship_name (SponsorshipExclusion rule);
/** Where the rule is documented: "list of 2019". */
const char *credit_exclusions_source (CreditExclusion rule);

/** The words of @phrase, in lower case with one blank between, stand in @text side by side. */
gboolean credit_exclusions_has (Slice text, const char *phrase);

#endif

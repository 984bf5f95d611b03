/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_TEXT_FINDING_FINDING_DIGEST_H
#define OUTPUT_TEXT_FINDING_FINDING_DIGEST_H

#include "core/report/report.h"

/**
 * FindingDigest: the findings of a report of any schema by severity and code: how many, how much,
 * and which of them a text lists. A function of the report alone. Borrows the report.
 *
 * Amounts are added without their signs, as they are at stake: one of -130.00 and one of 130.00 are
 * 260.00, not nothing.
 */
typedef struct FindingDigest FindingDigest;

/** Of one code and severity so many are listed. */
#define FINDING_DIGEST_LISTED_MAX 10

/** The amounts of one currency. */
typedef struct
{
  const char *currency; /* NULL: of findings without one */
  Decimal amount;       /* at least 0; 0: they are not about an amount */
} FindingSum;

/** The findings of one severity and code. */
typedef struct
{
  Severity severity;
  FindingCode code;
  gsize count;
  gsize listed;
  GArray *sums; /* of FindingSum, by currency, NULL last; at least one */
} FindingGroup;

/**
 * Of each severity and code the largest amounts are listed, currency by currency in turn (see
 * output/stake-order), equal ones in the order of the report; with @all every finding.
 */
FindingDigest *finding_digest_new (const Report *report, gboolean all);
void finding_digest_free (FindingDigest *self); /* NULL is fine */

/** Worst severity first, then by code. Of FindingGroup *. */
const GPtrArray *finding_digest_groups (const FindingDigest *self);

/** The rows that are listed, in the order of the report. Of gconstpointer. */
const GPtrArray *finding_digest_rows (const FindingDigest *self);

/** Of @severity. */
gsize finding_digest_count (const FindingDigest *self, Severity severity);
gsize finding_digest_listed (const FindingDigest *self, Severity severity);

/** How many of @severity the whole report has of which only a part is shown; else as above. */
gsize finding_digest_found (const FindingDigest *self, Severity severity);
gboolean finding_digest_is_of_part (const FindingDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FindingDigest, finding_digest_free)

#endif

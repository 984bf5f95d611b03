/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_APPLY_CHARGES_H
#define CORE_MCA_APPLY_CHARGES_H

#include "core/mca/credit-exclusions.h"
#include "core/mca/mca-book.h"

/**
 * ApplyCharges: the charges that credits may pay, in the order of reading (credits contract 2,
 * "Charges"). Texts belong to the book; NULL: none. Memory follows the charges.
 */

typedef struct
{
  Day date;
  const char *profile_id; /* in lower case */
  const char *invoice;
  const char *product;
  const char *publisher;
  const char *kind;
  const char *currency;   /* in upper case */
  Decimal amount;         /* > 0: to be paid; < 0: a refund */
  CreditExclusion rule;   /* with what the charge itself says */
  CreditExclusion listed; /* by the table alone */
  SponsorshipExclusion sponsorship;
  ReportTruth eligible; /* what the charge says of itself */
  const char *file;
  guint64 line;
} ApplyCharge;

/** A file of charges, for the table of inputs. */
typedef struct
{
  const char *file;
  const char *sha256;
  guint64 rows;
  const char *duplicate_of; /* the file with the same content, which counts; NULL: none */
} ApplyFile;

typedef struct ApplyJudged ApplyJudged; /* what was judged last */

typedef struct
{
  McaBook *book;   /* of their texts; borrowed */
  GArray *charges; /* of ApplyCharge */
  GArray *files;   /* of ApplyFile */
  ApplyJudged *judged;
} ApplyCharges;

ApplyCharges *apply_charges_new (McaBook *book);
void apply_charges_free (ApplyCharges *self); /* NULL is fine */

/** Takes the texts of @product, settles the rules by them and what the charge says, and keeps it.
 */
void apply_charges_add (ApplyCharges *self, const ApplyCharge *charge,
                        const CreditProduct *product);
/** The file whose charges are those from @first on; of content that was read they are dropped. */
void apply_charges_end_file (ApplyCharges *self, const ApplyFile *file, guint first);
/** DAY_NONE: there is none. */
Day apply_charges_latest (const ApplyCharges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApplyCharges, apply_charges_free)

#endif

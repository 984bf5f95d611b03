/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_APPLY_FINDINGS_H
#define CORE_MCA_APPLY_FINDINGS_H

#include "core/mca/apply-payment.h"
#include "core/mca/mca-reckoning.h"

/**
 * ApplyTallies: the charges and lots of each currency in sums: the table `summary`, and MCA201,
 * 202, 204 and 206 to 208, which stand on the first charge that they are about, in the order of
 * reading.
 */
typedef struct ApplyTallies ApplyTallies;

ApplyTallies *apply_findings_new (const ApplyPayments *payments);
void apply_findings_free (ApplyTallies *self); /* NULL is fine */

/**
 * Before @charge is paid: when it begins a new day, whether the one before ended with nothing left.
 */
void apply_findings_begin_charge (ApplyTallies *self, const ApplyCharge *charge);
/** After it was paid; @place: of it in the order of reading. */
void apply_findings_count (ApplyTallies *self, const ApplyCharge *charge, const ApplyPaid *paid,
                           guint place);
/** A lot that can pay, after all charges. */
void apply_findings_count_lot (ApplyTallies *self, const ApplyLotRow *lot);

/** Adds the table and the findings; @charges: as they were read. */
void apply_findings_add (ApplyTallies *self, const McaReckoning *reckoning,
                         const ApplyCharges *charges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApplyTallies, apply_findings_free)

#endif

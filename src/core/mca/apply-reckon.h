/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_APPLY_RECKON_H
#define CORE_MCA_APPLY_RECKON_H

#include "core/mca/apply-payment.h"
#include "core/mca/mca-plan.h"
#include "core/report/report.h"

/** The reckoning of `acorecon mca apply`. */

/**
 * The sorted report (schema acorecon.mca-apply/1). It borrows from @charges, whose book has the
 * lots, and from @payments, which it makes. The book is changed: only what counts stays in it.
 */
Report *apply_reckon (ApplyCharges *charges, const McaPlan *plan, gboolean all_sponsorship,
                      ApplyPayments **payments);

#endif

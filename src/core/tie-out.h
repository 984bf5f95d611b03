/* SPDX-License-Identifier: MIT */
#ifndef CORE_TIE_OUT_H
#define CORE_TIE_OUT_H

#include "core/reckoning.h"

/** What is tied out of months without a balance report, over the customers (ACO407). */
typedef struct MissingReports MissingReports;

MissingReports *missing_reports_new (void);
void missing_reports_free (MissingReports *self); /* NULL is fine */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MissingReports, missing_reports_free)

/**
 * The tie-out of a customer: credit used per the balance report = ACO credit lines on the invoice =
 * ACO-credited daily usage (spec section 3, "Tie-out"). Adds the table `tieout` and ACO401 to 405.
 */
void tie_out_report (const Reckoning *reckoning, MissingReports *missing);

/** Of all customers: ACO407. */
void missing_reports_report (const Reckoning *reckoning, const MissingReports *missing);

#endif

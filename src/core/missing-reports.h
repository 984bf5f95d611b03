/* SPDX-License-Identifier: MIT */
#ifndef CORE_MISSING_REPORTS_H
#define CORE_MISSING_REPORTS_H

#include "core/reckoning.h"

/** MissingReports: what is tied out of months without a balance report, over the customers. */
typedef struct MissingReports MissingReports;

MissingReports *missing_reports_new (void);
void missing_reports_free (MissingReports *self); /* NULL is fine */

/** @cell is tied out, but no balance report of its month and currency was read. */
void missing_reports_add (MissingReports *self, const MonthCell *cell);

/** Of all customers: ACO407. */
void missing_reports_report (const Reckoning *reckoning, const MissingReports *missing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MissingReports, missing_reports_free)

#endif

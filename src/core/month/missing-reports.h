/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_MISSING_REPORTS_H
#define CORE_MONTH_MISSING_REPORTS_H

#include "core/month/month-ledger.h"

/** A sum over all customers of one month and currency. */
typedef struct
{
  Month month;
  const char *currency; /* in upper case; of the cells that were added */
  Decimal credit;       /* ACO credit lines; positive for a credit */
  Position first_line;  /* unset: there is none */
  Position first_usage;
} MissingReport;

/** MissingReports: what is tied out of months without a balance report, over the customers. */
typedef struct MissingReports MissingReports;

MissingReports *missing_reports_new (void);
void missing_reports_free (MissingReports *self); /* NULL is fine */

/** @cell is tied out, but no balance report of its month and currency was read. */
void missing_reports_add (MissingReports *self, const MonthCell *cell);

/** Adds what @from has. */
void missing_reports_merge (MissingReports *self, const MissingReports *from);

/** Sorted by month and currency. (transfer container) */
GPtrArray *missing_reports_list (const MissingReports *self); /* of const MissingReport * */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MissingReports, missing_reports_free)

#endif

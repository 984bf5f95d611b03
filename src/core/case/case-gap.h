/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_GAP_H
#define CORE_CASE_CASE_GAP_H

#include "core/report/report.h"

/**
 * Case gap: the months that a balance row after a gap covers, and whether all that was used and
 * credited in them agrees, as far as the tables of the report say. Months that are not reported are
 * not known.
 */

/** The first month that @finding, an ACO102, covers; its own where the row before is not reported.
 */
Month case_gap_first (const Report *report, const FindingRow *finding);

/**
 * Used less credited, of the customer and currency of @finding in its months from @first on, all
 * agreements together. Unknown when an addend is.
 */
Amount case_gap_difference (const Report *report, const FindingRow *finding, Month first,
                            Month last);

/** The tie-out row of these. FALSE: there is none. */
gboolean case_gap_tie_out (const Report *report, const FindingRow *finding, TieOutRow *row);

#endif

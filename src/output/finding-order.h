/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_FINDING_ORDER_H
#define OUTPUT_FINDING_ORDER_H

#include <glib.h>

#include "core/report/report.h"

/**
 * FindingOrder: findings as people read them, worst first: by severity, then per currency by the
 * amount at stake, its size without sign, largest first; what has no currency comes last. Equal
 * ones stay in the order of the report.
 */

/** <0, 0 or >0. Both are rows of one report, whose places tell its order. */
gint finding_order_compare (const FindingRow *a, const FindingRow *b);

/** All of @report. (transfer container) */
GPtrArray *finding_order_worst_first (const Report *report); /* of const FindingRow * */
/** Some of one report, worst first. (transfer container) */
GPtrArray *finding_order_sorted (const GPtrArray *rows);

/**
 * Puts @rows, which are worst first, in the order in which they are to be shown as long as there
 * is room: of each severity the largest of every currency, then the second of each, and so on, so
 * that no currency hides another. (transfer container)
 */
GPtrArray *finding_order_in_turn (const GPtrArray *rows);

#endif

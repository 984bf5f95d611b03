/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_WATERFALL_SUMS_H
#define OUTPUT_WATERFALL_SUMS_H

#include "core/report/report.h"

/**
 * WaterfallSums: the waterfall of all customers together, for people. Currencies are never added to
 * each other.
 *
 * Of WaterfallRow, by currency and month, one for each: the sums of charges, aco_used,
 * other_credits, net and pec_earned. All other amounts and the customer are those of one of the
 * rows and mean nothing. Texts belong to @report. (transfer full)
 */
GArray *waterfall_sums_by_month (const Report *report);

#endif

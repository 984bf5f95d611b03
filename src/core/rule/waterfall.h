/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_WATERFALL_H
#define CORE_RULE_WATERFALL_H

#include "core/rule/reckoning.h"

/**
 * The waterfall: charges, less ACO, less other credits, is net; what of it earned Partner Earned
 * Credit; what no credit covered (spec section 3, "Waterfall"). All amounts in the currency of
 * the cell; credits are positive.
 */
typedef struct
{
  Decimal net;
  Decimal uncovered; /* Azure usage without PEC that no ACO credit covers; never negative */
  Decimal pec_base;
  Decimal pec_list;
  Decimal pec_earned;
  Amount aco_available;
  Amount aco_expected;
} Waterfall;

/** Of a cell that has invoice lines. */
Waterfall waterfall_of_cell (const MonthCell *cell);

/** The table `waterfall`, and ACO207 and 306. */
void waterfall_report (const Reckoning *reckoning);

#endif

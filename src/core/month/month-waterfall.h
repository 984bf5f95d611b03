/* SPDX-License-Identifier: MIT */
#ifndef CORE_MONTH_MONTH_WATERFALL_H
#define CORE_MONTH_MONTH_WATERFALL_H

#include "core/month/month-ledger.h"

/**
 * How a month's charges fall to what is payable: charges, less ACO, less other credits, is net;
 * what of it earned Partner Earned Credit; what no credit covered (spec section 3, "Waterfall").
 * All amounts in the currency of the cell; credits are positive. Judges nothing.
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
} MonthWaterfall;

/** Of a cell that has invoice lines. */
MonthWaterfall month_waterfall_of_cell (const MonthCell *cell);

#endif

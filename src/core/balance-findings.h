/* SPDX-License-Identifier: MIT */
#ifndef CORE_BALANCE_FINDINGS_H
#define CORE_BALANCE_FINDINGS_H

#include "core/reckoning.h"

/**
 * Of a customer: the table `rollforward`, and the findings on balance rows: ACO101 to 105 and 112
 * to 118.
 */
void balance_rows_report (const Reckoning *reckoning);
/** Of all customers: ACO106 and 107. */
void balance_repeats_report (const Reckoning *reckoning);

#endif

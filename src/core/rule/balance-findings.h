/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_BALANCE_FINDINGS_H
#define CORE_RULE_BALANCE_FINDINGS_H

#include "core/rule/reckoning.h"

/**
 * Of a customer: the table `rollforward`, and the findings on balance rows: ACO101 to 105 and 112
 * to 118.
 */
void balance_findings_report_rows (const Reckoning *reckoning);
/** Of all customers: ACO106 and 107. */
void balance_findings_report_repeats (const Reckoning *reckoning);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_BALANCE_FINDINGS_H
#define CORE_BALANCE_FINDINGS_H

#include "core/reckoning.h"

/** The table `rollforward`, and the findings on balance rows: ACO101 to 107 and 112 to 118. */
void balance_rows_report (const Reckoning *reckoning);

#endif

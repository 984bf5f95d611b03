/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_AGREEMENT_ROWS_H
#define CORE_RULE_AGREEMENT_ROWS_H

#include "core/rule/reckoning.h"

/** The table `agreements` at the as-of day, and ACO110 and 111. */
void agreement_rows_report (const Reckoning *reckoning);

#endif

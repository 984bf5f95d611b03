/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_TOTALS_H
#define CORE_RULE_TOTALS_H

#include "core/rule/reckoning.h"

/** The table `totals`, from the other tables as reported (spec section 5). */
void totals_report (const Reckoning *reckoning);

#endif

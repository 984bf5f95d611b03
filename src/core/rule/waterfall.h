/* SPDX-License-Identifier: MIT */
#ifndef CORE_RULE_WATERFALL_H
#define CORE_RULE_WATERFALL_H

#include "core/rule/reckoning.h"

/** The table `waterfall` (see month-waterfall), and ACO207 and 306, of a customer. */
void waterfall_report (const Reckoning *reckoning);

#endif

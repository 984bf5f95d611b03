/* SPDX-License-Identifier: MIT */
#ifndef CORE_TOTALS_H
#define CORE_TOTALS_H

#include "core/reckoning.h"

/** The table `totals`, from the other tables as reported (spec section 5). */
void totals_report (const Reckoning *reckoning);

#endif

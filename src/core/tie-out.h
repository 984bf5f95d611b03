/* SPDX-License-Identifier: MIT */
#ifndef CORE_TIE_OUT_H
#define CORE_TIE_OUT_H

#include "core/reckoning.h"

/**
 * The tie-out: credit used per the balance report = ACO credit lines on the invoice =
 * ACO-credited daily usage (spec section 3, "Tie-out"). Adds the table `tieout` and ACO401 to 405
 * and 407.
 */
void tie_out_report (const Reckoning *reckoning);

#endif

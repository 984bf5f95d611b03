/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_BALANCES_H
#define CORE_MCA_MCA_BALANCES_H

#include "core/mca/mca-events.h"
#include "core/mca/mca-lots.h"

/**
 * McaBalances: the tables `profiles` and `totals`; MCA101, 102, 108, 112, 113 and 114 on balances,
 * MCA118 on profiles (credits contract 1.2 and 1.3).
 */

/** @lots and @events: by the number of the profile; @waiting: see mca_pages_waiting(). */
void mca_balances_add (const McaReckoning *self, const McaLotSums *lots, const McaEventSums *events,
                       const GPtrArray *waiting);

#endif

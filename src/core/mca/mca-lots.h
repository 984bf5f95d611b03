/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_LOTS_H
#define CORE_MCA_MCA_LOTS_H

#include "core/mca/mca-reckoning.h"

/** McaLots: the table `lots`; MCA104 to 108 and 114 on lots (credits contract 1.2 and 1.3). */

/** The table and its findings. */
void mca_lots_add (const McaReckoning *self);
/** MCA104, 107, 108 and 114 alone, for who only needs to know whether the lots are sound. */
void mca_lots_check (const McaReckoning *self, const McaLot *lot);

/** What the credits of a profile come to. */
typedef struct
{
  guint64 credits;
  guint64 live;
  Amount available; /* sum of what is left of live ones; unknown without a credit */
} McaLotSums;

/** By the number of the profile. (transfer full) */
McaLotSums *mca_lots_sum (const McaReckoning *self);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_EVENTS_H
#define CORE_MCA_MCA_EVENTS_H

#include "core/mca/mca-reckoning.h"

/**
 * McaEvents: the table `events`, chain by chain; MCA103, 108 to 111 and 114 on events (credits
 * contract 1.2 and 1.3).
 */

/** What the events of a profile come to. */
typedef struct
{
  guint64 count;
  Day first; /* DAY_NONE: there is none */
  Day last;
  const McaEvent *end; /* of the chain in the profile's currency; NULL: it is empty */
} McaEventSums;

/** Adds the table and its findings. By the number of the profile. (transfer full) */
McaEventSums *mca_events_add (const McaReckoning *self);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_MCA_MCA_REPEATS_H
#define CORE_MCA_MCA_REPEATS_H

#include "core/mca/mca-book.h"

/**
 * McaRepeats: lots, events and balances that were read more than once (credits contract 1.1, "The
 * same again"). The later one counts where they differ, in the place of the earlier.
 */

/** A resource that was read before. */
typedef struct
{
  McaOrigin origin;    /* of the further one */
  gboolean is_profile; /* a balance, which is told by its profile */
  const char *currency;
  gboolean differs;
  Decimal difference; /* its remaining, closing or current - the earlier's; 0 if it is the same */
} McaRepeat;

/** Leaves in @book what counts, and returns the others (of McaRepeat). (transfer full) */
GArray *mca_repeats_take_out (McaBook *book);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef OUTPUT_STAKE_ORDER_H
#define OUTPUT_STAKE_ORDER_H

#include <glib.h>

#include "base/decimal.h"

/**
 * StakeOrder: in which order things are shown as long as there is room, when what counts is the
 * money at stake: the largest of every currency first, then the second of each, and so on.
 * Amounts of different currencies are never compared, so that none hides another.
 */
typedef struct
{
  const char *currency; /* NULL is one of its own */
  Decimal amount;       /* its size counts, not its sign */
  gconstpointer item;   /* what it is about */
  guint place;          /* 0: the largest of its currency; set by stake_order_sort() */
} Stake;

/** Sorts an array of Stake. Those with nothing at stake come last; equal ones keep their order. */
void stake_order_sort (GArray *stakes);

#endif

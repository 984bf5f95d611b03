/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_PEC_TALLIES_H
#define CORE_BOOK_PEC_TALLIES_H

#include "base/decimal.h"
#include "base/tally-tree.h"

/** Net amounts that earned one percentage of Partner Earned Credit. */
typedef struct
{
  Decimal percent;
  Decimal net;
} PecTally;

/**
 * Adds @net to the tally of @percent in a tree of PecTally, ascending by percent, which is made if
 * need be (base/tally-tree). Gives the tally, which belongs to the tree.
 */
const PecTally *pec_tallies_add (GTree **tallies, Decimal percent, Decimal net);
/** Adds all of @further; NULL is empty. */
void pec_tallies_merge (GTree **tallies, GTree *further);

/** Sums over a tree of PecTally (NULL: 0): of net amounts, not rounded; of list values and of what
    was earned, each rounded H to cents once per percentage (see pec). */
Decimal pec_tallies_net (GTree *tallies);
Decimal pec_tallies_list_value (GTree *tallies);
Decimal pec_tallies_earned (GTree *tallies);

#endif

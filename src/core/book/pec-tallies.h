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

#endif

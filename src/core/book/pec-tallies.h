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
 * PecTallySet: such amounts, one for each percentage. There is none as long as there is no amount:
 * NULL counts as empty. Nearly always there is one percentage, and one block of memory.
 */
typedef struct PecTallySet PecTallySet;

void pec_tallies_free (PecTallySet *self); /* NULL is fine */

/** Adds @net to the tally of @percent, which is made if need be, and gives it; (transfer none) */
const PecTally *pec_tallies_add (PecTallySet **tallies, Decimal percent, Decimal net);
/** Adds all of @further. */
void pec_tallies_merge (PecTallySet **tallies, const PecTallySet *further);
/** Of const PecTally *, ascending by percentage. (transfer container) */
GPtrArray *pec_tallies_list (const PecTallySet *self);

/** Sums: of net amounts, not rounded; of list values and of what was earned, each rounded H to
    cents once per percentage (see pec). */
Decimal pec_tallies_net (const PecTallySet *self);
Decimal pec_tallies_list_value (const PecTallySet *self);
Decimal pec_tallies_earned (const PecTallySet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PecTallySet, pec_tallies_free)

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_BOOK_SUM_PEC_TALLIES_H
#define CORE_BOOK_SUM_PEC_TALLIES_H

#include "base/tally-tree.h"
#include "core/book/sum/decimal-sum.h"

/** Net amounts that earned one percentage of Partner Earned Credit. */
typedef struct
{
  Decimal percent;
  Decimal net;
} PecTally;

/**
 * PecTallySet: such amounts, one for each percentage. There is none as long as there is no amount:
 * NULL counts as empty. Nearly always there is one percentage, and one block of 64 bytes.
 */
typedef struct PecTallySet PecTallySet;

void pec_tallies_free (PecTallySet *self); /* NULL is fine */

/** Adds @net to the tally of @percent, which is made if need be. */
void pec_tallies_add (PecTallySet **tallies, Decimal percent, Decimal net);
/** The net amount of @percent, 0 where there is none. */
Decimal pec_tallies_net_of (const PecTallySet *self, Decimal percent);
/** Adds all of @further. */
void pec_tallies_merge (PecTallySet **tallies, const PecTallySet *further);
/** Of PecTally *, ascending by percentage. (transfer full) */
GPtrArray *pec_tallies_list (const PecTallySet *self);

/** Sums: of net amounts, not rounded; of list values and of what was earned, each rounded H to
    cents once per percentage (see pec). */
Decimal pec_tallies_net (const PecTallySet *self);
Decimal pec_tallies_list_value (const PecTallySet *self);
Decimal pec_tallies_earned (const PecTallySet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PecTallySet, pec_tallies_free)

#endif

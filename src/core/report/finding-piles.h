/* SPDX-License-Identifier: MIT */
#ifndef CORE_REPORT_FINDING_PILES_H
#define CORE_REPORT_FINDING_PILES_H

#include "core/report/report-layout.h"
#include "core/report/row-pack.h"

/**
 * FindingPiles: the findings of a report while they come in, customer by customer: a pile for each
 * code, since they are shown code by code. For report alone.
 */
typedef struct FindingPiles FindingPiles;

/** @layout: of a table whose rows begin as FindingHead and are ordered by their code; borrowed. */
FindingPiles *finding_piles_new (const TableLayout *layout);
void finding_piles_free (FindingPiles *self); /* NULL is fine */

/** A copy of *row; texts as in row_pack_append(). */
void finding_piles_add (FindingPiles *self, gconstpointer row);
/** Those of @other come behind; it is then gone. */
void finding_piles_take (FindingPiles *self, FindingPiles *other);
gsize finding_piles_count (const FindingPiles *self);
/** The row at @index, code by code; valid until a row is added. */
gconstpointer finding_piles_row (const FindingPiles *self, gsize index);

/** All of them, sorted; those that are equal in their order stay as they came. @self is then gone.
    (transfer full) */
RowPack *finding_piles_join (FindingPiles *self);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef CORE_CASE_CASE_SINGLES_H
#define CORE_CASE_CASE_SINGLES_H

#include "core/report/report.h"

/**
 * CaseSingles: findings that no rule joins, each a case of its own, where only as many are kept as
 * a person reads: of those to settle the largest of each currency. What the others come to is
 * added up, so that nothing is lost but their rows. There can be a finding for every row that was
 * read.
 */
typedef struct CaseSingles CaseSingles;

/** @most: that are kept of a currency. */
CaseSingles *case_singles_new (gsize most);
void case_singles_free (CaseSingles *self); /* NULL is fine */

/** @row is that of the report's findings at @index; its currency must live as long as the report.
 */
void case_singles_add (CaseSingles *self, const FindingRow *row, guint index);

/** The indexes (guint) of those that are kept, ascending. (transfer full) */
GArray *case_singles_kept (const CaseSingles *self);
/** What the others come to. (transfer full) */
GArray *case_singles_rest (const CaseSingles *self); /* of CaseRest */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CaseSingles, case_singles_free)

#endif

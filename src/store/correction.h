/* SPDX-License-Identifier: MIT */
#ifndef STORE_CORRECTION_H
#define STORE_CORRECTION_H

#include "core/book/books.h"
#include "core/report/report.h"
#include "store/seals.h"

/**
 * What is to be added to the sealed rows of a month so that they say what it says now: differences
 * as rows of the roll-forward and the waterfall, for entries that correct a book in which the
 * sealed ones stand (docs/journal.md, "Corrections").
 */

/** All borrowed. */
typedef struct
{
  Database *history;
  const Seal *seal;
  const Books *books; /* that @now was reckoned from */
  const Report *now;  /* of the month alone */
  gboolean continues; /* the book has the openings as closings of the month before */
} Correction;

/**
 * Sorted; rows that are 0 in everything are left out. The sealed roll-forward is that of the sealed
 * balance rows. NULL with @error. (transfer full)
 */
Report *correction_report (const Correction *self, GError **error);

#endif

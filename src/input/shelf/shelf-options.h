/* SPDX-License-Identifier: MIT */
#ifndef INPUT_SHELF_SHELF_OPTIONS_H
#define INPUT_SHELF_SHELF_OPTIONS_H

#include "core/book/shelf/shelf-bytes.h"
#include "input/billing/read-plan.h"

/**
 * ShelfOptions: what of a plan decides what a row says, as bytes, so that books which were read in
 * another way are refused. Limits, threads and what becomes of bad rows are no part of it.
 */

void shelf_options_put (ShelfWriter *self, const ReadPlan *plan);
/** "--day-first" or the like: what was other than in @plan; NULL: nothing, or the reader has a
    fault. Static. */
const char *shelf_options_differ (ShelfReader *self, const ReadPlan *plan);

/** The key of all hashes in books that are kept: the same for everybody, as they meet on any
    machine. */
const HashKey *shelf_options_key (void);

#endif

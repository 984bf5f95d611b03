/* SPDX-License-Identifier: MIT */
#ifndef APP_RUN_H
#define APP_RUN_H

#include "app/plan.h"
#include "app/run-status.h"
#include "core/book/books.h"
#include "output/output-set.h"

/**
 * The order of a run: read everything, reckon everything, then write. Nothing is written until
 * everything has been read and reckoned.
 */

/** A key for hashes. No output depends on it. */
HashKey run_draw_hash_key (void);

/** The files that the plan means, without those to skip. NULL with @error. */
InputSet *run_open_inputs (const Plan *plan, GError **error);

/**
 * Reads @inputs into new books. NULL with @error; bad rows are then named on standard error
 * already. An option that names what is not there is wrong usage.
 */
Books *run_read (Plan *plan, const InputSet *inputs, Rejects *rejects, GError **error);

/** Where the rows set aside go: into the pack, a file of their own, or nowhere. */
gboolean run_write_rejects (const Plan *plan, const Rejects *rejects, OutputSet *output,
                            GError **error);

/** The whole of `acorecon reconcile`. */
RunStatus run_reconcile (Plan *plan, GError **error);

#endif

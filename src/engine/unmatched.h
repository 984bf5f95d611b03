/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_UNMATCHED_H
#define ENGINE_UNMATCHED_H

#include "core/book/books.h"
#include "engine/option/plan.h"
#include "engine/run-listener.h"
#include "input/billing/read-matches.h"
#include "input/input-set.h"

/**
 * Options that name something of the input which is not there: a slip that would otherwise look
 * like agreement. On the command line it is wrong usage; a configuration file serves many runs, so
 * there the listener is told.
 */
typedef struct
{
  const Plan *plan;
  const RunListener *listener;
} Unmatched;

/** Of --skip, before anything is read. FALSE with RECON_ERROR_USAGE. */
gboolean unmatched_check_skips (const Unmatched *self, const InputSet *inputs, GError **error);

/** Of --map, --aco-reason and --invoice-month, when everything was read; @matches: see there. */
gboolean unmatched_check (const Unmatched *self, const Books *books, const ReadMatches *matches,
                          GError **error);

#endif

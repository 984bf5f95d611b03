/* SPDX-License-Identifier: MIT */
#ifndef APP_OPTION_UNMATCHED_H
#define APP_OPTION_UNMATCHED_H

#include "app/option/plan.h"
#include "core/book/books.h"
#include "input/billing/read-matches.h"
#include "input/input-set.h"

/**
 * Options that name something of the input which is not there: a slip that would otherwise look
 * like agreement. On the command line it is wrong usage; a configuration file serves many runs, so
 * there it is a notice on standard error.
 */

/** Of --skip, before anything is read. FALSE with RECON_ERROR_USAGE. */
gboolean unmatched_check_skips (const Plan *plan, const InputSet *inputs, GError **error);

/** Of --map, --aco-reason and --invoice-month, when everything was read; @matches: see there. */
gboolean unmatched_check (const Plan *plan, const Books *books, const ReadMatches *matches,
                          GError **error);

#endif

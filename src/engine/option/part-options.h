/* SPDX-License-Identifier: MIT */
#ifndef ENGINE_OPTION_PART_OPTIONS_H
#define ENGINE_OPTION_PART_OPTIONS_H

#include "core/report/report-part.h"
#include "engine/option/options.h"

/** Words into what of a report is shown (spec section 1, "What is shown"). */

/** --code and --min; NULL with RECON_ERROR_USAGE. (transfer full) */
ReportPart *part_options_new (const Options *options, GError **error);

/**
 * The words of --customer that are to be looked up among those who were read; none where all
 * customers are shown. Borrowed, NULL-terminated.
 */
const char *const *part_options_customers (const Options *options);

#endif

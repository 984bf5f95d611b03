/* SPDX-License-Identifier: MIT */
#ifndef APP_SANDBOX_RUN_PLACES_H
#define APP_SANDBOX_RUN_PLACES_H

#include "app/sandbox/file-rules.h"
#include "engine/option/options.h"

/**
 * RunPlaces: which files and folders a run has to open, as its command and options tell: what it
 * reads, the folders in which something appears, and what the libraries look at. (ADR 14)
 */
void run_places_allow (CommandMask command, const Options *options, FileRules *rules);

#endif

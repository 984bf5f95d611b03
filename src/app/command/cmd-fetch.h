/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_FETCH_H
#define APP_COMMAND_CMD_FETCH_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon fetch mca` and `acorecon fetch billing`: see their help and credits contract, section
    5. */
RunStatus cmd_fetch_mca (const Options *options, GError **error);
RunStatus cmd_fetch_billing (const Options *options, GError **error);

#endif

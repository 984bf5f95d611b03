/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_REOPEN_H
#define APP_COMMAND_CMD_REOPEN_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon reopen`: the last sealed month may be sealed again. */
RunStatus cmd_reopen (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_HISTORY_H
#define APP_COMMAND_CMD_HISTORY_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon history`: what the history holds, or a copy of it. */
RunStatus cmd_history (const Options *options, GError **error);

#endif

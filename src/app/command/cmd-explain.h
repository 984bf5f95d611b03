/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_EXPLAIN_H
#define APP_COMMAND_CMD_EXPLAIN_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon explain`. */
RunStatus cmd_explain (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_TRACE_H
#define APP_COMMAND_CMD_TRACE_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon trace`. */
RunStatus cmd_trace (const Options *options, GError **error);

#endif

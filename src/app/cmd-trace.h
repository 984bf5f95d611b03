/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_TRACE_H
#define APP_CMD_TRACE_H

#include "app/options.h"
#include "app/run-status.h"

/** `acorecon trace`. */
RunStatus cmd_trace (const Options *options, GError **error);

#endif

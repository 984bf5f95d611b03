/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_TRACE_H
#define APP_CMD_TRACE_H

#include "app/command.h"

/** `acorecon trace`. */
RunStatus cmd_trace (const Options *options, GError **error);

#endif

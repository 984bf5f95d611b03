/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_STATEMENT_H
#define APP_COMMAND_CMD_STATEMENT_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon statement`. */
RunStatus cmd_statement (const Options *options, GError **error);

#endif

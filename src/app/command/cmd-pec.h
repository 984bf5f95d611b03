/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_PEC_H
#define APP_COMMAND_CMD_PEC_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon pec`. */
RunStatus cmd_pec (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_CONFIG_H
#define APP_COMMAND_CMD_CONFIG_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon config`. */
RunStatus cmd_config (const Options *options, GError **error);

#endif

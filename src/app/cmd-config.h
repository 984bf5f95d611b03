/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_CONFIG_H
#define APP_CMD_CONFIG_H

#include "app/options.h"
#include "app/run-status.h"

/** `acorecon config`. */
RunStatus cmd_config (const Options *options, GError **error);

#endif

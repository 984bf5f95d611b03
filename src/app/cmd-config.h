/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_CONFIG_H
#define APP_CMD_CONFIG_H

#include "app/command.h"

/** `acorecon config`. */
RunStatus cmd_config (const Options *options, GError **error);

#endif

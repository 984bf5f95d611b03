/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_INIT_H
#define APP_COMMAND_CMD_INIT_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon init`: a folder to start from, with a configuration file and a script. */
RunStatus cmd_init (const Options *options, GError **error);

#endif

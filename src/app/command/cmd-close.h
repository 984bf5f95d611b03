/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_CLOSE_H
#define APP_COMMAND_CMD_CLOSE_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon close`: reconciles a month with the sealed ones before it, and seals it. */
RunStatus cmd_close (const Options *options, GError **error);

#endif

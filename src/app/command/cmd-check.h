/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_CHECK_H
#define APP_COMMAND_CMD_CHECK_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon check`. */
RunStatus cmd_check (const Options *options, GError **error);

#endif

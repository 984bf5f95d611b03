/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_CREDITS_H
#define APP_COMMAND_CMD_CREDITS_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon credits`: see its help. */
RunStatus cmd_credits (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_WATCH_H
#define APP_COMMAND_CMD_WATCH_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon watch`: the agreements that need a person; 1: there are some. */
RunStatus cmd_watch (const Options *options, GError **error);

#endif

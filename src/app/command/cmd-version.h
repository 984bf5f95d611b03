/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_VERSION_H
#define APP_COMMAND_CMD_VERSION_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon version`: what `--version` says. */
RunStatus cmd_version (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_VERSION_H
#define APP_COMMAND_CMD_VERSION_H

#include "app/option/options.h"
#include "app/run/run-status.h"

/** `acorecon version`: what `--version` says. */
RunStatus cmd_version (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_VERSION_H
#define APP_CMD_VERSION_H

#include "app/command.h"

/** `acorecon version`: what `--version` says. */
RunStatus cmd_version (const Options *options, GError **error);

#endif

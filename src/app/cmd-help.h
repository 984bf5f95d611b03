/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_HELP_H
#define APP_CMD_HELP_H

#include "app/command.h"

/** `acorecon help`: what `--help` says, of the program or of a command. */
RunStatus cmd_help (const Options *options, GError **error);

#endif

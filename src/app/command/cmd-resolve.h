/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_RESOLVE_H
#define APP_COMMAND_CMD_RESOLVE_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon resolve`: what was decided about findings, by their ids or from a table. */
RunStatus cmd_resolve (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_RECONCILE_H
#define APP_COMMAND_CMD_RECONCILE_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon reconcile`. */
RunStatus cmd_reconcile (const Options *options, GError **error);

#endif

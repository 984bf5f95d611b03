/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_COMPARE_H
#define APP_COMMAND_CMD_COMPARE_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon compare`: two reports of earlier runs; 1: something is new, gone or moved. */
RunStatus cmd_compare (const Options *options, GError **error);

#endif

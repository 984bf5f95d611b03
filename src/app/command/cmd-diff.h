/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_DIFF_H
#define APP_COMMAND_CMD_DIFF_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon diff`: a month as it is now against what was sealed of it; 1: different. */
RunStatus cmd_diff (const Options *options, GError **error);

#endif

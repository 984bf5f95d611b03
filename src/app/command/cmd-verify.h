/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_VERIFY_H
#define APP_COMMAND_CMD_VERIFY_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon verify`: whether a history is what was sealed. */
RunStatus cmd_verify (const Options *options, GError **error);

#endif

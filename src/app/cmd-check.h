/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_CHECK_H
#define APP_CMD_CHECK_H

#include "app/options.h"
#include "app/run-status.h"

/** `acorecon check`. */
RunStatus cmd_check (const Options *options, GError **error);

#endif

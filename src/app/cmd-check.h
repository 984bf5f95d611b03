/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_CHECK_H
#define APP_CMD_CHECK_H

#include "app/command.h"

/** `acorecon check`. */
RunStatus cmd_check (const Options *options, GError **error);

#endif

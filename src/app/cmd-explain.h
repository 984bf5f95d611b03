/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_EXPLAIN_H
#define APP_CMD_EXPLAIN_H

#include "app/command.h"

/** `acorecon explain`. */
RunStatus cmd_explain (const Options *options, GError **error);

#endif

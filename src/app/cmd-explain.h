/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_EXPLAIN_H
#define APP_CMD_EXPLAIN_H

#include "app/options.h"
#include "app/run-status.h"

/** `acorecon explain`. */
RunStatus cmd_explain (const Options *options, GError **error);

#endif

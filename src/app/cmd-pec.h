/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_PEC_H
#define APP_CMD_PEC_H

#include "app/options.h"
#include "app/run-status.h"

/** `acorecon pec`. */
RunStatus cmd_pec (const Options *options, GError **error);

#endif

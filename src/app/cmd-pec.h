/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_PEC_H
#define APP_CMD_PEC_H

#include "app/command.h"

/** `acorecon pec`. */
RunStatus cmd_pec (const Options *options, GError **error);

#endif

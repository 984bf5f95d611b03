/* SPDX-License-Identifier: MIT */
#ifndef APP_CMD_RECONCILE_H
#define APP_CMD_RECONCILE_H

#include "app/command.h"

/** `acorecon reconcile`. */
RunStatus cmd_reconcile (const Options *options, GError **error);

#endif

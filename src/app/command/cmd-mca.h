/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_MCA_H
#define APP_COMMAND_CMD_MCA_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon mca`: the credits of a Microsoft Customer Agreement from saved REST responses. */
RunStatus cmd_mca (const Options *options, GError **error);

#endif

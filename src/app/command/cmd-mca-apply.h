/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_MCA_APPLY_H
#define APP_COMMAND_CMD_MCA_APPLY_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon mca apply`: which charges credits pay, which lot pays, and what is left due. */
RunStatus cmd_mca_apply (const Options *options, GError **error);

#endif

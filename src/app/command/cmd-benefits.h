/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CMD_BENEFITS_H
#define APP_COMMAND_CMD_BENEFITS_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/** `acorecon benefits`, with and without --profiles: see its help and credits contract, sections 3
    and 4. */
RunStatus cmd_benefits (const Options *options, GError **error);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef APP_COMMAND_CLUSTER_CMD_FOLD_H
#define APP_COMMAND_CLUSTER_CMD_FOLD_H

#include "app/run/run-status.h"
#include "engine/option/options.h"

/**
 * `acorecon fold`: writes the books of files into a file, for acorecon reconcile to put together
 * with those of other files (docs/cluster.md).
 */
RunStatus cmd_fold (const Options *options, GError **error);

#endif

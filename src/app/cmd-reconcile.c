/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/cmd-reconcile.h"

#include "app/run.h"

RunStatus
cmd_reconcile (const Options *options, GError **error)
{
  g_autoptr (Plan) plan = plan_new (options, error);

  return plan != NULL ? run_reconcile (plan, error) : RUN_FAILED;
}

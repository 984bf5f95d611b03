/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-version.h"

#include "app/run/print.h"
#include "base/recon-error.h"

RunStatus
cmd_version (const Options *options, GError **error)
{
  g_autoptr (GString) out = g_string_new (PACKAGE_NAME " " PACKAGE_VERSION "\n");

  if (options_arguments (options)[0] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, "version takes no arguments");
      return RUN_FAILED;
    }
  return print_text (out, error) ? RUN_DONE : RUN_FAILED;
}

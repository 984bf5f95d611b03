/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-version.h"

#include "app/run/library-versions.h"
#include "app/run/print.h"
#include "app/sandbox/sandbox.h"
#include "base/recon-error.h"

/* A commit, or "": sources that are no checkout. Makefile.am knows. */
#ifndef BUILT_FROM
#define BUILT_FROM ""
#endif

RunStatus
cmd_version (const Options *options, GError **error)
{
  const char *commit = BUILT_FROM;
  /* Others read the first line, and no more is ever on it. */
  g_autoptr (GString) out = g_string_new (PACKAGE_NAME " " PACKAGE_VERSION "\n");

  if (options_arguments (options)[0] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, "version takes no arguments");
      return RUN_FAILED;
    }
  g_string_append_printf (out, "commit %s\n", commit[0] != '\0' ? commit : "none");
  g_string_append (out, "licence MIT\n");
  library_versions_append (out);
  g_string_append (out, "sandbox ");
  sandbox_describe (out);
  g_string_append_c (out, '\n');
  return print_text (out, error) ? RUN_DONE : RUN_FAILED;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/cmd-help.h"

#include "base/printable.h"
#include "base/recon-error.h"

RunStatus
cmd_help (const Options *options, GError **error)
{
  const char *const *names = options_arguments (options);
  const Command *command = names[0] != NULL ? command_find (names[0]) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (names[0] == NULL)
    command_append_overview (out);
  else if (command == NULL || names[1] != NULL)
    {
      g_autofree char *found = printable_text (command == NULL ? names[0] : names[1]);
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "found \"%s\", expected one command; see acorecon --help", found);
      return RUN_FAILED;
    }
  else
    command_append_help (command, out);
  return command_print (out, error) ? RUN_DONE : RUN_FAILED;
}

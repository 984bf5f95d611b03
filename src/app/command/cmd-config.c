/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-config.h"

#include "app/run/print.h"
#include "base/printable.h"
#include "base/recon-error.h"

static void
append_values (const Options *options, OptionId id, GString *out)
{
  for (const char *const *value = options_list (options, id); *value != NULL; value++)
    {
      g_autofree char *shown = printable_text (*value);
      g_string_append_printf (out, "%s%s", value != options_list (options, id) ? ";" : "", shown);
    }
}

/* name = value  # where it comes from: as it could stand in the file. */
static void
append_option (const Options *options, OptionId id, GString *out)
{
  const OptionInfo *info = options_info (id);
  const char *origin = options_origin (options, id);
  const gsize start = out->len;

  if (!options_has (options, id) && info->fallback == NULL && info->argument != NULL)
    g_string_append (out, "# ");
  g_string_append_printf (out, "%s = ", info->name);
  if (info->argument == NULL)
    g_string_append (out, options_has (options, id) ? "true" : "false");
  else if (options_has (options, id))
    append_values (options, id, out);
  else
    g_string_append (out, info->fallback != NULL ? info->fallback : "");
  while (out->len - start < 40)
    g_string_append_c (out, ' ');
  g_autofree char *shown = printable_text (origin != NULL ? origin : "default");
  g_string_append_printf (out, "  # %s\n", shown);
}

RunStatus
cmd_config (const Options *options, GError **error)
{
  g_autoptr (GString) out = g_string_new ("[options]\n");

  if (options_arguments (options)[0] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "config takes options only, no PATH");
      return RUN_FAILED;
    }
  for (guint id = 0; id < OPTION_COUNT; id++)
    if (id != OPTION_HELP && id != OPTION_CONFIG)
      append_option (options, (OptionId) id, out);
  return print_text (out, error) ? RUN_DONE : RUN_FAILED;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-init.h"

#include "app/option/config-template.h"
#include "app/run/job.h"
#include "app/run/month-script.h"
#include "app/run/print.h"
#include "base/printable.h"
#include "base/recon-error.h"

#define CONFIG_NAME "acorecon.ini"
#define SCRIPT_NAME "month-end.sh"

static gboolean
is_name (const PackKind *kind G_GNUC_UNUSED, const char *name)
{
  return g_str_equal (name, CONFIG_NAME) || g_str_equal (name, SCRIPT_NAME);
}

static const PackKind new_folder = { .what = NULL, .is_name = is_name };

static gboolean
write_file (OutputSet *output, const char *name, const GString *text, GError **error)
{
  Sink *sink = output_set_open (output, name, error);

  if (sink != NULL)
    sink_append_bytes (sink, text->str, text->len);
  return sink != NULL;
}

static gboolean
write_files (gpointer data G_GNUC_UNUSED, OutputSet *output, GError **error)
{
  g_autoptr (GString) config = g_string_new (NULL);
  g_autoptr (GString) script = g_string_new (NULL);

  config_template_append (config);
  month_script_append (script, CONFIG_NAME);
  return write_file (output, CONFIG_NAME, config, error)
         && write_file (output, SCRIPT_NAME, script, error);
}

static gboolean
print_next (gpointer data, GError **error)
{
  const char *folder = data;
  g_autofree char *config = g_build_filename (folder, CONFIG_NAME, NULL);
  g_autofree char *script = g_build_filename (folder, SCRIPT_NAME, NULL);
  g_autofree char *shown_config = printable_text (config);
  g_autofree char *shown_script = printable_text (script);
  g_autoptr (GString) out = g_string_new (NULL);

  g_string_append_printf (out,
                          "%s\n  every option with its default: look whether one is to be "
                          "another\n%s\n  reconciles a month, and closes it when nothing is open\n"
                          "\n",
                          shown_config, shown_script);
  g_string_append (out, "Next: download the closed files of a month and of the month before into "
                        "one\nfolder, then\n\n");
  g_string_append_printf (out, "  sh %s MONTH FOLDER\n", shown_script);
  return print_text (out, error);
}

RunStatus
cmd_init (const Options *options, GError **error)
{
  static const Publication start = { .write = write_files, .print = print_next };
  const char *const *arguments = options_arguments (options);

  if (arguments[0] == NULL || arguments[0][0] == '\0' || arguments[1] != NULL)
    {
      g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE,
                           "init takes one DIR, the name of a new or empty folder");
      return RUN_FAILED;
    }
  g_autofree char *folder = g_strdup (arguments[0]);
  g_autoptr (OutputSet) output = output_set_new (&new_folder, folder, FALSE);
  return output_set_check (output, error) && job_publish (&start, folder, output, error)
             ? RUN_DONE
             : RUN_FAILED;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/option/config-template.h"

#include "base/printable.h"
#include "engine/option/options.h"

#define WIDTH 78 /* of the words of a comment, which "# " precedes */

static void
append_comment (GString *out, const char *text, const char *more)
{
  g_autoptr (GString) words = g_string_new (NULL);
  PrintableLine filler = printable_line_at (words, WIDTH, 0, 0);

  printable_line_add_text (&filler, text);
  if (more != NULL)
    printable_line_add_text (&filler, more);
  g_auto (GStrv) lines = g_strsplit (words->str, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    g_string_append_printf (out, "# %s\n", *line);
}

static const char *
value_of (const OptionInfo *info)
{
  if (info->argument == NULL)
    return "false";
  return info->fallback != NULL ? info->fallback : info->argument;
}

void
config_template_append (GString *out)
{
  append_comment (
      out,
      "Options of acorecon that the command line does not give. Take the # away from a "
      "key to set it, as in tolerance = 0.05; what stands behind it now is the default, "
      "or, in capitals, what a value looks like. A command takes those options alone "
      "that its help names.",
      NULL);
  g_string_append (out, "\n[options]\n");
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info ((OptionId) id);

      if (id == OPTION_HELP || id == OPTION_CONFIG)
        continue;
      g_string_append_c (out, '\n');
      append_comment (out, info->help,
                      info->repeatable ? "(several are separated by semicolons)" : NULL);
      g_string_append_printf (out, "#%s = %s\n", info->name, value_of (info));
    }
}

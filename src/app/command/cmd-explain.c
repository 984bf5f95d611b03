/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-explain.h"

#include "app/run/print.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "core/report/finding.h"
#include "output/text/explain-text.h"

static gboolean
append_code (const char *text, GString *out, GError **error)
{
  FindingCode code;

  if (finding_code_from_text (text, &code))
    {
      explain_text_render_code (code, out);
      return TRUE;
    }
  g_autofree char *shown = printable_text (text);
  g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
               "found no finding \"%s\", expected a code like ACO401; `acorecon explain' lists "
               "them",
               shown);
  return FALSE;
}

RunStatus
cmd_explain (const Options *options, GError **error)
{
  const char *const *codes = options_arguments (options);
  g_autoptr (GString) out = g_string_new (NULL);

  if (codes[0] == NULL)
    explain_text_render_list (out);
  for (; *codes != NULL; codes++)
    {
      if (out->len > 0)
        g_string_append_c (out, '\n');
      if (!append_code (*codes, out, error))
        return RUN_FAILED;
    }
  return print_text (out, error) ? RUN_DONE : RUN_FAILED;
}

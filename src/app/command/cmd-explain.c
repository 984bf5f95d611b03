/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-explain.h"

#include <string.h>

#include "app/run/print.h"
#include "base/nearest.h"
#include "base/printable.h"
#include "base/recon-error.h"
#include "core/case/case-rule.h"
#include "core/report/finding.h"
#include "output/text/explain-text.h"

#define PREFIX_LENGTH 3 /* of "ACO401" */

/* The codes whose number is @text: "101" is that of one in each of several kinds of report. */
static GPtrArray *
find_numbered (const char *text)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);
      if (strcmp (info->code + PREFIX_LENGTH, text) == 0)
        g_ptr_array_add (found, (gpointer) (guintptr) info->code);
    }
  g_ptr_array_add (found, NULL);
  return found;
}

/* "; did you mean ACO401 or ACO402?", or "". (transfer full) */
static char *
ask_for_code (const char *text)
{
  const char *words[2 * FINDING_CODE_COUNT + CASE_RULE_COUNT + 1] = { NULL };

  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      words[2 * i] = finding_info ((FindingCode) i)->code;
      words[2 * i + 1] = finding_info ((FindingCode) i)->name;
    }
  for (guint i = 0; i < CASE_RULE_COUNT; i++)
    words[2 * FINDING_CODE_COUNT + i] = case_rule_info ((CaseRule) i)->name;
  return nearest_question (text, words);
}

static gboolean
refuse_code (const char *text, const GPtrArray *numbered, GError **error)
{
  g_autofree char *shown = printable_text (text);
  g_autofree char *question = ask_for_code (text);

  if (numbered->pdata[0] != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) numbered->pdata);
      g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                   "found \"%s\", the number of several findings, expected one of %s", shown, list);
    }
  else
    g_set_error (error, RECON_ERROR, RECON_ERROR_USAGE,
                 "found no finding or case \"%s\", expected a code like ACO401; `acorecon explain' "
                 "lists them%s",
                 shown, question);
  return FALSE;
}

static gboolean
append_code (const char *text, GString *out, GError **error)
{
  g_autoptr (GPtrArray) numbered = find_numbered (text);
  FindingCode code;
  CaseRule rule;

  if (case_rule_from_text (text, &rule))
    {
      explain_text_render_case (rule, out);
      return TRUE;
    }
  if (!finding_code_from_text (text, &code)
      && (g_strv_length ((char **) numbered->pdata) != 1
          || !finding_code_from_text (g_ptr_array_index (numbered, 0), &code)))
    return refuse_code (text, numbered, error);
  explain_text_render_code (code, out);
  return TRUE;
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

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/command/cmd-explain.h"

#include "app/run/print.h"
#include "base/recon-error.h"
#include "core/case/case-rule.h"
#include "engine/option/code-word.h"
#include "engine/option/language-option.h"
#include "output/text/explain-text.h"

static gboolean
refuse_code (const char *text, GError **error)
{
  const char *cases[CASE_RULE_COUNT + 1] = { NULL };

  for (guint i = 0; i < CASE_RULE_COUNT; i++)
    cases[i] = case_rule_info ((CaseRule) i)->name;
  g_autofree char *complaint = code_word_complaint (text, "", "finding or case", cases);
  g_set_error_literal (error, RECON_ERROR, RECON_ERROR_USAGE, complaint);
  return FALSE;
}

static gboolean
append_code (const char *text, const Language *language, GString *out, GError **error)
{
  FindingCode code;
  CaseRule rule;

  if (case_rule_from_text (text, &rule))
    {
      explain_text_render_case (rule, language, out);
      return TRUE;
    }
  if (!code_word_parse (text, "", &code))
    return refuse_code (text, error);
  explain_text_render_code (code, language, out);
  return TRUE;
}

RunStatus
cmd_explain (const Options *options, GError **error)
{
  const char *const *codes = options_arguments (options);
  g_autoptr (GString) out = g_string_new (NULL);
  const Language *language;

  if (!language_option_take (options, &language, error))
    return RUN_FAILED;
  if (codes[0] == NULL)
    explain_text_render_list (language, out);
  for (; *codes != NULL; codes++)
    {
      if (out->len > 0)
        g_string_append_c (out, '\n');
      if (!append_code (*codes, language, out, error))
        return RUN_FAILED;
    }
  return print_text (out, error) ? RUN_DONE : RUN_FAILED;
}

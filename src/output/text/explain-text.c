/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/explain-text.h"

#include "base/printable.h"

#include <string.h>

#define WIDTH 80
#define TEXT_COLUMN 12 /* the longest label and its gap */
#define CASE_COLUMN 18 /* the longest name of a case and its gap */

static void
append_paragraph (GString *out, const char *label, const char *text)
{
  if (text == NULL)
    return;

  PrintableLine filler = printable_line_at (out, WIDTH, TEXT_COLUMN, TEXT_COLUMN);

  g_string_append_printf (out, "\n%-*s", TEXT_COLUMN, label);
  printable_line_add_text (&filler, text);
  g_string_append_c (out, '\n');
}

void
explain_text_render_code (FindingCode code, GString *out)
{
  const FindingInfo *info = finding_info (code);
  const char *severity
      = info->severity_rule != NULL ? info->severity_rule : finding_severity_name (info->severity);

  g_string_append_printf (out, "%s %s\n", info->code, info->name);
  append_paragraph (out, "Severity", severity);
  append_paragraph (out, "Meaning", info->meaning);
  append_paragraph (out, "Detection", info->detection);
  append_paragraph (out, "Amount", info->amount);
  append_paragraph (out, "Remedy", info->remedy);
}

void
explain_text_render_case (CaseRule rule, GString *out)
{
  const CaseRuleInfo *info = case_rule_info (rule);

  g_string_append_printf (out, "%s, a case\n", info->name);
  append_paragraph (out, "Meaning", info->sentence);
  append_paragraph (out, "Joins", info->joins);
  append_paragraph (out, "At stake", info->stake);
  append_paragraph (out, "Remedy", info->remedy);
  append_paragraph (out, "Ask", info->ask);
}

static void
append_cases (GString *out)
{
  g_string_append (out, "\nCases, findings that have one cause:\n");
  for (guint i = 0; i < CASE_RULE_COUNT; i++)
    {
      PrintableLine line = printable_line_at (out, WIDTH, CASE_COLUMN, CASE_COLUMN);

      g_string_append_printf (out, "%-*s", CASE_COLUMN, case_rule_info ((CaseRule) i)->name);
      printable_line_add_text (&line, case_rule_info ((CaseRule) i)->sentence);
      g_string_append_c (out, '\n');
    }
}

void
explain_text_render_list (GString *out)
{
  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);

      /* A star tells that the severity depends on the case; the code's own page says how. */
      g_string_append_printf (
          out, "%s  %s%-*s  %s\n", info->code, finding_severity_name (info->severity),
          (int) (strlen ("warning*") - strlen (finding_severity_name (info->severity))),
          info->severity_rule != NULL ? "*" : "", info->name);
    }
  g_string_append (out, "\n* depends on the case.\n");
  append_cases (out);
  g_string_append (out, "\nWhat a finding or a case means and what to do about it:\n"
                        "  acorecon explain CODE\n  acorecon explain CASE\n");
}

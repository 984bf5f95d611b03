/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/explain-text.h"

#include "base/printable.h"
#include "core/report/report-word.h"

#define WIDTH 80
#define TEXT_COLUMN 12 /* the longest English label and its gap */
#define CASE_COLUMN 18 /* the longest name of a case and its gap */
#define GAP 2

/* A label and what stands behind it. */
typedef struct
{
  const char *label;
  const char *text; /* NULL: nothing is to be said */
} Paragraph;

static gsize
text_column (const Language *language, const Paragraph *paragraphs, gsize count)
{
  gsize column = TEXT_COLUMN;

  for (gsize i = 0; i < count; i++)
    column = MAX (column, printable_width (language_say (language, paragraphs[i].label)) + GAP);
  return column;
}

static void
append_blanks (GString *out, gsize count)
{
  g_string_append_printf (out, "%*s", (int) count, "");
}

static void
append_paragraphs (const Language *language, const Paragraph *paragraphs, gsize count, GString *out)
{
  const gsize column = text_column (language, paragraphs, count);

  for (gsize i = 0; i < count; i++)
    {
      const char *label = language_say (language, paragraphs[i].label);
      PrintableLine filler = printable_line_at (out, WIDTH, column, column);

      if (paragraphs[i].text == NULL)
        continue;
      g_string_append_printf (out, "\n%s", label);
      append_blanks (out, column - printable_width (label));
      printable_line_add_text (&filler, language_say (language, paragraphs[i].text));
      g_string_append_c (out, '\n');
    }
}

void
explain_text_render_code (FindingCode code, const Language *language, GString *out)
{
  const FindingInfo *info = finding_info (code);
  const Paragraph paragraphs[]
      = { { N_ ("Severity"),
            info->severity_rule != NULL
                ? info->severity_rule
                : report_word_say (language, finding_severity_name (info->severity)) },
          { N_ ("Meaning"), info->meaning },
          { N_ ("Detection"), info->detection },
          { N_ ("Amount"), info->amount },
          { N_ ("Remedy"), info->remedy } };

  g_string_append_printf (out, "%s %s\n", info->code, info->name);
  append_paragraphs (language, paragraphs, G_N_ELEMENTS (paragraphs), out);
}

void
explain_text_render_case (CaseRule rule, const Language *language, GString *out)
{
  const CaseRuleInfo *info = case_rule_info (rule);
  const Paragraph paragraphs[] = { { N_ ("Meaning"), info->sentence },
                                   { N_ ("Joins"), info->joins },
                                   { N_ ("At stake"), info->stake },
                                   { N_ ("Remedy"), info->remedy },
                                   { N_ ("Ask"), info->ask } };

  g_string_append_printf (out, language_say (language, "%s, a case"), info->name);
  g_string_append_c (out, '\n');
  append_paragraphs (language, paragraphs, G_N_ELEMENTS (paragraphs), out);
}

static void
append_cases (const Language *language, GString *out)
{
  g_string_append_printf (out, "\n%s\n",
                          language_say (language, "Cases, findings that have one cause:"));
  for (guint i = 0; i < CASE_RULE_COUNT; i++)
    {
      const CaseRuleInfo *info = case_rule_info ((CaseRule) i);
      PrintableLine line = printable_line_at (out, WIDTH, CASE_COLUMN, CASE_COLUMN);

      g_string_append_printf (out, "%-*s", CASE_COLUMN, info->name);
      printable_line_add_text (&line, language_say (language, info->sentence));
      g_string_append_c (out, '\n');
    }
}

/* Columns of the longest severity with its star. */
static gsize
severity_width (const Language *language)
{
  gsize width = 0;

  for (guint i = 0; i <= SEVERITY_ERROR; i++)
    width = MAX (
        width, printable_width (report_word_say (language, finding_severity_name ((Severity) i))));
  return width + 1;
}

void
explain_text_render_list (const Language *language, GString *out)
{
  const gsize width = severity_width (language);

  for (guint i = 0; i < FINDING_CODE_COUNT; i++)
    {
      const FindingInfo *info = finding_info ((FindingCode) i);
      const char *severity = report_word_say (language, finding_severity_name (info->severity));

      /* A star tells that the severity depends on the case; the code's own page says how. */
      g_string_append_printf (out, "%s  %s%s", info->code, severity,
                              info->severity_rule != NULL ? "*" : " ");
      append_blanks (out, width - printable_width (severity) - 1);
      g_string_append_printf (out, "  %s\n", info->name);
    }
  g_string_append_printf (out, "\n%s\n", language_say (language, "* depends on the case."));
  append_cases (language, out);
  g_string_append_printf (
      out, "\n%s\n  acorecon explain CODE\n  acorecon explain CASE\n",
      language_say (language, "What a finding or a case means and what to do about it:"));
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-text.h"

#include "base/printable.h"
#include "core/report/grouped-number.h"
#include "output/months/sheet-words.h"

#define CURRENCIES_BESIDE 4 /* in one table of figures */

static void
append_facts (GString *out, const GPtrArray *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const SheetFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *value = printable_text (fact->value);

      g_string_append_printf (out, "%-12s  %s\n", fact->name, value);
    }
}

static void
append_heading (GString *out, const char *title)
{
  g_string_append_printf (out, "\n%s\n", title);
}

static void
append_cell (GString *out, const Amount *amount)
{
  g_autofree char *text
      = amount->known ? grouped_number_of_decimal (amount->value, 2) : g_strdup ("-");

  g_string_append_printf (out, "  %15s", text);
}

static void
append_figures_beside (GString *out, const GArray *figures, guint first, guint end)
{
  g_string_append_printf (out, "  %-28s", "");
  for (guint i = first; i < end; i++)
    {
      g_autofree char *currency = printable_text (g_array_index (figures, ListFigures, i).currency);
      g_string_append_printf (out, "  %15s", currency);
    }
  g_string_append_c (out, '\n');
  for (guint which = 0; which < SHEET_FIGURES; which++)
    {
      g_string_append_printf (out, "  %-28s", sheet_words_figure (which));
      for (guint i = first; i < end; i++)
        append_cell (out, sheet_words_figure_of (&g_array_index (figures, ListFigures, i), which));
      g_string_append_c (out, '\n');
    }
}

static void
append_figures (GString *out, const GArray *figures)
{
  append_heading (out, "Figures");
  if (figures->len == 0)
    g_string_append (out, "  none\n");
  for (guint i = 0; i < figures->len; i += CURRENCIES_BESIDE)
    append_figures_beside (out, figures, i, MIN (i + CURRENCIES_BESIDE, figures->len));
}

static void
append_rest (GString *out, gsize count, gsize shown, const char *where)
{
  g_autofree char *rest = sheet_words_rest (count, shown, where);

  if (rest != NULL)
    g_string_append_printf (out, "  %s\n", rest);
}

static void
append_inputs (GString *out, const GArray *inputs)
{
  append_heading (out, "Inputs");
  for (guint i = 0; i < MIN (inputs->len, CLOSE_SHEET_INPUTS); i++)
    {
      const ListInput *input = &g_array_index (inputs, ListInput, i);
      g_autofree char *file = printable_text (input->file);

      g_string_append_printf (out, "  %s, %s", file, input->kind);
      g_autofree char *rows = grouped_number_of_count (input->rows);
      if (input->sha256 != NULL)
        g_string_append_printf (out, ", %s %s\n    %s", rows, input->rows == 1 ? "row" : "rows",
                                input->sha256);
      g_string_append_c (out, '\n');
    }
  append_rest (out, inputs->len, CLOSE_SHEET_INPUTS, "report.json");
}

static void
append_finding (GString *out, const SheetFinding *finding)
{
  g_autofree char *what = sheet_words_finding (finding);
  g_autofree char *amount = grouped_number_of_decimal (finding->amount, 2);
  g_autofree char *about = sheet_words_about (finding);
  g_autofree char *printable = printable_text (about);
  g_autofree char *decision = sheet_words_decision (finding);

  g_string_append_printf (out, "  %s, %s%s%s\n    %s\n", what, amount,
                          finding->currency != NULL ? " " : "",
                          finding->currency != NULL ? finding->currency : "", printable);
  if (decision == NULL)
    return;
  g_autofree char *shown = printable_text (decision);
  g_string_append_printf (out, "    %s\n", shown);
}

static void
append_findings (GString *out, const CloseSheet *sheet)
{
  append_heading (out, "Findings");
  for (guint standing = 0; standing < SHEET_STANDING_COUNT; standing++)
    {
      const GArray *findings = sheet->findings[standing];
      const guint shown = close_sheet_shown (sheet, (SheetStanding) standing);
      g_autofree char *count = sheet_words_count (sheet, (SheetStanding) standing);

      g_string_append_printf (out, "%s\n", count);
      for (guint i = 0; i < shown; i++)
        append_finding (out, &g_array_index (findings, SheetFinding, i));
      append_rest (out, findings->len, shown,
                   standing == SHEET_CARRIED ? "acorecon watch" : "findings.csv");
    }
}

static void
append_signature (GString *out, const char *who, const char *name)
{
  g_autofree char *printable = printable_text (name);

  g_string_append_printf (out,
                          "\n\n%s %s\n\n  ______________________________  ______________\n"
                          "  %-30s  Date\n",
                          who, printable, "Signature");
}

void
sheet_text_render (const CloseSheet *sheet, GString *out)
{
  g_autofree char *title = sheet_words_title (sheet);
  g_autoptr (GPtrArray) who = sheet_words_who (sheet);
  g_autoptr (GPtrArray) proof = sheet_words_proof (sheet);

  g_string_append_printf (out, "%s\n\n", title);
  append_facts (out, who);
  append_figures (out, sheet->figures);
  append_findings (out, sheet);
  append_inputs (out, sheet->inputs);
  append_heading (out, "In the history");
  append_facts (out, proof);
  append_signature (out, "Prepared by", sheet->seal.preparer);
  append_signature (out, "Approved by", sheet->seal.approver);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-text.h"

#include "base/language/language-number.h"
#include "base/printable.h"
#include "output/html/html-text.h"
#include "output/months/sheet-words.h"

#define CURRENCIES_BESIDE 4 /* in one table of figures */
#define FACT_WIDTH 12       /* these at least; words of other languages may be longer */
#define FIGURE_WIDTH 28
#define AMOUNT_WIDTH 15
#define SIGNATURE_WIDTH 30

/* Blanks up to @width columns behind a text of this width. */
static void
append_blanks (GString *out, gsize taken, gsize width)
{
  for (; taken < width; taken++)
    g_string_append_c (out, ' ');
}

/* To the left of its column. */
static void
append_label (GString *out, const char *text, gsize width)
{
  g_string_append (out, text);
  append_blanks (out, printable_width (text), width);
}

/* To the right of it. */
static void
append_number (GString *out, const char *text, gsize width)
{
  append_blanks (out, printable_width (text), width);
  g_string_append (out, text);
}

static void
append_facts (GString *out, const GPtrArray *facts)
{
  gsize width = FACT_WIDTH;

  for (guint i = 0; i < facts->len; i++)
    width = MAX (width, printable_width (((SheetFact *) facts->pdata[i])->name));
  for (guint i = 0; i < facts->len; i++)
    {
      const SheetFact *fact = g_ptr_array_index (facts, i);
      g_autofree char *value = printable_text (fact->value);

      append_label (out, fact->name, width);
      g_string_append_printf (out, "  %s\n", value);
    }
}

static void
append_heading (GString *out, const Language *language, const char *title)
{
  g_string_append_printf (out, "\n%s\n", language_say_in (language, "heading", title));
}

static void
append_cell (GString *out, const Language *language, const Amount *amount)
{
  g_autofree char *text
      = amount->known ? language_number_of_decimal (language, amount->value, 2) : g_strdup ("-");

  g_string_append (out, "  ");
  append_number (out, text, AMOUNT_WIDTH);
}

static void
append_figures_beside (GString *out, const Language *language, const GArray *figures, guint first,
                       guint end)
{
  gsize width = FIGURE_WIDTH;

  for (guint which = 0; which < SHEET_FIGURES; which++)
    width = MAX (width, printable_width (sheet_words_figure (language, which)));
  append_blanks (out, 0, 2 + width);
  for (guint i = first; i < end; i++)
    {
      g_autofree char *currency = printable_text (g_array_index (figures, ListFigures, i).currency);
      g_string_append (out, "  ");
      append_number (out, currency, AMOUNT_WIDTH);
    }
  g_string_append_c (out, '\n');
  for (guint which = 0; which < SHEET_FIGURES; which++)
    {
      g_string_append (out, "  ");
      append_label (out, sheet_words_figure (language, which), width);
      for (guint i = first; i < end; i++)
        append_cell (out, language,
                     sheet_words_figure_of (&g_array_index (figures, ListFigures, i), which));
      g_string_append_c (out, '\n');
    }
}

static void
append_figures (GString *out, const Language *language, const GArray *figures)
{
  append_heading (out, language, NC_ ("heading", "Figures"));
  if (figures->len == 0)
    g_string_append_printf (out, "  %s\n", language_say (language, "none"));
  for (guint i = 0; i < figures->len; i += CURRENCIES_BESIDE)
    append_figures_beside (out, language, figures, i, MIN (i + CURRENCIES_BESIDE, figures->len));
}

static void
append_rest (GString *out, const Language *language, gsize count, gsize shown, const char *where)
{
  g_autofree char *rest = sheet_words_rest (language, count, shown, where);

  if (rest != NULL)
    g_string_append_printf (out, "  %s\n", rest);
}

static void
append_rows (GString *out, const Language *language, const ListInput *input)
{
  g_autofree char *number = language_number_of_count (language, input->rows);
  g_autofree char *rows
      = g_strdup_printf (language_say_count (language, "%s row", "%s rows", input->rows), number);

  g_string_append_printf (out, ", %s\n    %s", rows, input->sha256);
}

static void
append_inputs (GString *out, const Language *language, const GArray *inputs)
{
  append_heading (out, language, NC_ ("heading", "Inputs"));
  for (guint i = 0; i < MIN (inputs->len, CLOSE_SHEET_INPUTS); i++)
    {
      const ListInput *input = &g_array_index (inputs, ListInput, i);
      g_autofree char *file = printable_text (input->file);

      g_string_append_printf (out, "  %s, %s", file, report_word_say (language, input->kind));
      if (input->sha256 != NULL)
        append_rows (out, language, input);
      g_string_append_c (out, '\n');
    }
  append_rest (out, language, inputs->len, CLOSE_SHEET_INPUTS, "report.json");
}

static void
append_finding (GString *out, const Language *language, const SheetFinding *finding)
{
  g_autofree char *what = sheet_words_finding (language, finding);
  g_autofree char *amount = language_number_of_decimal (language, finding->amount, 2);
  g_autofree char *about = sheet_words_about (language, finding);
  g_autofree char *printable = printable_text (about);
  g_autofree char *decision = sheet_words_decision (language, finding);

  g_string_append_printf (out, "  %s, %s%s%s\n    %s\n", what, amount,
                          finding->currency != NULL ? " " : "",
                          finding->currency != NULL ? finding->currency : "", printable);
  if (decision == NULL)
    return;
  g_autofree char *shown = printable_text (decision);
  g_string_append_printf (out, "    %s\n", shown);
}

static void
append_findings (GString *out, const Language *language, const CloseSheet *sheet)
{
  append_heading (out, language, NC_ ("heading", "Findings"));
  for (guint standing = 0; standing < SHEET_STANDING_COUNT; standing++)
    {
      const GArray *findings = sheet->findings[standing];
      const guint shown = close_sheet_shown (sheet, (SheetStanding) standing);
      g_autofree char *count = sheet_words_count (language, sheet, (SheetStanding) standing);

      g_string_append_printf (out, "%s\n", count);
      for (guint i = 0; i < shown; i++)
        append_finding (out, language, &g_array_index (findings, SheetFinding, i));
      append_rest (out, language, findings->len, shown,
                   standing == SHEET_CARRIED ? "acorecon watch" : "findings.csv");
    }
}

static void
append_signature (GString *out, const Language *language, const char *who, const char *name)
{
  g_autofree char *printable = printable_text (name);

  g_string_append_printf (out, "\n\n%s %s\n\n  ______________________________  ______________\n  ",
                          who, printable);
  append_label (out, language_say (language, "Signature"), SIGNATURE_WIDTH);
  /* translators: below it a date is written by hand */
  g_string_append_printf (out, "  %s\n", language_say (language, "Date"));
}

void
sheet_text_render (const CloseSheet *sheet, const Language *language, GString *out)
{
  g_autofree char *title = sheet_words_title (language, sheet);
  g_autoptr (GPtrArray) who = sheet_words_who (language, sheet);
  g_autoptr (GPtrArray) proof = sheet_words_proof (language, sheet);

  g_string_append_printf (out, "%s\n\n", title);
  append_facts (out, who);
  append_figures (out, language, sheet->figures);
  append_findings (out, language, sheet);
  append_inputs (out, language, sheet->inputs);
  append_heading (out, language, NC_ ("heading", "In the history"));
  append_facts (out, proof);
  append_signature (out, language, language_say (language, "Prepared by"), sheet->seal.preparer);
  append_signature (out, language, language_say (language, "Approved by"), sheet->seal.approver);
}

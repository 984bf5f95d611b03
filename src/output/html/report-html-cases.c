/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-cases.h"

#include "base/visible-text.h"
#include "output/case/case-choice.h"
#include "output/html/html-text.h"

#define SENTENCE_WIDTH 400
#define NAME_WIDTH 60
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { NC_ ("column", "Severity"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Case"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Customer"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Months"), HTML_COLUMN_TEXT },
  { NC_ ("column", "At stake"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "What to do"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Findings"), HTML_COLUMN_TEXT },
};

static const HtmlTable table = { "cases", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_cases_table (void)
{
  return &table;
}

typedef struct
{
  const HtmlPage *page;
  const GPtrArray *rows; /* of CaseRow */
  guint places;
} Cases;

/* The ticket is for Microsoft, and English. */
static void
append_ticket (GString *out, const Language *language, const CaseRow *row)
{
  if (row->ticket == NULL)
    return;
  g_auto (GStrv) lines = g_strsplit (row->ticket, "\n", -1);

  g_string_append (out, "<details><summary>");
  html_text_append_escaped (out, language_say (language, "Text for a support ticket"));
  g_string_append (out, language == NULL ? "</summary><pre>" : "</summary><pre lang=\"en\">");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        html_text_append (out, lines[i], SENTENCE_WIDTH);
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "</pre></details>");
}

static void
append_words (GString *out, const Language *language, const CaseRow *row)
{
  g_autofree char *ask = visible_text (language_say (language, row->ask), SENTENCE_WIDTH);
  /* translators: whom to ask: "Ask: Microsoft, by a support ticket in Partner Center." */
  g_autofree char *text = g_strdup_printf (language_say (language, "Ask: %s."), ask);

  html_text_append (out, row->said != NULL ? row->said : language_say (language, row->sentence),
                    SENTENCE_WIDTH);
  g_string_append (out, "<br>");
  html_text_append (out, language_say (language, row->remedy), SENTENCE_WIDTH);
  g_string_append (out, "<br><small>");
  html_text_append_escaped (out, text);
  g_string_append (out, "</small>");
  append_ticket (out, language, row);
}

static void
append_codes (GString *out, const CaseRow *row)
{
  const char *const *codes = row->codes.elements;

  for (gsize i = 0; i < row->codes.count; i++)
    g_string_append_printf (out, "%s<a href=\"#%s\">%s</a>", i > 0 ? " " : "", codes[i], codes[i]);
}

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const Cases *self = data;
  const HtmlPage *page = self->page;
  const CaseRow *row = g_ptr_array_index (self->rows, index);
  const char *severity = row->open == 0 ? "decided" : finding_severity_name (row->severity);

  g_string_append (out, "<tr><td>");
  html_text_append_word (out, page->language, severity, severity);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->name, NAME_WIDTH);
  g_string_append (out, "</td><td>");
  html_customers_append (page->customers, out, row->customer_id);
  g_string_append (out, "</td><td>");
  html_text_append_months (out, page->language, row->month, row->last_month);
  g_string_append (out, "</td><td>");
  html_text_append_decimal (out, page->language, row->amount,
                            money_places_of (page->places, row->currency), self->places);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  g_string_append (out, "</td><td>");
  append_words (out, page->language, row);
  g_string_append (out, "</td><td>");
  append_codes (out, row);
  g_string_append (out, "</td></tr>\n");
}

/* As many as there is room for, in their order. (transfer container) */
static GPtrArray *
rows_that_fit (const HtmlPage *page, guint places)
{
  GPtrArray *rows = case_choice_in_turn (page->report, CASES_KIND_COUNT);
  const Cases cases = { page, rows, places };
  const HtmlRows trial = { append_row, &cases, rows->len };

  g_ptr_array_set_size (rows, (gint) html_table_count_fitting_rows (&trial, HTML_SHARE_CASES));
  case_choice_sort (rows);
  return rows;
}

static guint
widest_places (const HtmlPage *page)
{
  const gsize count
      = MIN (report_row_count (page->report, REPORT_CASES), 4096); /* more never fit */
  guint places = MONEY_PLACES;

  for (gsize i = 0; i < count; i++)
    {
      const CaseRow *row = report_row (page->report, REPORT_CASES, i);

      places = MAX (places, html_text_decimal_places (
                                row->amount, money_places_of (page->places, row->currency)));
    }
  return places;
}

/* (transfer full) */
static char *
sum_of_shown (const Language *language, const CasesSum *sum, const CasesSum *all)
{
  g_autofree char *money = money_tally_to_string (sum->money, language);

  if (*money == '\0')
    return g_strdup_printf (language_say_count (language, "%u of %u cases to settle shown.",
                                                "%u of %u cases to settle shown.", all->count),
                            sum->count, all->count);
  return g_strdup_printf (
      language_say_count (language, "%u of %u cases to settle shown, %s at stake.",
                          "%u of %u cases to settle shown, %s at stake.", all->count),
      sum->count, all->count, money);
}

/* (transfer full) */
static char *
sum_of_all (const Language *language, const CasesSum *sum)
{
  g_autofree char *money = money_tally_to_string (sum->money, language);

  if (*money == '\0')
    return g_strdup_printf (
        language_say_count (language, "%u case to settle.", "%u cases to settle.", sum->count),
        sum->count);
  return g_strdup_printf (language_say_count (language, "%u case to settle, %s at stake.",
                                              "%u cases to settle, %s at stake.", sum->count),
                          sum->count, money);
}

/* What is to be settled in all, no money counted twice. */
static void
append_sum (GString *out, const HtmlPage *page)
{
  g_auto (CasesSum) sum = case_choice_sum (page->report, CASES_TO_SETTLE);
  g_auto (CasesSum) all = case_choice_sum (report_whole (page->report), CASES_TO_SETTLE);
  g_autofree char *text = sum.count < all.count ? sum_of_shown (page->language, &sum, &all)
                                                : sum_of_all (page->language, &sum);

  g_string_append (out, "<p><b>");
  html_text_append_escaped (out, text);
  g_string_append (out, "</b> ");
  html_text_append_escaped (
      out, language_say (page->language,
                         "Findings that have one cause are one case, and their money counts once. "
                         "First what is to be settled, then notices, then what is decided; of each "
                         "the largest amount first."));
  g_string_append (out, "</p>\n");
}

void
report_html_cases (GString *out, const HtmlPage *page)
{
  static const char *const severities[] = { "error", "warning", "notice", NULL };
  const HtmlChoice choice = { NC_ ("column", "Severity"), "severity", 0, severities };
  const Language *language = page->language;
  const gsize total = report_row_count (page->report, REPORT_CASES);

  if (total == 0)
    {
      html_text_append_paragraph (out, NULL, language_say (language, "No cases."));
      return;
    }
  const guint places = widest_places (page);
  g_autoptr (GPtrArray) fitting = rows_that_fit (page, places);
  const Cases cases = { page, fitting, places };
  const HtmlRows rows = { append_row, &cases, fitting->len };

  append_sum (out, page);
  html_table_append_rest (
      out, language, fitting->len, total,
      language_say (language, "those with most at stake, as many as there is room for"),
      REPORT_CASES);
  html_table_append_tools (out, language, &choice, 1);
  html_table_begin (out, language, &table,
                    language_say (language, "Cases, the first to settle first"), TRUE);
  html_table_append_rows (out, &rows, G_MAXSIZE);
  html_table_end (out);
}

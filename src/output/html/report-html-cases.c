/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-cases.h"

#include "output/case/case-choice.h"
#include "output/html/html-text.h"

#define SENTENCE_WIDTH 400
#define NAME_WIDTH 60
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { "Severity", HTML_COLUMN_TEXT },   { "Case", HTML_COLUMN_TEXT },
  { "Customer", HTML_COLUMN_TEXT },   { "Months", HTML_COLUMN_TEXT },
  { "At stake", HTML_COLUMN_NUMBER }, { "Currency", HTML_COLUMN_TEXT },
  { "What to do", HTML_COLUMN_WIDE }, { "Findings", HTML_COLUMN_TEXT },
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

static void
append_months (GString *out, const CaseRow *row)
{
  html_text_append_month (out, row->month);
  if (row->last_month == row->month)
    return;
  g_string_append (out, " to ");
  html_text_append_month (out, row->last_month);
}

static void
append_ticket (GString *out, const CaseRow *row)
{
  if (row->ticket == NULL)
    return;
  g_auto (GStrv) lines = g_strsplit (row->ticket, "\n", -1);

  g_string_append (out, "<details><summary>Text for a support ticket</summary><pre>");
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        html_text_append (out, lines[i], SENTENCE_WIDTH);
      g_string_append_c (out, '\n');
    }
  g_string_append (out, "</pre></details>");
}

static void
append_words (GString *out, const CaseRow *row)
{
  html_text_append (out, row->sentence, SENTENCE_WIDTH);
  g_string_append (out, "<br>");
  html_text_append (out, row->remedy, SENTENCE_WIDTH);
  g_string_append (out, "<br><small>Ask: ");
  html_text_append (out, row->ask, SENTENCE_WIDTH);
  g_string_append (out, ".</small>");
  append_ticket (out, row);
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

  g_string_append_printf (out, "<tr><td><b class=\"%s\">%s</b></td><td>", severity, severity);
  html_text_append (out, row->name, NAME_WIDTH);
  g_string_append (out, "</td><td>");
  html_customers_append (page->customers, out, row->customer_id);
  g_string_append (out, "</td><td>");
  append_months (out, row);
  g_string_append (out, "</td><td>");
  html_text_append_decimal (out, row->amount, money_places_of (page->places, row->currency),
                            self->places);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  g_string_append (out, "</td><td>");
  append_words (out, row);
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

/* What is to be settled in all, no money counted twice. */
static void
append_sum (GString *out, const Report *report)
{
  g_auto (CasesSum) sum = case_choice_sum (report, CASES_TO_SETTLE);
  g_auto (CasesSum) all = case_choice_sum (report_whole (report), CASES_TO_SETTLE);
  g_autofree char *money = money_tally_to_string (sum.money);

  if (sum.count < all.count)
    g_string_append_printf (out, "<p><b>%u of %u cases to settle shown", sum.count, all.count);
  else
    g_string_append_printf (out, "<p><b>%u %s to settle", sum.count,
                            sum.count == 1 ? "case" : "cases");
  if (*money != '\0')
    {
      g_string_append (out, ", ");
      html_text_append_escaped (out, money);
      g_string_append (out, " at stake");
    }
  g_string_append (out, ".</b> Findings that have one cause are one case, and their money counts "
                        "once. First what is to be settled, then notices, then what is decided; "
                        "of each the largest amount first.</p>\n");
}

void
report_html_cases (GString *out, const HtmlPage *page)
{
  static const char *const severities[] = { "error", "warning", "notice", NULL };
  const HtmlChoice choice = { "Severity", "severity", 0, severities };
  const gsize total = report_row_count (page->report, REPORT_CASES);

  if (total == 0)
    {
      g_string_append (out, "<p>No cases.</p>\n");
      return;
    }
  const guint places = widest_places (page);
  g_autoptr (GPtrArray) fitting = rows_that_fit (page, places);
  const Cases cases = { page, fitting, places };
  const HtmlRows rows = { append_row, &cases, fitting->len };

  append_sum (out, page->report);
  html_table_append_rest (out, fitting->len, total,
                          "those with most at stake, as many as there is room for", REPORT_CASES);
  html_table_append_tools (out, &choice, 1);
  html_table_begin (out, &table, "Cases, the first to settle first", TRUE);
  html_table_append_rows (out, &rows, G_MAXSIZE);
  html_table_end (out);
}

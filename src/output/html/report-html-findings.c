/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-findings.h"

#include <string.h>

#include "output/finding-order.h"
#include "output/html/html-table.h"
#include "output/html/html-text.h"
#include "output/html/report-html-evidence.h"
#include "output/text/trace-words.h"

#define MESSAGE_WIDTH 400
#define CURRENCY_WIDTH 12
#define SUBJECT_WIDTH 100

static const HtmlColumn columns[] = {
  { NC_ ("column", "Severity"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Code"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Customer"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Month"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Amount"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Finding"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Source"), HTML_COLUMN_WIDE },
};

static const HtmlTable table = { "findings", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_findings_table (void)
{
  return &table;
}

static void
append_severity (GString *out, const HtmlPage *page, Severity severity)
{
  const char *name = finding_severity_name (severity);

  html_text_append_word (out, page->language, name, name);
}

static void
append_code (GString *out, FindingCode code)
{
  const FindingInfo *info = finding_info (code);

  g_string_append_printf (out, "<a href=\"#%s\">%s</a>", info->code, info->code);
}

/* Where it stands, and what finds it again in another run. */
static void
append_source (GString *out, const FindingRow *row)
{
  html_text_append_source (out, row->file, row->line);
  if (row->subject == NULL)
    return;
  g_string_append (out, " <small>");
  html_text_append (out, row->subject, SUBJECT_WIDTH);
  g_string_append (out, "</small>");
}

static void
append_decision (GString *out, const Language *language, const FindingRow *row)
{
  if (row->resolution == NULL)
    return;
  /* translators: "accepted by Ann: a note" */
  g_autofree char *text
      = g_strdup_printf (language_say (language, "%s by %s: %s"),
                         report_word_say (language, row->resolution), row->resolved_by, row->note);

  g_string_append (out, " <small>");
  html_text_append (out, text, MESSAGE_WIDTH);
  g_string_append (out, "</small>");
}

typedef struct
{
  const HtmlPage *page;
  const GPtrArray *rows; /* of FindingRow */
  guint places;
  const char *folder; /* of the files, for a command */
  gsize evident;      /* behind so many rows, the first ones, stands what they rest on */
} Findings;

static void
append_evidence (GString *out, gconstpointer data, gsize index)
{
  const Findings *self = data;

  report_html_evidence (out, self->page, g_ptr_array_index (self->rows, index), self->folder);
}

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const Findings *self = data;
  const HtmlPage *page = self->page;
  const FindingRow *row = g_ptr_array_index (self->rows, index);

  g_string_append (out, "<tr><td>");
  append_severity (out, page, row->severity);
  g_string_append (out, "</td><td>");
  append_code (out, row->code);
  g_string_append (out, "</td><td>");
  html_customers_append (page->customers, out, row->customer_id);
  g_string_append (out, "</td><td>");
  html_text_append_month (out, page->language, row->month);
  g_string_append (out, "</td><td>");
  html_text_append_decimal (out, page->language, row->amount,
                            money_places_of (page->places, row->currency), self->places);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->said != NULL ? row->said : row->message, MESSAGE_WIDTH);
  append_decision (out, page->language, row);
  g_string_append (out, "</td><td>");
  append_source (out, row);
  if (index < self->evident)
    append_evidence (out, self, index);
  g_string_append (out, "</td></tr>\n");
}

static guint
widest_places (const HtmlPage *page, const GPtrArray *rows, guint count)
{
  guint places = MONEY_PLACES;

  for (guint i = 0; i < count; i++)
    {
      const FindingRow *row = g_ptr_array_index (rows, i);

      places = MAX (places, html_text_decimal_places (
                                row->amount, money_places_of (page->places, row->currency)));
    }
  return places;
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  return finding_order_compare (*(const FindingRow *const *) a, *(const FindingRow *const *) b);
}

/* The worst of every currency, as many as there is room for, worst first. (transfer container) */
static GPtrArray *
rows_that_fit (const HtmlPage *page, const GPtrArray *rows, guint places)
{
  GPtrArray *in_turn = finding_order_in_turn (rows);
  const Findings findings = { .page = page, .rows = in_turn, .places = places };
  const HtmlRows trial = { append_row, &findings, in_turn->len };

  g_ptr_array_set_size (in_turn,
                        (gint) html_table_count_fitting_rows (&trial, HTML_SHARE_FINDINGS));
  g_ptr_array_sort (in_turn, compare_rows);
  return in_turn;
}

static void
count_codes (const Report *report, gsize counts[FINDING_CODE_COUNT])
{
  memset (counts, 0, FINDING_CODE_COUNT * sizeof *counts);
  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    counts[((const FindingRow *) report_row (report, REPORT_FINDINGS, i))->code]++;
}

/* By severity, and by those codes that the report has. */
static void
append_tools (GString *out, const HtmlPage *page)
{
  const Report *report = page->report;
  static const char *const severities[] = { "error", "warning", "notice", NULL };
  const char *codes[FINDING_CODE_COUNT + 1] = { NULL };
  const HtmlChoice choices[] = { { NC_ ("column", "Severity"), "severity", 0, severities },
                                 { NC_ ("column", "Code"), "code", 1, codes } };
  gsize counts[FINDING_CODE_COUNT];
  guint count = 0;

  count_codes (report, counts);
  for (FindingCode code = 0; code < FINDING_CODE_COUNT; code++)
    if (counts[code] > 0)
      codes[count++] = finding_info (code)->code;
  html_table_append_tools (out, page->language, choices, G_N_ELEMENTS (choices));
}

static void
append_table (GString *out, const HtmlPage *page)
{
  const Language *language = page->language;
  g_autoptr (GPtrArray) all = finding_order_worst_first (page->report);
  const guint places = widest_places (page, all, MIN (all->len, 4096)); /* more never fit */
  g_autoptr (GPtrArray) fitting = rows_that_fit (page, all, places);
  g_autofree char *folder = trace_words_folder (page->report);
  Findings findings = { page, fitting, places, folder, 0 };
  const HtmlRows evidence = { append_evidence, &findings, fitting->len };
  const HtmlRows rows = { append_row, &findings, fitting->len };

  findings.evident = html_table_count_fitting_rows (&evidence, HTML_SHARE_EVIDENCE);

  html_table_append_rest (
      out, language, fitting->len, all->len,
      language_say (language, "those with most at stake, as many as there is room for"),
      REPORT_FINDINGS);
  append_tools (out, page);
  html_table_begin (out, language, &table, language_say (language, "Findings, worst first"), TRUE);
  html_table_append_rows (out, &rows, G_MAXSIZE);
  html_table_end (out);
}

/* What the codes mean */

static void
append_definition (GString *out, const Language *language, const char *term, const char *text)
{
  if (text == NULL)
    return;
  g_string_append (out, "<dt>");
  html_text_append_escaped (out, language_say_in (language, "explanation", term));
  g_string_append (out, "</dt><dd>");
  html_text_append_escaped (out, language_say (language, text));
  g_string_append (out, "</dd>\n");
}

static void
append_explanation (GString *out, const Language *language, FindingCode code, gsize count)
{
  const FindingInfo *info = finding_info (code);
  g_autofree char *number = html_text_count (language, count);
  g_autofree char *text
      = g_strdup_printf (language_say_count (language, "%s finding", "%s findings", count), number);

  g_string_append_printf (out, "<article id=\"%s\"><h4>%s <span class=\"name\">%s</span> <small>",
                          info->code, info->code, info->name);
  html_text_append_escaped (out, text);
  g_string_append (out, "</small></h4>\n<dl>\n");
  append_definition (out, language, NC_ ("explanation", "What it means"), info->meaning);
  append_definition (out, language, NC_ ("explanation", "How it is found"), info->detection);
  append_definition (out, language, NC_ ("explanation", "The amount"), info->amount);
  append_definition (out, language, NC_ ("explanation", "Severity"), info->severity_rule);
  append_definition (out, language, NC_ ("explanation", "What to do"), info->remedy);
  g_string_append (out, "</dl></article>\n");
}

static void
append_explanations (GString *out, const HtmlPage *page)
{
  gsize counts[FINDING_CODE_COUNT];

  count_codes (page->report, counts);
  g_string_append (out, "<h3 id=\"explanations\">");
  html_text_append_escaped (out,
                            language_say_in (page->language, "heading", "What the findings mean"));
  g_string_append (out, "</h3>\n<div class=\"explanations\">\n");
  for (FindingCode code = 0; code < FINDING_CODE_COUNT; code++)
    if (counts[code] > 0)
      append_explanation (out, page->language, code, counts[code]);
  g_string_append (out, "</div>\n");
}

void
report_html_findings (GString *out, const HtmlPage *page)
{
  const Report *report = page->report;

  if (report_row_count (report, REPORT_FINDINGS) == 0)
    html_text_append_paragraph (out, NULL, language_say (page->language, "No findings."));
  else
    {
      g_string_append (out, "<p>");
      /* translators: what stands between { and } is a link */
      html_text_append_marked (
          out,
          language_say (page->language,
                        "A code leads to its {explanation}; the source is the line of the file on "
                        "which the finding stands, with the figures that it rests on and the "
                        "command that lists the rows behind them (add the options of this run, if "
                        "there were any). Worst first: by severity, then by the amount at stake, "
                        "largest first, currency by currency."),
          "<a href=\"#explanations\">", "</a>");
      g_string_append (out, "</p>\n");
      append_table (out, page);
      append_explanations (out, page);
    }
}

/* The findings of a customer */

static void
append_item (GString *out, const HtmlPage *page, const FindingRow *row)
{
  g_string_append (out, "<li>");
  append_severity (out, page, row->severity);
  g_string_append_c (out, ' ');
  append_code (out, row->code);
  g_string_append_printf (out, " %s, ", finding_info (row->code)->name);
  if (row->month != MONTH_NONE)
    {
      html_text_append_month (out, page->language, row->month);
      g_string_append (out, ", ");
    }
  html_text_append_decimal (out, page->language, row->amount,
                            money_places_of (page->places, row->currency), 0);
  if (row->currency != NULL && *row->currency != '\0')
    {
      g_string_append_c (out, ' ');
      html_text_append (out, row->currency, CURRENCY_WIDTH);
    }
  g_string_append (out, ": ");
  html_text_append (out, row->said != NULL ? row->said : row->message, MESSAGE_WIDTH);
  g_string_append (out, " <span class=\"source\">");
  append_source (out, row);
  g_string_append (out, "</span></li>\n");
}

void
report_html_findings_list (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                           gsize max)
{
  gsize shown = MIN (customer->finding_count, max);

  if (shown == 0)
    return;
  g_string_append (out, "<ul class=\"findings\">\n");
  for (gsize i = 0; i < shown; i++)
    append_item (out, page, customer->findings[i]);
  g_string_append (out, "</ul>\n");
  html_table_append_rest (out, page->language, shown, customer->finding_count, NULL,
                          REPORT_FINDINGS);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-totals.h"

#include "output/html/html-text.h"

#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Forfeited"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Balance"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Invoice credit"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "PEC earned"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Net"), HTML_COLUMN_NUMBER },
};

static const HtmlTable table = { "totals", columns, G_N_ELEMENTS (columns) };

const HtmlTable *
report_html_totals_table (void)
{
  return &table;
}

static guint
row_places (const HtmlPage *page, guint places, const TotalsRow *row)
{
  const Amount *amounts[] = { &row->used,           &row->forfeited,  &row->balance,
                              &row->invoice_credit, &row->pec_earned, &row->net };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i]->known)
      places = MAX (places, html_text_decimal_places (
                                amounts[i]->value, money_places_of (page->places, row->currency)));
  return places;
}

typedef struct
{
  const HtmlPage *page;
  guint places;
} Totals;

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const Totals *self = data;
  const HtmlPage *page = self->page;
  const TotalsRow *row = report_row (page->report, REPORT_TOTALS, index);
  const Amount *amounts[] = { &row->used,           &row->forfeited,  &row->balance,
                              &row->invoice_credit, &row->pec_earned, &row->net };

  g_string_append (out, "<tr><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_amount (out, page->language, amounts[i],
                               money_places_of (page->places, row->currency), self->places);
    }
  g_string_append (out, "</td></tr>\n");
}

void
report_html_totals (GString *out, const HtmlPage *page)
{
  const Report *report = page->report;
  Totals totals = { page, MONEY_PLACES };
  const HtmlRows rows = { append_row, &totals, report_row_count (report, REPORT_TOTALS) };
  gsize shown = 0;

  for (gsize i = 0; i < rows.count; i++)
    totals.places = row_places (page, totals.places, report_row (report, REPORT_TOTALS, i));
  if (rows.count > 0)
    {
      html_table_begin (out, page->language, &table,
                        language_say (page->language, "Totals per currency"), FALSE);
      shown = html_table_append_rows (out, &rows, HTML_SHARE_TOTALS);
      html_table_end (out);
    }
  html_table_append_rest (out, page->language, shown, rows.count, NULL, REPORT_TOTALS);
  html_text_append_paragraph (
      out, "note",
      language_say (page->language,
                    "Amounts are exact and never added across currencies. "
                    "\xe2\x80\x93 stands for what is not known or does not apply."));
}

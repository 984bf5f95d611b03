/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-files.h"

#include "output/html/html-text.h"

#define FILE_WIDTH 120
#define NAME_WIDTH 40
#define SHA256_WIDTH 64
#define CURRENCY_WIDTH 12

static const HtmlColumn file_columns[] = {
  { NC_ ("column", "File"), HTML_COLUMN_WIDE },
  { NC_ ("column", "Kind"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Rows"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Set aside"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Months"), HTML_COLUMN_TEXT },
  { NC_ ("column", "SHA-256"), HTML_COLUMN_WIDE },
};

static const HtmlColumn invoice_columns[] = {
  { NC_ ("column", "Invoice"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Month"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Lines"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Subtotal"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Tax"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Total"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Recomputed by rule"), HTML_COLUMN_WIDE },
};

static const HtmlTable file_table = { "files", file_columns, G_N_ELEMENTS (file_columns) };
static const HtmlTable invoice_table
    = { "invoices", invoice_columns, G_N_ELEMENTS (invoice_columns) };

const HtmlTable *
report_html_files_table (void)
{
  return &file_table;
}

const HtmlTable *
report_html_files_invoices_table (void)
{
  return &invoice_table;
}

/* The files */

/* "2026-07 to 2026-10"; the months between may be missing, which the JSON form tells. */
static void
append_months (GString *out, const Language *language, const GArray *months)
{
  if (months == NULL || months->len == 0)
    html_text_append_month (out, language, MONTH_NONE);
  else
    html_text_append_months (out, language, g_array_index (months, Month, 0),
                             g_array_index (months, Month, months->len - 1));
}

static void
append_file (GString *out, gconstpointer data, gsize index)
{
  const HtmlPage *page = data;
  const InputRow *row = report_row (page->report, REPORT_INPUTS, index);

  g_string_append (out, "<tr><td>");
  html_text_append (out, row->file, FILE_WIDTH);
  g_string_append (out, "</td><td>");
  html_text_append (out, report_word_say (page->language, file_kind_name (row->kind)), NAME_WIDTH);
  g_string_append (out, "</td><td>");
  html_text_append_count (out, row->rows);
  g_string_append (out, "</td><td>");
  html_text_append_count (out, row->rejected);
  g_string_append (out, "</td><td>");
  append_months (out, page->language, row->months);
  g_string_append (out, "</td><td class=\"id\">");
  html_text_append (out, row->sha256, SHA256_WIDTH);
  g_string_append (out, "</td></tr>\n");
}

static void
append_files (GString *out, const HtmlPage *page)
{
  const HtmlRows rows = { append_file, page, report_row_count (page->report, REPORT_INPUTS) };
  gsize shown;

  html_table_begin (out, page->language, &file_table,
                    language_say_in (page->language, "heading", "Files"), FALSE);
  shown = html_table_append_rows (out, &rows, HTML_SHARE_FILES);
  html_table_end (out);
  html_table_append_rest (out, page->language, shown, rows.count, NULL, REPORT_INPUTS);
}

/* The invoices */

typedef struct
{
  const HtmlPage *page;
  guint places;
} Invoices;

static void
append_fits (GString *out, const guint64 fits[FIT_COUNT])
{
  const char *before = "";

  for (Fit fit = 0; fit < FIT_COUNT; fit++)
    if (fits[fit] > 0)
      {
        g_string_append_printf (out, "%s%s %" G_GUINT64_FORMAT, before, fit_name (fit), fits[fit]);
        before = ", ";
      }
  if (*before == '\0')
    g_string_append (out, HTML_DASH);
}

static void
append_invoice (GString *out, gconstpointer data, gsize index)
{
  const Invoices *self = data;
  const InvoiceRow *row = report_row (self->page->report, REPORT_INVOICES, index);
  const guint least = money_places_of (self->page->places, row->currency);
  const Decimal amounts[] = { row->subtotal, row->tax, row->total };

  g_string_append (out, "<tr><td>");
  html_text_append (out, row->invoice, NAME_WIDTH);
  g_string_append (out, "</td><td>");
  html_text_append_month (out, self->page->language, row->month);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  g_string_append (out, "</td><td>");
  html_text_append_count (out, row->lines);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_decimal (out, self->page->language, amounts[i], least, self->places);
    }
  g_string_append (out, "</td><td>");
  append_fits (out, row->fits);
  g_string_append (out, "</td></tr>\n");
}

static guint
invoice_places (const HtmlPage *page)
{
  const Report *report = page->report;
  guint places = MONEY_PLACES;

  for (gsize i = 0; i < report_row_count (report, REPORT_INVOICES); i++)
    {
      const InvoiceRow *row = report_row (report, REPORT_INVOICES, i);
      const guint least = money_places_of (page->places, row->currency);

      places = MAX (places, html_text_decimal_places (row->subtotal, least));
      places = MAX (places, html_text_decimal_places (row->tax, least));
      places = MAX (places, html_text_decimal_places (row->total, least));
    }
  return places;
}

static void
append_invoices (GString *out, const HtmlPage *page)
{
  const Language *language = page->language;
  const Invoices invoices = { page, invoice_places (page) };
  const HtmlRows rows
      = { append_invoice, &invoices, report_row_count (page->report, REPORT_INVOICES) };
  gsize shown;

  g_string_append (out, "<h3>");
  html_text_append_escaped (out, language_say_in (language, "heading", "Invoices"));
  g_string_append (out, "</h3>\n");
  html_text_append_paragraph (
      out, NULL,
      language_say (language, "The last column counts the lines by the rounding rule that gives "
                              "their Subtotal again."));
  html_table_begin (out, language, &invoice_table,
                    language_say_in (language, "heading", "Invoices"), FALSE);
  shown = html_table_append_rows (out, &rows, HTML_SHARE_INVOICES);
  html_table_end (out);
  html_table_append_rest (out, language, shown, rows.count, NULL, REPORT_INVOICES);
}

void
report_html_files (GString *out, const HtmlPage *page)
{
  const Report *report = page->report;

  if (report_row_count (report, REPORT_INPUTS) == 0)
    html_text_append_paragraph (out, NULL, language_say (page->language, "No files."));
  else
    append_files (out, page);
  if (report_row_count (report, REPORT_INVOICES) > 0)
    append_invoices (out, page);
}

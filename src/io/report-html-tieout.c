/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/report-html-tieout.h"

#include "io/html-text.h"

#define TABLE_BYTES_MAX (500 * 1024)
#define ROWS_LISTED_MAX 1200 /* beyond it, rows that agree are only counted */
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { "Customer", HTML_COLUMN_TEXT },         { "Month", HTML_COLUMN_TEXT },
  { "Currency", HTML_COLUMN_TEXT },         { "Balance used", HTML_COLUMN_NUMBER },
  { "Invoice credit", HTML_COLUMN_NUMBER }, { "Usage credit", HTML_COLUMN_NUMBER },
  { "Difference", HTML_COLUMN_NUMBER },     { "Result", HTML_COLUMN_TEXT },
};

static const HtmlTable table = { "tieout", columns, G_N_ELEMENTS (columns) };
/* The same without the customer, in whose section it stands. */
static const HtmlTable customer_table = { "tieout1", columns + 1, G_N_ELEMENTS (columns) - 1 };

static const char *const results[] = { "agrees", "rounding", "differs", "not-comparable", NULL };

const HtmlTable *
report_html_tie_out_table (void)
{
  return &table;
}

const HtmlTable *
report_html_tie_out_customer_table (void)
{
  return &customer_table;
}

static gboolean
row_agrees (const TieOutRow *row)
{
  return g_strcmp0 (row->result, "agrees") == 0 || g_strcmp0 (row->result, "rounding") == 0;
}

static guint
amount_places (guint places, const Amount *amount)
{
  return amount->known ? MAX (places, html_decimal_places (amount->value)) : places;
}

static guint
row_places (guint places, const TieOutRow *row)
{
  places = amount_places (places, &row->balance_used);
  places = amount_places (places, &row->invoice_credit);
  places = amount_places (places, &row->usage_credit);
  return amount_places (places, &row->difference);
}

/* From the month on. */
static void
append_cells (GString *out, const TieOutRow *row, guint places)
{
  const Amount *amounts[]
      = { &row->balance_used, &row->invoice_credit, &row->usage_credit, &row->difference };

  g_string_append (out, "<td>");
  html_append_month (out, row->month);
  g_string_append (out, "</td><td>");
  html_append_text (out, row->currency, CURRENCY_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_append_amount (out, amounts[i], places);
    }
  g_string_append (out, "</td><td>");
  html_append_word (out, row->result, results);
  g_string_append (out, "</td></tr>\n");
}

static void
append_row (GString *out, const TieOutRow *row, const HtmlCustomers *customers, guint places)
{
  g_string_append (out, "<tr><td>");
  html_customers_append (customers, out, row->customer_id);
  g_string_append (out, "</td>");
  append_cells (out, row, places);
}

/* Rows of one customer are in the order of the report, so that their addresses are that, too. */
static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const TieOutRow *x = *(const TieOutRow *const *) a;
  const TieOutRow *y = *(const TieOutRow *const *) b;
  gint order = html_customers_compare (data, x->customer_id, y->customer_id);

  return order != 0 ? order : (x > y) - (x < y);
}

static GPtrArray *
listed_rows (const Report *report, const HtmlCustomers *customers)
{
  gsize count = report_row_count (report, REPORT_TIEOUT);
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < count; i++)
    {
      const TieOutRow *row = report_row (report, REPORT_TIEOUT, i);

      if (count <= ROWS_LISTED_MAX || !row_agrees (row))
        g_ptr_array_add (rows, (gpointer) (guintptr) row);
    }
  g_ptr_array_sort_with_data (rows, compare_rows, (gpointer) (guintptr) customers);
  return rows;
}

static gsize
append_rows (GString *out, const GPtrArray *rows, const HtmlCustomers *customers)
{
  gsize begin = out->len;
  guint places = 2;

  for (guint i = 0; i < MIN (rows->len, 2 * ROWS_LISTED_MAX); i++)
    places = row_places (places, g_ptr_array_index (rows, i));
  for (guint i = 0; i < rows->len; i++)
    {
      gsize before = out->len;

      append_row (out, g_ptr_array_index (rows, i), customers, places);
      if (out->len - begin > TABLE_BYTES_MAX)
        {
          g_string_truncate (out, before);
          return i;
        }
    }
  return rows->len;
}

static const char *
left_out (gboolean agreeing, gboolean others)
{
  if (!others)
    return "those that agree are left out";
  return agreeing ? "those that agree, and others for which there is no room, are left out"
                  : "there is no room for the others";
}

static void
append_table (GString *out, const Report *report, const HtmlCustomers *customers)
{
  g_autoptr (GPtrArray) rows = listed_rows (report, customers);
  gsize total = report_row_count (report, REPORT_TIEOUT), begin = out->len, shown;

  html_table_append_tools (out, "Result", 7, results);
  html_table_begin (out, &table, "Tie-out per customer, month and currency", TRUE);
  shown = append_rows (out, rows, customers);
  html_table_end (out);
  html_table_insert_rest (out, begin, shown, total, left_out (rows->len < total, shown < rows->len),
                          "tieout.csv");
}

static gsize
count_result (const Report *report, const char *result)
{
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (report, REPORT_TIEOUT); i++)
    {
      const TieOutRow *row = report_row (report, REPORT_TIEOUT, i);

      count += g_strcmp0 (row->result, result) == 0 ? 1 : 0;
    }
  return count;
}

static void
append_counts (GString *out, const Report *report)
{
  static const char *const names[][2] = { { "agrees", "agree" },
                                          { "rounding", "agree within rounding" },
                                          { "differs", "differ" },
                                          { "not-comparable", "cannot be compared" } };
  const char *before = "<p>Customer-months: ";

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize count = count_result (report, names[i][0]);

      if (count == 0)
        continue;
      g_string_append_printf (out, "%s%" G_GSIZE_FORMAT " %s", before, count, names[i][1]);
      before = ", ";
    }
  g_string_append (out, *before == ',' ? ".</p>\n" : "");
}

void
report_html_tie_out (GString *out, const Report *report, const HtmlCustomers *customers)
{
  g_string_append (out, "<section id=\"tieout\"><h2>Tie-out of credit used</h2>\n");
  if (report_row_count (report, REPORT_TIEOUT) == 0)
    g_string_append (out, "<p>Nothing to tie out: no credit was used or invoiced.</p>\n");
  else
    {
      g_string_append (out, "<p>Credit used per the balance report = ACO credit on the invoice = "
                            "ACO-credited daily usage. Difference = balance used \xe2\x88\x92 "
                            "invoice credit.</p>\n");
      append_counts (out, report);
      append_table (out, report, customers);
    }
  g_string_append (out, "</section>\n");
}

void
report_html_tie_out_customer (GString *out, const Report *report, const HtmlCustomer *customer,
                              gsize max)
{
  gsize count = customer->count[REPORT_TIEOUT];
  gsize end = customer->first[REPORT_TIEOUT] + count;
  gsize begin = end - MIN (count, max);
  guint places = 2;

  if (count == 0)
    return;
  for (gsize i = begin; i < end; i++)
    places = row_places (places, report_row (report, REPORT_TIEOUT, i));
  g_string_append (out, "<h4>Tie-out</h4>\n");
  html_table_begin (out, &customer_table, "Tie-out", FALSE);
  for (gsize i = begin; i < end; i++)
    {
      g_string_append (out, "<tr>");
      append_cells (out, report_row (report, REPORT_TIEOUT, i), places);
    }
  html_table_end (out);
  html_table_append_rest (out, end - begin, count, NULL, "tieout.csv");
}

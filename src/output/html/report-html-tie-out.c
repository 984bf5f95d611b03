/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-tie-out.h"

#include "output/html/html-text.h"
#include "output/stake-order.h"
#include "output/text/row-remarks.h"
#include "output/text/verdict/report-verdict.h"

#define ROWS_LISTED_MAX 1200 /* beyond it, rows that agree are only counted */
#define CURRENCY_WIDTH 12

static const HtmlColumn columns[] = {
  { NC_ ("column", "Customer"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Month"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Currency"), HTML_COLUMN_TEXT },
  { NC_ ("column", "Balance used"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Invoice credit"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Usage credit"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Difference"), HTML_COLUMN_NUMBER },
  { NC_ ("column", "Result"), HTML_COLUMN_TEXT },
};

static const HtmlTable table = { "tieout", columns, G_N_ELEMENTS (columns) };
/* The same without the customer, in whose section it stands. */
static const HtmlTable customer_table = { "tieout1", columns + 1, G_N_ELEMENTS (columns) - 1 };

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

static guint
row_places (const HtmlPage *page, guint places, const TieOutRow *row)
{
  const guint least = money_places_of (page->places, row->currency);
  const Amount *amounts[]
      = { &row->balance_used, &row->invoice_credit, &row->usage_credit, &row->difference };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i]->known)
      places = MAX (places, html_text_decimal_places (amounts[i]->value, least));
  return places;
}

/* A row that agrees, but not to the cent, says so and has not the colour of agreement. */
static void
append_result (GString *out, const Language *language, const TieOutRow *row)
{
  const char *word = report_word_of_tie_out (row->result).text;
  const char *remark = row_remarks_of_tie_out (row);

  html_text_append_word (out, language, remark == NULL ? word : "rounding", word);
  if (remark == NULL)
    return;
  g_string_append (out, " <small>");
  html_text_append_escaped (out, language_say (language, remark));
  g_string_append (out, "</small>");
}

/* The cells from the month on: those that a row has in the section of its customer, too. */
static void
append_cells (GString *out, const HtmlPage *page, const TieOutRow *row, guint places)
{
  const guint least = money_places_of (page->places, row->currency);
  const Amount *amounts[]
      = { &row->balance_used, &row->invoice_credit, &row->usage_credit, &row->difference };

  g_string_append (out, "<td>");
  html_text_append_month (out, page->language, row->month);
  g_string_append (out, "</td><td>");
  html_text_append (out, row->currency, CURRENCY_WIDTH);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_string_append (out, "</td><td>");
      html_text_append_amount (out, page->language, amounts[i], least, places);
    }
  g_string_append (out, "</td><td>");
  append_result (out, page->language, row);
  g_string_append (out, "</td></tr>\n");
}

typedef struct
{
  const HtmlPage *page;
  const GPtrArray *rows; /* of TieOutRow */
  guint places;
} TieOuts;

static void
append_row (GString *out, gconstpointer data, gsize index)
{
  const TieOuts *self = data;
  const TieOutRow *row = g_ptr_array_index (self->rows, index);

  g_string_append (out, "<tr><td>");
  html_customers_append (self->page->customers, out, row->customer_id);
  g_string_append (out, "</td>");
  append_cells (out, self->page, row, self->places);
}

/* By label; the rows of one customer as in the report, which is the order of their addresses. */
static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const TieOutRow *x = *(const TieOutRow *const *) a;
  const TieOutRow *y = *(const TieOutRow *const *) b;
  gint order = html_customers_compare (data, x->customer_id, y->customer_id);

  return order != 0 ? order : (x > y) - (x < y);
}

static GPtrArray *
listed_rows (const HtmlPage *page)
{
  const Report *report = page->report;
  gsize count = report_row_count (report, REPORT_TIE_OUT);
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < count; i++)
    {
      const TieOutRow *row = report_row (report, REPORT_TIE_OUT, i);

      if (count <= ROWS_LISTED_MAX || !report_word_tie_out_agrees (row->result))
        g_ptr_array_add (rows, (gpointer) (guintptr) row);
    }
  g_ptr_array_sort_with_data (rows, compare_rows, page->customers);
  return rows;
}

/* What a row is about, where it does not agree. */
static Decimal
at_stake (const TieOutRow *row)
{
  const Amount *amounts[] = { &row->difference, &row->balance_used, &row->invoice_credit };
  Decimal most = { 0 };

  if (row->difference.known)
    return row->difference.value;
  for (gsize i = 1; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i]->known)
      most = decimal_max (most, decimal_absolute (amounts[i]->value));
  return most;
}

/* Those of @rows that differ, or those that do not, most at stake first. */
static void
add_by_stake (GPtrArray *ordered, const GPtrArray *rows, gboolean differing)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  for (guint i = 0; i < rows->len; i++)
    {
      const TieOutRow *row = g_ptr_array_index (rows, i);
      const Stake stake = { .currency = row->currency, .amount = at_stake (row), .item = row };

      if ((row->result == TIE_OUT_DIFFERS) == differing)
        g_array_append_val (stakes, stake);
    }
  stake_order_sort (stakes);
  for (guint i = 0; i < stakes->len; i++)
    g_ptr_array_add (ordered, (gpointer) (guintptr) g_array_index (stakes, Stake, i).item);
}

static guint
widest_places (const HtmlPage *page, const GPtrArray *rows)
{
  guint places = MONEY_PLACES;

  for (guint i = 0; i < rows->len; i++)
    places = row_places (page, places, g_ptr_array_index (rows, i));
  return places;
}

/* In the order of @rows: all of them, or those with most at stake. (transfer container) */
static GPtrArray *
rows_that_fit (const HtmlPage *page, const GPtrArray *rows, guint places)
{
  GPtrArray *fitting = g_ptr_array_new ();
  const TieOuts tie_outs = { page, fitting, places };
  const HtmlRows trial = { append_row, &tie_outs, rows->len };

  add_by_stake (fitting, rows, TRUE);
  add_by_stake (fitting, rows, FALSE);
  g_ptr_array_set_size (fitting, (gint) html_table_count_fitting_rows (&trial, HTML_SHARE_TIE_OUT));
  g_ptr_array_sort_with_data (fitting, compare_rows, page->customers);
  return fitting;
}

static const char *
left_out (const Language *language, gboolean agreeing, gboolean others)
{
  if (!others)
    return language_say (language, "those that agree are left out");
  return agreeing ? language_say (language, "those that agree, and others with less at stake for "
                                            "which there is no room, are left out")
                  : language_say (language, "there is no room for others, with less at stake");
}

static void
append_tools (GString *out, const Language *language)
{
  const char *const results[] = { report_word_of_tie_out (TIE_OUT_AGREES).text,
                                  report_word_of_tie_out (TIE_OUT_ROUNDING).text,
                                  report_word_of_tie_out (TIE_OUT_DIFFERS).text,
                                  report_word_of_tie_out (TIE_OUT_NOT_COMPARABLE).text, NULL };

  const HtmlChoice choice = { NC_ ("column", "Result"), "result", 7, results };

  html_table_append_tools (out, language, &choice, 1);
}

static void
append_table (GString *out, const HtmlPage *page)
{
  const Language *language = page->language;
  g_autoptr (GPtrArray) listed = listed_rows (page);
  const guint places = widest_places (page, listed);
  g_autoptr (GPtrArray) fitting = rows_that_fit (page, listed, places);
  const TieOuts tie_outs = { page, fitting, places };
  const HtmlRows rows = { append_row, &tie_outs, fitting->len };
  gsize total = report_row_count (page->report, REPORT_TIE_OUT);

  html_table_append_rest (out, language, rows.count, total,
                          left_out (language, listed->len < total, rows.count < listed->len),
                          REPORT_TIE_OUT);
  append_tools (out, language);
  html_table_begin (out, language, &table,
                    language_say (language, "Tie-out per customer, month and currency"), TRUE);
  html_table_append_rows (out, &rows, G_MAXSIZE);
  html_table_end (out);
}

/* Of the rows with this result, those with a remark or those without. */
static gsize
count_rows (const Report *report, TieOutResult result, gboolean with_remark)
{
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    {
      const TieOutRow *row = report_row (report, REPORT_TIE_OUT, i);

      count
          += row->result == result && (row_remarks_of_tie_out (row) != NULL) == with_remark ? 1 : 0;
    }
  return count;
}

/* "5 agree"; each has its own verb, that languages bend by the number. (transfer full) */
static char *
count_text (const Language *language, TieOutResult result, gboolean with_remark, gsize count)
{
  g_autofree char *number = html_text_count (language, count);

  switch (result)
    {
    case TIE_OUT_AGREES:
      return with_remark
                 ? g_strdup_printf (language_say_count (language, "%s agrees within the tolerance",
                                                        "%s agree within the tolerance", count),
                                    number)
                 : g_strdup_printf (language_say_count (language, "%s agrees", "%s agree", count),
                                    number);
    case TIE_OUT_ROUNDING:
      return g_strdup_printf (language_say_count (language, "%s agrees within rounding",
                                                  "%s agree within rounding", count),
                              number);
    case TIE_OUT_DIFFERS:
      return g_strdup_printf (language_say_count (language, "%s differs", "%s differ", count),
                              number);
    case TIE_OUT_NOT_COMPARABLE:
    default:
      return g_strdup_printf (
          language_say_count (language, "%s cannot be compared", "%s cannot be compared", count),
          number);
    }
}

static void
append_counts (GString *out, const HtmlPage *page)
{
  static const struct
  {
    TieOutResult result;
    gboolean with_remark;
  } kinds[] = { { TIE_OUT_AGREES, FALSE },
                { TIE_OUT_AGREES, TRUE },
                { TIE_OUT_ROUNDING, TRUE },
                { TIE_OUT_DIFFERS, FALSE },
                { TIE_OUT_NOT_COMPARABLE, FALSE } };
  const Language *language = page->language;
  g_autoptr (GString) counts = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const gsize count = count_rows (page->report, kinds[i].result, kinds[i].with_remark);
      g_autofree char *text = count_text (language, kinds[i].result, kinds[i].with_remark, count);

      if (count > 0)
        g_string_append_printf (counts, "%s%s", counts->len > 0 ? ", " : "", text);
    }
  if (counts->len == 0)
    return;
  g_autofree char *text
      = report_verdict_kind (page->report) != VERDICT_NOT_RELIABLE
            ? g_strdup_printf (language_say (language, "Customer-months: %s."), counts->str)
            : g_strdup_printf (language_say (language, "Customer-months, as read: %s."),
                               counts->str);
  html_text_append_paragraph (out, NULL, text);
}

void
report_html_tie_out (GString *out, const HtmlPage *page)
{
  const Language *language = page->language;

  if (report_row_count (page->report, REPORT_TIE_OUT) == 0)
    html_text_append_paragraph (
        out, NULL, language_say (language, "Nothing to tie out: no credit was used or invoiced."));
  else
    {
      html_text_append_paragraph (
          out, NULL,
          language_say (language, "Credit used per the balance report = ACO credit on the invoice "
                                  "= ACO-credited daily usage. Difference = balance used "
                                  "\xe2\x88\x92 invoice credit."));
      append_counts (out, page);
      append_table (out, page);
    }
}

void
report_html_tie_out_customer (GString *out, const HtmlPage *page, const HtmlCustomer *customer,
                              gsize max)
{
  const Report *report = page->report;
  gsize count = customer->count[REPORT_TIE_OUT];
  gsize end = customer->first[REPORT_TIE_OUT] + count;
  gsize begin = end - MIN (count, max);
  guint places = 2;

  if (count == 0)
    return;
  for (gsize i = begin; i < end; i++)
    places = row_places (page, places, report_row (report, REPORT_TIE_OUT, i));
  const char *title = language_say_in (page->language, "heading", "Tie-out");

  g_string_append (out, "<h4>");
  html_text_append_escaped (out, title);
  g_string_append (out, "</h4>\n");
  html_table_begin (out, page->language, &customer_table, title, FALSE);
  for (gsize i = begin; i < end; i++)
    {
      g_string_append (out, "<tr>");
      append_cells (out, page, report_row (report, REPORT_TIE_OUT, i), places);
    }
  html_table_end (out);
  html_table_append_rest (out, page->language, end - begin, count, NULL, REPORT_TIE_OUT);
}

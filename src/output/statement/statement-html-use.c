/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-use.h"

#include "core/report/grouped-number.h"
#include "output/html/html-text.h"
#include "output/statement/statement-notes.h"
#include "output/statement/statement-words.h"

#define CURRENCY_WIDTH 12

/* One row of the table; @words are printable already. */
static void
append_row (GString *out, const char *style, const char *words, const Amount *amount, guint places)
{
  g_autofree char *text = statement_words_amount (amount, places);

  g_string_append_printf (out, "<tr%s><td>", style);
  html_text_append_escaped (out, words);
  g_string_append_printf (out, "</td><td%s>%s</td></tr>\n",
                          amount->known ? "" : " class=\"unknown\"", text);
}

static void
append_month_head (GString *out, const StatementUse *use)
{
  g_autofree char *month = statement_words_month (use->month, FALSE);

  g_string_append_printf (out, "<tbody>\n<tr><th scope=\"rowgroup\">%s</th><th>", month);
  html_text_append (out, use->currency, CURRENCY_WIDTH);
  g_string_append (out, "</th></tr>\n");
}

static void
append_use (GString *out, const StatementPage *page, const StatementUse *use)
{
  const guint places = money_places_of (page->places, use->currency);
  const Amount rest = { .known = TRUE, .value = statement_use_rest (use) };
  const Amount itemised = { .known = TRUE, .value = statement_use_itemised (use) };

  append_month_head (out, use);
  for (guint i = 0; i < use->products->len; i++)
    {
      const StatementProduct *product = &g_array_index (use->products, StatementProduct, i);
      const Amount amount = { .known = TRUE, .value = product->amount };
      g_autofree char *name = statement_words_product (product->product);

      append_row (out, "", name, &amount, places);
    }
  if (!decimal_is_zero (rest.value))
    append_row (out, " class=\"rest\"", "Not itemised", &rest, places);
  append_row (out, " class=\"sum\"", use->has_balance ? "Credit used" : "Credited on invoices",
              use->has_balance ? &use->used : &itemised, places);
  g_string_append (out, "</tbody>\n");
}

void
statement_html_use (GString *out, const StatementPage *page)
{
  const Statement *statement = page->statement;

  if (statement->uses->len == 0)
    return;
  g_string_append (
      out, "<section>\n<h2>What the credit was used for</h2>\n<div class=\"scroll\" tabindex=\"0\">"
           "<table class=\"uses\">\n<thead><tr><th scope=\"col\">Product</th>"
           "<th scope=\"col\">Credit</th></tr></thead>\n");
  for (guint i = 0; i < statement->uses->len; i++)
    append_use (out, page, g_ptr_array_index (statement->uses, i));
  g_string_append (out, "</table></div>\n");
  statement_html_part_notes (out, statement_notes_on_use (statement));
  g_string_append (out, "</section>\n");
}

static void
append_pec (GString *out, const StatementPage *page, const StatementPec *pec)
{
  const guint places = money_places_of (page->places, pec->currency);
  g_autofree char *month = statement_words_month (pec->month, FALSE);
  g_autofree char *list = grouped_number_of_decimal (pec->list, places);
  g_autofree char *earned = grouped_number_of_decimal (pec->earned, places);

  g_string_append_printf (out, "<tr><td>%s</td><td>", month);
  html_text_append (out, pec->currency, CURRENCY_WIDTH);
  g_string_append_printf (out, "</td><td>%s</td><td>%s</td></tr>\n", list, earned);
}

void
statement_html_use_pec (GString *out, const StatementPage *page)
{
  const Statement *statement = page->statement;

  if (statement->pec->len == 0)
    return;
  g_string_append (
      out,
      "<section>\n<h2>Partner Earned Credit</h2>\n<div class=\"scroll\" tabindex=\"0\"><table>\n"
      "<thead><tr><th scope=\"col\">Month</th><th scope=\"col\">Currency</th>"
      "<th scope=\"col\">Usage at list price</th>"
      "<th scope=\"col\">Partner Earned Credit</th></tr></thead>\n<tbody>\n");
  for (guint i = 0; i < statement->pec->len; i++)
    append_pec (out, page, &g_array_index (statement->pec, StatementPec, i));
  g_string_append (out, "</tbody></table></div>\n</section>\n");
}

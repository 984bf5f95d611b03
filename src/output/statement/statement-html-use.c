/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-use.h"

#include "base/language/language-number.h"
#include "output/html/html-text.h"
#include "output/statement/statement-notes.h"
#include "output/statement/statement-words.h"

#define CURRENCY_WIDTH 12

typedef struct
{
  const Language *language;
  guint places;
} UseVoice;

/* One row of the table; @words are printable already. */
static void
append_row (GString *out, const UseVoice *voice, const char *style, const char *words,
            const Amount *amount)
{
  g_autofree char *text = statement_words_amount (voice->language, amount, voice->places);

  g_string_append_printf (out, "<tr%s><td>", style);
  html_text_append_escaped (out, words);
  g_string_append_printf (out, "</td><td%s>", amount->known ? "" : " class=\"unknown\"");
  statement_html_part_words (out, "", text, "</td></tr>\n");
}

static void
append_month_head (GString *out, const Language *language, const StatementUse *use)
{
  g_autofree char *month = statement_words_month (language, use->month, FALSE);

  statement_html_part_words (out, "<tbody>\n<tr><th scope=\"rowgroup\">", month, "</th><th>");
  html_text_append (out, use->currency, CURRENCY_WIDTH);
  g_string_append (out, "</th></tr>\n");
}

static void
append_use (GString *out, const StatementPage *page, const StatementUse *use)
{
  const Language *language = page->voice.language;
  const UseVoice voice = { language, money_places_of (page->voice.places, use->currency) };
  const Amount rest = { .known = TRUE, .value = statement_use_rest (use) };
  const Amount itemised = { .known = TRUE, .value = statement_use_itemised (use) };

  append_month_head (out, language, use);
  for (guint i = 0; i < use->products->len; i++)
    {
      const StatementProduct *product = &g_array_index (use->products, StatementProduct, i);
      const Amount amount = { .known = TRUE, .value = product->amount };
      g_autofree char *name = statement_words_product (language, product->product);

      append_row (out, &voice, "", name, &amount);
    }
  if (!decimal_is_zero (rest.value))
    append_row (out, &voice, " class=\"rest\"",
                language_say_in (language, "statement", "Not itemised"), &rest);
  append_row (out, &voice, " class=\"sum\"",
              use->has_balance ? language_say_in (language, "statement", "Credit used")
                               : language_say_in (language, "statement", "Credited on invoices"),
              use->has_balance ? &use->used : &itemised);
  g_string_append (out, "</tbody>\n");
}

void
statement_html_use (GString *out, const StatementPage *page)
{
  static const char *const heads[]
      = { NC_ ("statement", "Product"), NC_ ("statement", "Credit"), NULL };
  const Statement *statement = page->statement;
  const Language *language = page->voice.language;

  if (statement->uses->len == 0)
    return;
  statement_html_part_words (
      out, "<section>\n<h2>", language_say (language, "What the credit was used for"),
      "</h2>\n<div class=\"scroll\" tabindex=\"0\"><table class=\"uses\">\n");
  statement_html_part_heads (out, language, heads);
  for (guint i = 0; i < statement->uses->len; i++)
    append_use (out, page, g_ptr_array_index (statement->uses, i));
  g_string_append (out, "</table></div>\n");
  statement_html_part_notes (out, statement_notes_on_use (language, statement));
  g_string_append (out, "</section>\n");
}

static void
append_pec (GString *out, const StatementPage *page, const StatementPec *pec)
{
  const Language *language = page->voice.language;
  const guint places = money_places_of (page->voice.places, pec->currency);
  g_autofree char *month = statement_words_month (language, pec->month, FALSE);
  g_autofree char *list = language_number_of_decimal (language, pec->list, places);
  g_autofree char *earned = language_number_of_decimal (language, pec->earned, places);

  g_string_append_printf (out, "<tr><td>%s</td><td>", month);
  html_text_append (out, pec->currency, CURRENCY_WIDTH);
  g_string_append_printf (out, "</td><td>%s</td><td>%s</td></tr>\n", list, earned);
}

void
statement_html_use_pec (GString *out, const StatementPage *page)
{
  static const char *const heads[] = { NC_ ("statement", "Month"), NC_ ("statement", "Currency"),
                                       NC_ ("statement", "Usage at list price"),
                                       NC_ ("statement", "Partner Earned Credit"), NULL };
  const Statement *statement = page->statement;
  const Language *language = page->voice.language;

  if (statement->pec->len == 0)
    return;
  statement_html_part_words (out, "<section>\n<h2>",
                             language_say_in (language, "statement", "Partner Earned Credit"),
                             "</h2>\n<div class=\"scroll\" tabindex=\"0\"><table>\n");
  statement_html_part_heads (out, language, heads);
  g_string_append (out, "<tbody>\n");
  for (guint i = 0; i < statement->pec->len; i++)
    append_pec (out, page, &g_array_index (statement->pec, StatementPec, i));
  g_string_append (out, "</tbody></table></div>\n</section>\n");
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-html-credit.h"

#include "base/visible-text.h"
#include "output/html/html-text.h"
#include "output/statement/statement-look.h"
#include "output/statement/statement-notes.h"
#include "output/statement/statement-words.h"

#define BAR_WIDTH 1000
#define CURRENCY_WIDTH 12
#define CORRECTION 5                /* the column that most credits do not need */
#define FIGURE_SPACE "\xe2\x80\x87" /* as wide as a digit */

/* The bar */

/* @part of @whole in BAR_WIDTH parts. Both are not negative, @whole is not 0. */
static guint
bar_share (Decimal part, Decimal whole)
{
  const Decimal share
      = decimal_multiply_divide (part, decimal_from_int (BAR_WIDTH), whole, 0, DECIMAL_HALF_UP);
  g_autofree char *text = decimal_to_string (share, 0);

  return (guint) g_ascii_strtoull (text, NULL, 10);
}

/* A bar cannot show what is not known, negative figures, nor one of nothing. */
static gboolean
has_bar (const StatementCredit *credit)
{
  return !credit->rest_unknown && decimal_sign (credit->granted) > 0
         && decimal_sign (credit->used) >= 0 && decimal_sign (credit->forfeited) >= 0
         && decimal_sign (credit->left) >= 0;
}

static void
append_bar (GString *out, const StatementCredit *credit)
{
  const guint used = bar_share (credit->used, credit->granted);
  const guint spent = bar_share (decimal_add (credit->used, credit->forfeited), credit->granted);

  g_string_append_printf (out,
                          "<svg viewBox=\"0 0 %d 10\" preserveAspectRatio=\"none\" "
                          "aria-hidden=\"true\">"
                          "<rect class=\"left\" width=\"%d\" height=\"10\"/>"
                          "<rect class=\"lost\" width=\"%u\" height=\"10\"/>"
                          "<rect class=\"used\" width=\"%u\" height=\"10\"/></svg>\n",
                          BAR_WIDTH, BAR_WIDTH, spent, used);
}

static void
append_key (GString *out, const StatementPage *page, const char *style, const char *label,
            Amount amount, const char *currency)
{
  g_autofree char *money = statement_words_sum_text (&page->voice, &amount, currency);

  g_string_append_printf (out, "<li class=\"%s\">", style);
  html_text_append_escaped (out, language_say_in (page->voice.language, "statement", label));
  statement_html_part_words (out, " <strong>", money, "</strong></li>\n");
}

static void
append_figures (GString *out, const StatementPage *page, const StatementCredit *credit)
{
  const char *currency = credit->currency;

  if (has_bar (credit))
    append_bar (out, credit);
  g_string_append (out, "<ul class=\"key\">\n");
  append_key (out, page, "all", NC_ ("statement", "Granted"), (Amount){ TRUE, credit->granted },
              currency);
  append_key (out, page, "used", NC_ ("statement", "Used"), (Amount){ TRUE, credit->used },
              currency);
  append_key (out, page, "lost", NC_ ("statement", "Forfeited"),
              (Amount){ !credit->rest_unknown, credit->forfeited }, currency);
  append_key (out, page, "left", NC_ ("statement", "Left"),
              (Amount){ !credit->rest_unknown, credit->left }, currency);
  g_string_append (out, "</ul>\n");
}

/* Its terms */

static const char *
state_class (StatementState state)
{
  switch (state)
    {
    case STATEMENT_ACTIVE:
      return "active";
    case STATEMENT_EXPIRING:
    case STATEMENT_UNREPORTED:
      return "expiring";
    case STATEMENT_EXPIRED:
      return "expired";
    case STATEMENT_NOT_STARTED:
    case STATEMENT_USED:
    case STATEMENT_UNKNOWN:
    default:
      return "quiet";
    }
}

static void
append_title (GString *out, const StatementPage *page, const StatementCredit *credit)
{
  g_autofree char *title = statement_words_credit_title (page->voice.language, credit);
  g_autofree char *sentence = statement_words_credit_sentence (&page->voice, credit);

  statement_html_part_words (out, "<h2>", title, "");
  g_string_append_printf (out, " <span class=\"state %s\">", state_class (credit->state));
  statement_html_part_words (out, "", statement_words_state (page->voice.language, credit->state),
                             "</span></h2>\n");
  statement_html_part_words (out, "<p>", sentence, "</p>\n");
}

static void
append_facts (GString *out, const Language *language, const StatementCredit *credit)
{
  g_autofree char *valid = statement_words_validity (language, credit);

  statement_html_part_words (out, "<dl class=\"facts\"><dt>",
                             language_say_in (language, "statement", "Agreement"), "</dt><dd>");
  html_text_append (out, credit->agreement, STATEMENT_NAME_WIDTH);
  g_string_append (out, "</dd>\n");
  if (credit->state != STATEMENT_UNKNOWN)
    {
      statement_html_part_words (out, "<dt>", language_say_in (language, "statement", "Valid"),
                                 "</dt><dd>");
      statement_html_part_words (out, "", valid, "</dd>\n");
    }
  g_string_append (out, "</dl>\n");
}

/* Its months */

/* Decimals of the amounts in their table. */
typedef struct
{
  const Language *language;
  guint least;
  guint most;
} MonthPlaces;

static guint
month_places (guint least, guint places, const StatementMonth *month)
{
  const Amount amounts[] = { month->opening,
                             month->granted,
                             month->used,
                             { TRUE, month->closing },
                             { TRUE, month->forfeited },
                             { TRUE, month->correction } };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].known)
      places = MAX (places, html_text_decimal_places (amounts[i].value, least));
  return places;
}

static void
append_cell (GString *out, Amount amount, const MonthPlaces *places)
{
  g_autofree char *text = statement_words_amount (places->language, &amount, places->least);
  const guint own
      = amount.known ? html_text_decimal_places (amount.value, places->least) : places->most;

  statement_html_part_words (out, amount.known ? "<td>" : "<td class=\"unknown\">", text, "");
  for (guint i = own; i < places->most; i++)
    g_string_append (out, FIGURE_SPACE);
  g_string_append (out, "</td>");
}

static void
append_month (GString *out, const StatementMonth *month, const char *title,
              const MonthPlaces *places, gboolean corrections)
{
  statement_html_part_words (out, "<td>", title, "</td>");
  append_cell (out, month->opening, places);
  append_cell (out, month->granted, places);
  append_cell (out, month->used, places);
  append_cell (out, (Amount){ TRUE, month->forfeited }, places);
  if (corrections)
    append_cell (out, (Amount){ TRUE, month->correction }, places);
  append_cell (out, (Amount){ TRUE, month->closing }, places);
  g_string_append (out, "</tr>\n");
}

static void
append_months_head (GString *out, const Language *language, const StatementCredit *credit)
{
  static const char *const all[]
      = { NC_ ("statement", "Month"),     NC_ ("statement", "Credit at start"),
          NC_ ("statement", "Granted"),   NC_ ("statement", "Used"),
          NC_ ("statement", "Forfeited"), NC_ ("statement", "Correction"),
          NC_ ("statement", "Left") };
  const char *heads[G_N_ELEMENTS (all) + 1] = { NULL };
  guint count = 0;
  g_autofree char *currency = visible_text (credit->currency, CURRENCY_WIDTH);
  g_autofree char *caption
      = g_strdup_printf (language_say (language, "Month by month, in %s"), currency);

  statement_html_part_words (
      out, "<div class=\"scroll\" tabindex=\"0\"><table class=\"months\">\n<caption>", caption,
      "</caption>\n");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (i != CORRECTION || statement_credit_has_correction (credit))
      heads[count++] = all[i];
  statement_html_part_heads (out, language, heads);
  g_string_append (out, "<tbody>\n");
}

static void
append_months (GString *out, const StatementPage *page, const StatementCredit *credit)
{
  const gboolean corrections = statement_credit_has_correction (credit);
  const StatementMonth sum = statement_credit_sum (credit);
  const Language *language = page->voice.language;
  const guint least = money_places_of (page->voice.places, credit->currency);
  MonthPlaces places = { language, least, month_places (least, least, &sum) };

  for (guint i = 0; i < credit->months->len; i++)
    places.most
        = month_places (least, places.most, &g_array_index (credit->months, StatementMonth, i));
  append_months_head (out, language, credit);
  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *month = &g_array_index (credit->months, StatementMonth, i);
      g_autofree char *title = statement_words_month (language, month->month, FALSE);

      g_string_append (out, "<tr>");
      append_month (out, month, title, &places, corrections);
    }
  if (credit->months->len > 1)
    {
      g_string_append (out, "<tr class=\"sum\">");
      append_month (out, &sum, language_say_in (language, "statement", "Total"), &places,
                    corrections);
    }
  g_string_append (out, "</tbody></table></div>\n");
}

void
statement_html_credit (GString *out, const StatementPage *page, const StatementCredit *credit)
{
  g_string_append (out, "<section class=\"credit\">\n<div class=\"keep\">\n");
  append_title (out, page, credit);
  if (credit->state != STATEMENT_UNKNOWN)
    append_figures (out, page, credit);
  append_facts (out, page->voice.language, credit);
  g_string_append (out, "</div>\n");
  if (credit->months->len > 0)
    append_months (out, page, credit);
  statement_html_part_notes (
      out, statement_notes_of_credit (page->voice.language, page->statement, credit));
  g_string_append (out, "</section>\n");
}

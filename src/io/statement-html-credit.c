/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/statement-html-credit.h"

#include "io/html-text.h"
#include "io/statement-html-part.h"
#include "io/statement-look.h"
#include "io/statement-words.h"

#define BAR_WIDTH 1000
#define CURRENCY_WIDTH 12
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

/* A bar cannot show negative figures, nor one of nothing. */
static gboolean
has_bar (const StatementCredit *credit)
{
  return decimal_sign (credit->granted) > 0 && decimal_sign (credit->used) >= 0
         && decimal_sign (credit->forfeited) >= 0 && decimal_sign (credit->left) >= 0;
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
append_key (GString *out, const char *style, const char *label, Decimal value,
            const StatementCredit *credit)
{
  g_autofree char *money = statement_money_text (value, credit->currency);

  g_string_append_printf (out, "<li class=\"%s\">%s ", style, label);
  statement_html_words (out, "<strong>", money, "</strong></li>\n");
}

static void
append_figures (GString *out, const StatementCredit *credit)
{
  if (has_bar (credit))
    append_bar (out, credit);
  g_string_append (out, "<ul class=\"key\">\n");
  append_key (out, "all", "Granted", credit->granted, credit);
  append_key (out, "used", "Used", credit->used, credit);
  append_key (out, "lost", "Forfeited", credit->forfeited, credit);
  append_key (out, "left", "Left", credit->left, credit);
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
append_title (GString *out, const StatementCredit *credit)
{
  g_autofree char *title = statement_credit_title (credit);
  g_autofree char *sentence = statement_credit_sentence (credit);

  statement_html_words (out, "<h2>", title, "");
  g_string_append_printf (out, " <span class=\"state %s\">%s</span></h2>\n",
                          state_class (credit->state), statement_state_word (credit->state));
  statement_html_words (out, "<p>", sentence, "</p>\n");
}

static void
append_facts (GString *out, const StatementCredit *credit)
{
  g_autofree char *valid = statement_validity_text (credit);

  g_string_append (out, "<dl class=\"facts\"><dt>Agreement</dt><dd>");
  html_append_text (out, credit->agreement, STATEMENT_NAME_WIDTH);
  g_string_append (out, "</dd>\n");
  if (credit->state != STATEMENT_UNKNOWN)
    statement_html_words (out, "<dt>Valid</dt><dd>", valid, "</dd>\n");
  g_string_append (out, "</dl>\n");
}

/* Its months */

static guint
month_places (guint places, const StatementMonth *month)
{
  const Amount amounts[] = { month->opening,
                             month->granted,
                             month->used,
                             { TRUE, month->closing },
                             { TRUE, month->forfeited },
                             { TRUE, month->correction } };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].known)
      places = MAX (places, html_decimal_places (amounts[i].value));
  return places;
}

static void
append_cell (GString *out, Amount amount, guint places)
{
  g_autofree char *text = statement_amount_text (&amount);

  statement_html_words (out, amount.known ? "<td>" : "<td class=\"unknown\">", text, "");
  for (guint i = amount.known ? html_decimal_places (amount.value) : places; i < places; i++)
    g_string_append (out, FIGURE_SPACE);
  g_string_append (out, "</td>");
}

static void
append_month (GString *out, const StatementMonth *month, const char *title, guint places,
              gboolean corrections)
{
  statement_html_words (out, "<td>", title, "</td>");
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
append_months_head (GString *out, const StatementCredit *credit)
{
  g_autofree char *currency = html_visible_text (credit->currency, CURRENCY_WIDTH);

  statement_html_words (
      out, "<div class=\"scroll\"><table class=\"months\">\n<caption>Month by month, in ", currency,
      "</caption>\n");
  g_string_append_printf (
      out,
      "<thead><tr><th scope=\"col\">Month</th><th scope=\"col\">Credit at start</th>"
      "<th scope=\"col\">Granted</th><th scope=\"col\">Used</th><th scope=\"col\">Forfeited</th>"
      "%s<th scope=\"col\">Left</th></tr></thead>\n<tbody>\n",
      statement_credit_has_correction (credit) ? "<th scope=\"col\">Correction</th>" : "");
}

static void
append_months (GString *out, const StatementCredit *credit)
{
  const gboolean corrections = statement_credit_has_correction (credit);
  const StatementMonth sum = statement_credit_sum (credit);
  guint places = month_places (2, &sum);

  for (guint i = 0; i < credit->months->len; i++)
    places = month_places (places, &g_array_index (credit->months, StatementMonth, i));
  append_months_head (out, credit);
  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *month = &g_array_index (credit->months, StatementMonth, i);
      g_autofree char *title = statement_month_text (month->month, FALSE);

      g_string_append (out, "<tr>");
      append_month (out, month, title, places, corrections);
    }
  if (credit->months->len > 1)
    {
      g_string_append (out, "<tr class=\"sum\">");
      append_month (out, &sum, "Total", places, corrections);
    }
  g_string_append (out, "</tbody></table></div>\n");
}

void
statement_html_credit (GString *out, const Statement *statement, const StatementCredit *credit)
{
  g_string_append (out, "<section class=\"credit\">\n<div class=\"keep\">\n");
  append_title (out, credit);
  if (credit->state != STATEMENT_UNKNOWN)
    append_figures (out, credit);
  append_facts (out, credit);
  g_string_append (out, "</div>\n");
  if (credit->months->len > 0)
    append_months (out, credit);
  statement_html_notes (out, statement_credit_notes (statement, credit));
  g_string_append (out, "</section>\n");
}

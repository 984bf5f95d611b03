/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-text.h"

#include "base/language/language-number.h"
#include "base/visible-text.h"
#include "output/statement/statement-notes.h"
#include "output/statement/statement-text-part.h"
#include "output/statement/statement-words.h"

#define CURRENCY_WIDTH 12
#define CORRECTION 4 /* the amount that most credits do not have */

/* The head */

static void
append_head (const StatementText *self, const StatementLook *look)
{
  const Statement *statement = self->statement;
  const Language *language = self->voice.language;
  GString *out = self->out;
  g_autofree char *warning = statement_notes_warning (language, statement);
  g_autofree char *usual = statement_words_title (language);
  g_autofree char *title = visible_text_guarded (look->title, STATEMENT_TITLE_WIDTH);
  g_autofree char *period = statement_words_period (language, statement);
  g_autofree char *as_of = statement_words_day (language, statement->as_of);

  if (warning != NULL)
    {
      statement_text_part_wrapped (out, warning);
      g_string_append_c (out, '\n');
    }
  statement_text_part_wrapped (out, *title != '\0' ? title : usual);
  g_string_append_c (out, '\n');
  statement_text_part_foreign (self, NC_ ("statement", "Customer"), statement->name);
  statement_text_part_foreign (self, NC_ ("statement", "Customer id"), statement->customer);
  statement_text_part_fact (self, NC_ ("statement", "Period"), period);
  statement_text_part_fact (self, NC_ ("statement", "As of"), as_of);
}

static void
append_glance (const StatementText *self, const StatementGlance *glance)
{
  g_autofree char *expiry = statement_words_next_expiry (&self->voice, glance);

  statement_text_part_money (self, NC_ ("statement", "Left to use"), glance->left,
                             glance->currency);
  statement_text_part_fact (self, NC_ ("statement", "Next expiry"), expiry);
  if (glance->has_months)
    statement_text_part_money (self, NC_ ("statement", "Used in the period"), glance->used,
                               glance->currency);
}

static void
append_glances (const StatementText *self)
{
  g_autoptr (GArray) glances = statement_glances (self->statement);

  if (glances->len == 0)
    return;
  statement_text_part_heading (self->out,
                               language_say_in (self->voice.language, "statement", "At a glance"));
  for (guint i = 0; i < glances->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, '\n');
      append_glance (self, &g_array_index (glances, StatementGlance, i));
    }
}

/* A credit */

static void
add_month (TextTable *table, const StatementText *self, const StatementCredit *credit,
           const StatementMonth *month, char *title)
{
  const Language *language = self->voice.language;
  const guint places = money_places_of (self->voice.places, credit->currency);
  g_autofree char *currency = visible_text_guarded (credit->currency, CURRENCY_WIDTH);

  const Amount amounts[] = { month->opening,
                             month->granted,
                             month->used,
                             { TRUE, month->forfeited },
                             { TRUE, month->correction },
                             { TRUE, month->closing } };

  text_table_add_row (table, TEXT_PLAIN);
  statement_text_part_add_text (table, title);
  text_table_add_cell (table, currency, 0);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (i != CORRECTION || statement_credit_has_correction (credit))
      statement_text_part_add_text (table, statement_words_amount (language, &amounts[i], places));
}

static void
append_months (const StatementText *self, const StatementCredit *credit)
{
  static const char *const amounts[]
      = { NC_ ("column", "At start"),  NC_ ("column", "Granted"),    NC_ ("column", "Used"),
          NC_ ("column", "Forfeited"), NC_ ("column", "Correction"), NC_ ("column", "Left") };
  const Language *language = self->voice.language;
  g_autoptr (TextTable) table = text_table_new (NULL);

  statement_text_part_add_column (table, language, NC_ ("column", "Month"), TEXT_COLUMN_LEFT);
  statement_text_part_add_column (table, language, NC_ ("column", "Currency"), TEXT_COLUMN_COMMON);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (i != CORRECTION || statement_credit_has_correction (credit))
      statement_text_part_add_column (table, language, amounts[i], TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *month = &g_array_index (credit->months, StatementMonth, i);
      add_month (table, self, credit, month, statement_words_month (language, month->month, TRUE));
    }
  if (credit->months->len > 1)
    {
      const StatementMonth sum = statement_credit_sum (credit);
      add_month (table, self, credit, &sum,
                 g_strdup (language_say_in (language, "statement", "Total")));
    }
  statement_text_part_table (self, table,
                             language_say_in (language, "statement", "Month by month"));
}

static void
append_facts (const StatementText *self, const StatementCredit *credit)
{
  const char *currency = credit->currency;
  g_autofree char *valid = statement_words_validity (self->voice.language, credit);

  statement_text_part_foreign (self, NC_ ("statement", "Agreement"), credit->agreement);
  if (credit->state == STATEMENT_UNKNOWN)
    return;
  statement_text_part_fact (self, NC_ ("statement", "State"),
                            statement_words_state (self->voice.language, credit->state));
  statement_text_part_fact (self, NC_ ("statement", "Valid"), valid);
  statement_text_part_money (self, NC_ ("statement", "Granted"), (Amount){ TRUE, credit->granted },
                             currency);
  statement_text_part_money (self, NC_ ("statement", "Used"), (Amount){ TRUE, credit->used },
                             currency);
  statement_text_part_money (self, NC_ ("statement", "Forfeited"),
                             (Amount){ !credit->rest_unknown, credit->forfeited }, currency);
  statement_text_part_money (self, NC_ ("statement", "Left"),
                             (Amount){ !credit->rest_unknown, credit->left }, currency);
}

static void
append_credit (const StatementText *self, const StatementCredit *credit)
{
  g_autofree char *title = statement_words_credit_title (self->voice.language, credit);
  g_autofree char *sentence = statement_words_credit_sentence (&self->voice, credit);

  statement_text_part_heading (self->out, title);
  statement_text_part_wrapped (self->out, sentence);
  g_string_append_c (self->out, '\n');
  append_facts (self, credit);
  if (credit->months->len > 0)
    append_months (self, credit);
  statement_text_part_notes (
      self->out, statement_notes_of_credit (self->voice.language, self->statement, credit));
}

/* Use by product */

static void
add_use_row (TextTable *table, char *month, char *product, const char *currency, char *amount)
{
  g_autofree char *visible = visible_text_guarded (currency, CURRENCY_WIDTH);

  text_table_add_row (table, TEXT_PLAIN);
  statement_text_part_add_text (table, month);
  statement_text_part_add_text (table, product);
  text_table_add_cell (table, visible, 0);
  statement_text_part_add_text (table, amount);
}

static void
add_use_sum (TextTable *table, const Language *language, const StatementUse *use, guint places)
{
  const Amount itemised = { .known = TRUE, .value = statement_use_itemised (use) };
  const Decimal rest = statement_use_rest (use);

  if (!decimal_is_zero (rest))
    add_use_row (table, g_strdup (""),
                 g_strdup (language_say_in (language, "statement", "Not itemised")), use->currency,
                 language_number_of_decimal (language, rest, places));
  add_use_row (
      table, g_strdup (""),
      g_strdup (use->has_balance ? language_say_in (language, "statement", "Credit used")
                                 : language_say_in (language, "statement", "Credited on invoices")),
      use->currency,
      statement_words_amount (language, use->has_balance ? &use->used : &itemised, places));
}

static void
add_use (TextTable *table, const Language *language, const StatementUse *use, guint places)
{
  for (guint i = 0; i < use->products->len; i++)
    {
      const StatementProduct *product = &g_array_index (use->products, StatementProduct, i);
      char *month = i == 0 ? statement_words_month (language, use->month, TRUE) : g_strdup ("");

      g_autofree char *name = statement_words_product (language, product->product);

      add_use_row (table, month, visible_text_guarded (name, STATEMENT_NAME_WIDTH), use->currency,
                   language_number_of_decimal (language, product->amount, places));
    }
  if (use->products->len == 0)
    add_use_row (table, statement_words_month (language, use->month, TRUE),
                 g_strdup (language_say (language, "No product is named on the invoices")),
                 use->currency, g_strdup (""));
  add_use_sum (table, language, use, places);
}

static void
append_uses (const StatementText *self)
{
  const Language *language = self->voice.language;
  const Statement *statement = self->statement;
  g_autoptr (TextTable) table = text_table_new (NULL);

  if (statement->uses->len == 0)
    return;
  statement_text_part_add_column (table, language, NC_ ("column", "Month"), TEXT_COLUMN_LEFT);
  statement_text_part_add_column (table, language, NC_ ("column", "Product"), TEXT_COLUMN_SHRINK);
  statement_text_part_add_column (table, language, NC_ ("column", "Currency"), TEXT_COLUMN_COMMON);
  statement_text_part_add_column (table, language, NC_ ("column", "Credit"), TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < statement->uses->len; i++)
    {
      const StatementUse *use = g_ptr_array_index (statement->uses, i);

      add_use (table, self->voice.language, use,
               money_places_of (self->voice.places, use->currency));
    }
  statement_text_part_heading (self->out,
                               language_say (self->voice.language, "What the credit was used for"));
  statement_text_part_table (
      self, table, language_say_in (self->voice.language, "statement", "By month and product"));
  statement_text_part_notes (self->out, statement_notes_on_use (self->voice.language, statement));
}

/* Partner Earned Credit, and the end */

static void
append_pec (const StatementText *self)
{
  const Language *language = self->voice.language;
  const Statement *statement = self->statement;
  g_autoptr (TextTable) table = text_table_new (NULL);

  if (statement->pec->len == 0)
    return;
  statement_text_part_add_column (table, language, NC_ ("column", "Month"), TEXT_COLUMN_LEFT);
  statement_text_part_add_column (table, language, NC_ ("column", "Currency"), TEXT_COLUMN_COMMON);
  statement_text_part_add_column (table, language, NC_ ("column", "Usage at list price"),
                                  TEXT_COLUMN_RIGHT);
  statement_text_part_add_column (table, language, NC_ ("column", "Partner Earned Credit"),
                                  TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < statement->pec->len; i++)
    {
      const StatementPec *row = &g_array_index (statement->pec, StatementPec, i);
      const guint places = money_places_of (self->voice.places, row->currency);
      g_autofree char *currency = visible_text_guarded (row->currency, CURRENCY_WIDTH);

      text_table_add_row (table, TEXT_PLAIN);
      statement_text_part_add_text (table, statement_words_month (language, row->month, TRUE));
      text_table_add_cell (table, currency, 0);
      statement_text_part_add_text (table,
                                    language_number_of_decimal (language, row->list, places));
      statement_text_part_add_text (table,
                                    language_number_of_decimal (language, row->earned, places));
    }
  statement_text_part_heading (self->out,
                               language_say_in (language, "statement", "Partner Earned Credit"));
  statement_text_part_table (self, table,
                             language_say_in (language, "statement", "Month by month"));
}

static void
append_footer (GString *out, const StatementLook *look)
{
  g_auto (GStrv) lines = g_strsplit (look->footer != NULL ? look->footer : "", "\n", -1);

  if (look->footer == NULL || *look->footer == '\0')
    return;
  g_string_append_c (out, '\n');
  for (char **line = lines; *line != NULL; line++)
    {
      g_autofree char *text = visible_text_guarded (*line, STATEMENT_FOOTER_WIDTH);
      statement_text_part_wrapped (out, text);
    }
}

void
statement_text_write (const Statement *statement, const StatementLook *look, Sink *sink)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MoneyPlaces) places = statement_words_money_places (statement);
  const StatementText self
      = { .statement = statement, .voice = { look->language, places }, .out = out };

  append_head (&self, look);
  append_glances (&self);
  for (guint i = 0; i < statement->credits->len; i++)
    append_credit (&self, g_ptr_array_index (statement->credits, i));
  append_uses (&self);
  append_pec (&self);
  append_footer (out, look);
  sink_append_bytes (sink, out->str, out->len);
}

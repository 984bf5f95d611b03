/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/statement/statement-text.h"

#include "base/printable.h"
#include "base/visible-text.h"
#include "core/report/grouped-number.h"
#include "output/statement/statement-notes.h"
#include "output/statement/statement-words.h"
#include "output/text/text-table.h"

#define WIDTH 80
#define LABEL_WIDTH 22
/* A text from a file is never wrapped, so that no line begins with a part of it. */
#define FACT_WIDTH (WIDTH - LABEL_WIDTH - 1)
#define CURRENCY_WIDTH 12

typedef struct
{
  const Statement *statement;
  const MoneyPlaces *places;
  GString *out;
} StatementText;

static void
append_wrapped (GString *out, const char *text)
{
  PrintableLine filler = printable_line_at (out, WIDTH, 0, 0);

  printable_line_add_text (&filler, text);
  g_string_append_c (out, '\n');
}

/* "Label                 text"; nothing when there is no text. */
static void
append_fact (GString *out, const char *label, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "%-*s", LABEL_WIDTH, label);
  PrintableLine filler = printable_line_at (out, WIDTH, LABEL_WIDTH, LABEL_WIDTH);
  printable_line_add_text (&filler, text);
  g_string_append_c (out, '\n');
}

/* The same for a text from a file. */
static void
append_foreign (GString *out, const char *label, const char *text)
{
  g_autofree char *visible = visible_text_guarded (text, FACT_WIDTH);

  if (*visible != '\0')
    g_string_append_printf (out, "%-*s%s\n", LABEL_WIDTH, label, visible);
}

static void
append_money (const StatementText *self, const char *label, Amount amount, const char *currency)
{
  g_autofree char *money = statement_words_sum_text (self->places, &amount, currency);

  append_fact (self->out, label, money);
}

static void
append_heading (GString *out, const char *text)
{
  g_autofree char *brief = printable_shorten (text, WIDTH, 0);

  g_string_append_printf (out, "\n%s\n", brief);
  for (gsize width = printable_width (brief); width > 0; width--)
    g_string_append_c (out, '-');
  g_string_append_c (out, '\n');
}

static void
append_notes (GString *out, GPtrArray *notes)
{
  if (notes->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < notes->len; i++)
    append_wrapped (out, g_ptr_array_index (notes, i));
  g_ptr_array_unref (notes);
}

static void
append_table (GString *out, const TextTable *table, const char *title)
{
  const TextStyle style = { .width = WIDTH };

  g_string_append_c (out, '\n');
  text_table_render (table, &style, title, out);
}

static void
add_text (TextTable *table, char *text)
{
  text_table_add_cell (table, text, 0);
  g_free (text);
}

/* The head */

static void
append_head (GString *out, const Statement *statement, const StatementLook *look)
{
  g_autofree char *warning = statement_notes_warning (statement);
  g_autofree char *title = visible_text_guarded (look->title, STATEMENT_TITLE_WIDTH);
  g_autofree char *period = statement_words_period (statement);
  g_autofree char *as_of = statement_words_day (statement->as_of);

  if (warning != NULL)
    {
      append_wrapped (out, warning);
      g_string_append_c (out, '\n');
    }
  append_wrapped (out, *title != '\0' ? title : STATEMENT_TITLE);
  g_string_append_c (out, '\n');
  append_foreign (out, "Customer", statement->name);
  append_foreign (out, "Customer id", statement->customer);
  append_fact (out, "Period", period);
  append_fact (out, "As of", as_of);
}

static void
append_glance (const StatementText *self, const StatementGlance *glance)
{
  g_autofree char *expiry = statement_words_next_expiry (self->places, glance);

  append_money (self, "Left to use", glance->left, glance->currency);
  append_fact (self->out, "Next expiry", expiry);
  if (glance->has_months)
    append_money (self, "Used in the period", glance->used, glance->currency);
}

static void
append_glances (const StatementText *self)
{
  g_autoptr (GArray) glances = statement_glances (self->statement);

  if (glances->len == 0)
    return;
  append_heading (self->out, "At a glance");
  for (guint i = 0; i < glances->len; i++)
    {
      if (i > 0)
        g_string_append_c (self->out, '\n');
      append_glance (self, &g_array_index (glances, StatementGlance, i));
    }
}

/* A credit */

static void
add_month (TextTable *table, const StatementCredit *credit, const StatementMonth *month,
           guint places, char *title)
{
  g_autofree char *currency = visible_text_guarded (credit->currency, CURRENCY_WIDTH);

  text_table_add_row (table, TEXT_PLAIN);
  add_text (table, title);
  text_table_add_cell (table, currency, 0);
  add_text (table, statement_words_amount (&month->opening, places));
  add_text (table, statement_words_amount (&month->granted, places));
  add_text (table, statement_words_amount (&month->used, places));
  add_text (table, grouped_number_of_decimal (month->forfeited, places));
  if (statement_credit_has_correction (credit))
    add_text (table, grouped_number_of_decimal (month->correction, places));
  add_text (table, grouped_number_of_decimal (month->closing, places));
}

static void
append_months (const StatementText *self, const StatementCredit *credit)
{
  const guint places = money_places_of (self->places, credit->currency);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Currency", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "At start", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Granted", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Used", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Forfeited", TEXT_COLUMN_RIGHT);
  if (statement_credit_has_correction (credit))
    text_table_add_column (table, "Correction", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Left", TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < credit->months->len; i++)
    {
      const StatementMonth *month = &g_array_index (credit->months, StatementMonth, i);
      add_month (table, credit, month, places, statement_words_month (month->month, TRUE));
    }
  if (credit->months->len > 1)
    {
      const StatementMonth sum = statement_credit_sum (credit);
      add_month (table, credit, &sum, places, g_strdup ("Total"));
    }
  append_table (self->out, table, "Month by month");
}

static void
append_facts (const StatementText *self, const StatementCredit *credit)
{
  const char *currency = credit->currency;
  g_autofree char *valid = statement_words_validity (credit);

  append_foreign (self->out, "Agreement", credit->agreement);
  if (credit->state == STATEMENT_UNKNOWN)
    return;
  append_fact (self->out, "State", statement_words_state (credit->state));
  append_fact (self->out, "Valid", valid);
  append_money (self, "Granted", (Amount){ TRUE, credit->granted }, currency);
  append_money (self, "Used", (Amount){ TRUE, credit->used }, currency);
  append_money (self, "Forfeited", (Amount){ !credit->rest_unknown, credit->forfeited }, currency);
  append_money (self, "Left", (Amount){ !credit->rest_unknown, credit->left }, currency);
}

static void
append_credit (const StatementText *self, const StatementCredit *credit)
{
  g_autofree char *title = statement_words_credit_title (credit);
  g_autofree char *sentence = statement_words_credit_sentence (self->places, credit);

  append_heading (self->out, title);
  append_wrapped (self->out, sentence);
  g_string_append_c (self->out, '\n');
  append_facts (self, credit);
  if (credit->months->len > 0)
    append_months (self, credit);
  append_notes (self->out, statement_notes_of_credit (self->statement, credit));
}

/* Use by product */

static void
add_use_row (TextTable *table, char *month, char *product, const char *currency, char *amount)
{
  g_autofree char *visible = visible_text_guarded (currency, CURRENCY_WIDTH);

  text_table_add_row (table, TEXT_PLAIN);
  add_text (table, month);
  add_text (table, product);
  text_table_add_cell (table, visible, 0);
  add_text (table, amount);
}

static void
add_use_sum (TextTable *table, const StatementUse *use, guint places)
{
  const Amount itemised = { .known = TRUE, .value = statement_use_itemised (use) };
  const Decimal rest = statement_use_rest (use);

  if (!decimal_is_zero (rest))
    add_use_row (table, g_strdup (""), g_strdup ("Not itemised"), use->currency,
                 grouped_number_of_decimal (rest, places));
  add_use_row (table, g_strdup (""),
               g_strdup (use->has_balance ? "Credit used" : "Credited on invoices"), use->currency,
               statement_words_amount (use->has_balance ? &use->used : &itemised, places));
}

static void
add_use (TextTable *table, const StatementUse *use, guint places)
{
  for (guint i = 0; i < use->products->len; i++)
    {
      const StatementProduct *product = &g_array_index (use->products, StatementProduct, i);
      char *month = i == 0 ? statement_words_month (use->month, TRUE) : g_strdup ("");

      g_autofree char *name = statement_words_product (product->product);

      add_use_row (table, month, visible_text_guarded (name, STATEMENT_NAME_WIDTH), use->currency,
                   grouped_number_of_decimal (product->amount, places));
    }
  if (use->products->len == 0)
    add_use_row (table, statement_words_month (use->month, TRUE),
                 g_strdup ("No product is named on the invoices"), use->currency, g_strdup (""));
  add_use_sum (table, use, places);
}

static void
append_uses (const StatementText *self)
{
  const Statement *statement = self->statement;
  g_autoptr (TextTable) table = text_table_new ();

  if (statement->uses->len == 0)
    return;
  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Product", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Currency", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Credit", TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < statement->uses->len; i++)
    {
      const StatementUse *use = g_ptr_array_index (statement->uses, i);

      add_use (table, use, money_places_of (self->places, use->currency));
    }
  append_heading (self->out, "What the credit was used for");
  append_table (self->out, table, "By month and product");
  append_notes (self->out, statement_notes_on_use (statement));
}

/* Partner Earned Credit, and the end */

static void
append_pec (const StatementText *self)
{
  const Statement *statement = self->statement;
  g_autoptr (TextTable) table = text_table_new ();

  if (statement->pec->len == 0)
    return;
  text_table_add_column (table, "Month", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Currency", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Usage at list price", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Partner Earned Credit", TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < statement->pec->len; i++)
    {
      const StatementPec *row = &g_array_index (statement->pec, StatementPec, i);
      const guint places = money_places_of (self->places, row->currency);
      g_autofree char *currency = visible_text_guarded (row->currency, CURRENCY_WIDTH);

      text_table_add_row (table, TEXT_PLAIN);
      add_text (table, statement_words_month (row->month, TRUE));
      text_table_add_cell (table, currency, 0);
      add_text (table, grouped_number_of_decimal (row->list, places));
      add_text (table, grouped_number_of_decimal (row->earned, places));
    }
  append_heading (self->out, "Partner Earned Credit");
  append_table (self->out, table, "Month by month");
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
      append_wrapped (out, text);
    }
}

void
statement_text_write (const Statement *statement, const StatementLook *look, Sink *sink)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (MoneyPlaces) places = statement_words_money_places (statement);
  const StatementText self = { .statement = statement, .places = places, .out = out };

  append_head (out, statement, look);
  append_glances (&self);
  for (guint i = 0; i < statement->credits->len; i++)
    append_credit (&self, g_ptr_array_index (statement->credits, i));
  append_uses (&self);
  append_pec (&self);
  append_footer (out, look);
  sink_append_bytes (sink, out->str, out->len);
}

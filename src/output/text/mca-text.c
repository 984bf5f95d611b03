/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/mca-text.h"

#include "base/language/language-date.h"
#include "base/printable.h"
#include "core/mca/mca-rows.h"
#include "output/text/finding/found-text.h"
#include "output/text/text-table.h"

#define ROWS_MAX 200 /* of one table */
#define UNKNOWN "-"
#define FIGURE_NAME_WIDTH 22

typedef struct
{
  const Report *report;
  const TextStyle *style;
  MoneyPlaces *places;
  gsize next_lot; /* rows are sorted by profile, as the profiles are */
  gsize next_event;
  GString *out;
} McaText;

/* The verdict */

/* "12.00 USD, 3.00 EUR available". (transfer full) */
static char *
list_available (const Report *report, const MoneyPlaces *places)
{
  const Language *language = money_places_language (places);
  g_autoptr (GString) sums = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, MCA_TABLE_TOTALS); i++)
    {
      const McaTotalsRow *row = report_row (report, MCA_TABLE_TOTALS, i);
      if (!row->available.known)
        continue;
      g_autofree char *number = money_places_print (places, row->available.value, row->currency);
      g_string_append_printf (sums, "%s%s %s", sums->len > 0 ? language_say (language, ", ") : "",
                              number, row->currency);
    }
  return sums->len > 0 ? g_strdup_printf (language_say (language, "%s available"), sums->str)
                       : g_strdup (language_say (language, "no credit is known"));
}

char *
mca_text_verdict (const Report *report, const Language *language)
{
  const McaHead *head = report_head (report);
  const gsize profiles = report_row_count (report, MCA_TABLE_PROFILES);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autofree char *found = found_text_count (report, language);
  g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT, profiles);

  money_places_speak (places, language);
  g_autofree char *available = list_available (report, places);
  if (head->as_of == DAY_NONE)
    return g_strdup_printf (
        language_say_count (language, "Credits: %1$s billing profile; %2$s; %3$s.",
                            "Credits: %1$s billing profiles; %2$s; %3$s.", profiles),
        number, available, found);
  g_autofree char *day = language_date_of_day (language, head->as_of);
  return g_strdup_printf (
      language_say_count (language, "Credits on %1$s: %2$s billing profile; %3$s; %4$s.",
                          "Credits on %1$s: %2$s billing profiles; %3$s; %4$s.", profiles),
      day, number, available, found);
}

/* Profiles */

static void
append_title (const McaText *self, const McaProfileRow *row)
{
  const Language *language = self->style->language;
  const char *name = row->profile_name != NULL ? row->profile_name : row->profile_id;
  g_autoptr (GString) title = g_string_new (NULL);

  g_string_append_printf (title, language_say (language, "BILLING PROFILE %s"),
                          name != NULL ? name
                                       : language_say (language, "(billing profile not named)"));
  if (row->profile_name != NULL && row->profile_id != NULL)
    g_string_append_printf (title, " (%s)", row->profile_id);
  if (row->currency != NULL)
    g_string_append_printf (title, ", %s", row->currency);
  g_string_append_c (self->out, '\n');
  text_style_append_title (self->style, title->str, self->out);
}

#define FIGURES 7

/* As wide as the widest of them all, so that the figures of all profiles stand below each other. */
static gsize
widest_name (const Language *language, const char *const names[FIGURES])
{
  gsize width = FIGURE_NAME_WIDTH;

  for (guint i = 0; i < FIGURES; i++)
    width = MAX (width, printable_width (language_say (language, names[i])) + 1);
  return width;
}

static void
append_balances (const McaText *self, const McaProfileRow *row)
{
  static const char *const names[FIGURES]
      = { N_ ("Available balance"), N_ ("Current balance"), N_ ("Pending adjustments"),
          N_ ("Pending charges"),   N_ ("Expired"),         N_ ("Estimated balance"),
          N_ ("Expected estimate") };
  const Amount amounts[FIGURES]
      = { row->available, row->current,   row->pending_adjustments, row->pending_charges,
          row->expired,   row->estimated, row->expected_estimated };
  const Language *language = self->style->language;
  const gsize width = widest_name (language, names);

  for (guint i = 0; i < FIGURES; i++)
    {
      const char *name = language_say (language, names[i]);

      if (!amounts[i].known)
        continue;
      g_autofree char *number = money_places_print (self->places, amounts[i].value, row->currency);
      g_string_append_printf (self->out, "  %s%*s%14s\n", name,
                              (int) (width - printable_width (name)), "", number);
    }
}

static gboolean
is_of (const McaProfileRow *profile, const char *account_id, const char *profile_id)
{
  return g_strcmp0 (profile->account_id, account_id) == 0
         && g_strcmp0 (profile->profile_id, profile_id) == 0;
}

static void
add_text (TextTable *table, const char *text)
{
  text_table_add_cell (table, text != NULL ? text : UNKNOWN, 0);
}

static void
append_table (const McaText *self, const TextTable *table, const char *title, gsize rows)
{
  if (text_table_row_count (table) == 0)
    return;
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, title, self->out);
  text_style_append_more (self->style, rows, ROWS_MAX, self->out);
}

/* Credits, with the columns of the portal */

static TextTable *
new_lot_table (const Language *language)
{
  TextTable *table = text_table_new (language);

  text_table_add_column (table, "Source", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Start date", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Expiration date", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Remaining amount", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Original amount", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Status", TEXT_COLUMN_LEFT);
  return table;
}

static TextEmphasis
emphasis_of_lot (const McaLotRow *row)
{
  if (row->state == MCA_LOT_EXPIRED && row->remaining.known
      && decimal_sign (row->remaining.value) > 0)
    return TEXT_WARNING;
  return row->state == MCA_LOT_EXPIRING ? TEXT_NOTICE : TEXT_PLAIN;
}

static void
append_lots (McaText *self, const McaProfileRow *profile)
{
  const gsize count = report_row_count (self->report, MCA_TABLE_LOTS);
  g_autoptr (TextTable) table = new_lot_table (self->style->language);
  gsize rows = 0;

  for (; self->next_lot < count; self->next_lot++)
    {
      const McaLotRow *row = report_row (self->report, MCA_TABLE_LOTS, self->next_lot);
      const guint places = money_places_of (self->places, row->currency);

      if (!is_of (profile, row->account_id, row->profile_id))
        break;
      if (rows++ >= text_style_limit (self->style, ROWS_MAX))
        continue;
      text_table_add_row (table, emphasis_of_lot (row));
      add_text (table, row->source != NULL ? row->source : row->kind);
      text_table_add_day (table, row->start_date);
      text_table_add_day (table, row->expiration_date);
      text_table_add_amount (table, &row->remaining, places, UNKNOWN);
      text_table_add_amount (table, &row->original, places, UNKNOWN);
      add_text (table, row->currency);
      text_table_add_word (table, row->status != NULL ? row->status : UNKNOWN);
    }
  append_table (self, table, language_say (self->style->language, "CREDITS"), rows);
}

/* Transactions, oldest first */

static TextTable *
new_event_table (const Language *language)
{
  TextTable *table = text_table_new (language);

  text_table_add_column (table, "Date", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Type", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "New credit", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Adjustments", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Charges", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Expired", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Balance", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  return table;
}

static void
append_events (McaText *self, const McaProfileRow *profile)
{
  const gsize count = report_row_count (self->report, MCA_TABLE_EVENTS);
  g_autoptr (TextTable) table = new_event_table (self->style->language);
  gsize rows = 0;

  for (; self->next_event < count; self->next_event++)
    {
      const McaEventRow *row = report_row (self->report, MCA_TABLE_EVENTS, self->next_event);
      const guint places = money_places_of (self->places, row->currency);

      if (!is_of (profile, row->account_id, row->profile_id))
        break;
      if (rows++ >= text_style_limit (self->style, ROWS_MAX))
        continue;
      text_table_add_row (table, row->pending ? TEXT_DIM : TEXT_PLAIN);
      text_table_add_day (table, row->date);
      add_text (table, row->type);
      text_table_add_amount (table, &row->new_credit, places, UNKNOWN);
      text_table_add_amount (table, &row->adjustments, places, UNKNOWN);
      text_table_add_amount (table, &row->charges, places, UNKNOWN);
      text_table_add_amount (table, &row->expired, places, UNKNOWN);
      text_table_add_amount (table, &row->closing, places, UNKNOWN);
      add_text (table, row->currency);
    }
  append_table (self, table, language_say (self->style->language, "TRANSACTIONS"), rows);
}

void
mca_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  McaText self = { .report = report, .style = style, .places = places, .out = out };
  g_autofree char *verdict = mca_text_verdict (report, style->language);

  money_places_speak (places, style->language);
  text_style_append_title (style, verdict, out);
  for (gsize i = 0; i < report_row_count (report, MCA_TABLE_PROFILES); i++)
    {
      const McaProfileRow *row = report_row (report, MCA_TABLE_PROFILES, i);

      append_title (&self, row);
      append_balances (&self, row);
      append_lots (&self, row);
      append_events (&self, row);
    }
  found_text_render (report, places, style, out);
}

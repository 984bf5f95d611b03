/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/mca-text.h"

#include "base/printable.h"
#include "core/mca/mca-rows.h"
#include "output/text/finding/found-text.h"
#include "output/text/text-table.h"

#define ROWS_MAX 200 /* of one table */
#define UNKNOWN "-"

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

static void
append_available (const Report *report, const MoneyPlaces *places, GString *text)
{
  guint known = 0;

  for (gsize i = 0; i < report_row_count (report, MCA_TABLE_TOTALS); i++)
    {
      const McaTotalsRow *row = report_row (report, MCA_TABLE_TOTALS, i);
      if (!row->available.known)
        continue;
      g_autofree char *number = money_places_print (places, row->available.value, row->currency);
      g_string_append_printf (text, "%s%s %s", known++ == 0 ? "" : ", ", number, row->currency);
    }
  g_string_append (text, known == 0 ? "no credit is known" : " available");
}

char *
mca_text_verdict (const Report *report)
{
  const McaHead *head = report_head (report);
  const gsize profiles = report_row_count (report, MCA_TABLE_PROFILES);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  g_autofree char *found = found_text_count (report, NULL);
  GString *text = g_string_new ("Credits");
  char day[DAY_TEXT_SIZE];

  if (head->as_of != DAY_NONE)
    {
      calendar_print_day (head->as_of, day);
      g_string_append_printf (text, " on %s", day);
    }
  g_string_append_printf (text, ": %" G_GSIZE_FORMAT " billing profile%s; ", profiles,
                          profiles == 1 ? "" : "s");
  append_available (report, places, text);
  g_string_append_printf (text, "; %s.", found);
  return g_string_free (text, FALSE);
}

/* Profiles */

static void
append_title (const McaText *self, const McaProfileRow *row)
{
  const char *name = row->profile_name != NULL ? row->profile_name : row->profile_id;
  g_autoptr (GString) title = g_string_new ("BILLING PROFILE ");

  g_string_append (title, name != NULL ? name : "(billing profile not named)");
  if (row->profile_name != NULL && row->profile_id != NULL)
    g_string_append_printf (title, " (%s)", row->profile_id);
  if (row->currency != NULL)
    g_string_append_printf (title, ", %s", row->currency);
  g_string_append_c (self->out, '\n');
  text_style_append_title (self->style, title->str, self->out);
}

static void
append_figure (const McaText *self, const McaProfileRow *row, const char *name, Amount amount)
{
  if (!amount.known)
    return;
  g_autofree char *number = money_places_print (self->places, amount.value, row->currency);
  g_string_append_printf (self->out, "  %-22s%14s\n", name, number);
}

static void
append_balances (const McaText *self, const McaProfileRow *row)
{
  append_figure (self, row, "Available balance", row->available);
  append_figure (self, row, "Current balance", row->current);
  append_figure (self, row, "Pending adjustments", row->pending_adjustments);
  append_figure (self, row, "Pending charges", row->pending_charges);
  append_figure (self, row, "Expired", row->expired);
  append_figure (self, row, "Estimated balance", row->estimated);
  append_figure (self, row, "Expected estimate", row->expected_estimated);
}

static gboolean
is_of (const McaProfileRow *profile, const char *account_id, const char *profile_id)
{
  return g_strcmp0 (profile->account_id, account_id) == 0
         && g_strcmp0 (profile->profile_id, profile_id) == 0;
}

static void
add_day (TextTable *table, Day day)
{
  char text[DAY_TEXT_SIZE];

  if (day != DAY_NONE)
    calendar_print_day (day, text);
  text_table_add_cell (table, day != DAY_NONE ? text : UNKNOWN, 0);
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
      add_day (table, row->start_date);
      add_day (table, row->expiration_date);
      text_table_add_amount (table, &row->remaining, places, UNKNOWN);
      text_table_add_amount (table, &row->original, places, UNKNOWN);
      add_text (table, row->currency);
      add_text (table, row->status);
    }
  append_table (self, table, "CREDITS", rows);
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
      add_day (table, row->date);
      add_text (table, row->type);
      text_table_add_amount (table, &row->new_credit, places, UNKNOWN);
      text_table_add_amount (table, &row->adjustments, places, UNKNOWN);
      text_table_add_amount (table, &row->charges, places, UNKNOWN);
      text_table_add_amount (table, &row->expired, places, UNKNOWN);
      text_table_add_amount (table, &row->closing, places, UNKNOWN);
      add_text (table, row->currency);
    }
  append_table (self, table, "TRANSACTIONS", rows);
}

void
mca_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  McaText self = { .report = report, .style = style, .places = places, .out = out };
  g_autofree char *verdict = mca_text_verdict (report);

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

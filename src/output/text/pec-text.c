/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/pec-text.h"

#include <string.h>

#include "base/printable.h"
#include "core/report/money-places.h"
#include "output/money-tally.h"
#include "output/text/text-table.h"

/* More days than these are counted, not listed: the CSV and JSON have them all. */
#define LOST_ROWS_SHOWN 40

typedef struct
{
  const PecReport *report;
  GTree *ids; /* from each name to its id, see ids_by_name() */
  MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} PecText;

static int
compare_texts (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

/* From each name to the id that has it, or to "" where several have it. */
static GTree *
ids_by_name (const GArray *months)
{
  GTree *ids = g_tree_new_full (compare_texts, NULL, g_free, g_free);

  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      const char *known
          = row->customer_name != NULL ? g_tree_lookup (ids, row->customer_name) : NULL;

      if (row->customer_name == NULL || g_strcmp0 (known, row->customer_id) == 0)
        continue;
      g_tree_insert (ids, g_strdup (row->customer_name),
                     g_strdup (known == NULL ? row->customer_id : ""));
    }
  return ids;
}

#define ID_BRIEF_LENGTH 8

/* The name, with the beginning of the id where others are called the same. (transfer full) */
static char *
label (GTree *ids, const char *name, const char *id)
{
  const char *known = name != NULL ? g_tree_lookup (ids, name) : NULL;

  if (name == NULL || name[0] == '\0')
    return g_strdup (id);
  if (known != NULL && known[0] == '\0')
    return g_strdup_printf ("%s (%.*s)", name, ID_BRIEF_LENGTH, id);
  return g_strdup (name);
}

#define LABEL_TAIL (ID_BRIEF_LENGTH + 3)

static void
add_customer (TextTable *table, GTree *ids, const char *name, const char *id)
{
  g_autofree char *text = label (ids, name, id);
  text_table_add_cell (table, text, g_str_has_suffix (text, ")") ? LABEL_TAIL : 0);
}

void
pec_text_append_nothing (const PecReport *report, GString *out)
{
  char month[MONTH_TEXT_SIZE] = "", first[MONTH_TEXT_SIZE], last[MONTH_TEXT_SIZE];

  if (pec_report_month (report) != MONTH_NONE)
    calendar_print_month (pec_report_month (report), month);
  g_string_append_printf (out, "No billed usage or invoice lines%s%s were read%s",
                          month[0] != '\0' ? " of " : "", month,
                          pec_report_first_read (report) == MONTH_NONE ? "." : "");
  if (pec_report_first_read (report) == MONTH_NONE)
    return;
  calendar_print_month (pec_report_first_read (report), first);
  calendar_print_month (pec_report_last_read (report), last);
  g_string_append_printf (out, "; others are of %s%s%s.", first,
                          strcmp (first, last) != 0 ? " to " : "",
                          strcmp (first, last) != 0 ? last : "");
}

static void
append_verdict (const PecText *self, const char *reliability)
{
  const GArray *months = pec_report_months (self->report);
  g_autoptr (MoneyTally) earned = money_tally_new ();
  g_autoptr (MoneyTally) unexplained = money_tally_new ();
  g_autoptr (GString) text = g_string_new (reliability);

  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      money_tally_add (earned, row->currency, row->pec_earned);
      money_tally_add (unexplained, row->currency, row->unexplained);
    }
  g_autofree char *sum = money_tally_to_string (earned);
  g_autofree char *rest = money_tally_to_string (unexplained);
  if (months->len == 0)
    pec_text_append_nothing (self->report, text);
  else
    g_string_append_printf (text,
                            "Partner Earned Credit: %s earned; nothing explains why %s of usage "
                            "earned none.",
                            sum, rest);
  g_autoptr (GString) lines = g_string_new (NULL);
  PrintableLine filler = printable_line_at (lines, text_style_width (self->style), 0, 0);
  printable_line_add_text (&filler, text->str);
  g_string_append_c (lines, '\n');
  text_style_append (self->style, *reliability == '\0' ? TEXT_TITLE : TEXT_ERROR, lines->str,
                     self->out);
}

static void
append_earned (const PecText *self)
{
  const GArray *months = pec_report_months (self->report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Net value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "List value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "PEC earned", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "From", TEXT_COLUMN_COMMON);
  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      const guint places = money_places_of (self->places, row->currency);
      text_table_add_row (table, TEXT_PLAIN);
      add_customer (table, self->ids, row->customer_name, row->customer_id);
      text_table_add_month (table, row->month);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_decimal (table, row->pec_base, places);
      text_table_add_decimal (table, row->pec_list, places);
      text_table_add_decimal (table, row->pec_earned, places);
      text_table_add_cell (table, row->source, 0);
    }
  text_table_render (table, self->style, "PARTNER EARNED CREDIT", self->out);
}

static void
append_reasons (const PecText *self)
{
  const GArray *months = pec_report_months (self->report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "ACO", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "3rd party", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Spot", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Commitment", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "No reason", TEXT_COLUMN_RIGHT);
  for (guint i = 0; i < months->len; i++)
    {
      const PecMonthRow *row = &g_array_index (months, PecMonthRow, i);
      const guint places = money_places_of (self->places, row->currency);
      text_table_add_row (table, decimal_sign (row->unexplained) > 0 ? TEXT_WARNING : TEXT_PLAIN);
      add_customer (table, self->ids, row->customer_name, row->customer_id);
      text_table_add_month (table, row->month);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_decimal (table, row->aco, places);
      text_table_add_decimal (table, row->third_party, places);
      text_table_add_decimal (table, row->spot, places);
      text_table_add_decimal (table, decimal_add (row->reservation, row->savings_plan), places);
      text_table_add_decimal (table, row->unexplained, places);
    }
  text_table_render (table, self->style, "USAGE THAT EARNED NONE, AND WHY", self->out);
}

static void
append_lost (const PecText *self)
{
  const GArray *lost = pec_report_lost (self->report);
  g_autoptr (TextTable) table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Day", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Value", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Cur", TEXT_COLUMN_COMMON);
  text_table_add_column (table, "Resource", TEXT_COLUMN_SHRINK);
  for (guint i = 0; i < MIN (lost->len, LOST_ROWS_SHOWN); i++)
    {
      const PecLostRow *row = &g_array_index (lost, PecLostRow, i);
      const guint places = money_places_of (self->places, row->currency);
      char day[DAY_TEXT_SIZE];

      calendar_print_day (row->day, day);
      text_table_add_row (table, TEXT_WARNING);
      add_customer (table, self->ids, row->customer_name, row->customer_id);
      text_table_add_cell (table, day, 0);
      text_table_add_decimal (table, row->value, places);
      text_table_add_cell (table, row->currency, 0);
      text_table_add_cell (table, row->resource, 12);
    }
  text_table_render (table, self->style, "DAYS WITHOUT THE CREDIT, OF RESOURCES THAT HAD IT",
                     self->out);
  if (lost->len > LOST_ROWS_SHOWN)
    g_string_append_printf (self->out, "and %u days more; --format json has them all\n",
                            lost->len - LOST_ROWS_SHOWN);
}

static MoneyPlaces *
places_of (const PecReport *report)
{
  const GArray *months = pec_report_months (report), *lost = pec_report_lost (report);
  MoneyPlaces *places = money_places_new ();

  money_places_note_rows (places, pec_report_months_info (), months->data, months->len);
  money_places_note_rows (places, pec_report_lost_info (), lost->data, lost->len);
  return places;
}

void
pec_text_render (const PecReport *report, const char *reliability, const TextStyle *style,
                 GString *out)
{
  g_autoptr (GTree) ids = ids_by_name (pec_report_months (report));
  g_autoptr (MoneyPlaces) places = places_of (report);
  const PecText self
      = { .report = report, .ids = ids, .places = places, .style = style, .out = out };

  append_verdict (&self, reliability);
  if (pec_report_months (report)->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_earned (&self);
  g_string_append_c (out, '\n');
  append_reasons (&self);
  if (pec_report_lost (report)->len == 0)
    return;
  g_string_append_c (out, '\n');
  append_lost (&self);
}

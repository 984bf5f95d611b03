/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text-agreements.h"

#include "base/language/language-fill.h"
#include "base/language/language-number.h"
#include "base/printable.h"
#include "core/month/agreement-end.h"
#include "core/report/report-counts.h"
#include "output/stake-order.h"
#include "output/text/row-remarks.h"

#define ROWS_LISTED_MAX 40 /* beyond it, those that are over without loss are only counted */
#define ID_BRIEF_WIDTH 13  /* of an agreement id where there is little room: a GUID's first */
#define ID_BRIEF_TAIL 4    /* block and its last digits */

static gboolean
is_over_without_loss (const AgreementRow *row)
{
  return row->state == AGREEMENT_EXPIRED && decimal_is_zero (row->balance)
         && decimal_is_zero (agreement_end_forfeited (row));
}

static gboolean
is_listed (const AgreementRow *row)
{
  return row->state == AGREEMENT_EXPIRED || row->state == AGREEMENT_EXPIRING
         || agreement_end_is_unreported (row);
}

/* What was lost, or is left, is not known. */
static gboolean
is_uncertain (const AgreementRow *row)
{
  return agreement_end_is_unreported (row) || agreement_end_is_unseen (row);
}

static TextTable *
new_agreement_table (const ReportText *self)
{
  TextTable *table = text_table_new (self->style->language);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Agreement", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, report_text_part_by_width (self, N_ ("Currency"), N_ ("Cur")),
                         TEXT_COLUMN_COMMON);
  text_table_add_column (table, "State", TEXT_COLUMN_LEFT);
  text_table_add_column (table, report_text_part_by_width (self, N_ ("Expiry date"), N_ ("Expiry")),
                         TEXT_COLUMN_LEFT);
  text_table_add_column (table, report_text_part_by_width (self, N_ ("Days left"), N_ ("Days")),
                         TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Forfeited", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Balance", TEXT_COLUMN_RIGHT);
  return table;
}

static TextEmphasis
agreement_emphasis (const AgreementRow *row)
{
  if (is_over_without_loss (row))
    return TEXT_DIM;
  return row->state == AGREEMENT_EXPIRED ? TEXT_ERROR : TEXT_WARNING;
}

/* The id only tells a customer's agreements apart, so the name gets the room. */
static char *
shown_id (const ReportText *self, const char *agreement_id)
{
  g_autofree char *id = printable_text (agreement_id);
  g_autofree char *brief = printable_shorten (id, ID_BRIEF_WIDTH, ID_BRIEF_TAIL);

  return g_strdup (report_text_part_by_width (self, id, brief));
}

static void
add_agreement_id (const ReportText *self, TextTable *table, const char *agreement_id)
{
  g_autofree char *id = shown_id (self, agreement_id);

  text_table_add_cell (table, id, 0);
}

static void
add_amounts (const ReportText *self, TextTable *table, const AgreementRow *row)
{
  const gboolean known = !is_uncertain (row);
  const guint places = money_places_of (self->places, row->currency);
  const Amount forfeited = { known, agreement_end_forfeited (row) };
  const Amount balance = { known, row->balance };

  text_table_add_amount (table, &forfeited, places, "-");
  text_table_add_amount (table, &balance, places, "-");
}

static void
add_agreement_row (const ReportText *self, TextTable *table, const AgreementRow *row)
{
  g_autofree char *days = row->days_left_known
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, row->days_left)
                              : g_strdup ("-");

  text_table_add_row (table, agreement_emphasis (row));
  report_text_part_add_customer (self, table, row->customer_id);
  add_agreement_id (self, table, row->agreement_id);
  text_table_add_cell (table, row->currency, 0);
  text_table_add_word (table, report_word_of_state (row->state).text);
  text_table_add_day (table, row->expiry_date);
  text_table_add_cell (table, days, 0);
  add_amounts (self, table, row);
}

/* @what is a form with a place for the number. */
static void
append_count (const ReportText *self, GString *line, gsize count, const char *what)
{
  g_autofree char *text = self->style->language == NULL
                              ? g_strdup_printf ("%" G_GSIZE_FORMAT, count)
                              : language_number_of_count (self->style->language, count);

  if (count == 0)
    return;
  if (line->len > 0)
    g_string_append (line, report_text_part_say (self, ", "));
  language_fill (line, what, (const char *const[]){ text }, 1);
}

/* One line on what the table does not list: "Other agreements: 12 active, 3 used." */
static void
append_other_agreements (const ReportText *self, gsize over)
{
  const Language *language = self->style->language;
  const gsize active = report_counts_state (self->report, AGREEMENT_ACTIVE);
  const gsize used = report_counts_state (self->report, AGREEMENT_USED);
  const gsize not_started = report_counts_state (self->report, AGREEMENT_NOT_STARTED);
  g_autoptr (GString) line = g_string_new (NULL);

  append_count (self, line, active,
                language_say_count (language, "%s active", "%s active", active));
  append_count (self, line, used, language_say_count (language, "%s used", "%s used", used));
  append_count (self, line, not_started,
                language_say_count (language, "%s not-started", "%s not-started", not_started));
  append_count (
      self, line, over,
      language_say_count (language, "%s expired without loss", "%s expired without loss", over));
  if (line->len == 0)
    return;
  g_string_append_printf (self->out, report_text_part_say (self, "Other agreements: %s."),
                          line->str);
  g_string_append_c (self->out, '\n');
}

/* "Contoso Ltd, 3f2504e0: not reported since 2026-09; last balance 500.00 USD." */
static void
append_remark (const ReportText *self, const AgreementRow *row)
{
  g_autofree char *remark = row_remarks_of_agreement (row, self->places);
  g_autofree char *id = shown_id (self, row->agreement_id);

  if (remark == NULL)
    return;
  g_autofree char *text = g_strdup_printf (
      "%s, %s: %s.", customer_labels_lookup (self->labels, row->customer_id).text, id, remark);
  report_text_part_append_wrapped (self, TEXT_WARNING, text);
}

static void
append_table (const ReportText *self, const TextTable *table, const GPtrArray *rows)
{
  report_text_part_append_table (
      self, table,
      report_counts_state (self->report, AGREEMENT_UNREPORTED) > 0
          ? report_text_part_say (self, "AGREEMENTS EXPIRED, EXPIRING OR NOT REPORTED")
          : report_text_part_say (self, "AGREEMENTS EXPIRED OR EXPIRING"));
  for (guint i = 0; i < rows->len; i++)
    append_remark (self, g_ptr_array_index (rows, i));
}

static void
append_none (const ReportText *self)
{
  g_string_append_c (self->out, '\n');
  text_style_append (self->style, TEXT_TITLE,
                     report_text_part_say (self, "NO AGREEMENT EXPIRED OR EXPIRING"), self->out);
  g_string_append_c (self->out, '\n');
}

/* The rows that the table has room for: those with most at stake in each currency, in the order of
   @rows. */
static void
keep_most (const ReportText *self, GPtrArray *rows)
{
  const gsize most = text_style_limit (self->style, ROWS_LISTED_MAX);
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  guint count = 0;

  if (rows->len <= most)
    return;
  for (guint i = 0; i < rows->len; i++)
    {
      const AgreementRow *row = g_ptr_array_index (rows, i);
      const Stake stake = { .currency = row->currency,
                            .amount = decimal_max (decimal_absolute (row->balance),
                                                   agreement_end_forfeited (row)),
                            .item = row };

      g_array_append_val (stakes, stake);
    }
  stake_order_sort (stakes);
  for (guint i = 0; i < most; i++)
    g_hash_table_add (kept, (gpointer) (guintptr) g_array_index (stakes, Stake, i).item);
  for (guint i = 0; i < rows->len; i++)
    if (g_hash_table_contains (kept, g_ptr_array_index (rows, i)))
      rows->pdata[count++] = g_ptr_array_index (rows, i);
  g_ptr_array_set_size (rows, (gint) count);
}

/* Those that are listed where there is room for all; @over: how many are so without loss, and left
   out for there are many. (transfer container) */
static GPtrArray *
choose_rows (const ReportText *self, const GPtrArray *all, gsize *over)
{
  GPtrArray *rows = g_ptr_array_new ();
  gsize listed = 0;

  for (guint i = 0; i < all->len; i++)
    listed += is_listed (g_ptr_array_index (all, i)) ? 1 : 0;
  for (guint i = 0; i < all->len; i++)
    {
      AgreementRow *row = g_ptr_array_index (all, i);

      if (listed > text_style_limit (self->style, ROWS_LISTED_MAX) && is_over_without_loss (row))
        ++*over;
      else if (is_listed (row))
        g_ptr_array_add (rows, row);
    }
  return rows;
}

void
report_text_agreements (const ReportText *self)
{
  gsize over = 0;
  g_autoptr (GPtrArray) all = report_text_part_rows_by_customer (self, REPORT_AGREEMENTS);
  g_autoptr (GPtrArray) rows = choose_rows (self, all, &over);
  g_autoptr (TextTable) table = new_agreement_table (self);
  const gsize total = rows->len;

  keep_most (self, rows);
  for (guint i = 0; i < rows->len; i++)
    add_agreement_row (self, table, g_ptr_array_index (rows, i));
  if (rows->len > 0)
    append_table (self, table, rows);
  else if (all->len > 0)
    append_none (self);
  report_text_part_append_unlisted (
      self, N_ ("Those with most at stake; %1$s of %2$s are not listed; --all lists them."),
      rows->len, total);
  append_other_agreements (self, over);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "io/report-text.h"

#include "io/customer-label.h"
#include "io/days-text.h"
#include "io/findings-text.h"
#include "io/printable.h"
#include "io/report-verdict.h"
#include "io/text-table.h"
#include "io/totals-text.h"

#define ROWS_LISTED_MAX 40   /* beyond it, rows that are in order are only counted */
#define ID_BRIEF_WIDTH 13    /* of an agreement id where there is little room: a GUID's first */
#define ID_BRIEF_TAIL 4      /* block and its last digits */
#define LONG_NAMES_WIDTH 100 /* from this width on the columns have their full names */

typedef struct
{
  const Report *report;
  const CustomerLabels *labels;
  const TextStyle *style;
  GString *out;
} ReportText;

/* Of two column names the one that the width has room for. */
static const char *
by_width (const ReportText *self, const char *full, const char *brief)
{
  return text_style_width (self->style) >= LONG_NAMES_WIDTH ? full : brief;
}

/* Both tables that list customers begin their rows with the id. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (TieOutRow, customer_id) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (AgreementRow, customer_id) == 0);

static gint
compare_labels (gconstpointer a, gconstpointer b, gpointer data)
{
  const CustomerLabels *labels = data;
  const char *x = customer_labels_lookup (labels, **(const char *const *const *) a).text;
  const char *y = customer_labels_lookup (labels, **(const char *const *const *) b).text;
  gint order = g_ascii_strcasecmp (x, y);

  return order != 0 ? order : strcmp (x, y);
}

/* The rows as people look them up: by what they read for the customer, else in report order. */
static GPtrArray *
rows_by_customer (const ReportText *self, ReportTable table)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (gsize i = 0; i < report_row_count (self->report, table); i++)
    g_ptr_array_add (rows, (gpointer) (guintptr) report_row (self->report, table, i));
  g_ptr_array_sort_with_data (rows, compare_labels, (gpointer) (guintptr) self->labels);
  return rows;
}

static void
append_wrapped (const ReportText *self, TextEmphasis emphasis, const char *text)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  LineFiller filler = line_filler_at (lines, text_style_width (self->style), 0, 0);

  line_filler_add_text (&filler, text);
  text_style_append (self->style, emphasis, lines->str, self->out);
  g_string_append_c (self->out, '\n');
}

static void
append_table (const ReportText *self, const TextTable *table, const char *title)
{
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, title, self->out);
}

static void
add_customer (const ReportText *self, TextTable *table, const char *customer_id)
{
  CustomerLabel label = customer_labels_lookup (self->labels, customer_id);

  text_table_add_cell (table, *label.text != '\0' ? label.text : "-", label.tail);
}

/* The verdict */

static void
append_verdict (const ReportText *self)
{
  g_autofree char *verdict = report_verdict (self->report);
  TextEmphasis emphasis = report_is_complete (self->report) ? TEXT_TITLE : TEXT_ERROR;

  append_wrapped (self, emphasis, verdict);
}

/* The tie-out */

static gboolean
row_agrees (const TieOutRow *row)
{
  return g_strcmp0 (row->result, "agrees") == 0 || g_strcmp0 (row->result, "rounding") == 0;
}

static gboolean
is_usage_known (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const TieOutRow *) g_ptr_array_index (rows, i))->usage_credit.known)
      return TRUE;
  return FALSE;
}

static TextTable *
new_tie_out_table (const ReportText *self, gboolean with_usage)
{
  TextTable *table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, by_width (self, "Currency", "Cur"), TEXT_COLUMN_COMMON);
  text_table_add_column (table, by_width (self, "Balance used", "Balance"), TEXT_COLUMN_RIGHT);
  text_table_add_column (table, by_width (self, "Invoice credit", "Invoice"), TEXT_COLUMN_RIGHT);
  if (with_usage)
    text_table_add_column (table, by_width (self, "Usage credit", "Usage"), TEXT_COLUMN_RIGHT);
  text_table_add_column (table, by_width (self, "Difference", "Diff."), TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Result", TEXT_COLUMN_LEFT);
  return table;
}

static TextEmphasis
tie_out_emphasis (const TieOutRow *row)
{
  if (row_agrees (row))
    return TEXT_DIM;
  return g_strcmp0 (row->result, "differs") == 0 ? TEXT_ERROR : TEXT_WARNING;
}

/* The longest result would take its columns from the customers' names. */
static const char *
result_text (const ReportText *self, const TieOutRow *row)
{
  if (g_strcmp0 (row->result, "not-comparable") == 0)
    return by_width (self, "not-comparable", "not comp.");
  return row->result;
}

static void
add_tie_out_row (const ReportText *self, TextTable *table, const TieOutRow *row,
                 gboolean with_usage)
{
  text_table_add_row (table, tie_out_emphasis (row));
  add_customer (self, table, row->customer_id);
  text_table_add_month (table, row->month);
  text_table_add_cell (table, row->currency, 0);
  text_table_add_amount (table, &row->balance_used, "-");
  text_table_add_amount (table, &row->invoice_credit, "-");
  if (with_usage)
    text_table_add_amount (table, &row->usage_credit, "-");
  text_table_add_amount (table, &row->difference, "-");
  text_table_add_cell (table, result_text (self, row), 0);
}

static void
append_tie_out (const ReportText *self)
{
  g_autoptr (GPtrArray) rows = rows_by_customer (self, REPORT_TIEOUT);
  gboolean with_usage = is_usage_known (rows);
  g_autoptr (TextTable) table = new_tie_out_table (self, with_usage);
  guint left_out = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const TieOutRow *row = g_ptr_array_index (rows, i);

      if (rows->len > ROWS_LISTED_MAX && row_agrees (row))
        left_out++;
      else
        add_tie_out_row (self, table, row, with_usage);
    }
  if (text_table_row_count (table) > 0)
    append_table (self, table, "TIE-OUT OF CREDIT USED");
  if (left_out > 0)
    g_string_append_printf (self->out, "%s%u of %u customer-months agree and are not listed.\n",
                            left_out == rows->len ? "\n" : "", left_out, rows->len);
}

/* The agreements */

/* granted = used + balance + forfeited so far */
static Decimal
agreement_forfeited (const AgreementRow *row)
{
  return decimal_subtract (decimal_subtract (row->granted, row->used_total), row->balance);
}

static gboolean
is_over_without_loss (const AgreementRow *row)
{
  return g_strcmp0 (row->state, "expired") == 0 && decimal_is_zero (row->balance)
         && decimal_is_zero (agreement_forfeited (row));
}

static gboolean
is_expired_or_expiring (const AgreementRow *row)
{
  return g_strcmp0 (row->state, "expired") == 0 || g_strcmp0 (row->state, "expiring") == 0;
}

static TextTable *
new_agreement_table (const ReportText *self)
{
  TextTable *table = text_table_new ();

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Agreement", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, by_width (self, "Currency", "Cur"), TEXT_COLUMN_COMMON);
  text_table_add_column (table, "State", TEXT_COLUMN_LEFT);
  text_table_add_column (table, by_width (self, "Expiry date", "Expiry"), TEXT_COLUMN_LEFT);
  text_table_add_column (table, by_width (self, "Days left", "Days"), TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Forfeited", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Balance", TEXT_COLUMN_RIGHT);
  return table;
}

static TextEmphasis
agreement_emphasis (const AgreementRow *row)
{
  if (is_over_without_loss (row))
    return TEXT_DIM;
  return g_strcmp0 (row->state, "expired") == 0 ? TEXT_ERROR : TEXT_WARNING;
}

/* The id only tells a customer's agreements apart, so the name gets the room. */
static void
add_agreement_id (const ReportText *self, TextTable *table, const char *agreement_id)
{
  g_autofree char *id = printable_text (agreement_id);
  g_autofree char *brief = printable_shorten (id, ID_BRIEF_WIDTH, ID_BRIEF_TAIL);

  text_table_add_cell (table, by_width (self, id, brief), 0);
}

static void
add_agreement_row (const ReportText *self, TextTable *table, const AgreementRow *row)
{
  char day[DAY_TEXT_SIZE] = "-";
  g_autofree char *days = row->days_left_known
                              ? g_strdup_printf ("%" G_GINT64_FORMAT, row->days_left)
                              : g_strdup ("-");

  if (row->expiry_date != DAY_NONE)
    day_print (row->expiry_date, day);
  text_table_add_row (table, agreement_emphasis (row));
  add_customer (self, table, row->customer_id);
  add_agreement_id (self, table, row->agreement_id);
  text_table_add_cell (table, row->currency, 0);
  text_table_add_cell (table, row->state, 0);
  text_table_add_cell (table, day, 0);
  text_table_add_cell (table, days, 0);
  text_table_add_decimal (table, agreement_forfeited (row));
  text_table_add_decimal (table, row->balance);
}

static gsize
count_state (const Report *report, const char *state)
{
  gsize count = 0;

  for (gsize i = 0; i < report_row_count (report, REPORT_AGREEMENTS); i++)
    {
      const AgreementRow *row = report_row (report, REPORT_AGREEMENTS, i);

      count += g_strcmp0 (row->state, state) == 0 ? 1 : 0;
    }
  return count;
}

static void
append_count (GString *line, gsize count, const char *what)
{
  if (count > 0)
    g_string_append_printf (line, "%s%" G_GSIZE_FORMAT " %s", line->len > 0 ? ", " : "", count,
                            what);
}

/* One line on what the table does not list: "Other agreements: 12 active, 3 used." */
static void
append_other_agreements (const ReportText *self, gsize over)
{
  static const char *const states[] = { "active", "used", "not-started" };
  g_autoptr (GString) line = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    append_count (line, count_state (self->report, states[i]), states[i]);
  append_count (line, over, "expired without loss");
  if (line->len > 0)
    g_string_append_printf (self->out, "Other agreements: %s.\n", line->str);
}

static void
append_agreements (const ReportText *self)
{
  g_autoptr (GPtrArray) rows = rows_by_customer (self, REPORT_AGREEMENTS);
  g_autoptr (TextTable) table = new_agreement_table (self);
  gsize listed = count_state (self->report, "expired") + count_state (self->report, "expiring");
  gsize over = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const AgreementRow *row = g_ptr_array_index (rows, i);

      if (listed > ROWS_LISTED_MAX && is_over_without_loss (row))
        over++;
      else if (is_expired_or_expiring (row))
        add_agreement_row (self, table, row);
    }
  if (text_table_row_count (table) > 0)
    append_table (self, table, "AGREEMENTS EXPIRED OR EXPIRING");
  else if (rows->len > 0)
    {
      g_string_append_c (self->out, '\n');
      text_style_append (self->style, TEXT_TITLE, "NO AGREEMENT EXPIRED OR EXPIRING", self->out);
      g_string_append_c (self->out, '\n');
    }
  append_other_agreements (self, over);
}

/* How to see more */

static void
append_closing (const ReportText *self)
{
  g_autoptr (GString) text = g_string_new ("More: ");

  if (report_row_count (self->report, REPORT_FINDINGS) > 0)
    g_string_append (text, "acorecon explain CODE (what a finding means, what to do); ");
  g_string_append (text, "--format json (every row); --output DIR (all tables as files).");
  g_string_append_c (self->out, '\n');
  append_wrapped (self, TEXT_DIM, text->str);
}

void
report_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_assert (report != NULL && style != NULL && out != NULL);

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  ReportText self = { .report = report, .labels = labels, .style = style, .out = out };

  append_verdict (&self);
  append_tie_out (&self);
  append_agreements (&self);
  days_text_render (report, labels, style, out);
  totals_text_render_waterfall (report, style, out);
  findings_text_render (report, labels, style, out);
  totals_text_render_totals (report, style, out);
  append_closing (&self);
}

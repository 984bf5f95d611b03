/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text.h"

#include "base/language/language-fill.h"
#include "base/language/language-number.h"
#include "output/case/cases-text.h"
#include "output/stake-order.h"
#include "output/text/days-text.h"
#include "output/text/finding/findings-text.h"
#include "output/text/origin-words.h"
#include "output/text/report-text-agreements.h"
#include "output/text/report-text-part.h"
#include "output/text/row-remarks.h"
#include "output/text/totals-text.h"
#include "output/text/verdict/report-verdict.h"

#define ROWS_LISTED_MAX 40 /* beyond it, rows that are in order are only counted */

/* The verdict */

static TextEmphasis
verdict_emphasis (VerdictKind kind)
{
  switch (kind)
    {
    case VERDICT_NOT_RELIABLE:
      return TEXT_ERROR;
    case VERDICT_NOT_RECONCILED:
      return TEXT_WARNING;
    case VERDICT_RECONCILED:
    default:
      return TEXT_TITLE;
    }
}

static void
append_verdict (const ReportText *self, VerdictKind kind)
{
  g_autofree char *verdict = report_verdict (self->report, self->style->language);

  report_text_part_append_wrapped (self, verdict_emphasis (kind), verdict);
}

/* For whoever has nothing but this text: what it was made with. */
static void
append_origin (const ReportText *self)
{
  g_autofree char *month = origin_words_month (self->report, self->style->language);
  g_autofree char *options = origin_words_options (self->report, self->style->language);
  g_autofree char *text
      = g_strdup_printf (report_text_part_say (self, "Made by %1$s; month: %2$s; options: %3$s."),
                         origin_words_program (), month, options);

  report_text_part_append_wrapped (self, TEXT_DIM, text);
}

/* The tie-out */

static TextTable *
new_tie_out_table (const ReportText *self, gboolean with_usage)
{
  TextTable *table = text_table_new (self->style->language);

  text_table_add_column (table, "Customer", TEXT_COLUMN_SHRINK);
  text_table_add_column (table, "Month", TEXT_COLUMN_COMMON);
  text_table_add_column (table, report_text_part_by_width (self, N_ ("Currency"), N_ ("Cur")),
                         TEXT_COLUMN_COMMON);
  text_table_add_column (table,
                         report_text_part_by_width (self, N_ ("Balance used"), N_ ("Balance")),
                         TEXT_COLUMN_RIGHT);
  text_table_add_column (table,
                         report_text_part_by_width (self, N_ ("Invoice credit"), N_ ("Invoice")),
                         TEXT_COLUMN_RIGHT);
  if (with_usage)
    text_table_add_column (table,
                           report_text_part_by_width (self, N_ ("Usage credit"), N_ ("Usage")),
                           TEXT_COLUMN_RIGHT);
  text_table_add_column (table, report_text_part_by_width (self, N_ ("Difference"), N_ ("Diff.")),
                         TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Result", TEXT_COLUMN_LEFT);
  return table;
}

/* Figures that are not reliable agree by chance. */
static TextEmphasis
tie_out_emphasis (const ReportText *self, const TieOutRow *row)
{
  if (report_word_tie_out_agrees (row->result))
    return self->reliable ? TEXT_DIM : TEXT_WARNING;
  return row->result == TIE_OUT_DIFFERS ? TEXT_ERROR : TEXT_WARNING;
}

/* A long result would take its columns from the customers' names. (transfer full) */
static char *
result_text (const ReportText *self, const TieOutRow *row)
{
  const Language *language = self->style->language;
  const char *remark = row_remarks_of_tie_out (row);
  const char *agrees = self->reliable ? language_say (language, "agrees")
                                      : language_say (language, "seems to agree");

  if (row->result == TIE_OUT_NOT_COMPARABLE)
    return g_strdup (language_say (
        language, report_text_part_by_width (self, N_ ("not-comparable"), N_ ("not comp."))));
  if (!report_word_tie_out_agrees (row->result))
    return g_strdup (report_word_say (language, report_word_of_tie_out (row->result).text));
  if (remark == NULL)
    return g_strdup (agrees);
  if (self->reliable && report_text_part_by_width (self, NULL, remark) != NULL)
    return g_strdup (language_say (language, remark));
  /* translators: "agrees" or "seems to agree", "within tolerance" or "within rounding" */
  return g_strdup_printf (language_say (language, "%1$s %2$s"), agrees,
                          language_say (language, remark));
}

static void
add_tie_out_row (const ReportText *self, TextTable *table, const TieOutRow *row,
                 gboolean with_usage)
{
  const guint places = money_places_of (self->places, row->currency);
  g_autofree char *result = result_text (self, row);

  text_table_add_row (table, tie_out_emphasis (self, row));
  report_text_part_add_customer (self, table, row->customer_id);
  text_table_add_month (table, row->month);
  text_table_add_cell (table, row->currency, 0);
  text_table_add_amount (table, &row->balance_used, places, "-");
  text_table_add_amount (table, &row->invoice_credit, places, "-");
  if (with_usage)
    text_table_add_amount (table, &row->usage_credit, places, "-");
  text_table_add_amount (table, &row->difference, places, "-");
  text_table_add_cell (table, result, 0);
}

/* What is to be listed of the tie-out, found in one walk. */
typedef struct
{
  gsize most;         /* rows that are listed */
  gboolean has_usage; /* some row knows of daily usage */
  gsize in_order;     /* rows that agree and need not be listed */
  gsize inexact;      /* of these, not to the cent */
  GArray *others;     /* of Stake, each with the index of its row: those that do not agree */
  gsize other_count;  /* how many these are, listed or not */
} TieOutChoice;

/* So many are held before those that will not be listed go: who does not come among the first of a
   part does not come among the first of all. */
#define STAKES_MAX 4096

static Decimal
stake_of (const TieOutRow *row)
{
  const Amount *known[] = { &row->balance_used, &row->invoice_credit, &row->usage_credit };
  Decimal stake = decimal_from_int (0);

  if (row->difference.known)
    return row->difference.value;
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++)
    if (known[i]->known)
      stake = decimal_max (stake, decimal_absolute (known[i]->value));
  return stake;
}

static void
trim_others (TieOutChoice *self)
{
  if (self->others->len <= self->most)
    return;
  stake_order_sort (self->others);
  g_array_set_size (self->others, (guint) self->most);
}

static void
note_row (TieOutChoice *self, const TieOutRow *row, gsize index)
{
  const Stake stake
      = { .currency = row->currency, .amount = stake_of (row), .item = GSIZE_TO_POINTER (index) };

  self->has_usage = self->has_usage || row->usage_credit.known;
  if (report_word_tie_out_agrees (row->result))
    {
      self->in_order++;
      self->inexact += row_remarks_of_tie_out (row) != NULL ? 1 : 0;
      return;
    }
  self->other_count++;
  g_array_append_val (self->others, stake);
  if (self->others->len >= STAKES_MAX)
    trim_others (self);
}

/* A row of the table, under what is read for its customer. */
typedef struct
{
  const char *label;
  gsize index;
} ListedRow;

static gint
compare_listed (gconstpointer a, gconstpointer b)
{
  const ListedRow *x = a, *y = b;
  const gint order = report_text_part_compare_labels (x->label, y->label);

  return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static void
list_row (const ReportText *self, GArray *listed, gsize index)
{
  ReportBuffer buffer = { 0 };
  const TieOutRow *row = report_read (self->report, REPORT_TIE_OUT, index, &buffer);
  const ListedRow entry
      = { .label = customer_labels_lookup (self->labels, row->customer_id).text, .index = index };

  g_array_append_val (listed, entry);
}

/* All where they are few, else those that do not agree, as far as they go. (transfer full) */
static GArray *
list_rows (const ReportText *self, TieOutChoice *choice)
{
  const gsize count = report_row_count (self->report, REPORT_TIE_OUT);
  GArray *listed = g_array_new (FALSE, FALSE, sizeof (ListedRow));
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < count; i++)
    note_row (choice, report_read (self->report, REPORT_TIE_OUT, i, &buffer), i);
  trim_others (choice);
  if (count <= choice->most)
    {
      choice->in_order = choice->inexact = 0;
      for (gsize i = 0; i < count; i++)
        list_row (self, listed, i);
    }
  else
    for (guint i = 0; i < choice->others->len; i++)
      list_row (self, listed, GPOINTER_TO_SIZE (g_array_index (choice->others, Stake, i).item));
  g_array_sort (listed, compare_listed);
  return listed;
}

/* "35 of 41 customer-months agree, 2 of them not to the cent, and are not listed; ..." */
static void
append_left_out (const ReportText *self, const TieOutChoice *choice, gsize listed)
{
  static const char *const sentences[2][2]
      = { { N_ ("%1$s of %2$s customer-months seem to agree and are not listed; --all lists them."),
            N_ ("%1$s of %2$s customer-months seem to agree, %3$s of them not to the cent, and are "
                "not listed; --all lists them.") },
          { N_ ("%1$s of %2$s customer-months agree and are not listed; --all lists them."),
            N_ ("%1$s of %2$s customer-months agree, %3$s of them not to the cent, and are not "
                "listed; --all lists them.") } };
  const Language *language = self->style->language;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *out = language_number_of_count (language, choice->in_order);
  g_autofree char *all
      = language_number_of_count (language, report_row_count (self->report, REPORT_TIE_OUT));
  g_autofree char *near = language_number_of_count (language, choice->inexact);

  if (choice->in_order == 0)
    return;
  if (listed == 0)
    g_string_append_c (self->out, '\n');
  language_fill (text, language_say (language, sentences[self->reliable][choice->inexact > 0]),
                 (const char *const[]){ out, all, near }, 3);
  report_text_part_append_wrapped (self, TEXT_PLAIN, text->str);
}

static void
append_tie_out (const ReportText *self)
{
  TieOutChoice choice = { .most = text_style_limit (self->style, ROWS_LISTED_MAX),
                          .others = g_array_new (FALSE, FALSE, sizeof (Stake)) };
  g_autoptr (GArray) listed = list_rows (self, &choice);
  g_autoptr (TextTable) table = new_tie_out_table (self, choice.has_usage);
  ReportBuffer buffer = { 0 };

  for (guint i = 0; i < listed->len; i++)
    add_tie_out_row (self, table,
                     report_read (self->report, REPORT_TIE_OUT,
                                  g_array_index (listed, ListedRow, i).index, &buffer),
                     choice.has_usage);
  if (listed->len > 0)
    report_text_part_append_table (
        self, table,
        self->reliable ? report_text_part_say (self, "TIE-OUT OF CREDIT USED")
                       : report_text_part_say (self, "TIE-OUT OF CREDIT USED, NOT RELIABLE"));
  if (listed->len > 0)
    report_text_part_append_unlisted (self,
                                      N_ ("Those that differ most; %1$s of %2$s customer-months "
                                          "that do not agree are not listed; "
                                          "--all lists them."),
                                      choice.others->len, choice.other_count);
  append_left_out (self, &choice, listed->len);
  g_array_unref (choice.others);
}

/* How to see more */

static void
append_closing (const ReportText *self)
{
  const gboolean has_findings = report_row_count (self->report, REPORT_FINDINGS) > 0;
  const gboolean is_part = report_part (self->report) != NULL;
  g_autoptr (GString) text = g_string_new (report_text_part_say (self, "More:"));

  if (has_findings)
    g_string_append_printf (
        text, " %s",
        report_text_part_say (self, "acorecon explain CODE (what a finding means, what to do);"));
  if (is_part)
    g_string_append_printf (
        text, " %s",
        report_text_part_say (self, "the same without --customer, --code and --min (all of it);"));
  g_string_append_printf (
      text, " %s",
      report_text_part_say (self,
                            "--format json (every row); --output DIR (all tables as files)."));
  g_string_append_c (self->out, '\n');
  report_text_part_append_wrapped (self, TEXT_DIM, text->str);
}

void
report_text_render (const Report *report, const TextStyle *style, GString *out)
{
  g_assert (report != NULL && style != NULL && out != NULL);

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);
  const VerdictKind kind = report_verdict_kind (report);

  money_places_speak (places, style->language);
  ReportText self = { .report = report,
                      .labels = labels,
                      .places = places,
                      .reliable = kind != VERDICT_NOT_RELIABLE,
                      .style = style,
                      .out = out };

  append_verdict (&self, kind);
  append_origin (&self);
  cases_text_render (report, labels, places, style, out);
  append_tie_out (&self);
  report_text_agreements (&self);
  days_text_render (report, labels, places, style, out);
  totals_text_render_waterfall (report, places, style, out);
  findings_text_render (report, labels, places, style, out);
  totals_text_render_totals (report, places, style, out);
  append_closing (&self);
}

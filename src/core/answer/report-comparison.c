/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/report-comparison.h"

#include <string.h>

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (CompareHead, old_file, COLUMN_TEXT),
  COLUMN (CompareHead, new_file, COLUMN_TEXT),
  COLUMN (CompareHead, equal, COLUMN_FLAG),
  REPORT_COLUMN_AS ("new", CompareHead, fresh, COLUMN_COUNT),
  COLUMN (CompareHead, gone, COLUMN_COUNT),
  COLUMN (CompareHead, changed, COLUMN_COUNT),
  COLUMN (CompareHead, open, COLUMN_COUNT),
};

static const ReportColumn finding_columns[] = {
  COLUMN (CompareFinding, change, COLUMN_TEXT),
  COLUMN (CompareFinding, code, COLUMN_TEXT),
  COLUMN (CompareFinding, name, COLUMN_TEXT),
  COLUMN (CompareFinding, severity, COLUMN_TEXT),
  COLUMN (CompareFinding, customer_id, COLUMN_TEXT),
  COLUMN (CompareFinding, customer_name, COLUMN_TEXT),
  COLUMN (CompareFinding, agreement_id, COLUMN_TEXT),
  COLUMN (CompareFinding, month, COLUMN_MONTH),
  COLUMN (CompareFinding, currency, COLUMN_TEXT),
  COLUMN (CompareFinding, subject, COLUMN_TEXT),
  REPORT_COLUMN_AS ("old", CompareFinding, before, COLUMN_AMOUNT),
  REPORT_COLUMN_AS ("new", CompareFinding, now, COLUMN_AMOUNT),
  COLUMN (CompareFinding, id, COLUMN_TEXT),
  COLUMN (CompareFinding, key, COLUMN_TEXT),
};

static const OrderKey finding_order[] = {
  ORDER (CompareFinding, code, ORDER_TEXT),
  ORDER (CompareFinding, customer_id, ORDER_TEXT),
  ORDER (CompareFinding, agreement_id, ORDER_TEXT),
  ORDER (CompareFinding, currency, ORDER_TEXT),
  ORDER (CompareFinding, month, ORDER_MONTH),
  ORDER (CompareFinding, subject, ORDER_TEXT),
  ORDER (CompareFinding, id, ORDER_TEXT),
};

static const ReportColumn figure_columns[] = {
  COLUMN (CompareFigure, customer_id, COLUMN_TEXT),
  COLUMN (CompareFigure, customer_name, COLUMN_TEXT),
  COLUMN (CompareFigure, currency, COLUMN_TEXT),
  COLUMN (CompareFigure, month, COLUMN_MONTH),
  COLUMN (CompareFigure, figure, COLUMN_TEXT),
  REPORT_COLUMN_AS ("old", CompareFigure, before, COLUMN_AMOUNT),
  REPORT_COLUMN_AS ("new", CompareFigure, now, COLUMN_AMOUNT),
  COLUMN (CompareFigure, difference, COLUMN_AMOUNT),
};

static const OrderKey figure_order[] = {
  ORDER (CompareFigure, customer_id, ORDER_TEXT),
  ORDER (CompareFigure, currency, ORDER_TEXT),
  ORDER (CompareFigure, month, ORDER_MONTH),
  ORDER (CompareFigure, figure, ORDER_TEXT),
};

static const TableLayout tables[COMPARE_TABLE_COUNT] = {
  [COMPARE_FINDINGS] = REPORT_TABLE ("findings", CompareFinding, finding_columns, finding_order),
  [COMPARE_FIGURES] = REPORT_TABLE ("figures", CompareFigure, figure_columns, figure_order),
};

/* clang-format on */

const ReportSchema *
report_comparison_schema (void)
{
  static const ReportTableInfo head = REPORT_INFO ("head", CompareHead, head_columns);
  static const ReportSchema schema
      = { "acorecon.compare/1", &head, tables, COMPARE_TABLE_COUNT, COMPARE_TABLE_COUNT };

  return &schema;
}

/* By key, then by amount and id: the order in which they are paired. */
static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const SavedFinding *x = *(const SavedFinding *const *) a, *y = *(const SavedFinding *const *) b;
  int order = strcmp (x->key, y->key);

  if (order == 0)
    order = decimal_compare (x->amount, y->amount);
  return order != 0 ? order : strcmp (x->id, y->id);
}

/* Those of @from whose id @other has not; the others go into @same, unless it is NULL. Sorted. */
static GPtrArray *
without (const SavedReport *from, const SavedReport *other, GPtrArray *same)
{
  const GPtrArray *theirs = saved_report_findings (other), *own = saved_report_findings (from);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < theirs->len; i++)
    {
      const SavedFinding *finding = g_ptr_array_index (theirs, i);
      g_hash_table_add (ids, (gpointer) (guintptr) finding->id);
    }
  for (guint i = 0; i < own->len; i++)
    {
      SavedFinding *finding = g_ptr_array_index (own, i);

      if (!g_hash_table_contains (ids, finding->id))
        g_ptr_array_add (left, finding);
      else if (same != NULL)
        g_ptr_array_add (same, finding);
    }
  g_ptr_array_sort (left, compare_findings);
  return left;
}

/* @before or @now may be NULL, not both. */
static void
add_finding (Report *report, const char *change, const SavedFinding *before,
             const SavedFinding *now)
{
  const SavedFinding *of = now != NULL ? now : before;
  const CompareFinding row
      = { .change = change,
          .code = report_text (report, of->code),
          .name = report_text (report, of->name),
          .severity = report_text (report, of->severity),
          .customer_id = report_text (report, of->customer_id),
          .customer_name = report_text (report, of->customer_name),
          .agreement_id = report_text (report, of->agreement_id),
          .month = of->month,
          .currency = report_text (report, of->currency),
          .subject = report_text (report, of->subject),
          .before = before != NULL ? amount_known (before->amount) : (Amount){ 0 },
          .now = now != NULL ? amount_known (now->amount) : (Amount){ 0 },
          .id = report_text (report, of->id),
          .key = report_text (report, of->key) };

  report_append (report, COMPARE_FINDINGS, &row);
}

/* Of one key those that are gone and those that are new are the same with another amount, in turn.
 */
static void
pair_findings (Report *report, CompareHead *head, const GPtrArray *gone, const GPtrArray *fresh)
{
  guint i = 0, k = 0;

  while (i < gone->len || k < fresh->len)
    {
      const SavedFinding *before = i < gone->len ? g_ptr_array_index (gone, i) : NULL;
      const SavedFinding *now = k < fresh->len ? g_ptr_array_index (fresh, k) : NULL;
      const int order = before == NULL ? 1 : now == NULL ? -1 : strcmp (before->key, now->key);

      if (order < 0)
        add_finding (report, "gone", before, NULL);
      else if (order > 0)
        add_finding (report, "new", NULL, now);
      else
        add_finding (report, "amount", before, now);
      head->gone += order < 0;
      head->fresh += order > 0;
      head->changed += order == 0;
      i += order <= 0;
      k += order >= 0;
    }
}

static void
add_findings (const ReportComparison *self, Report *report, CompareHead *head)
{
  g_autoptr (GPtrArray) same = g_ptr_array_new ();
  g_autoptr (GPtrArray) gone = without (self->before, self->now, NULL);
  g_autoptr (GPtrArray) fresh = without (self->now, self->before, same);

  for (guint i = 0; i < same->len; i++)
    add_finding (report, "open", g_ptr_array_index (same, i), g_ptr_array_index (same, i));
  head->open = same->len;
  pair_findings (report, head, gone, fresh);
}

/* @before or @now may be NULL, not both. */
static void
add_figure (Report *report, const SavedFigure *before, const SavedFigure *now)
{
  const SavedFigure *of = now != NULL ? now : before;
  CompareFigure row = { .customer_id = report_text (report, of->customer_id),
                        .customer_name = report_text (report, of->customer_name),
                        .currency = report_text (report, of->currency),
                        .month = of->month,
                        .figure = report_text (report, of->figure),
                        .before = before != NULL ? before->amount : (Amount){ 0 },
                        .now = now != NULL ? now->amount : (Amount){ 0 } };

  if (row.before.known && row.now.known)
    row.difference = amount_known (decimal_subtract (row.now.value, row.before.value));
  if (row.before.known != row.now.known
      || (row.difference.known && !decimal_is_zero (row.difference.value)))
    report_append (report, COMPARE_FIGURES, &row);
}

static void
add_figures (const ReportComparison *self, Report *report)
{
  g_autoptr (GPtrArray) old = saved_report_figures (self->before);
  g_autoptr (GPtrArray) fresh = saved_report_figures (self->now);
  guint i = 0, k = 0;

  while (i < old->len || k < fresh->len)
    {
      const SavedFigure *before = i < old->len ? g_ptr_array_index (old, i) : NULL;
      const SavedFigure *now = k < fresh->len ? g_ptr_array_index (fresh, k) : NULL;
      const int order = before == NULL ? 1
                        : now == NULL  ? -1
                                       : saved_report_compare_figures (before, now);

      add_figure (report, order <= 0 ? before : NULL, order >= 0 ? now : NULL);
      i += order <= 0;
      k += order >= 0;
    }
}

Report *
report_comparison_report (const ReportComparison *self)
{
  Report *report = report_new_of (report_comparison_schema ());
  CompareHead head = { .old_file = report_text (report, self->old_file),
                       .new_file = report_text (report, self->new_file) };

  add_findings (self, report, &head);
  add_figures (self, report);
  head.equal = head.fresh + head.gone + head.changed == 0
               && report_row_count (report, COMPARE_FIGURES) == 0;
  report_set_head (report, &head);
  report_sort (report);
  return report;
}

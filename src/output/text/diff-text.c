/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/diff-text.h"

#include <string.h>

#include "base/language/language-date.h"
#include "base/language/language-fill.h"
#include "base/printable.h"
#include "core/report/money-places.h"
#include "core/report/report-cell.h"
#include "output/customer-labels.h"
#include "output/text/text-table.h"

/* More rows of a table than these are counted, not listed. */
#define ROWS_SHOWN 40

typedef struct
{
  const Report *diff;
  CustomerLabels *labels;
  MoneyPlaces *places;
  const TextStyle *style;
  GString *out;
} DiffText;

/* A column of a table of the text, and the column of the report that it shows. */
typedef struct
{
  const char *title;
  const char *column;
  TextColumnFlags flags;
  gsize tail;
} ShownColumn;

typedef struct
{
  const char *title;
  DiffTable table;
  const ShownColumn *columns;
  guint column_count;
} Section;

#define CUSTOMER \
  { \
    N_ ("Customer"), "customer_id", TEXT_COLUMN_SHRINK, 0 \
  }
#define CURRENCY \
  { \
    N_ ("Cur"), "currency", TEXT_COLUMN_COMMON, 0 \
  }

static const ShownColumn figure_columns[] = {
  CUSTOMER,
  CURRENCY,
  { N_ ("Figure"), "figure", TEXT_COLUMN_LEFT, 0 },
  { N_ ("Sealed"), "sealed", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Diff."), "difference", TEXT_COLUMN_RIGHT, 0 },
};

static const ShownColumn balance_columns[] = {
  CUSTOMER,
  { N_ ("Agreement"), "agreement_id", TEXT_COLUMN_SHRINK, 4 },
  { N_ ("Month"), "row_month", TEXT_COLUMN_COMMON, 0 },
  CURRENCY,
  { N_ ("Change"), "change", TEXT_COLUMN_COMMON, 0 },
  { N_ ("Used"), "sealed_credit", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now_credit", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Left"), "sealed_balance", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now_balance", TEXT_COLUMN_RIGHT, 0 },
};

static const ShownColumn credit_columns[] = {
  CUSTOMER,
  { N_ ("Invoice"), "invoice", TEXT_COLUMN_COMMON, 0 },
  { N_ ("Product"), "product_id", TEXT_COLUMN_SHRINK, 4 },
  { N_ ("SKU"), "sku_id", TEXT_COLUMN_COMMON, 0 },
  CURRENCY,
  { N_ ("Sealed"), "sealed", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Diff."), "difference", TEXT_COLUMN_RIGHT, 0 },
};

static const ShownColumn invoice_columns[] = {
  { N_ ("Invoice"), "invoice", TEXT_COLUMN_SHRINK, 4 },
  CURRENCY,
  { N_ ("Change"), "change", TEXT_COLUMN_LEFT, 0 },
  { N_ ("Lines"), "sealed_lines", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now_lines", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Total"), "sealed_total", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now_total", TEXT_COLUMN_RIGHT, 0 },
};

static const ShownColumn finding_columns[] = {
  { N_ ("Code"), "code", TEXT_COLUMN_LEFT, 0 },
  { N_ ("Finding"), "id", TEXT_COLUMN_LEFT, 0 },
  { N_ ("Change"), "change", TEXT_COLUMN_LEFT, 0 },
  { N_ ("Sealed"), "sealed", TEXT_COLUMN_RIGHT, 0 },
  { N_ ("Now"), "now", TEXT_COLUMN_RIGHT, 0 },
};

static const ShownColumn input_columns[] = {
  { N_ ("Change"), "change", TEXT_COLUMN_LEFT, 0 },
  { N_ ("File"), "file", TEXT_COLUMN_SHRINK, 20 },
  { N_ ("Sealed as"), "sealed_file", TEXT_COLUMN_SHRINK, 20 },
};

#define SECTION(title, table, columns) \
  { \
    title, table, columns, G_N_ELEMENTS (columns) \
  }

static const Section sections[] = {
  SECTION (N_ ("FIGURES"), DIFF_FIGURES, figure_columns),
  SECTION (N_ ("BALANCE ROWS"), DIFF_BALANCES, balance_columns),
  SECTION (N_ ("ACO CREDITS"), DIFF_CREDITS, credit_columns),
  SECTION (N_ ("INVOICES"), DIFF_INVOICES, invoice_columns),
  SECTION (N_ ("FINDINGS"), DIFF_FINDINGS, finding_columns),
  SECTION (N_ ("FILES"), DIFF_INPUTS, input_columns),
};

char *
diff_text_verdict (const Report *diff, const Language *language)
{
  const DiffHead *head = report_head (diff);
  const char *text
      = head->equal ? language_say (language, "%1$s, version %2$s, was sealed on %3$s by %4$s; "
                                              "nothing is different.")
        : month_diff_is_equal (diff)
            ? language_say (language,
                            "%1$s, version %2$s, was sealed on %3$s by %4$s; its files are "
                            "others, all figures the same.")
            : language_say (language, "%1$s, version %2$s, was sealed on %3$s by %4$s; now it is "
                                      "different.");
  g_autofree char *month = language_date_of_month (language, head->month);
  g_autofree char *version = g_strdup_printf ("%" G_GUINT64_FORMAT, head->version);
  g_autofree char *preparer = printable_text (head->preparer != NULL ? head->preparer : "");
  GString *verdict = g_string_new (NULL);

  language_fill (verdict, text, (const char *const[]){ month, version, head->sealed_at, preparer },
                 4);
  return g_string_free (verdict, FALSE);
}

static const char *
currency_of (const ReportTableInfo *info, gconstpointer row)
{
  const ReportColumn *column = report_cell_column (info, "currency");

  return column != NULL ? report_cell_text (column, row) : NULL;
}

static void
add_cell (const DiffText *self, TextTable *table, const ReportTableInfo *info,
          const ShownColumn *shown, gconstpointer row)
{
  const ReportColumn *column = report_cell_column (info, shown->column);
  const ReportCell cell = report_cell (column, row);

  if (strcmp (shown->column, "customer_id") == 0)
    {
      const CustomerLabel label = customer_labels_lookup (self->labels, cell.text);
      text_table_add_cell (table, label.text, label.tail);
    }
  else if (cell.type == CELL_DECIMAL)
    text_table_add_decimal (table, *cell.decimal,
                            money_places_of (self->places, currency_of (info, row)));
  else if (cell.type == CELL_MONTH)
    text_table_add_month (table, cell.month);
  else if (cell.type == CELL_COUNT)
    text_table_add_count (table, cell.count);
  else if (strcmp (shown->column, "change") == 0)
    text_table_add_word (table, cell.text);
  else
    text_table_add_cell (table, cell.type == CELL_TEXT ? cell.text : "-", shown->tail);
}

/* A file that is the same is no news. */
static gboolean
is_shown (DiffTable table, gconstpointer row)
{
  return table != DIFF_INPUTS || strcmp (((const DiffInput *) row)->change, "same") != 0;
}

static void
append_section (const DiffText *self, const Section *section)
{
  const ReportTableInfo *info = &report_schema (self->diff)->tables[section->table].info;
  g_autoptr (TextTable) table = text_table_new (self->style->language);
  gsize count = 0;

  for (guint i = 0; i < section->column_count; i++)
    text_table_add_column (table, section->columns[i].title, section->columns[i].flags);
  for (gsize i = 0; i < report_row_count (self->diff, section->table); i++)
    {
      gconstpointer row = report_row (self->diff, section->table, i);

      if (!is_shown (section->table, row) || count++ >= text_style_limit (self->style, ROWS_SHOWN))
        continue;
      text_table_add_row (table, TEXT_PLAIN);
      for (guint k = 0; k < section->column_count; k++)
        add_cell (self, table, info, &section->columns[k], row);
    }
  if (count == 0)
    return;
  g_string_append_c (self->out, '\n');
  text_table_render (table, self->style, language_say (self->style->language, section->title),
                     self->out);
  text_style_append_more (self->style, count, ROWS_SHOWN, self->out);
}

/* What the customers' differences of a figure come to, as far as they are known. */
typedef struct
{
  const char *currency;
  const char *figure;
  Decimal difference;
  guint unknown;
} MoneyMoved;

static gint
compare_moved (gconstpointer a, gconstpointer b, gpointer data G_GNUC_UNUSED)
{
  const MoneyMoved *x = a, *y = b;
  const int order = strcmp (x->currency, y->currency);

  return order != 0 ? order : strcmp (x->figure, y->figure);
}

static GTree *
sum_figures (const Report *diff)
{
  GTree *sums = g_tree_new_full (compare_moved, NULL, NULL, g_free);

  for (gsize i = 0; i < report_row_count (diff, DIFF_FIGURES); i++)
    {
      const DiffFigure *row = report_row (diff, DIFF_FIGURES, i);
      const MoneyMoved probe = { .currency = row->currency, .figure = row->figure };
      MoneyMoved *sum = g_tree_lookup (sums, &probe);

      if (sum == NULL)
        {
          sum = g_memdup2 (&probe, sizeof probe);
          g_tree_insert (sums, sum, sum);
        }
      if (row->difference.known)
        decimal_accumulate (&sum->difference, &row->difference.value);
      else
        sum->unknown++;
    }
  return sums;
}

static void
append_money (const DiffText *self)
{
  g_autoptr (GTree) sums = sum_figures (self->diff);
  g_autoptr (TextTable) table = text_table_new (self->style->language);

  if (g_tree_nnodes (sums) == 0)
    return;
  text_table_add_column (table, "Cur", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Figure", TEXT_COLUMN_LEFT);
  text_table_add_column (table, "Difference", TEXT_COLUMN_RIGHT);
  text_table_add_column (table, "Not known of", TEXT_COLUMN_RIGHT);
  for (GTreeNode *node = g_tree_node_first (sums); node != NULL; node = g_tree_node_next (node))
    {
      const MoneyMoved *sum = g_tree_node_value (node);
      g_autofree char *unknown = sum->unknown > 0 ? g_strdup_printf ("%u", sum->unknown) : NULL;

      text_table_add_row (table, TEXT_PLAIN);
      text_table_add_cell (table, sum->currency, 0);
      text_table_add_cell (table, sum->figure, 0);
      text_table_add_decimal (table, sum->difference,
                              money_places_of (self->places, sum->currency));
      text_table_add_cell (table, unknown != NULL ? unknown : "-", 0);
    }
  g_string_append_c (self->out, '\n');
  text_table_render (
      table, self->style,
      language_say (self->style->language, "WHAT IT CHANGES IN MONEY, ALL CUSTOMERS"), self->out);
}

void
diff_text_render (const Report *diff, const TextStyle *style, GString *out)
{
  g_autoptr (CustomerLabels) labels = customer_labels_new (diff);
  g_autoptr (MoneyPlaces) places = money_places_new_of_report (diff);
  const DiffText self
      = { .diff = diff, .labels = labels, .places = places, .style = style, .out = out };
  g_autofree char *verdict = diff_text_verdict (diff, style->language);
  g_autoptr (GString) lines = g_string_new (NULL);
  PrintableLine filler = printable_line_at (lines, text_style_width (style), 0, 0);

  printable_line_add_text (&filler, verdict);
  g_string_append_c (lines, '\n');
  text_style_append (style, TEXT_TITLE, lines->str, out);
  append_money (&self);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    append_section (&self, &sections[i]);
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report.h"

#include <string.h>

#define TEXT_BLOCK_BYTES (64 * 1024)

/* How one member of a row takes part in the order of its table. Null comes first in every type:
   "", MONTH_NONE and line 0 are the smallest of their kind. */
typedef enum
{
  ORDER_TEXT,         /* by bytes */
  ORDER_TEXT_NO_CASE, /* by bytes of the lower case, for what is printed in the case it had */
  ORDER_MONTH,
  ORDER_CODE, /* the enumeration ascends like the codes' texts */
  ORDER_LINE,
  ORDER_DECIMAL
} OrderType;

typedef struct
{
  OrderType type;
  gsize offset;
} OrderKey;

typedef struct
{
  ReportTableInfo info;
  const OrderKey *order;
  gsize order_count;
} TableLayout;

struct Report
{
  Day as_of;
  gboolean complete;
  gboolean sorted;
  GStringChunk *texts;
  GArray *tables[REPORT_TABLE_COUNT];
};

#define MEMBER(Type, row, offset) (*(Type const *) ((const char *) (row) + (offset)))

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN(Row, member, type) { #member, type, G_STRUCT_OFFSET (Row, member), 0 }
#define ORDER(Row, member, type) { type, G_STRUCT_OFFSET (Row, member) }

static const ReportColumn input_columns[] = {
  COLUMN (InputRow, file, COLUMN_TEXT),
  COLUMN (InputRow, kind, COLUMN_TEXT),
  COLUMN (InputRow, rows, COLUMN_COUNT),
  COLUMN (InputRow, rejected, COLUMN_COUNT),
  COLUMN (InputRow, sha256, COLUMN_TEXT),
  COLUMN (InputRow, months, COLUMN_MONTHS),
};

static const ReportColumn invoice_columns[] = {
  COLUMN (InvoiceRow, invoice, COLUMN_TEXT),
  COLUMN (InvoiceRow, month, COLUMN_MONTH),
  COLUMN (InvoiceRow, month_source, COLUMN_TEXT),
  COLUMN (InvoiceRow, currency, COLUMN_TEXT),
  COLUMN (InvoiceRow, lines, COLUMN_COUNT),
  COLUMN (InvoiceRow, subtotal, COLUMN_DECIMAL),
  COLUMN (InvoiceRow, tax, COLUMN_DECIMAL),
  COLUMN (InvoiceRow, total, COLUMN_DECIMAL),
  COLUMN (InvoiceRow, fits, COLUMN_FITS),
};

static const OrderKey invoice_order[] = {
  ORDER (InvoiceRow, invoice, ORDER_TEXT_NO_CASE),
  ORDER (InvoiceRow, currency, ORDER_TEXT),
};

static const ReportColumn agreement_columns[] = {
  COLUMN (AgreementRow, customer_id, COLUMN_TEXT),
  COLUMN (AgreementRow, customer_name, COLUMN_TEXT),
  COLUMN (AgreementRow, agreement_id, COLUMN_TEXT),
  COLUMN (AgreementRow, credit_name, COLUMN_TEXT),
  COLUMN (AgreementRow, currency, COLUMN_TEXT),
  COLUMN (AgreementRow, effective_date, COLUMN_DAY),
  COLUMN (AgreementRow, expiry_date, COLUMN_DAY),
  COLUMN (AgreementRow, granted, COLUMN_DECIMAL),
  COLUMN (AgreementRow, used_total, COLUMN_DECIMAL),
  COLUMN (AgreementRow, balance, COLUMN_DECIMAL),
  COLUMN (AgreementRow, state, COLUMN_TEXT),
  { "days_left", COLUMN_DAYS, G_STRUCT_OFFSET (AgreementRow, days_left),
    G_STRUCT_OFFSET (AgreementRow, days_left_known) },
};

static const OrderKey agreement_order[] = {
  ORDER (AgreementRow, customer_id, ORDER_TEXT),
  ORDER (AgreementRow, agreement_id, ORDER_TEXT),
  ORDER (AgreementRow, credit_name, ORDER_TEXT),
  ORDER (AgreementRow, currency, ORDER_TEXT),
};

static const ReportColumn rollforward_columns[] = {
  COLUMN (RollForwardRow, customer_id, COLUMN_TEXT),
  COLUMN (RollForwardRow, customer_name, COLUMN_TEXT),
  COLUMN (RollForwardRow, agreement_id, COLUMN_TEXT),
  COLUMN (RollForwardRow, credit_name, COLUMN_TEXT),
  COLUMN (RollForwardRow, currency, COLUMN_TEXT),
  COLUMN (RollForwardRow, month, COLUMN_MONTH),
  COLUMN (RollForwardRow, opening, COLUMN_AMOUNT),
  COLUMN (RollForwardRow, granted, COLUMN_DECIMAL),
  COLUMN (RollForwardRow, used, COLUMN_AMOUNT),
  COLUMN (RollForwardRow, forfeited, COLUMN_DECIMAL),
  COLUMN (RollForwardRow, adjustment, COLUMN_DECIMAL),
  COLUMN (RollForwardRow, closing, COLUMN_DECIMAL),
  COLUMN (RollForwardRow, credit_amount, COLUMN_DECIMAL),
  COLUMN (RollForwardRow, status, COLUMN_TEXT),
  COLUMN (RollForwardRow, expired, COLUMN_FLAG),
  COLUMN (RollForwardRow, file, COLUMN_TEXT),
  COLUMN (RollForwardRow, line, COLUMN_LINE),
};

static const OrderKey rollforward_order[] = {
  ORDER (RollForwardRow, customer_id, ORDER_TEXT),
  ORDER (RollForwardRow, agreement_id, ORDER_TEXT),
  ORDER (RollForwardRow, credit_name, ORDER_TEXT),
  ORDER (RollForwardRow, currency, ORDER_TEXT),
  ORDER (RollForwardRow, month, ORDER_MONTH),
};

static const ReportColumn tieout_columns[] = {
  COLUMN (TieOutRow, customer_id, COLUMN_TEXT),
  COLUMN (TieOutRow, customer_name, COLUMN_TEXT),
  COLUMN (TieOutRow, month, COLUMN_MONTH),
  COLUMN (TieOutRow, currency, COLUMN_TEXT),
  COLUMN (TieOutRow, balance_used, COLUMN_AMOUNT),
  COLUMN (TieOutRow, invoice_credit, COLUMN_AMOUNT),
  COLUMN (TieOutRow, usage_credit, COLUMN_AMOUNT),
  COLUMN (TieOutRow, difference, COLUMN_AMOUNT),
  COLUMN (TieOutRow, allowance, COLUMN_DECIMAL),
  COLUMN (TieOutRow, result, COLUMN_TEXT),
};

static const OrderKey tieout_order[] = {
  ORDER (TieOutRow, customer_id, ORDER_TEXT),
  ORDER (TieOutRow, currency, ORDER_TEXT),
  ORDER (TieOutRow, month, ORDER_MONTH),
};

static const ReportColumn waterfall_columns[] = {
  COLUMN (WaterfallRow, customer_id, COLUMN_TEXT),
  COLUMN (WaterfallRow, customer_name, COLUMN_TEXT),
  COLUMN (WaterfallRow, month, COLUMN_MONTH),
  COLUMN (WaterfallRow, currency, COLUMN_TEXT),
  COLUMN (WaterfallRow, charges, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, aco_used, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, other_credits, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, net, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, plain, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, uncovered, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, pec_base, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, pec_list, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, pec_earned, COLUMN_DECIMAL),
  COLUMN (WaterfallRow, aco_available, COLUMN_AMOUNT),
  COLUMN (WaterfallRow, aco_expected, COLUMN_AMOUNT),
};

static const OrderKey waterfall_order[] = {
  ORDER (WaterfallRow, customer_id, ORDER_TEXT),
  ORDER (WaterfallRow, currency, ORDER_TEXT),
  ORDER (WaterfallRow, month, ORDER_MONTH),
};

static const ReportColumn finding_columns[] = {
  COLUMN (FindingRow, code, COLUMN_CODE),
  { "name", COLUMN_NAME, G_STRUCT_OFFSET (FindingRow, code), 0 },
  COLUMN (FindingRow, severity, COLUMN_SEVERITY),
  COLUMN (FindingRow, customer_id, COLUMN_TEXT),
  COLUMN (FindingRow, customer_name, COLUMN_TEXT),
  COLUMN (FindingRow, agreement_id, COLUMN_TEXT),
  COLUMN (FindingRow, month, COLUMN_MONTH),
  COLUMN (FindingRow, currency, COLUMN_TEXT),
  COLUMN (FindingRow, amount, COLUMN_DECIMAL),
  COLUMN (FindingRow, file, COLUMN_TEXT),
  COLUMN (FindingRow, line, COLUMN_LINE),
  COLUMN (FindingRow, message, COLUMN_TEXT),
};

static const OrderKey finding_order[] = {
  ORDER (FindingRow, code, ORDER_CODE),
  ORDER (FindingRow, customer_id, ORDER_TEXT),
  ORDER (FindingRow, agreement_id, ORDER_TEXT),
  ORDER (FindingRow, currency, ORDER_TEXT),
  ORDER (FindingRow, month, ORDER_MONTH),
  ORDER (FindingRow, file, ORDER_TEXT),
  ORDER (FindingRow, line, ORDER_LINE),
  ORDER (FindingRow, amount, ORDER_DECIMAL),
};

static const ReportColumn totals_columns[] = {
  COLUMN (TotalsRow, currency, COLUMN_TEXT),
  COLUMN (TotalsRow, used, COLUMN_AMOUNT),
  COLUMN (TotalsRow, forfeited, COLUMN_AMOUNT),
  COLUMN (TotalsRow, balance, COLUMN_AMOUNT),
  COLUMN (TotalsRow, invoice_credit, COLUMN_AMOUNT),
  COLUMN (TotalsRow, pec_earned, COLUMN_AMOUNT),
  COLUMN (TotalsRow, net, COLUMN_AMOUNT),
};

static const OrderKey totals_order[] = {
  ORDER (TotalsRow, currency, ORDER_TEXT),
};

#define INFO(name, Row, columns) { name, sizeof (Row), columns, G_N_ELEMENTS (columns) }
#define LAYOUT(name, Row, columns, order) \
  { INFO (name, Row, columns), order, G_N_ELEMENTS (order) }

static const TableLayout layouts[REPORT_TABLE_COUNT] = {
  /* Not sorted: the order in which files were read is part of what the report says. */
  [REPORT_INPUTS] = { INFO ("inputs", InputRow, input_columns), NULL, 0 },
  [REPORT_INVOICES] = LAYOUT ("invoices", InvoiceRow, invoice_columns, invoice_order),
  [REPORT_AGREEMENTS] = LAYOUT ("agreements", AgreementRow, agreement_columns, agreement_order),
  [REPORT_ROLLFORWARD] =
    LAYOUT ("rollforward", RollForwardRow, rollforward_columns, rollforward_order),
  [REPORT_TIEOUT] = LAYOUT ("tieout", TieOutRow, tieout_columns, tieout_order),
  [REPORT_WATERFALL] = LAYOUT ("waterfall", WaterfallRow, waterfall_columns, waterfall_order),
  [REPORT_FINDINGS] = LAYOUT ("findings", FindingRow, finding_columns, finding_order),
  [REPORT_TOTALS] = LAYOUT ("totals", TotalsRow, totals_columns, totals_order),
};

/* clang-format on */

const char *
fit_name (Fit fit)
{
  static const char *const names[FIT_COUNT] = {
    [FIT_USAGE] = "usage", [FIT_LICENCE] = "licence", [FIT_HALF_UP] = "half-up",
    [FIT_NEAR] = "near",   [FIT_NONE] = "none",       [FIT_NOT_TESTED] = "not-tested",
  };

  g_assert (fit < FIT_COUNT);
  return names[fit];
}

const ReportTableInfo *
report_table_info (ReportTable table)
{
  g_assert (table < REPORT_TABLE_COUNT);
  return &layouts[table].info;
}

Report *
report_new (Day as_of, gboolean complete)
{
  Report *self = g_new0 (Report, 1);

  self->as_of = as_of;
  self->complete = complete;
  self->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    self->tables[i] = g_array_new (FALSE, FALSE, (guint) layouts[i].info.row_size);
  return self;
}

static void
free_months (GArray *inputs)
{
  for (guint i = 0; i < inputs->len; i++)
    g_clear_pointer (&g_array_index (inputs, InputRow, i).months, g_array_unref);
}

void
report_free (Report *self)
{
  if (self == NULL)
    return;
  free_months (self->tables[REPORT_INPUTS]);
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    g_array_unref (self->tables[i]);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const char *
report_text (Report *self, const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  /* Not insert_const: it keeps every text in an unseeded hash table, which input can make slow. */
  return g_string_chunk_insert (self->texts, text);
}

void
report_append (Report *self, ReportTable table, gconstpointer row)
{
  g_assert (table < REPORT_TABLE_COUNT);
  g_assert (!self->sorted);
  g_array_append_vals (self->tables[table], row, 1);
}

static int
compare_texts (const char *a, const char *b, OrderType type)
{
  a = a == NULL ? "" : a;
  b = b == NULL ? "" : b;
  return type == ORDER_TEXT ? strcmp (a, b) : g_ascii_strcasecmp (a, b);
}

#define COMPARE(Type, a, b, at) \
  ((MEMBER (Type, a, at) > MEMBER (Type, b, at)) - (MEMBER (Type, a, at) < MEMBER (Type, b, at)))

static int
compare_members (const OrderKey *key, gconstpointer a, gconstpointer b)
{
  gsize at = key->offset;

  switch (key->type)
    {
    case ORDER_TEXT:
    case ORDER_TEXT_NO_CASE:
      return compare_texts (MEMBER (char *, a, at), MEMBER (char *, b, at), key->type);
    case ORDER_MONTH:
      return COMPARE (Month, a, b, at);
    case ORDER_CODE:
      return COMPARE (FindingCode, a, b, at);
    case ORDER_LINE:
      return COMPARE (guint64, a, b, at);
    case ORDER_DECIMAL:
      return decimal_compare (MEMBER (Decimal, a, at), MEMBER (Decimal, b, at));
    default:
      g_assert_not_reached ();
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const TableLayout *layout = data;
  int result = 0;

  for (gsize i = 0; i < layout->order_count && result == 0; i++)
    result = compare_members (&layout->order[i], a, b);
  return result;
}

void
report_sort (Report *self)
{
  for (guint i = 0; i < REPORT_TABLE_COUNT; i++)
    {
      TableLayout layout = layouts[i];

      /* Stable, so that equal rows stay in reading order; GLib promises it since 2.32. */
      g_array_sort_with_data (self->tables[i], compare_rows, &layout);
    }
  self->sorted = TRUE;
}

Day
report_as_of (const Report *self)
{
  return self->as_of;
}

gboolean
report_is_complete (const Report *self)
{
  return self->complete;
}

gsize
report_row_count (const Report *self, ReportTable table)
{
  g_assert (table < REPORT_TABLE_COUNT);
  return self->tables[table]->len;
}

gconstpointer
report_row (const Report *self, ReportTable table, gsize index)
{
  g_assert (index < report_row_count (self, table));
  return self->tables[table]->data + index * layouts[table].info.row_size;
}

gsize
report_count_findings (const Report *self, Severity severity)
{
  const GArray *findings = self->tables[REPORT_FINDINGS];
  gsize count = 0;

  for (guint i = 0; i < findings->len; i++)
    count += g_array_index (findings, FindingRow, i).severity == severity;
  return count;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-diff.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (DiffHead, month, COLUMN_MONTH),
  COLUMN (DiffHead, version, COLUMN_COUNT),
  COLUMN (DiffHead, equal, COLUMN_FLAG),
};

static const ReportColumn input_columns[] = {
  COLUMN (DiffInput, file, COLUMN_TEXT),
  COLUMN (DiffInput, sealed_file, COLUMN_TEXT),
  COLUMN (DiffInput, change, COLUMN_TEXT),
};

static const OrderKey input_order[] = {
  ORDER (DiffInput, file, ORDER_TEXT),
  ORDER (DiffInput, sealed_file, ORDER_TEXT),
  ORDER (DiffInput, change, ORDER_TEXT),
};

static const ReportColumn figure_columns[] = {
  COLUMN (DiffFigure, customer_id, COLUMN_TEXT),
  COLUMN (DiffFigure, customer_name, COLUMN_TEXT),
  COLUMN (DiffFigure, currency, COLUMN_TEXT),
  COLUMN (DiffFigure, figure, COLUMN_TEXT),
  COLUMN (DiffFigure, sealed, COLUMN_AMOUNT),
  COLUMN (DiffFigure, now, COLUMN_AMOUNT),
  COLUMN (DiffFigure, difference, COLUMN_AMOUNT),
};

static const OrderKey figure_order[] = {
  ORDER (DiffFigure, customer_id, ORDER_TEXT),
  ORDER (DiffFigure, currency, ORDER_TEXT),
  ORDER (DiffFigure, figure, ORDER_TEXT),
};

static const ReportColumn balance_columns[] = {
  COLUMN (DiffBalance, customer_id, COLUMN_TEXT),
  COLUMN (DiffBalance, customer_name, COLUMN_TEXT),
  COLUMN (DiffBalance, agreement_id, COLUMN_TEXT),
  COLUMN (DiffBalance, credit_name, COLUMN_TEXT),
  COLUMN (DiffBalance, currency, COLUMN_TEXT),
  COLUMN (DiffBalance, row_month, COLUMN_MONTH),
  COLUMN (DiffBalance, change, COLUMN_TEXT),
  COLUMN (DiffBalance, sealed_credit, COLUMN_AMOUNT),
  COLUMN (DiffBalance, now_credit, COLUMN_AMOUNT),
  COLUMN (DiffBalance, sealed_balance, COLUMN_AMOUNT),
  COLUMN (DiffBalance, now_balance, COLUMN_AMOUNT),
};

static const OrderKey balance_order[] = {
  ORDER (DiffBalance, customer_id, ORDER_TEXT),
  ORDER (DiffBalance, agreement_id, ORDER_TEXT),
  ORDER (DiffBalance, credit_name, ORDER_TEXT),
  ORDER (DiffBalance, currency, ORDER_TEXT),
  ORDER (DiffBalance, row_month, ORDER_MONTH),
};

static const ReportColumn credit_columns[] = {
  COLUMN (DiffCredit, customer_id, COLUMN_TEXT),
  COLUMN (DiffCredit, customer_name, COLUMN_TEXT),
  COLUMN (DiffCredit, invoice, COLUMN_TEXT),
  COLUMN (DiffCredit, currency, COLUMN_TEXT),
  COLUMN (DiffCredit, product_id, COLUMN_TEXT),
  COLUMN (DiffCredit, sku_id, COLUMN_TEXT),
  COLUMN (DiffCredit, sealed_lines, COLUMN_LINE),
  COLUMN (DiffCredit, now_lines, COLUMN_LINE),
  COLUMN (DiffCredit, sealed, COLUMN_AMOUNT),
  COLUMN (DiffCredit, now, COLUMN_AMOUNT),
  COLUMN (DiffCredit, difference, COLUMN_AMOUNT),
};

static const OrderKey credit_order[] = {
  ORDER (DiffCredit, customer_id, ORDER_TEXT),
  ORDER (DiffCredit, invoice, ORDER_TEXT),
  ORDER (DiffCredit, currency, ORDER_TEXT),
  ORDER (DiffCredit, product_id, ORDER_TEXT),
  ORDER (DiffCredit, sku_id, ORDER_TEXT),
};

static const ReportColumn invoice_columns[] = {
  COLUMN (DiffInvoice, invoice, COLUMN_TEXT),
  COLUMN (DiffInvoice, currency, COLUMN_TEXT),
  COLUMN (DiffInvoice, change, COLUMN_TEXT),
  COLUMN (DiffInvoice, sealed_lines, COLUMN_LINE),
  COLUMN (DiffInvoice, now_lines, COLUMN_LINE),
  COLUMN (DiffInvoice, sealed_total, COLUMN_AMOUNT),
  COLUMN (DiffInvoice, now_total, COLUMN_AMOUNT),
};

static const OrderKey invoice_order[] = {
  ORDER (DiffInvoice, invoice, ORDER_TEXT),
  ORDER (DiffInvoice, currency, ORDER_TEXT),
};

static const ReportColumn finding_columns[] = {
  COLUMN (DiffFinding, id, COLUMN_TEXT),
  COLUMN (DiffFinding, key, COLUMN_TEXT),
  COLUMN (DiffFinding, code, COLUMN_TEXT),
  COLUMN (DiffFinding, change, COLUMN_TEXT),
  COLUMN (DiffFinding, sealed, COLUMN_AMOUNT),
  COLUMN (DiffFinding, now, COLUMN_AMOUNT),
};

static const OrderKey finding_order[] = {
  ORDER (DiffFinding, id, ORDER_TEXT),
};

static const TableLayout tables[DIFF_TABLE_COUNT] = {
  [DIFF_INPUTS] = REPORT_TABLE ("inputs", DiffInput, input_columns, input_order),
  [DIFF_FIGURES] = REPORT_TABLE ("figures", DiffFigure, figure_columns, figure_order),
  [DIFF_BALANCES] = REPORT_TABLE ("balances", DiffBalance, balance_columns, balance_order),
  [DIFF_CREDITS] = REPORT_TABLE ("credits", DiffCredit, credit_columns, credit_order),
  [DIFF_INVOICES] = REPORT_TABLE ("invoices", DiffInvoice, invoice_columns, invoice_order),
  [DIFF_FINDINGS] = REPORT_TABLE ("findings", DiffFinding, finding_columns, finding_order),
};

/* clang-format on */

const ReportSchema *
month_diff_schema (void)
{
  static const ReportTableInfo head = REPORT_INFO ("head", DiffHead, head_columns);
  /* Its findings are differences, with no severity of their own. */
  static const ReportSchema schema
      = { "acorecon.diff/1", &head, tables, DIFF_TABLE_COUNT, DIFF_TABLE_COUNT };

  return &schema;
}

gboolean
month_diff_is_equal (const Report *diff)
{
  for (guint table = DIFF_FIGURES; table < DIFF_TABLE_COUNT; table++)
    if (report_row_count (diff, table) > 0)
      return FALSE;
  return TRUE;
}

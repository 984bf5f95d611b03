/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/credit/credit-rows.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (CreditHead, as_of, COLUMN_DAY),
};

static const ReportColumn input_columns[] = {
  COLUMN (CreditInputRow, file, COLUMN_TEXT),
  COLUMN (CreditInputRow, kind, COLUMN_TEXT),
};

static const ReportColumn credit_columns[] = {
  COLUMN (CreditRow, kind, COLUMN_TEXT),
  COLUMN (CreditRow, owner_id, COLUMN_TEXT),
  COLUMN (CreditRow, owner, COLUMN_TEXT),
  COLUMN (CreditRow, credit_id, COLUMN_TEXT),
  COLUMN (CreditRow, credit, COLUMN_TEXT),
  COLUMN (CreditRow, currency, COLUMN_TEXT),
  COLUMN (CreditRow, granted, COLUMN_AMOUNT),
  COLUMN (CreditRow, used, COLUMN_AMOUNT),
  COLUMN (CreditRow, left, COLUMN_AMOUNT),
  COLUMN (CreditRow, state, COLUMN_TEXT),
  COLUMN (CreditRow, end_date, COLUMN_DAY),
  REPORT_COLUMN_DAYS (CreditRow, days_left),
  COLUMN (CreditRow, at_risk, COLUMN_AMOUNT),
  COLUMN (CreditRow, file, COLUMN_TEXT),
  COLUMN (CreditRow, line, COLUMN_LINE),
};

static const OrderKey credit_order[] = {
  ORDER (CreditRow, kind, ORDER_TEXT),
  ORDER (CreditRow, owner_id, ORDER_TEXT),
  ORDER (CreditRow, credit_id, ORDER_TEXT),
  ORDER (CreditRow, credit, ORDER_TEXT),
  ORDER (CreditRow, currency, ORDER_TEXT),
  ORDER (CreditRow, end_date, ORDER_DAY),
  ORDER (CreditRow, file, ORDER_TEXT),
  ORDER (CreditRow, line, ORDER_LINE),
};

static const ReportColumn totals_columns[] = {
  COLUMN (CreditTotalsRow, currency, COLUMN_TEXT),
  COLUMN (CreditTotalsRow, granted, COLUMN_AMOUNT),
  COLUMN (CreditTotalsRow, used, COLUMN_AMOUNT),
  COLUMN (CreditTotalsRow, left, COLUMN_AMOUNT),
  COLUMN (CreditTotalsRow, at_risk, COLUMN_AMOUNT),
};

static const OrderKey totals_order[] = {
  ORDER (CreditTotalsRow, currency, ORDER_TEXT),
};

static const ReportTableInfo head_info = REPORT_INFO ("head", CreditHead, head_columns);

static const TableLayout layouts[CREDIT_TABLE_COUNT] = {
  [CREDIT_TABLE_INPUTS] = REPORT_TABLE_AS_READ ("inputs", CreditInputRow, input_columns),
  [CREDIT_TABLE_CREDITS] = REPORT_TABLE ("credits", CreditRow, credit_columns, credit_order),
  [CREDIT_TABLE_TOTALS] = REPORT_TABLE ("totals", CreditTotalsRow, totals_columns, totals_order),
};

/* clang-format on */

const ReportSchema *
credit_rows_schema (void)
{
  static const ReportSchema schema = { .name = "acorecon.credits/1",
                                       .head = &head_info,
                                       .tables = layouts,
                                       .table_count = CREDIT_TABLE_COUNT,
                                       .findings = CREDIT_TABLE_COUNT };

  return &schema;
}

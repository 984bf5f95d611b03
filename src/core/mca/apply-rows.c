/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-rows.h"

#include "core/mca/mca-rows.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (ApplyHead, as_of, COLUMN_DAY),
};

static const ReportColumn input_columns[] = {
  COLUMN (ApplyInputRow, file, COLUMN_TEXT),
  COLUMN (ApplyInputRow, kind, COLUMN_TEXT),
  COLUMN (ApplyInputRow, rows, COLUMN_COUNT),
  COLUMN (ApplyInputRow, sha256, COLUMN_TEXT),
};

static const ReportColumn payment_columns[] = {
  COLUMN (ApplyPayment, lot_id, COLUMN_TEXT),
  COLUMN (ApplyPayment, amount, COLUMN_DECIMAL),
};

static const ReportTableInfo payment_info = REPORT_INFO ("paid_by", ApplyPayment, payment_columns);

static const ReportColumn charge_columns[] = {
  COLUMN (ApplyChargeRow, date, COLUMN_DAY),
  COLUMN (ApplyChargeRow, profile_id, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, invoice, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, product, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, publisher, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, kind, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, currency, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, amount, COLUMN_DECIMAL),
  COLUMN (ApplyChargeRow, rule, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, sponsorship_rule, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, credit, COLUMN_DECIMAL),
  COLUMN (ApplyChargeRow, due, COLUMN_DECIMAL),
  COLUMN (ApplyChargeRow, due_reason, COLUMN_TEXT),
  REPORT_COLUMN_ROWS (ApplyChargeRow, paid_by, &payment_info),
  COLUMN (ApplyChargeRow, file, COLUMN_TEXT),
  COLUMN (ApplyChargeRow, line, COLUMN_LINE),
};

static const ReportColumn lot_columns[] = {
  COLUMN (ApplyLotRow, account_id, COLUMN_TEXT),
  COLUMN (ApplyLotRow, profile_id, COLUMN_TEXT),
  COLUMN (ApplyLotRow, lot_id, COLUMN_TEXT),
  COLUMN (ApplyLotRow, source, COLUMN_TEXT),
  COLUMN (ApplyLotRow, sponsorship, COLUMN_FLAG),
  COLUMN (ApplyLotRow, can_pay, COLUMN_FLAG),
  COLUMN (ApplyLotRow, currency, COLUMN_TEXT),
  COLUMN (ApplyLotRow, start_date, COLUMN_DAY),
  COLUMN (ApplyLotRow, expiration_date, COLUMN_DAY),
  COLUMN (ApplyLotRow, opening, COLUMN_AMOUNT),
  COLUMN (ApplyLotRow, used, COLUMN_DECIMAL),
  COLUMN (ApplyLotRow, lapsed, COLUMN_DECIMAL),
  COLUMN (ApplyLotRow, closing, COLUMN_AMOUNT),
  COLUMN (ApplyLotRow, first_use, COLUMN_DAY),
  COLUMN (ApplyLotRow, last_use, COLUMN_DAY),
  COLUMN (ApplyLotRow, file, COLUMN_TEXT),
  COLUMN (ApplyLotRow, line, COLUMN_LINE),
};

static const OrderKey lot_order[] = {
  ORDER (ApplyLotRow, account_id, ORDER_TEXT),
  ORDER (ApplyLotRow, profile_id, ORDER_TEXT),
  ORDER (ApplyLotRow, expiration_date, ORDER_DAY),
  ORDER (ApplyLotRow, start_date, ORDER_DAY),
  ORDER (ApplyLotRow, lot_id, ORDER_TEXT),
  ORDER (ApplyLotRow, file, ORDER_TEXT),
  ORDER (ApplyLotRow, line, ORDER_LINE),
};

static const ReportColumn summary_columns[] = {
  COLUMN (ApplySummaryRow, currency, COLUMN_TEXT),
  COLUMN (ApplySummaryRow, charges, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, refunds, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, not_covered, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, eligible, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, credit, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, due, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, opening, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, lapsed, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, closing, COLUMN_DECIMAL),
  COLUMN (ApplySummaryRow, zero_on, COLUMN_DAY),
};

static const OrderKey summary_order[] = {
  ORDER (ApplySummaryRow, currency, ORDER_TEXT),
};

/* clang-format on */

static const ReportTableInfo head_info = REPORT_INFO ("head", ApplyHead, head_columns);

const ReportSchema *
apply_rows_schema (void)
{
  static TableLayout layouts[APPLY_TABLE_COUNT] = {
    [APPLY_TABLE_INPUTS] = REPORT_TABLE_AS_READ ("inputs", ApplyInputRow, input_columns),
    /* In the order of paying. */
    [APPLY_TABLE_CHARGES] = REPORT_TABLE_AS_READ ("charges", ApplyChargeRow, charge_columns),
    [APPLY_TABLE_LOTS] = REPORT_TABLE ("lots", ApplyLotRow, lot_columns, lot_order),
    [APPLY_TABLE_SUMMARY]
    = REPORT_TABLE ("summary", ApplySummaryRow, summary_columns, summary_order),
  };
  static const ReportSchema schema = { .name = "acorecon.mca-apply/1",
                                       .head = &head_info,
                                       .tables = layouts,
                                       .table_count = APPLY_TABLE_COUNT,
                                       .findings = APPLY_TABLE_FINDINGS };

  layouts[APPLY_TABLE_FINDINGS] = *mca_rows_findings ();
  return &schema;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-rows.h"

#include "core/mca/mca-record.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (McaHead, as_of, COLUMN_DAY),
  COLUMN (McaHead, same_snapshot, COLUMN_FLAG),
};

static const ReportColumn input_columns[] = {
  COLUMN (McaInputRow, file, COLUMN_TEXT),
  COLUMN (McaInputRow, kind, COLUMN_TEXT),
  COLUMN (McaInputRow, api, COLUMN_TEXT),
  COLUMN (McaInputRow, rows, COLUMN_COUNT),
  COLUMN (McaInputRow, next_link, COLUMN_FLAG),
  COLUMN (McaInputRow, sha256, COLUMN_TEXT),
};

static const ReportColumn profile_columns[] = {
  COLUMN (McaProfileRow, account_id, COLUMN_TEXT),
  COLUMN (McaProfileRow, account_name, COLUMN_TEXT),
  COLUMN (McaProfileRow, profile_id, COLUMN_TEXT),
  COLUMN (McaProfileRow, profile_name, COLUMN_TEXT),
  COLUMN (McaProfileRow, currency, COLUMN_TEXT),
  COLUMN (McaProfileRow, estimated, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, current, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, available, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, pending_adjustments, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, pending_charges, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, expired, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, expired_sign, COLUMN_TEXT),
  COLUMN (McaProfileRow, expected_estimated, COLUMN_AMOUNT),
  COLUMN (McaProfileRow, lots, COLUMN_COUNT),
  COLUMN (McaProfileRow, live_lots, COLUMN_COUNT),
  COLUMN (McaProfileRow, events, COLUMN_COUNT),
  COLUMN (McaProfileRow, first_event, COLUMN_DAY),
  COLUMN (McaProfileRow, last_event, COLUMN_DAY),
  COLUMN (McaProfileRow, last_balance, COLUMN_AMOUNT),
};

static const OrderKey profile_order[] = {
  ORDER (McaProfileRow, account_id, ORDER_TEXT),
  ORDER (McaProfileRow, profile_id, ORDER_TEXT),
};

static const ReportColumn lot_columns[] = {
  COLUMN (McaLotRow, account_id, COLUMN_TEXT),
  COLUMN (McaLotRow, profile_id, COLUMN_TEXT),
  COLUMN (McaLotRow, profile_name, COLUMN_TEXT),
  COLUMN (McaLotRow, lot_id, COLUMN_TEXT),
  COLUMN (McaLotRow, kind, COLUMN_TEXT),
  COLUMN (McaLotRow, source, COLUMN_TEXT),
  COLUMN (McaLotRow, start_date, COLUMN_DAY),
  COLUMN (McaLotRow, expiration_date, COLUMN_DAY),
  COLUMN (McaLotRow, currency, COLUMN_TEXT),
  COLUMN (McaLotRow, original, COLUMN_AMOUNT),
  COLUMN (McaLotRow, remaining, COLUMN_AMOUNT),
  COLUMN (McaLotRow, used, COLUMN_AMOUNT),
  COLUMN (McaLotRow, status, COLUMN_TEXT),
  COLUMN (McaLotRow, reported_status, COLUMN_TEXT),
  REPORT_COLUMN_DAYS (McaLotRow, days_left),
  COLUMN (McaLotRow, po_number, COLUMN_TEXT),
  COLUMN (McaLotRow, billing_currency, COLUMN_TEXT),
  COLUMN (McaLotRow, estimated, COLUMN_TRUTH),
  COLUMN (McaLotRow, mixed, COLUMN_FLAG),
  COLUMN (McaLotRow, file, COLUMN_TEXT),
  COLUMN (McaLotRow, line, COLUMN_LINE),
};

static const OrderKey lot_order[] = {
  ORDER (McaLotRow, account_id, ORDER_TEXT),
  ORDER (McaLotRow, profile_id, ORDER_TEXT),
  ORDER (McaLotRow, expiration_date, ORDER_DAY),
  ORDER (McaLotRow, start_date, ORDER_DAY),
  ORDER (McaLotRow, lot_id, ORDER_TEXT),
  ORDER (McaLotRow, file, ORDER_TEXT),
  ORDER (McaLotRow, line, ORDER_LINE),
};

static const ReportColumn event_columns[] = {
  COLUMN (McaEventRow, account_id, COLUMN_TEXT),
  COLUMN (McaEventRow, profile_id, COLUMN_TEXT),
  COLUMN (McaEventRow, profile_name, COLUMN_TEXT),
  COLUMN (McaEventRow, event_id, COLUMN_TEXT),
  COLUMN (McaEventRow, date, COLUMN_DAY),
  COLUMN (McaEventRow, type, COLUMN_TEXT),
  COLUMN (McaEventRow, pending, COLUMN_FLAG),
  COLUMN (McaEventRow, description, COLUMN_TEXT),
  COLUMN (McaEventRow, invoice, COLUMN_TEXT),
  COLUMN (McaEventRow, currency, COLUMN_TEXT),
  COLUMN (McaEventRow, opening, COLUMN_AMOUNT),
  COLUMN (McaEventRow, new_credit, COLUMN_AMOUNT),
  COLUMN (McaEventRow, adjustments, COLUMN_AMOUNT),
  COLUMN (McaEventRow, charges, COLUMN_AMOUNT),
  COLUMN (McaEventRow, expired, COLUMN_AMOUNT),
  COLUMN (McaEventRow, canceled, COLUMN_AMOUNT),
  COLUMN (McaEventRow, closing, COLUMN_AMOUNT),
  COLUMN (McaEventRow, running, COLUMN_AMOUNT),
  COLUMN (McaEventRow, difference, COLUMN_AMOUNT),
  COLUMN (McaEventRow, file, COLUMN_TEXT),
  COLUMN (McaEventRow, line, COLUMN_LINE),
};

static const OrderKey event_order[] = {
  ORDER (McaEventRow, account_id, ORDER_TEXT),
  ORDER (McaEventRow, profile_id, ORDER_TEXT),
  ORDER (McaEventRow, currency, ORDER_TEXT),
  ORDER (McaEventRow, place, ORDER_LINE),
};

#define FINDING_COLUMNS \
  COLUMN (McaFindingRow, code, COLUMN_CODE), \
  REPORT_COLUMN_AS ("name", McaFindingRow, code, COLUMN_NAME), \
  COLUMN (McaFindingRow, severity, COLUMN_SEVERITY), \
  COLUMN (McaFindingRow, account_id, COLUMN_TEXT), \
  COLUMN (McaFindingRow, account_name, COLUMN_TEXT), \
  COLUMN (McaFindingRow, profile_id, COLUMN_TEXT), \
  COLUMN (McaFindingRow, profile_name, COLUMN_TEXT), \
  COLUMN (McaFindingRow, resource, COLUMN_TEXT), \
  COLUMN (McaFindingRow, currency, COLUMN_TEXT), \
  COLUMN (McaFindingRow, amount, COLUMN_DECIMAL), \
  COLUMN (McaFindingRow, file, COLUMN_TEXT), \
  COLUMN (McaFindingRow, line, COLUMN_LINE), \
  COLUMN (McaFindingRow, message, COLUMN_TEXT)

static const ReportColumn finding_columns[] = { FINDING_COLUMNS };

/* Of what is in no form for programs, too. */
static const ReportColumn held_finding_columns[]
  = { FINDING_COLUMNS, COLUMN (McaFindingRow, said, COLUMN_TEXT) };
static const ReportTableInfo held_findings
  = REPORT_INFO ("findings", McaFindingRow, held_finding_columns);

static const OrderKey finding_order[] = {
  ORDER (McaFindingRow, code, ORDER_CODE),
  ORDER (McaFindingRow, account_id, ORDER_TEXT),
  ORDER (McaFindingRow, profile_id, ORDER_TEXT),
  ORDER (McaFindingRow, currency, ORDER_TEXT),
  ORDER (McaFindingRow, resource, ORDER_TEXT),
  ORDER (McaFindingRow, file, ORDER_TEXT),
  ORDER (McaFindingRow, line, ORDER_LINE),
  ORDER (McaFindingRow, amount, ORDER_DECIMAL),
};

static const ReportColumn totals_columns[] = {
  COLUMN (McaTotalsRow, currency, COLUMN_TEXT),
  COLUMN (McaTotalsRow, estimated, COLUMN_AMOUNT),
  COLUMN (McaTotalsRow, current, COLUMN_AMOUNT),
  COLUMN (McaTotalsRow, available, COLUMN_AMOUNT),
  COLUMN (McaTotalsRow, pending_charges, COLUMN_AMOUNT),
};

static const OrderKey totals_order[] = {
  ORDER (McaTotalsRow, currency, ORDER_TEXT),
};

static const ReportTableInfo head_info = REPORT_INFO ("head", McaHead, head_columns);

static const TableLayout layouts[MCA_TABLE_COUNT] = {
  /* Not sorted: the order in which files were read is part of what the report says. */
  [MCA_TABLE_INPUTS] = REPORT_TABLE_AS_READ ("inputs", McaInputRow, input_columns),
  [MCA_TABLE_PROFILES] = REPORT_TABLE ("profiles", McaProfileRow, profile_columns, profile_order),
  [MCA_TABLE_LOTS] = REPORT_TABLE ("lots", McaLotRow, lot_columns, lot_order),
  [MCA_TABLE_EVENTS] = REPORT_TABLE ("events", McaEventRow, event_columns, event_order),
  [MCA_TABLE_FINDINGS] = { REPORT_INFO ("findings", McaFindingRow, finding_columns), finding_order,
      G_N_ELEMENTS (finding_order), &held_findings },
  [MCA_TABLE_TOTALS] = REPORT_TABLE ("totals", McaTotalsRow, totals_columns, totals_order),
};

/* clang-format on */

const ReportSchema *
mca_rows_schema (void)
{
  static const ReportSchema schema = { .name = "acorecon.mca/1",
                                       .head = &head_info,
                                       .tables = layouts,
                                       .table_count = MCA_TABLE_COUNT,
                                       .findings = MCA_TABLE_FINDINGS };

  return &schema;
}

const TableLayout *
mca_rows_findings (void)
{
  return &layouts[MCA_TABLE_FINDINGS];
}

const char *
mca_rows_kind_name (guint kind)
{
  static const char *const names[MCA_KIND_COUNT] = {
    [MCA_BALANCE] = "balance",   [MCA_EVENTS] = "events",     [MCA_LOTS] = "lots",
    [MCA_PROFILES] = "profiles", [MCA_ACCOUNTS] = "accounts", [MCA_EMPTY] = "empty",
  };

  g_assert (kind < MCA_KIND_COUNT);
  return names[kind];
}

const char *
mca_rows_status_name (McaLotStatus status)
{
  static const char *const names[] = {
    [MCA_LOT_CANCELED] = "canceled", [MCA_LOT_NOT_STARTED] = "not-started",
    [MCA_LOT_EXPIRED] = "expired",   [MCA_LOT_USED] = "used",
    [MCA_LOT_EXPIRING] = "expiring", [MCA_LOT_ACTIVE] = "active",
  };

  return names[status];
}

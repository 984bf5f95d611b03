/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/benefit/benefit-rows.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn head_columns[] = {
  COLUMN (BenefitHead, as_of, COLUMN_DAY),
};

static const ReportColumn input_columns[] = {
  COLUMN (BenefitInputRow, file, COLUMN_TEXT),
  COLUMN (BenefitInputRow, kind, COLUMN_TEXT),
  COLUMN (BenefitInputRow, rows, COLUMN_COUNT),
  COLUMN (BenefitInputRow, sha256, COLUMN_TEXT),
};

static const ReportColumn benefit_columns[] = {
  COLUMN (BenefitRow, benefit_id, COLUMN_TEXT),
  COLUMN (BenefitRow, benefit, COLUMN_TEXT),
  COLUMN (BenefitRow, source, COLUMN_TEXT),
  COLUMN (BenefitRow, kind, COLUMN_TEXT),
  COLUMN (BenefitRow, experience, COLUMN_TEXT),
  COLUMN (BenefitRow, quantity, COLUMN_TEXT),
  COLUMN (BenefitRow, status, COLUMN_TEXT),
  COLUMN (BenefitRow, currency, COLUMN_TEXT),
  COLUMN (BenefitRow, amount, COLUMN_DECIMAL),
  COLUMN (BenefitRow, activate_by, COLUMN_DAY),
  COLUMN (BenefitRow, activated, COLUMN_DAY),
  COLUMN (BenefitRow, begin_date, COLUMN_DAY),
  COLUMN (BenefitRow, end_date, COLUMN_DAY),
  COLUMN (BenefitRow, revoked_on, COLUMN_DAY),
  COLUMN (BenefitRow, state, COLUMN_TEXT),
  REPORT_COLUMN_DAYS (BenefitRow, days_left),
  COLUMN (BenefitRow, granted, COLUMN_DECIMAL),
  COLUMN (BenefitRow, used, COLUMN_DECIMAL),
  COLUMN (BenefitRow, lapsed, COLUMN_DECIMAL),
  COLUMN (BenefitRow, revoked, COLUMN_DECIMAL),
  COLUMN (BenefitRow, left, COLUMN_DECIMAL),
  COLUMN (BenefitRow, user, COLUMN_TEXT),
  COLUMN (BenefitRow, reassignments, COLUMN_COUNT),
  REPORT_COLUMN_DAYS (BenefitRow, reassignments_left),
  COLUMN (BenefitRow, file, COLUMN_TEXT),
  COLUMN (BenefitRow, line, COLUMN_LINE),
};

static const OrderKey benefit_order[] = {
  ORDER (BenefitRow, benefit_id, ORDER_TEXT),
};

static const ReportColumn month_columns[] = {
  COLUMN (BenefitMonthRow, benefit_id, COLUMN_TEXT),
  COLUMN (BenefitMonthRow, month, COLUMN_MONTH),
  COLUMN (BenefitMonthRow, currency, COLUMN_TEXT),
  COLUMN (BenefitMonthRow, opening, COLUMN_DECIMAL),
  COLUMN (BenefitMonthRow, granted, COLUMN_DECIMAL),
  COLUMN (BenefitMonthRow, used, COLUMN_DECIMAL),
  COLUMN (BenefitMonthRow, over, COLUMN_DECIMAL),
  COLUMN (BenefitMonthRow, lapsed, COLUMN_DECIMAL),
  COLUMN (BenefitMonthRow, revoked, COLUMN_DECIMAL),
  COLUMN (BenefitMonthRow, closing, COLUMN_DECIMAL),
};

static const OrderKey month_order[] = {
  ORDER (BenefitMonthRow, benefit_id, ORDER_TEXT),
  ORDER (BenefitMonthRow, month, ORDER_MONTH),
};

#define FINDING_COLUMNS \
  COLUMN (BenefitFindingRow, code, COLUMN_CODE), \
  REPORT_COLUMN_AS ("name", BenefitFindingRow, code, COLUMN_NAME), \
  COLUMN (BenefitFindingRow, severity, COLUMN_SEVERITY), \
  COLUMN (BenefitFindingRow, benefit_id, COLUMN_TEXT), \
  COLUMN (BenefitFindingRow, benefit, COLUMN_TEXT), \
  COLUMN (BenefitFindingRow, month, COLUMN_MONTH), \
  COLUMN (BenefitFindingRow, currency, COLUMN_TEXT), \
  COLUMN (BenefitFindingRow, amount, COLUMN_DECIMAL), \
  COLUMN (BenefitFindingRow, file, COLUMN_TEXT), \
  COLUMN (BenefitFindingRow, line, COLUMN_LINE), \
  COLUMN (BenefitFindingRow, message, COLUMN_TEXT)

static const ReportColumn finding_columns[] = { FINDING_COLUMNS };

/* Of what is in no form for programs, too. */
static const ReportColumn held_finding_columns[]
  = { FINDING_COLUMNS, COLUMN (BenefitFindingRow, said, COLUMN_TEXT) };
static const ReportTableInfo held_findings
  = REPORT_INFO ("findings", BenefitFindingRow, held_finding_columns);

static const OrderKey finding_order[] = {
  ORDER (BenefitFindingRow, code, ORDER_CODE),
  ORDER (BenefitFindingRow, benefit_id, ORDER_TEXT),
  ORDER (BenefitFindingRow, month, ORDER_MONTH),
  ORDER (BenefitFindingRow, file, ORDER_TEXT),
  ORDER (BenefitFindingRow, line, ORDER_LINE),
  ORDER (BenefitFindingRow, amount, ORDER_DECIMAL),
};

static const ReportColumn totals_columns[] = {
  COLUMN (BenefitTotalsRow, currency, COLUMN_TEXT),
  COLUMN (BenefitTotalsRow, granted, COLUMN_DECIMAL),
  COLUMN (BenefitTotalsRow, used, COLUMN_DECIMAL),
  COLUMN (BenefitTotalsRow, lapsed, COLUMN_DECIMAL),
  COLUMN (BenefitTotalsRow, revoked, COLUMN_DECIMAL),
  COLUMN (BenefitTotalsRow, left, COLUMN_DECIMAL),
};

static const OrderKey totals_order[] = {
  ORDER (BenefitTotalsRow, currency, ORDER_TEXT),
};

static const ReportColumn profile_head_columns[] = {
  COLUMN (BenefitProfileHead, account_id, COLUMN_TEXT),
  COLUMN (BenefitProfileHead, offer, COLUMN_TEXT),
  COLUMN (BenefitProfileHead, eligible, COLUMN_COUNT),
};

static const ReportColumn profile_columns[] = {
  COLUMN (BenefitProfileRow, profile, COLUMN_TEXT),
  COLUMN (BenefitProfileRow, profile_id, COLUMN_TEXT),
  COLUMN (BenefitProfileRow, type, COLUMN_TEXT),
  COLUMN (BenefitProfileRow, account_id, COLUMN_TEXT),
  COLUMN (BenefitProfileRow, verdict, COLUMN_TEXT),
  COLUMN (BenefitProfileRow, reasons, COLUMN_TEXTS),
  COLUMN (BenefitProfileRow, file, COLUMN_TEXT),
  COLUMN (BenefitProfileRow, line, COLUMN_LINE),
};

static const ReportTableInfo head_info = REPORT_INFO ("head", BenefitHead, head_columns);
static const ReportTableInfo profile_head_info
  = REPORT_INFO ("head", BenefitProfileHead, profile_head_columns);

/* What is not sorted stands in the order of reading. */
static const TableLayout layouts[BENEFIT_TABLE_COUNT] = {
  [BENEFIT_TABLE_INPUTS] = REPORT_TABLE_AS_READ ("inputs", BenefitInputRow, input_columns),
  [BENEFIT_TABLE_BENEFITS]
  = REPORT_TABLE ("benefits", BenefitRow, benefit_columns, benefit_order),
  [BENEFIT_TABLE_MONTHS] = REPORT_TABLE ("months", BenefitMonthRow, month_columns, month_order),
  [BENEFIT_TABLE_FINDINGS]
  = { REPORT_INFO ("findings", BenefitFindingRow, finding_columns), finding_order,
      G_N_ELEMENTS (finding_order), &held_findings },
  [BENEFIT_TABLE_TOTALS] = REPORT_TABLE ("totals", BenefitTotalsRow, totals_columns, totals_order),
};

static const TableLayout profile_layouts[BENEFIT_PROFILE_TABLE_COUNT] = {
  [BENEFIT_PROFILE_TABLE_INPUTS] = REPORT_TABLE_AS_READ ("inputs", BenefitInputRow, input_columns),
  [BENEFIT_PROFILE_TABLE_PROFILES]
  = REPORT_TABLE_AS_READ ("profiles", BenefitProfileRow, profile_columns),
  [BENEFIT_PROFILE_TABLE_FINDINGS]
  = { REPORT_INFO ("findings", BenefitFindingRow, finding_columns), finding_order,
      G_N_ELEMENTS (finding_order), &held_findings },
};

/* clang-format on */

const ReportSchema *
benefit_rows_schema (void)
{
  static const ReportSchema schema = { .name = "acorecon.benefits/1",
                                       .head = &head_info,
                                       .tables = layouts,
                                       .table_count = BENEFIT_TABLE_COUNT,
                                       .findings = BENEFIT_TABLE_FINDINGS };

  return &schema;
}

const ReportSchema *
benefit_rows_profile_schema (void)
{
  static const ReportSchema schema = { .name = "acorecon.benefit-profiles/1",
                                       .head = &profile_head_info,
                                       .tables = profile_layouts,
                                       .table_count = BENEFIT_PROFILE_TABLE_COUNT,
                                       .findings = BENEFIT_PROFILE_TABLE_FINDINGS };

  return &schema;
}

const char *
benefit_rows_file_kind (BenefitFileKind kind)
{
  static const char *const names[] = { "benefits", "use", "profiles" };

  return names[kind];
}

const char *
benefit_rows_kind (BenefitKind kind)
{
  return kind == BENEFIT_MONTHLY ? "monthly" : "bulk";
}

const char *
benefit_rows_experience (BenefitExperience experience)
{
  return experience == BENEFIT_LEGACY ? "legacy" : "modernised";
}

const char *
benefit_rows_state (BenefitState state)
{
  static const char *const names[] = {
    [BENEFIT_REVOKED] = "revoked",
    [BENEFIT_EXPIRED] = "expired",
    [BENEFIT_NOT_ACTIVATED] = "not-activated",
    [BENEFIT_NOT_STARTED] = "not-started",
    [BENEFIT_SUSPENDED] = "suspended",
    [BENEFIT_PENDING] = "pending",
    [BENEFIT_USED] = "used",
    [BENEFIT_EXPIRING] = "expiring",
    [BENEFIT_ACTIVE] = "active",
  };

  return names[state];
}

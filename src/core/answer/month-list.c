/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/month-list.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN

static const ReportColumn head_columns[] = {
  COLUMN (ListHead, month, COLUMN_MONTH),
};

static const ReportColumn figure_columns[] = {
  COLUMN (ListFigures, currency, COLUMN_TEXT),
  COLUMN (ListFigures, balance_used, COLUMN_AMOUNT),
  COLUMN (ListFigures, invoice_credit, COLUMN_AMOUNT),
  COLUMN (ListFigures, usage_credit, COLUMN_AMOUNT),
  COLUMN (ListFigures, charges, COLUMN_AMOUNT),
  COLUMN (ListFigures, other_credits, COLUMN_AMOUNT),
  COLUMN (ListFigures, net, COLUMN_AMOUNT),
  COLUMN (ListFigures, pec_earned, COLUMN_AMOUNT),
  COLUMN (ListFigures, forfeited, COLUMN_AMOUNT),
};

static const ReportTableInfo figures = REPORT_INFO ("figures", ListFigures, figure_columns);

static const ReportColumn month_columns[] = {
  COLUMN (ListMonth, month, COLUMN_MONTH),
  COLUMN (ListMonth, version, COLUMN_COUNT),
  COLUMN (ListMonth, state, COLUMN_TEXT),
  COLUMN (ListMonth, sealed_at, COLUMN_TEXT),
  COLUMN (ListMonth, preparer, COLUMN_TEXT),
  COLUMN (ListMonth, approver, COLUMN_TEXT),
  COLUMN (ListMonth, reason, COLUMN_TEXT),
  COLUMN (ListMonth, program, COLUMN_TEXT),
  COLUMN (ListMonth, options, COLUMN_TEXT),
  COLUMN (ListMonth, as_of, COLUMN_TEXT),
  COLUMN (ListMonth, content_sha256, COLUMN_TEXT),
  COLUMN (ListMonth, pack, COLUMN_TEXT),
  COLUMN (ListMonth, pack_sha256, COLUMN_TEXT),
  COLUMN (ListMonth, pack_state, COLUMN_TEXT),
  REPORT_COLUMN_ROWS (ListMonth, figures, &figures),
  COLUMN (ListMonth, findings_open, COLUMN_COUNT),
  COLUMN (ListMonth, findings_resolved, COLUMN_COUNT),
};

static const ReportColumn event_columns[] = {
  COLUMN (ListEvent, n, COLUMN_COUNT),
  COLUMN (ListEvent, at, COLUMN_TEXT),
  COLUMN (ListEvent, what, COLUMN_TEXT),
  COLUMN (ListEvent, month, COLUMN_MONTH),
  COLUMN (ListEvent, version, COLUMN_LINE),
  COLUMN (ListEvent, by, COLUMN_TEXT),
  COLUMN (ListEvent, reason, COLUMN_TEXT),
  COLUMN (ListEvent, hash, COLUMN_TEXT),
};

static const ReportColumn resolution_columns[] = {
  COLUMN (ListResolution, n, COLUMN_COUNT),
  COLUMN (ListResolution, finding_id, COLUMN_TEXT),
  COLUMN (ListResolution, finding_key, COLUMN_TEXT),
  COLUMN (ListResolution, amount, COLUMN_AMOUNT),
  COLUMN (ListResolution, resolution, COLUMN_TEXT),
  COLUMN (ListResolution, note, COLUMN_TEXT),
  COLUMN (ListResolution, by, COLUMN_TEXT),
  COLUMN (ListResolution, at, COLUMN_TEXT),
};

static const ReportColumn input_columns[] = {
  COLUMN (ListInput, month, COLUMN_MONTH),
  COLUMN (ListInput, version, COLUMN_COUNT),
  COLUMN (ListInput, position, COLUMN_COUNT),
  COLUMN (ListInput, file, COLUMN_TEXT),
  COLUMN (ListInput, kind, COLUMN_TEXT),
  COLUMN (ListInput, rows, COLUMN_COUNT),
  COLUMN (ListInput, bytes, COLUMN_COUNT),
  COLUMN (ListInput, sha256, COLUMN_TEXT),
};

static const TableLayout tables[LIST_TABLE_COUNT] = {
  [LIST_MONTHS] = REPORT_TABLE_AS_READ ("months", ListMonth, month_columns),
  [LIST_EVENTS] = REPORT_TABLE_AS_READ ("events", ListEvent, event_columns),
  [LIST_RESOLUTIONS] = REPORT_TABLE_AS_READ ("resolutions", ListResolution, resolution_columns),
  [LIST_INPUTS] = REPORT_TABLE_AS_READ ("inputs", ListInput, input_columns),
};

/* clang-format on */

const ReportSchema *
month_list_schema (void)
{
  static const ReportTableInfo head = REPORT_INFO ("head", ListHead, head_columns);
  /* Findings are counted here, not told. */
  static const ReportSchema schema
      = { "acorecon.history/1", &head, tables, LIST_TABLE_COUNT, LIST_TABLE_COUNT };

  return &schema;
}

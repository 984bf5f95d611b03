/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/watch-row.h"

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN

static const ReportColumn head_columns[] = {
  COLUMN (WatchHead, as_of, COLUMN_DAY),
};

static const ReportColumn columns[] = {
  COLUMN (WatchRow, customer_id, COLUMN_TEXT),
  COLUMN (WatchRow, customer_name, COLUMN_TEXT),
  COLUMN (WatchRow, agreement_id, COLUMN_TEXT),
  COLUMN (WatchRow, credit_name, COLUMN_TEXT),
  COLUMN (WatchRow, currency, COLUMN_TEXT),
  COLUMN (WatchRow, balance, COLUMN_AMOUNT),
  COLUMN (WatchRow, amount, COLUMN_DECIMAL),
  COLUMN (WatchRow, state, COLUMN_TEXT),
  COLUMN (WatchRow, expiry_date, COLUMN_DAY),
  REPORT_COLUMN_DAYS (WatchRow, days_left),
  COLUMN (WatchRow, burn, COLUMN_AMOUNT),
  COLUMN (WatchRow, run_out_date, COLUMN_DAY),
  COLUMN (WatchRow, forecast_forfeit, COLUMN_AMOUNT),
  COLUMN (WatchRow, reasons, COLUMN_TEXTS),
};

/* Those with most at stake come first: sorted before they are appended. */
static const TableLayout tables[] = {
  REPORT_TABLE_AS_READ ("agreements", WatchRow, columns),
};

/* clang-format on */

const ReportSchema *
watch_row_schema (void)
{
  static const ReportTableInfo head = REPORT_INFO ("head", WatchHead, head_columns);
  static const ReportSchema schema = { "acorecon.watch/1", &head, tables, 1, 1 };

  return &schema;
}

const char *
watch_row_reason_name (WatchReason reason)
{
  static const char *const names[WATCH_REASON_COUNT] = {
    [WATCH_LOST] = "lost",
    [WATCH_EXPIRING] = "expiring",
    [WATCH_WILL_FORFEIT] = "will-forfeit",
    [WATCH_WILL_RUN_OUT] = "will-run-out",
    [WATCH_GRANTED] = "granted",
    [WATCH_VANISHED] = "vanished",
    [WATCH_UNREPORTED] = "unreported",
    [WATCH_DISPUTED] = "disputed",
  };

  g_assert ((guint) reason < WATCH_REASON_COUNT);
  return names[reason];
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-summary.h"

#include <string.h>

#include "core/report/report-cell.h"

#define SEVERITY_COUNT (SEVERITY_ERROR + 1)
#define RESULT_COUNT (TIE_OUT_DIFFERS + 1)

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN

static const ReportColumn money_columns[] = {
  COLUMN (SummaryMoney, currency, COLUMN_TEXT),
  COLUMN (SummaryMoney, signed_sum, COLUMN_DECIMAL),
  COLUMN (SummaryMoney, absolute_sum, COLUMN_DECIMAL),
};

static const ReportTableInfo money_info = REPORT_INFO ("amounts", SummaryMoney, money_columns);

/* What only the main report can say stands last. */
static const ReportColumn severity_columns[] = {
  COLUMN (SummarySeverity, severity, COLUMN_SEVERITY),
  COLUMN (SummarySeverity, findings, COLUMN_COUNT),
  REPORT_COLUMN_ROWS (SummarySeverity, amounts, &money_info),
  COLUMN (SummarySeverity, resolved, COLUMN_COUNT),
};

static const ReportColumn code_columns[] = {
  COLUMN (SummaryCode, code, COLUMN_CODE),
  REPORT_COLUMN_AS ("name", SummaryCode, code, COLUMN_NAME),
  COLUMN (SummaryCode, severity, COLUMN_SEVERITY),
  COLUMN (SummaryCode, findings, COLUMN_COUNT),
  REPORT_COLUMN_ROWS (SummaryCode, amounts, &money_info),
  COLUMN (SummaryCode, resolved, COLUMN_COUNT),
};

static const ReportColumn result_columns[] = {
  COLUMN (SummaryResult, result, COLUMN_RESULT),
  COLUMN (SummaryResult, customer_months, COLUMN_COUNT),
};

static const ReportTableInfo severity_info
  = { "severities", sizeof (SummarySeverity), severity_columns, G_N_ELEMENTS (severity_columns) };
static const ReportTableInfo plain_severity_info
  = { "severities", sizeof (SummarySeverity), severity_columns, G_N_ELEMENTS (severity_columns) - 1 };
static const ReportTableInfo code_info
  = { "codes", sizeof (SummaryCode), code_columns, G_N_ELEMENTS (code_columns) };
static const ReportTableInfo plain_code_info
  = { "codes", sizeof (SummaryCode), code_columns, G_N_ELEMENTS (code_columns) - 1 };
static const ReportTableInfo result_info = REPORT_INFO ("tieout", SummaryResult, result_columns);

static const ReportColumn main_columns[] = {
  COLUMN (SummaryRow, exit_status, COLUMN_COUNT),
  COLUMN (SummaryRow, findings, COLUMN_COUNT),
  REPORT_COLUMN_ROWS (SummaryRow, severities, &severity_info),
  REPORT_COLUMN_ROWS (SummaryRow, codes, &code_info),
  COLUMN (SummaryRow, resolved, COLUMN_COUNT),
  REPORT_COLUMN_ROWS (SummaryRow, tieout, &result_info),
};

/* Of reports whose findings nobody decides about. */
static const ReportColumn plain_columns[] = {
  COLUMN (SummaryRow, exit_status, COLUMN_COUNT),
  COLUMN (SummaryRow, findings, COLUMN_COUNT),
  REPORT_COLUMN_ROWS (SummaryRow, severities, &plain_severity_info),
  REPORT_COLUMN_ROWS (SummaryRow, codes, &plain_code_info),
};

static const ReportColumn bare_columns[] = {
  COLUMN (SummaryRow, exit_status, COLUMN_COUNT),
};

/* clang-format on */

/* Some findings, counted. */
typedef struct
{
  guint64 findings;
  guint64 resolved;
  GArray *money; /* of SummaryMoney, by currency; NULL: no amount so far */
} Tally;

/* A finding, as far as it is counted. */
typedef struct
{
  gboolean is_resolved;
  const char *currency;
  Decimal amount;
} TallyEntry;

struct ReportSummary
{
  SummaryRow row;
  Tally of_severity[SEVERITY_COUNT];
  Tally of_code[FINDING_CODE_COUNT][SEVERITY_COUNT];
  SummarySeverity severities[SEVERITY_COUNT];
  GArray *codes; /* of SummaryCode */
  SummaryResult results[RESULT_COUNT];
};

/* The sums of @currency; new ones are 0. */
static SummaryMoney *
tally_money (Tally *self, const char *currency)
{
  const SummaryMoney none = { .currency = currency };
  guint low = 0, high;

  if (self->money == NULL)
    self->money = g_array_new (FALSE, FALSE, sizeof (SummaryMoney));
  /* A currency is whatever stands in the cell: there can be as many as there are lines. */
  for (high = self->money->len; low < high;)
    {
      const guint middle = low + (high - low) / 2;
      SummaryMoney *money = &g_array_index (self->money, SummaryMoney, middle);
      const int order = g_strcmp0 (money->currency, currency);

      if (order == 0)
        return money;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (self->money, low, none);
  return &g_array_index (self->money, SummaryMoney, low);
}

static void
tally_add (Tally *self, const TallyEntry *entry)
{
  self->findings++;
  self->resolved += entry->is_resolved ? 1 : 0;
  if (decimal_is_zero (entry->amount))
    return;
  const Decimal absolute = decimal_absolute (entry->amount);
  SummaryMoney *money = tally_money (self, entry->currency);

  decimal_accumulate (&money->signed_sum, &entry->amount);
  decimal_accumulate (&money->absolute_sum, &absolute);
}

static ReportSpan
tally_amounts (const Tally *self)
{
  if (self->money == NULL)
    return (ReportSpan){ 0 };
  return (ReportSpan){ self->money->data, self->money->len };
}

static void
tally_clear (Tally *self)
{
  g_clear_pointer (&self->money, g_array_unref);
}

/* A table of findings may be without either column. */
static const char *
currency_of (const ReportColumn *column, gconstpointer row)
{
  return column != NULL ? report_cell_text (column, row) : NULL;
}

static Decimal
amount_of (const ReportColumn *column, gconstpointer row)
{
  return column != NULL ? *report_cell (column, row).decimal : decimal_from_int (0);
}

static void
count_findings (ReportSummary *self, const Report *report)
{
  const guint table = report_schema (report)->findings;
  const ReportTableInfo *info = &report_schema (report)->tables[table].info;
  const gboolean is_main = report_layout_is_main (report_schema (report));
  const ReportColumn *currency = report_cell_column (info, "currency");
  const ReportColumn *amount = report_cell_column (info, "amount");
  ReportBuffer buffer = { 0 };

  for (gsize i = 0; i < report_row_count (report, table); i++)
    {
      gconstpointer row = report_read (report, table, i, &buffer);
      const FindingHead *head = row;
      const TallyEntry entry
          = { .is_resolved = is_main && ((const FindingRow *) row)->resolution != NULL,
              .currency = currency_of (currency, row),
              .amount = amount_of (amount, row) };

      tally_add (&self->of_severity[head->severity], &entry);
      tally_add (&self->of_code[head->code][head->severity], &entry);
      self->row.resolved += entry.is_resolved ? 1 : 0;
    }
  self->row.findings = report_row_count (report, table);
}

static void
list_severities (ReportSummary *self)
{
  for (guint i = 0; i < SEVERITY_COUNT; i++)
    {
      const Severity severity = SEVERITY_ERROR - i;
      const Tally *tally = &self->of_severity[severity];

      self->severities[i] = (SummarySeverity){ .severity = severity,
                                               .findings = tally->findings,
                                               .amounts = tally_amounts (tally),
                                               .resolved = tally->resolved };
    }
  self->row.severities = (ReportSpan){ self->severities, SEVERITY_COUNT };
}

static void
list_codes (ReportSummary *self)
{
  for (guint i = 0; i < FINDING_CODE_COUNT * SEVERITY_COUNT; i++)
    {
      const FindingCode code = i / SEVERITY_COUNT;
      const Severity severity = SEVERITY_ERROR - i % SEVERITY_COUNT;
      const Tally *tally = &self->of_code[code][severity];
      const SummaryCode row = { .code = code,
                                .severity = severity,
                                .findings = tally->findings,
                                .amounts = tally_amounts (tally),
                                .resolved = tally->resolved };

      if (tally->findings > 0)
        g_array_append_val (self->codes, row);
    }
  self->row.codes = (ReportSpan){ self->codes->data, self->codes->len };
}

static void
count_results (ReportSummary *self, const Report *report)
{
  static const TieOutResult order[]
      = { TIE_OUT_AGREES, TIE_OUT_ROUNDING, TIE_OUT_DIFFERS, TIE_OUT_NOT_COMPARABLE };
  guint64 counts[RESULT_COUNT] = { 0 };
  ReportBuffer buffer = { 0 };

  G_STATIC_ASSERT (G_N_ELEMENTS (order) == RESULT_COUNT);
  for (gsize i = 0; i < report_row_count (report, REPORT_TIE_OUT); i++)
    counts[((const TieOutRow *) report_read (report, REPORT_TIE_OUT, i, &buffer))->result]++;
  for (guint i = 0; i < RESULT_COUNT; i++)
    self->results[i] = (SummaryResult){ .result = order[i], .customer_months = counts[order[i]] };
  self->row.tieout = (ReportSpan){ self->results, RESULT_COUNT };
}

ReportSummary *
report_summary_new (const Report *report, guint exit_status)
{
  const ReportSchema *schema = report_schema (report);
  ReportSummary *self = g_new0 (ReportSummary, 1);

  report = report_whole (report);
  self->codes = g_array_new (FALSE, FALSE, sizeof (SummaryCode));
  self->row.exit_status = exit_status;
  if (schema->findings < schema->table_count)
    {
      count_findings (self, report);
      list_severities (self);
      list_codes (self);
    }
  if (report_layout_is_main (schema))
    count_results (self, report);
  return self;
}

void
report_summary_free (ReportSummary *self)
{
  if (self == NULL)
    return;
  for (guint severity = 0; severity < SEVERITY_COUNT; severity++)
    {
      tally_clear (&self->of_severity[severity]);
      for (guint code = 0; code < FINDING_CODE_COUNT; code++)
        tally_clear (&self->of_code[code][severity]);
    }
  g_array_unref (self->codes);
  g_free (self);
}

const SummaryRow *
report_summary_row (const ReportSummary *self)
{
  return &self->row;
}

/* Schemas keep the names they have: one has a table of the usual name. */
static const char *
member_name (const ReportSchema *schema)
{
  for (guint i = 0; i < schema->table_count; i++)
    if (strcmp (schema->tables[i].info.name, "summary") == 0)
      return "run_summary";
  return "summary";
}

static ReportTableInfo
info_of (const char *name, const ReportColumn *columns, gsize count)
{
  return (ReportTableInfo){ name, sizeof (SummaryRow), columns, count };
}

ReportTableInfo
report_summary_info (const ReportSchema *schema)
{
  if (report_layout_is_main (schema))
    return info_of (member_name (schema), main_columns, G_N_ELEMENTS (main_columns));
  if (schema->findings < schema->table_count)
    return info_of (member_name (schema), plain_columns, G_N_ELEMENTS (plain_columns));
  return info_of (member_name (schema), bare_columns, G_N_ELEMENTS (bare_columns));
}

ReportTableInfo
report_summary_info_bare (void)
{
  return info_of ("summary", bare_columns, G_N_ELEMENTS (bare_columns));
}

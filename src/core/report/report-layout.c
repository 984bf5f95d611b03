/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-layout.h"

#include <string.h>

/* One member per line in these tables, for they are read beside the schema. */
/* clang-format off */

#define COLUMN REPORT_COLUMN
#define ORDER REPORT_ORDER

static const ReportColumn input_columns[] = {
  COLUMN (InputRow, file, COLUMN_TEXT),
  COLUMN (InputRow, kind, COLUMN_KIND),
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
  COLUMN (AgreementRow, state, COLUMN_STATE),
  REPORT_COLUMN_DAYS (AgreementRow, days_left),
  COLUMN (AgreementRow, last_month, COLUMN_MONTH),
  COLUMN (AgreementRow, burn, COLUMN_AMOUNT),
  COLUMN (AgreementRow, run_out_date, COLUMN_DAY),
  COLUMN (AgreementRow, forecast_forfeit, COLUMN_AMOUNT),
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

static const ReportColumn tie_out_columns[] = {
  COLUMN (TieOutRow, customer_id, COLUMN_TEXT),
  COLUMN (TieOutRow, customer_name, COLUMN_TEXT),
  COLUMN (TieOutRow, month, COLUMN_MONTH),
  COLUMN (TieOutRow, currency, COLUMN_TEXT),
  COLUMN (TieOutRow, balance_used, COLUMN_AMOUNT),
  COLUMN (TieOutRow, invoice_credit, COLUMN_AMOUNT),
  COLUMN (TieOutRow, usage_credit, COLUMN_AMOUNT),
  COLUMN (TieOutRow, difference, COLUMN_AMOUNT),
  COLUMN (TieOutRow, allowance, COLUMN_DECIMAL),
  COLUMN (TieOutRow, result, COLUMN_RESULT),
};

static const OrderKey tie_out_order[] = {
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

#define FINDING_COLUMNS \
  COLUMN (FindingRow, code, COLUMN_CODE), \
  REPORT_COLUMN_AS ("name", FindingRow, code, COLUMN_NAME), \
  COLUMN (FindingRow, severity, COLUMN_SEVERITY), \
  COLUMN (FindingRow, customer_id, COLUMN_TEXT), \
  COLUMN (FindingRow, customer_name, COLUMN_TEXT), \
  COLUMN (FindingRow, agreement_id, COLUMN_TEXT), \
  COLUMN (FindingRow, month, COLUMN_MONTH), \
  COLUMN (FindingRow, currency, COLUMN_TEXT), \
  COLUMN (FindingRow, amount, COLUMN_DECIMAL), \
  COLUMN (FindingRow, file, COLUMN_TEXT), \
  COLUMN (FindingRow, line, COLUMN_LINE), \
  REPORT_COLUMN_SENTENCE (FindingRow, message), \
  COLUMN (FindingRow, subject, COLUMN_TEXT), \
  COLUMN (FindingRow, id, COLUMN_TEXT), \
  COLUMN (FindingRow, key, COLUMN_TEXT)

static const ReportColumn finding_columns[] = { FINDING_COLUMNS };

static const ReportColumn resolved_columns[] = {
  FINDING_COLUMNS,
  COLUMN (FindingRow, resolution, COLUMN_CARRIED),
  COLUMN (FindingRow, note, COLUMN_CARRIED),
  COLUMN (FindingRow, resolved_by, COLUMN_CARRIED),
};

/* Of what is in no form too, and of what comes with report_resolve(). */
static const ReportColumn held_finding_columns[] = {
  FINDING_COLUMNS,
  COLUMN (FindingRow, resolution, COLUMN_TEXT),
  COLUMN (FindingRow, note, COLUMN_TEXT),
  COLUMN (FindingRow, resolved_by, COLUMN_TEXT),
  COLUMN (FindingRow, credit_name, COLUMN_TEXT),
  COLUMN (FindingRow, said, COLUMN_TEXT),
};

static const ReportTableInfo held_findings
    = REPORT_INFO ("findings", FindingRow, held_finding_columns);

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

static const ReportColumn credit_day_columns[] = {
  COLUMN (CreditDayRow, customer_id, COLUMN_TEXT),
  COLUMN (CreditDayRow, currency, COLUMN_TEXT),
  COLUMN (CreditDayRow, day, COLUMN_DAY),
  COLUMN (CreditDayRow, aco, COLUMN_DECIMAL),
  COLUMN (CreditDayRow, pec_list, COLUMN_DECIMAL),
  COLUMN (CreditDayRow, plain, COLUMN_DECIMAL),
};

static const OrderKey credit_day_order[] = {
  ORDER (CreditDayRow, customer_id, ORDER_TEXT),
  ORDER (CreditDayRow, currency, ORDER_TEXT),
  ORDER (CreditDayRow, day, ORDER_DAY),
};

static const ReportColumn usage_tie_out_columns[] = {
  COLUMN (UsageTieOutRow, customer_id, COLUMN_TEXT),
  COLUMN (UsageTieOutRow, subscription_id, COLUMN_TEXT),
  COLUMN (UsageTieOutRow, product_id, COLUMN_TEXT),
  COLUMN (UsageTieOutRow, sku_id, COLUMN_TEXT),
  COLUMN (UsageTieOutRow, availability_id, COLUMN_TEXT),
  COLUMN (UsageTieOutRow, currency, COLUMN_TEXT),
  COLUMN (UsageTieOutRow, month, COLUMN_MONTH),
  COLUMN (UsageTieOutRow, pec_percent, COLUMN_AMOUNT),
  COLUMN (UsageTieOutRow, usage, COLUMN_DECIMAL),
  COLUMN (UsageTieOutRow, invoice, COLUMN_DECIMAL),
  COLUMN (UsageTieOutRow, difference, COLUMN_DECIMAL),
  COLUMN (UsageTieOutRow, lines, COLUMN_COUNT),
  COLUMN (UsageTieOutRow, result, COLUMN_USAGE),
};

static const OrderKey usage_tie_out_order[] = {
  ORDER (UsageTieOutRow, customer_id, ORDER_TEXT),
  ORDER (UsageTieOutRow, subscription_id, ORDER_TEXT),
  ORDER (UsageTieOutRow, product_id, ORDER_TEXT),
  ORDER (UsageTieOutRow, sku_id, ORDER_TEXT),
  ORDER (UsageTieOutRow, availability_id, ORDER_TEXT),
  ORDER (UsageTieOutRow, currency, ORDER_TEXT),
  ORDER (UsageTieOutRow, month, ORDER_MONTH),
  ORDER (UsageTieOutRow, pec_percent, ORDER_AMOUNT),
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

static const ReportColumn case_columns[] = {
  REPORT_COLUMN_AS ("case", CaseRow, name, COLUMN_TEXT),
  COLUMN (CaseRow, severity, COLUMN_SEVERITY),
  COLUMN (CaseRow, customer_id, COLUMN_TEXT),
  COLUMN (CaseRow, customer_name, COLUMN_TEXT),
  COLUMN (CaseRow, agreement_id, COLUMN_TEXT),
  COLUMN (CaseRow, month, COLUMN_MONTH),
  COLUMN (CaseRow, last_month, COLUMN_MONTH),
  COLUMN (CaseRow, currency, COLUMN_TEXT),
  COLUMN (CaseRow, amount, COLUMN_DECIMAL),
  COLUMN (CaseRow, open, COLUMN_COUNT),
  COLUMN (CaseRow, sentence, COLUMN_TEXT),
  COLUMN (CaseRow, remedy, COLUMN_TEXT),
  COLUMN (CaseRow, ask, COLUMN_TEXT),
  COLUMN (CaseRow, ticket, COLUMN_TEXT),
  COLUMN (CaseRow, findings, COLUMN_TEXTS),
  COLUMN (CaseRow, codes, COLUMN_TEXTS),
};

#define LAYOUT REPORT_TABLE

/* Inputs are not sorted: the order in which files were read is part of what the report says. Cases
   come in the order in which they are to be settled. */
#define LAYOUTS(finding_columns) \
  [REPORT_INPUTS] = REPORT_TABLE_AS_READ ("inputs", InputRow, input_columns), \
  [REPORT_INVOICES] = LAYOUT ("invoices", InvoiceRow, invoice_columns, invoice_order), \
  [REPORT_AGREEMENTS] = LAYOUT ("agreements", AgreementRow, agreement_columns, agreement_order), \
  [REPORT_ROLLFORWARD] = \
    LAYOUT ("rollforward", RollForwardRow, rollforward_columns, rollforward_order), \
  [REPORT_TIE_OUT] = LAYOUT ("tieout", TieOutRow, tie_out_columns, tie_out_order), \
  [REPORT_WATERFALL] = LAYOUT ("waterfall", WaterfallRow, waterfall_columns, waterfall_order), \
  [REPORT_CREDIT_DAYS] = \
    LAYOUT ("credit_days", CreditDayRow, credit_day_columns, credit_day_order), \
  [REPORT_USAGE_TIE_OUT] = \
    LAYOUT ("usage_tieout", UsageTieOutRow, usage_tie_out_columns, usage_tie_out_order), \
  [REPORT_FINDINGS] = { REPORT_INFO ("findings", FindingRow, finding_columns), finding_order, \
                        G_N_ELEMENTS (finding_order), &held_findings }, \
  [REPORT_TOTALS] = LAYOUT ("totals", TotalsRow, totals_columns, totals_order), \
  [REPORT_CASES] = REPORT_TABLE_AS_READ ("cases", CaseRow, case_columns),

static const TableLayout layouts[REPORT_TABLE_COUNT] = { LAYOUTS (finding_columns) };
static const TableLayout resolved_layouts[REPORT_TABLE_COUNT] = { LAYOUTS (resolved_columns) };

/* clang-format on */

const ReportSchema *
report_layout_main (void)
{
  static const ReportSchema schema = { .name = "acorecon.report/1",
                                       .tables = layouts,
                                       .table_count = REPORT_TABLE_COUNT,
                                       .findings = REPORT_FINDINGS };

  return &schema;
}

const ReportSchema *
report_layout_resolved (void)
{
  static const ReportSchema schema = { .name = "acorecon.report/1",
                                       .tables = resolved_layouts,
                                       .table_count = REPORT_TABLE_COUNT,
                                       .findings = REPORT_FINDINGS };

  return &schema;
}

gboolean
report_layout_is_main (const ReportSchema *schema)
{
  return schema == report_layout_main () || schema == report_layout_resolved ();
}

const TableLayout *
report_layout (ReportTable table)
{
  g_assert (table < REPORT_TABLE_COUNT);
  return &layouts[table];
}

const ReportTableInfo *
report_layout_held (const TableLayout *self)
{
  return self->held != NULL ? self->held : &self->info;
}

static int
compare_texts (const char *a, const char *b, OrderType type)
{
  if (a == b)
    return 0;
  a = a == NULL ? "" : a;
  b = b == NULL ? "" : b;
  return type == ORDER_TEXT ? strcmp (a, b) : g_ascii_strcasecmp (a, b);
}

#define COMPARE(Type, a, b) \
  ((*(const Type *) (a) > *(const Type *) (b)) - (*(const Type *) (a) < *(const Type *) (b)))

static int
compare_members (const OrderKey *key, gconstpointer a, gconstpointer b)
{
  a = (const char *) a + key->offset;
  b = (const char *) b + key->offset;
  switch (key->type)
    {
    case ORDER_TEXT:
    case ORDER_TEXT_NO_CASE:
      return compare_texts (*(const char *const *) a, *(const char *const *) b, key->type);
    case ORDER_MONTH:
      return COMPARE (Month, a, b);
    case ORDER_DAY:
      return COMPARE (Day, a, b);
    case ORDER_CODE:
      return COMPARE (FindingCode, a, b);
    case ORDER_LINE:
      return COMPARE (guint64, a, b);
    case ORDER_AMOUNT:
      return amount_order (a, b);
    case ORDER_DECIMAL:
      return decimal_compare (*(const Decimal *) a, *(const Decimal *) b);
    default:
      g_assert_not_reached ();
    }
}

int
report_layout_compare (const TableLayout *self, gconstpointer a, gconstpointer b)
{
  int result = 0;

  for (gsize i = 0; i < self->order_count && result == 0; i++)
    result = compare_members (&self->order[i], a, b);
  return result;
}

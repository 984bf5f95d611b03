/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-cell.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static ReportCell
cell_of (ReportTable table, const char *name, gconstpointer row)
{
  const ReportColumn *column = report_cell_column (report_table_info (table), name);

  ck_assert_ptr_nonnull (column);
  return report_cell (column, row);
}

static void
assert_null (ReportTable table, const char *name, gconstpointer row)
{
  ck_assert_msg (cell_of (table, name, row).type == CELL_NULL, "%s is not null", name);
}

static void
assert_text (ReportTable table, const char *name, gconstpointer row, const char *text)
{
  const ReportCell cell = cell_of (table, name, row);

  ck_assert_msg (cell.type == CELL_TEXT, "%s is no text", name);
  ck_assert_str_eq (cell.text, text);
}

static void
assert_word (ReportTable table, const char *name, gconstpointer row, const char *text)
{
  const ReportCell cell = cell_of (table, name, row);

  ck_assert_msg (cell.type == CELL_WORD, "%s is no word", name);
  ck_assert_str_eq (cell.word.text, text);
}

START_TEST (what_no_row_said_is_null)
{
  const AgreementRow agreement = { .days_left = -5, .customer_name = "" };
  const RollForwardRow roll = { .used = { FALSE, sample_decimal ("7") } };

  assert_null (REPORT_AGREEMENTS, "customer_id", &agreement);
  assert_null (REPORT_AGREEMENTS, "customer_name", &agreement);
  assert_null (REPORT_AGREEMENTS, "effective_date", &agreement);
  assert_null (REPORT_AGREEMENTS, "days_left", &agreement);
  assert_null (REPORT_AGREEMENTS, "last_month", &agreement);
  assert_null (REPORT_ROLLFORWARD, "used", &roll);
  assert_null (REPORT_ROLLFORWARD, "line", &roll);
}
END_TEST

START_TEST (what_is_0_false_or_empty_is_said)
{
  const RollForwardRow roll = { .used = { .known = TRUE } };
  const InputRow input = { .file = "a.csv" };
  const AgreementRow agreement = { .days_left_known = TRUE };

  ck_assert_int_eq (cell_of (REPORT_ROLLFORWARD, "used", &roll).type, CELL_DECIMAL);
  ck_assert_int_eq (cell_of (REPORT_ROLLFORWARD, "granted", &roll).type, CELL_DECIMAL);
  ck_assert_int_eq (cell_of (REPORT_ROLLFORWARD, "expired", &roll).type, CELL_FLAG);
  ck_assert_int_eq (cell_of (REPORT_INPUTS, "rows", &input).type, CELL_COUNT);
  ck_assert_int_eq (cell_of (REPORT_INPUTS, "months", &input).type, CELL_MONTHS);
  ck_assert_ptr_null (cell_of (REPORT_INPUTS, "months", &input).months);
  ck_assert_int_eq (cell_of (REPORT_AGREEMENTS, "days_left", &agreement).type, CELL_DAYS);
}
END_TEST

START_TEST (values_are_those_of_the_member)
{
  const RollForwardRow roll = { .customer_id = "c1",
                                .month = calendar_month (2026, 10),
                                .used = sample_amount ("12.50"),
                                .closing = sample_decimal ("-0.01"),
                                .expired = TRUE,
                                .line = G_MAXUINT64 };
  const AgreementRow agreement
      = { .expiry_date = calendar_day (2026, 10, 30), .days_left_known = TRUE, .days_left = -1 };

  assert_text (REPORT_ROLLFORWARD, "customer_id", &roll, "c1");
  ck_assert (cell_of (REPORT_ROLLFORWARD, "month", &roll).month == roll.month);
  ck_assert_ptr_eq (cell_of (REPORT_ROLLFORWARD, "used", &roll).decimal, &roll.used.value);
  ck_assert_ptr_eq (cell_of (REPORT_ROLLFORWARD, "closing", &roll).decimal, &roll.closing);
  ck_assert (cell_of (REPORT_ROLLFORWARD, "expired", &roll).flag);
  ck_assert (cell_of (REPORT_ROLLFORWARD, "line", &roll).count == G_MAXUINT64);
  ck_assert (cell_of (REPORT_AGREEMENTS, "expiry_date", &agreement).day == agreement.expiry_date);
  ck_assert (cell_of (REPORT_AGREEMENTS, "days_left", &agreement).days == -1);
}
END_TEST

START_TEST (a_finding_says_its_code_its_name_and_its_severity)
{
  const FindingRow row = { .code = FINDING_CREDIT_DECREASED, .severity = SEVERITY_WARNING };

  assert_text (REPORT_FINDINGS, "code", &row, "ACO101");
  assert_text (REPORT_FINDINGS, "name", &row, "credit-decreased");
  assert_word (REPORT_FINDINGS, "severity", &row, "warning");
}
END_TEST

START_TEST (verdicts_are_words)
{
  const InputRow input = { .kind = KIND_DAILY_USAGE };
  const AgreementRow agreement = { .state = AGREEMENT_UNREPORTED };
  const TieOutRow tie_out = { .result = TIE_OUT_ROUNDING };
  const UsageTieOutRow usage = { .result = USAGE_ONLY_INVOICE };

  assert_text (REPORT_INPUTS, "kind", &input, "daily-usage");
  assert_word (REPORT_AGREEMENTS, "state", &agreement, "unreported");
  assert_word (REPORT_TIE_OUT, "result", &tie_out, "rounding");
  assert_word (REPORT_USAGE_TIE_OUT, "result", &usage, "only-invoice");
}
END_TEST

START_TEST (lists_are_borrowed_and_not_flat)
{
  const ReportTableInfo *invoices = report_table_info (REPORT_INVOICES);
  const ReportTableInfo *inputs = report_table_info (REPORT_INPUTS);
  const InvoiceRow invoice = { .fits = { [FIT_NEAR] = 3 } };

  ck_assert_uint_eq (cell_of (REPORT_INVOICES, "fits", &invoice).fits[FIT_NEAR], 3);
  ck_assert (!report_cell_is_flat (report_cell_column (invoices, "fits")));
  ck_assert (!report_cell_is_flat (report_cell_column (inputs, "months")));
  ck_assert (report_cell_is_flat (report_cell_column (inputs, "rows")));
}
END_TEST

START_TEST (a_table_may_lack_a_column)
{
  ck_assert_ptr_null (report_cell_column (report_table_info (REPORT_INPUTS), "currency"));
}
END_TEST

START_TEST (a_text_can_be_asked_for_alone)
{
  const ReportTableInfo *info = report_table_info (REPORT_TOTALS);
  const TotalsRow dollars = { .currency = "USD" }, none = { .currency = "" };

  ck_assert_str_eq (report_cell_text (report_cell_column (info, "currency"), &dollars), "USD");
  ck_assert_ptr_null (report_cell_text (report_cell_column (info, "currency"), &none));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-cell");
  TCase *cells = tcase_create ("cells");

  tcase_add_test (cells, what_no_row_said_is_null);
  tcase_add_test (cells, what_is_0_false_or_empty_is_said);
  tcase_add_test (cells, values_are_those_of_the_member);
  tcase_add_test (cells, a_finding_says_its_code_its_name_and_its_severity);
  tcase_add_test (cells, verdicts_are_words);
  tcase_add_test (cells, lists_are_borrowed_and_not_flat);
  tcase_add_test (cells, a_table_may_lack_a_column);
  tcase_add_test (cells, a_text_can_be_asked_for_alone);
  suite_add_tcase (suite, cells);
  return suite;
}

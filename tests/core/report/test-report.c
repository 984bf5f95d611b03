/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "core/report/report-counts.h"
#include "core/report/report.h"

/* The members of the schema, as spec section 5 lists them. */
static const char *const schema[REPORT_TABLE_COUNT] = {
  [REPORT_INPUTS] = "inputs: file kind rows rejected sha256 months",
  [REPORT_INVOICES] = "invoices: invoice month month_source currency lines subtotal tax total fits",
  [REPORT_AGREEMENTS] = "agreements: customer_id customer_name agreement_id credit_name currency "
                        "effective_date expiry_date granted used_total balance state days_left "
                        "last_month burn run_out_date forecast_forfeit",
  [REPORT_ROLLFORWARD]
  = "rollforward: customer_id customer_name agreement_id credit_name currency month opening "
    "granted used forfeited adjustment closing credit_amount status expired file line",
  [REPORT_TIE_OUT] = "tieout: customer_id customer_name month currency balance_used "
                     "invoice_credit usage_credit difference allowance result",
  [REPORT_WATERFALL]
  = "waterfall: customer_id customer_name month currency charges aco_used other_credits net plain "
    "uncovered pec_base pec_list pec_earned aco_available aco_expected",
  [REPORT_CREDIT_DAYS] = "credit_days: customer_id currency day aco pec_list plain",
  [REPORT_USAGE_TIE_OUT] = "usage_tieout: customer_id subscription_id product_id sku_id "
                           "availability_id currency month pec_percent usage invoice difference "
                           "lines result",
  [REPORT_FINDINGS] = "findings: code name severity customer_id customer_name agreement_id month "
                      "currency amount file line message subject id key",
  [REPORT_TOTALS] = "totals: currency used forfeited balance invoice_credit pec_earned net",
  [REPORT_CASES]
  = "cases: case severity customer_id customer_name agreement_id month last_month currency amount "
    "open sentence remedy ask ticket findings codes",
};

START_TEST (columns_stand_in_the_order_of_the_schema)
{
  const ReportTableInfo *info = report_table_info ((ReportTable) _i);
  g_autoptr (GString) text = g_string_new (info->name);

  g_string_append_c (text, ':');
  for (gsize i = 0; i < info->column_count; i++)
    {
      g_string_append_printf (text, " %s", info->columns[i].name);
      ck_assert_uint_lt (info->columns[i].offset, info->row_size);
    }
  ck_assert_str_eq (text->str, schema[_i]);
}
END_TEST

START_TEST (codes_ascend_like_their_texts)
{
  for (FindingCode code = 1; code < FINDING_CODE_COUNT; code++)
    ck_assert_str_lt (finding_info (code - 1)->code, finding_info (code)->code);
}
END_TEST

START_TEST (an_empty_report_has_no_rows)
{
  g_autoptr (Report) report = report_new (DAY_NONE, FALSE);

  report_sort (report);
  ck_assert_int_eq (report_as_of (report), DAY_NONE);
  ck_assert (!report_is_complete (report));
  for (ReportTable table = 0; table < REPORT_TABLE_COUNT; table++)
    ck_assert_uint_eq (report_row_count (report, table), 0);
  report_free (NULL);
}
END_TEST

static void
append_severe (Report *report, FindingCode code, Severity severity)
{
  const FindingRow row = { .code = code, .severity = severity };
  report_append (report, REPORT_FINDINGS, &row);
}

/* Rows set aside, and rows that were read twice where that is an error. */
START_TEST (a_report_is_reliable_unless_rows_are_missing_or_count_twice)
{
  g_autoptr (Report) good = report_new (DAY_NONE, TRUE);
  g_autoptr (Report) rejected = report_new (DAY_NONE, FALSE);
  g_autoptr (Report) doubled = report_new (DAY_NONE, TRUE);

  append_severe (good, FINDING_CREDIT_SIGN, SEVERITY_ERROR);
  append_severe (good, FINDING_ROWS_READ_TWICE, SEVERITY_WARNING);
  append_severe (good, FINDING_ROWS_READ_TWICE, SEVERITY_NOTICE);
  ck_assert (report_is_reliable (good));
  append_severe (rejected, FINDING_ROW_REJECTED, SEVERITY_ERROR);
  ck_assert (!report_is_reliable (rejected));
  append_severe (doubled, FINDING_ROWS_READ_TWICE, SEVERITY_ERROR);
  ck_assert (!report_is_reliable (doubled));
}
END_TEST

START_TEST (how_it_was_made_is_copied)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  char option[] = "--tolerance=5", file[] = "partner.ini";
  const char *const options[] = { option, "--month=2026-10", NULL };

  ck_assert_ptr_null (report_origin (report)->options[0]);
  ck_assert_int_eq (report_origin (report)->month, MONTH_NONE);
  report_set_origin (report, &(ReportOrigin){ .month = calendar_month (2026, 10),
                                              .options = options,
                                              .config_file = file,
                                              .later_months = 2 });
  option[2] = file[0] = 'X';
  ck_assert_str_eq (report_origin (report)->options[0], "--tolerance=5");
  ck_assert_str_eq (report_origin (report)->options[1], "--month=2026-10");
  ck_assert_ptr_null (report_origin (report)->options[2]);
  ck_assert_str_eq (report_origin (report)->config_file, "partner.ini");
  ck_assert_int_eq (report_origin (report)->month, calendar_month (2026, 10));
  ck_assert_uint_eq (report_origin (report)->later_months, 2);
}
END_TEST

START_TEST (a_text_is_copied_and_an_empty_one_is_null)
{
  g_autoptr (Report) report = report_new (calendar_day (2026, 10, 31), TRUE);
  char text[] = "contoso";
  const char *copy = report_text (report, text);

  text[0] = 'X';
  ck_assert_str_eq (copy, "contoso");
  ck_assert_ptr_null (report_text (report, ""));
  ck_assert_ptr_null (report_text (report, NULL));
  ck_assert (report_is_complete (report));
}
END_TEST

/* The rows of a customer have most of their texts in common. */
START_TEST (a_text_that_was_just_copied_is_not_copied_again)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autofree char *again = g_strdup ("Contoso");
  const char *first = report_text (report, "Contoso");

  ck_assert_ptr_eq (report_text (report, again), first);
  for (int i = 0; i < 5000; i++)
    {
      g_autofree char *other = g_strdup_printf ("customer %d", i);
      ck_assert_str_eq (report_text (report, other), other);
    }
  ck_assert_str_eq (report_text (report, again), "Contoso");
  ck_assert_str_eq (first, "Contoso");
}
END_TEST

START_TEST (texts_of_books_are_found_by_where_they_stand)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  ck_assert_ptr_null (report_text_of_book (report, NULL));
  ck_assert_ptr_null (report_text_of_book (report, ""));
  for (int i = 0; i < 5000; i++)
    g_ptr_array_add (texts, g_strdup_printf ("customer %d", i));
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);
      const char *copy = report_text_of_book (report, text);

      ck_assert_str_eq (copy, text);
      ck_assert_ptr_ne (copy, text);
      ck_assert_ptr_eq (report_text_of_book (report, text), copy);
    }
}
END_TEST

/* Rows are told apart by their message. */
static void
append_finding (Report *report, const char *message, FindingRow row)
{
  row.message = message;
  report_append (report, REPORT_FINDINGS, &row);
}

static char *
messages (const Report *report)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, REPORT_FINDINGS); i++)
    {
      const FindingRow *row = report_row (report, REPORT_FINDINGS, i);
      g_string_append (text, row->message);
    }
  return g_string_free (text, FALSE);
}

static FindingRow
plain_finding (void)
{
  return (FindingRow){
    .code = FINDING_MONTH_MISSING,
    .customer_id = "c",
    .agreement_id = "a",
    .currency = "EUR",
    .month = calendar_month (2026, 10),
    .amount = decimal_from_int (5),
    .file = "f.csv",
    .line = 7,
  };
}

/* Each row differs from the plain one in one member; they come in by the reverse of their order. */
START_TEST (findings_are_sorted_by_every_key_with_null_first)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  FindingRow rows[18];

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    rows[i] = plain_finding ();
  rows[0].code = FINDING_CREDIT_DECREASED;
  rows[1].customer_id = NULL;
  rows[2].customer_id = "C"; /* by bytes: capitals first */
  rows[3].agreement_id = "";
  rows[4].currency = NULL;
  rows[5].month = MONTH_NONE;
  rows[6].month = calendar_month (2025, 12);
  rows[7].file = NULL;
  rows[8].line = 0;
  rows[9].line = 6;
  rows[10].amount = decimal_from_int (-6);
  rows[12].amount = decimal_from_scaled (51, 1);
  rows[13].line = 10; /* as a number: after 7 */
  rows[14].file = "g.csv";
  rows[15].currency = "USD";
  rows[16].customer_id = "c\xc3\xa9";
  rows[17].code = FINDING_EXCEL_DAMAGE;
  rows[17].customer_id = NULL;
  for (gsize i = G_N_ELEMENTS (rows); i-- > 0;)
    {
      char name[2] = { (char) ('a' + i), '\0' };
      append_finding (report, report_text (report, name), rows[i]);
    }

  report_sort (report);
  g_autofree char *order = messages (report);
  ck_assert_str_eq (order, "abcdefghijklmnopqr");
}
END_TEST

START_TEST (findings_without_ids_get_them_to_be_resolved)
{
  g_autoptr (Report) named = report_new (DAY_NONE, TRUE);
  g_autoptr (Report) unnamed = report_new (DAY_NONE, TRUE);

  append_finding (named, "a", plain_finding ());
  append_finding (unnamed, "a", plain_finding ());
  report_leave_unnamed (unnamed);
  report_sort (named);
  report_sort (unnamed);
  const FindingRow *with = report_row (named, REPORT_FINDINGS, 0);
  const FindingRow *without = report_row (unnamed, REPORT_FINDINGS, 0);
  ck_assert_ptr_null (without->id);
  ck_assert_ptr_null (without->key);
  report_resolve (unnamed, resolutions_new ());
  without = report_row (unnamed, REPORT_FINDINGS, 0);
  ck_assert_str_eq (without->id, with->id);
  ck_assert_str_eq (without->key, with->key);
}
END_TEST

START_TEST (equal_rows_stay_in_reading_order)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u ", i);
      append_finding (report, report_text (report, name), plain_finding ());
      g_string_append (expected, name);
    }
  report_sort (report);
  g_autofree char *order = messages (report);
  ck_assert_str_eq (order, expected->str);
}
END_TEST

START_TEST (the_rows_of_a_report_that_is_taken_come_last)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  Report *other = report_new (DAY_NONE, TRUE), *third = report_new (DAY_NONE, TRUE);
  const InputRow input = { .file = report_text (third, "f.csv"),
                           .months = g_array_new (FALSE, FALSE, sizeof (Month)) };

  append_finding (report, report_text (report, "a"), plain_finding ());
  append_finding (other, report_text (other, "b"), plain_finding ());
  append_finding (third, report_text (third, "c"), plain_finding ());
  report_append (third, REPORT_INPUTS, &input);
  report_take (other, third);
  report_take (report, other);
  append_finding (report, report_text (report, "d"), plain_finding ());
  g_autofree char *order = messages (report);
  ck_assert_str_eq (order, "abcd");
  ck_assert_uint_eq (report_row_count (report, REPORT_INPUTS), 1);
}
END_TEST

START_TEST (findings_are_counted_by_severity)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  FindingRow row = plain_finding ();

  append_finding (report, "a", row);
  row.severity = SEVERITY_ERROR;
  append_finding (report, "b", row);
  append_finding (report, "c", row);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_NOTICE), 1);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_WARNING), 0);
  ck_assert_uint_eq (report_counts_findings (report, SEVERITY_ERROR), 2);
}
END_TEST

START_TEST (rows_are_counted_by_their_verdict)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  const TieOutRow agreeing = { .result = TIE_OUT_AGREES }, near = { .result = TIE_OUT_ROUNDING };
  const AgreementRow expired = { .state = AGREEMENT_EXPIRED }, used = { .state = AGREEMENT_USED };

  report_append (report, REPORT_TIE_OUT, &agreeing);
  report_append (report, REPORT_TIE_OUT, &near);
  report_append (report, REPORT_TIE_OUT, &agreeing);
  report_append (report, REPORT_AGREEMENTS, &used);
  report_append (report, REPORT_AGREEMENTS, &expired);
  ck_assert_uint_eq (report_counts_result (report, TIE_OUT_AGREES), 2);
  ck_assert_uint_eq (report_counts_result (report, TIE_OUT_ROUNDING), 1);
  ck_assert_uint_eq (report_counts_result (report, TIE_OUT_DIFFERS), 0);
  ck_assert_uint_eq (report_counts_state (report, AGREEMENT_EXPIRED), 1);
  ck_assert_uint_eq (report_counts_state (report, AGREEMENT_ACTIVE), 0);
}
END_TEST

START_TEST (invoices_are_sorted_by_number_without_case_then_currency)
{
  static const char *const sorted[][2] = {
    { NULL, "EUR" }, { "a1", "EUR" }, { "A1", "USD" }, { "B0", NULL }, { "b0", "EUR" }, { "C", "" },
  };
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);

  for (gsize i = G_N_ELEMENTS (sorted); i-- > 0;)
    {
      InvoiceRow row = { .invoice = sorted[i][0], .currency = sorted[i][1], .lines = i };
      report_append (report, REPORT_INVOICES, &row);
    }
  report_sort (report);
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      const InvoiceRow *row = report_row (report, REPORT_INVOICES, i);
      ck_assert_uint_eq (row->lines, i);
    }
}
END_TEST

START_TEST (the_roll_forward_is_sorted_by_credit_then_month)
{
  static const RollForwardRow sorted[] = {
    { .customer_id = "a", .agreement_id = "1", .credit_name = NULL, .currency = "USD", .month = 9 },
    { .customer_id = "a", .agreement_id = "1", .credit_name = "x", .currency = "EUR", .month = 8 },
    { .customer_id = "a", .agreement_id = "1", .credit_name = "x", .currency = "EUR", .month = 9 },
    { .customer_id = "a", .agreement_id = "1", .credit_name = "x", .currency = "USD", .month = 7 },
    { .customer_id = "a", .agreement_id = "2", .credit_name = "b", .currency = "EUR", .month = 1 },
    { .customer_id = "b", .agreement_id = "0", .credit_name = "a", .currency = "EUR", .month = 1 },
  };
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);

  for (gsize i = G_N_ELEMENTS (sorted); i-- > 0;)
    {
      RollForwardRow row = sorted[i];
      row.line = i;
      report_append (report, REPORT_ROLLFORWARD, &row);
    }
  report_sort (report);
  for (gsize i = 0; i < G_N_ELEMENTS (sorted); i++)
    {
      const RollForwardRow *row = report_row (report, REPORT_ROLLFORWARD, i);
      ck_assert_uint_eq (row->line, i);
    }
}
END_TEST

START_TEST (tie_out_and_waterfall_put_the_currency_before_the_month)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  TieOutRow dollar = { .customer_id = "a", .currency = "USD", .month = 1 };
  TieOutRow euro = { .customer_id = "a", .currency = "EUR", .month = 2 };
  WaterfallRow late = { .customer_id = "a", .currency = "EUR", .month = 2 };
  WaterfallRow early = { .customer_id = "a", .currency = "EUR", .month = 1 };

  report_append (report, REPORT_TIE_OUT, &dollar);
  report_append (report, REPORT_TIE_OUT, &euro);
  report_append (report, REPORT_WATERFALL, &late);
  report_append (report, REPORT_WATERFALL, &early);
  report_sort (report);

  const TieOutRow *tie_out = report_row (report, REPORT_TIE_OUT, 0);
  ck_assert_str_eq (tie_out->currency, "EUR");
  const WaterfallRow *waterfall = report_row (report, REPORT_WATERFALL, 0);
  ck_assert_int_eq (waterfall->month, 1);
}
END_TEST

START_TEST (agreements_and_totals_are_sorted_and_inputs_are_not)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  AgreementRow second = { .customer_id = "b" }, first = { .customer_id = "a" };
  TotalsRow dollar = { .currency = "USD" }, euro = { .currency = "EUR" };
  InputRow z = { .file = "z", .months = g_array_new (FALSE, FALSE, sizeof (Month)) };
  InputRow a = { .file = "a" };

  report_append (report, REPORT_AGREEMENTS, &second);
  report_append (report, REPORT_AGREEMENTS, &first);
  report_append (report, REPORT_TOTALS, &dollar);
  report_append (report, REPORT_TOTALS, &euro);
  report_append (report, REPORT_INPUTS, &z);
  report_append (report, REPORT_INPUTS, &a);
  report_sort (report);
  ck_assert_str_eq (((const AgreementRow *) report_row (report, REPORT_AGREEMENTS, 0))->customer_id,
                    "a");
  ck_assert_str_eq (((const TotalsRow *) report_row (report, REPORT_TOTALS, 0))->currency, "EUR");
  ck_assert_str_eq (((const InputRow *) report_row (report, REPORT_INPUTS, 0))->file, "z");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report");
  TCase *form = tcase_create ("form");
  TCase *order = tcase_create ("order");

  tcase_add_loop_test (form, columns_stand_in_the_order_of_the_schema, 0, REPORT_TABLE_COUNT);
  tcase_add_test (form, codes_ascend_like_their_texts);
  tcase_add_test (form, an_empty_report_has_no_rows);
  tcase_add_test (form, a_report_is_reliable_unless_rows_are_missing_or_count_twice);
  tcase_add_test (form, how_it_was_made_is_copied);
  tcase_add_test (form, a_text_is_copied_and_an_empty_one_is_null);
  tcase_add_test (form, a_text_that_was_just_copied_is_not_copied_again);
  tcase_add_test (form, the_rows_of_a_report_that_is_taken_come_last);
  tcase_add_test (form, texts_of_books_are_found_by_where_they_stand);
  tcase_add_test (form, findings_are_counted_by_severity);
  tcase_add_test (form, rows_are_counted_by_their_verdict);
  tcase_add_test (order, findings_are_sorted_by_every_key_with_null_first);
  tcase_add_test (order, equal_rows_stay_in_reading_order);
  tcase_add_test (order, findings_without_ids_get_them_to_be_resolved);
  tcase_add_test (order, invoices_are_sorted_by_number_without_case_then_currency);
  tcase_add_test (order, the_roll_forward_is_sorted_by_credit_then_month);
  tcase_add_test (order, tie_out_and_waterfall_put_the_currency_before_the_month);
  tcase_add_test (order, agreements_and_totals_are_sorted_and_inputs_are_not);
  suite_add_tcase (suite, form);
  suite_add_tcase (suite, order);
  return suite;
}

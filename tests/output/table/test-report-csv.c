/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "output/table/report-csv.h"

static GString *
render (const Report *report, ReportTable table)
{
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  report_csv_write (report, table, sink);
  return text;
}

START_TEST (an_empty_table_is_its_header)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autoptr (GString) text = render (report, REPORT_TIE_OUT);

  ck_assert_str_eq (text->str, "customer_id,customer_name,month,currency,balance_used,"
                               "invoice_credit,usage_credit,difference,allowance,result\n");
}
END_TEST

START_TEST (null_is_an_empty_cell)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  AgreementRow agreement = { .customer_name = "", .state = AGREEMENT_USED, .days_left = 5 };
  RollForwardRow roll_forward = { .line = 0 };

  report_append (report, REPORT_AGREEMENTS, &agreement);
  report_append (report, REPORT_ROLLFORWARD, &roll_forward);
  g_autoptr (GString) agreements = render (report, REPORT_AGREEMENTS);
  ck_assert_str_eq (strchr (agreements->str, '\n'), "\n,,,,,,,0.00,0.00,0.00,used,,,,,\n");
  g_autoptr (GString) rows = render (report, REPORT_ROLLFORWARD);
  ck_assert_str_eq (strchr (rows->str, '\n'), "\n,,,,,,,0.00,,0.00,0.00,0.00,0.00,,false,,\n");
}
END_TEST

START_TEST (numbers_dates_and_months_stay_bare)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  AgreementRow agreement = { .effective_date = calendar_day (2026, 2, 1),
                             .granted = decimal_from_int (-200),
                             .balance = decimal_from_scaled (71, 4),
                             .state = AGREEMENT_EXPIRED,
                             .days_left_known = TRUE,
                             .days_left = -3 };
  FindingRow finding = { .code = FINDING_CREDIT_DECREASED,
                         .severity = SEVERITY_ERROR,
                         .month = calendar_month (2026, 10),
                         .amount = decimal_from_scaled (-5, 1),
                         .line = 12 };
  TieOutRow tie_out
      = { .difference = { TRUE, decimal_from_scaled (-1, 2) }, .result = TIE_OUT_AGREES };

  report_append (report, REPORT_AGREEMENTS, &agreement);
  report_append (report, REPORT_FINDINGS, &finding);
  report_append (report, REPORT_TIE_OUT, &tie_out);
  g_autoptr (GString) agreements = render (report, REPORT_AGREEMENTS);
  ck_assert_str_eq (strchr (agreements->str, '\n'),
                    "\n,,,,,2026-02-01,,-200.00,0.00,0.0071,expired,-3,,,,\n");
  g_autoptr (GString) findings = render (report, REPORT_FINDINGS);
  ck_assert_str_eq (strchr (findings->str, '\n'),
                    "\nACO101,credit-decreased,error,,,,2026-10,,-0.50,,12,,,,\n");
  g_autoptr (GString) tie_outs = render (report, REPORT_TIE_OUT);
  ck_assert_str_eq (strchr (tie_outs->str, '\n'), "\n,,,,,,,-0.01,0.00,agrees\n");
}
END_TEST

START_TEST (columns_of_several_values_are_left_out)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  InputRow input = { .file = "f", .kind = KIND_LEGACY, .rows = 2 };
  InvoiceRow invoice = { .invoice = "G1", .lines = 2 };

  report_append (report, REPORT_INPUTS, &input);
  report_append (report, REPORT_INVOICES, &invoice);
  g_autoptr (GString) inputs = render (report, REPORT_INPUTS);
  ck_assert_str_eq (inputs->str, "file,kind,rows,rejected,sha256\nf,legacy,2,0,\n");
  g_autoptr (GString) invoices = render (report, REPORT_INVOICES);
  ck_assert_str_eq (invoices->str, "invoice,month,month_source,currency,lines,subtotal,tax,total\n"
                                   "G1,,,,2,0.00,0.00,0.00\n");
}
END_TEST

static const struct
{
  const char *text, *cell;
} cells[] = {
  { NULL, "" },
  { "", "" },
  { "Contoso", "Contoso" },
  { " blanks stay ", " blanks stay " },
  { "caf\xc3\xa9; \xe2\x82\xac", "caf\xc3\xa9; \xe2\x82\xac" },
  { "a 100% b %s %n", "a 100% b %s %n" },

  /* quoting, only where it is needed */
  { "Contoso, Ltd", "\"Contoso, Ltd\"" },
  { "the \"best\"", "\"the \"\"best\"\"\"" },
  { "\"", "\"\"\"\"" },
  { "\"\"", "\"\"\"\"\"\"" },
  { "two\nlines", "\"two\nlines\"" },
  { "two\r\nlines", "\"two\r\nlines\"" },
  { "a\rb", "\"a\rb\"" },
  { "\n", "\"\n\"" },
  { "it's", "it's" },

  /* what a spreadsheet would run */
  { "=1+1", "'=1+1" },
  { "+1", "'+1" },
  { "-1", "'-1" },
  { "@SUM(A1)", "'@SUM(A1)" },
  { "\tx", "'\tx" },
  { "\rx", "\"'\rx\"" },
  { "=", "'=" },
  { "--", "'--" },
  { "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0" },
  { "@import,\"x\"", "\"'@import,\"\"x\"\"\"" },
  { "=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"" },
  { "=1\n", "\"'=1\n\"" },
  { "-2+3+cmd|' /C calc'!D2", "'-2+3+cmd|' /C calc'!D2" },
  { "+\xef\xbc\x9d", "'+\xef\xbc\x9d" },

  /* and what it does not */
  { "a=1", "a=1" },
  { " =1", "' =1" },
  { "'=1", "'=1" },
  { "\"=1\"", "\"\"\"=1\"\"\"" },
  { "1-2", "1-2" },

  { "no UTF-8: \xff", "no UTF-8: \xef\xbf\xbd" },
};

START_TEST (a_text_cell_is_guarded_and_quoted_as_needed)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  FindingRow row = { .customer_name = cells[_i].text, .message = cells[_i].text };
  g_autofree char *expected = g_strdup_printf (
      "\nACO101,credit-decreased,notice,,%s,,,,0.00,,,%s,,,\n", cells[_i].cell, cells[_i].cell);

  report_append (report, REPORT_FINDINGS, &row);
  g_autoptr (GString) text = render (report, REPORT_FINDINGS);
  ck_assert_str_eq (strchr (text->str, '\n'), expected);
}
END_TEST

/* No text column of any table may be forgotten. */
START_TEST (every_text_column_is_guarded)
{
  const ReportTableInfo *info = report_table_info ((ReportTable) _i);
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autofree char *row = g_malloc0 (info->row_size);
  const char *payload = "=1";
  guint expected = 0, found = 0;

  for (gsize i = 0; i < info->column_count; i++)
    if (info->columns[i].type == COLUMN_TEXT)
      {
        memcpy (row + info->columns[i].offset, &payload, sizeof payload);
        expected++;
      }
  report_append (report, (ReportTable) _i, row);
  g_autoptr (GString) text = render (report, (ReportTable) _i);
  for (const char *at = text->str; (at = strstr (at, "=1")) != NULL; at++, found++)
    ck_assert_int_eq (at[-1], '\'');
  ck_assert_uint_eq (found, expected);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-csv");
  TCase *tests = tcase_create ("report-csv");

  tcase_add_test (tests, an_empty_table_is_its_header);
  tcase_add_test (tests, null_is_an_empty_cell);
  tcase_add_test (tests, numbers_dates_and_months_stay_bare);
  tcase_add_test (tests, columns_of_several_values_are_left_out);
  tcase_add_loop_test (tests, a_text_cell_is_guarded_and_quoted_as_needed, 0, G_N_ELEMENTS (cells));
  tcase_add_loop_test (tests, every_text_column_is_guarded, 0, REPORT_TABLE_COUNT);
  suite_add_tcase (suite, tests);
  return suite;
}

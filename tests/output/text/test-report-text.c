/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/printable.h"
#include "output/text/report-text.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

static char *
render (Report *report, guint width, gboolean colour)
{
  TextStyle style = { .width = width, .colour = colour };
  GString *out = g_string_new (NULL);

  report_sort (report);
  report_text_render (report, &style, out);
  return g_string_free (out, FALSE);
}

static void
assert_contains (Report *report, guint width, const char *part)
{
  g_autofree char *text = render (report, width, FALSE);

  ck_assert_msg (strstr (text, part) != NULL, "\n%s\nis not in\n%s", part, text);
}

static void
assert_lacks (Report *report, const char *part)
{
  g_autofree char *text = render (report, 80, FALSE);

  ck_assert_msg (strstr (text, part) == NULL, "\n%s\nis in\n%s", part, text);
}

/* A report as of a usual month end: two customers, one agreement over, one difference. */
static Report *
small_report (void)
{
  Report *report = sample_report ();
  FindingRow finding
      = sample_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, "40",
                        "The balance report says 240.00 USD, the invoice 200.00 USD.");
  TotalsRow totals = { .currency = "USD",
                       .used = sample_amount ("340"),
                       .forfeited = sample_amount ("260"),
                       .balance = sample_amount ("700"),
                       .invoice_credit = sample_amount ("300"),
                       .pec_earned = sample_amount ("0"),
                       .net = sample_amount ("60") };

  sample_input (report, KIND_ACO_BALANCE, 0);
  sample_input (report, KIND_INVOICE, 0);
  sample_add_tie_out (report,
                      sample_tie_out ("c1", "Contoso Ltd", "240", "200", "40", TIE_OUT_DIFFERS));
  sample_add_tie_out (report, sample_tie_out ("c2", "Adatum", "100", "100", "0", TIE_OUT_AGREES));
  sample_add_agreement (report, "c1", "Contoso Ltd", AGREEMENT_EXPIRED, "500", "240", "0", -1);
  sample_add_agreement (report, "c2", "Adatum", AGREEMENT_ACTIVE, "800", "100", "700", 400);
  sample_add_waterfall (report, calendar_month (2026, 10), "USD", "360", "300", "60");
  sample_add_finding (report, finding);
  report_append (report, REPORT_TOTALS, &totals);
  return report;
}

START_TEST (a_small_report_reads_well_at_80_columns)
{
  g_autoptr (Report) report = small_report ();
  g_autofree char *text = render (report, 80, FALSE);

  ck_assert_str_eq (
      text, "ACO reconciled to 2026-10-31: 1 of 2 customer-months agrees on 100.00 USD; 1\n"
            "differs by 40.00 USD; 1 error.\n"
            "Made by " PACKAGE_STRING "; month: all; options: as by default.\n"
            "\n"
            "TIE-OUT OF CREDIT USED (2026-10, USD)\n"
            "Customer     Balance  Invoice  Diff.  Result\n"
            "Adatum        100.00   100.00   0.00  agrees\n"
            "Contoso Ltd   240.00   200.00  40.00  differs\n"
            "\n"
            "AGREEMENTS EXPIRED OR EXPIRING (USD)\n"
            "Customer     Agreement      State    Expiry      Days  Forfeited  Balance\n"
            "Contoso Ltd  3f2504e0\xE2\x80\xA6"
            "3301  expired  2026-10-30    -1     260.00     0.00\n"
            "Other agreements: 1 active.\n"
            "\n"
            "INVOICE WATERFALL (USD)\n"
            "Month    Charges   - ACO  - Other credits  = Net  PEC earned\n"
            "2026-10   360.00  300.00             0.00  60.00        0.00\n"
            "\n"
            "FINDINGS BY CODE, AMOUNTS ADDED WITHOUT THEIR SIGNS\n"
            "Code    Finding                     Severity  Count  Amount  Cur\n"
            "ACO401  balance-invoice-difference  error         1   40.00  USD\n"
            "\n"
            "ERRORS (1)\n"
            "ACO401  Contoso Ltd  2026-10  40.00 USD  balance.csv:7\n"
            "        The balance report says 240.00 USD, the invoice 200.00 USD.\n"
            "\n"
            "TOTALS\n"
            "Currency    Used  Forfeited  Balance  Invoice credit  PEC earned    Net\n"
            "USD       340.00     260.00   700.00          300.00        0.00  60.00\n"
            "\n"
            "More: acorecon explain CODE (what a finding means, what to do); --format json\n"
            "(every row); --output DIR (all tables as files).\n");
}
END_TEST

START_TEST (at_120_columns_names_are_whole)
{
  g_autoptr (Report) report = small_report ();

  assert_contains (report, 120,
                   "Customer     Balance used  Invoice credit  Difference  Result\n"
                   "Adatum             100.00          100.00        0.00  agrees\n");
  assert_contains (
      report, 120,
      "Customer     Agreement                             State    Expiry date  Days left  "
      "Forfeited  Balance\n"
      "Contoso Ltd  3f2504e0-4f89-41d3-9a0c-0305e82c3301  expired  2026-10-30          -1     "
      "260.00     0.00\n");
}
END_TEST

START_TEST (an_empty_report_is_told_in_few_words)
{
  g_autoptr (Report) report = report_new (DAY_NONE, TRUE);
  g_autofree char *text = render (report, 80, FALSE);

  ck_assert_str_eq (text,
                    "ACO reconciled: nothing to tie out, no ACO credit was used or invoiced; no\n"
                    "findings.\n"
                    "Made by " PACKAGE_STRING "; month: all; options: as by default.\n"
                    "\n"
                    "More: --format json (every row); --output DIR (all tables as files).\n");
}
END_TEST

/* The tie-out */

START_TEST (usage_has_a_column_once_it_is_known)
{
  g_autoptr (Report) report = small_report ();
  TieOutRow row = sample_tie_out ("c3", "Fabrikam", NULL, NULL, NULL, TIE_OUT_NOT_COMPARABLE);

  row.usage_credit = sample_amount ("12");
  sample_add_tie_out (report, row);
  assert_contains (report, 80,
                   "Customer     Balance  Invoice  Usage  Diff.  Result\n"
                   "Adatum        100.00   100.00      -   0.00  agrees\n"
                   "Contoso Ltd   240.00   200.00      -  40.00  differs\n"
                   "Fabrikam           -        -  12.00      -  not comp.\n");
}
END_TEST

static Report *
report_of_rows (guint count, guint differing)
{
  Report *report = sample_report ();

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%03u", i);
      const char *text = report_text (report, id);

      if (i < differing)
        sample_add_tie_out (report, sample_tie_out (text, NULL, "3", "2", "1", TIE_OUT_DIFFERS));
      else
        sample_add_tie_out (report, sample_tie_out (text, NULL, "3", "3", "0", TIE_OUT_AGREES));
    }
  return report;
}

START_TEST (forty_rows_are_all_listed)
{
  g_autoptr (Report) report = report_of_rows (40, 1);

  assert_contains (report, 80, "\nc039 ");
  assert_lacks (report, "not listed");
}
END_TEST

START_TEST (of_more_rows_those_that_agree_are_counted)
{
  g_autoptr (Report) report = report_of_rows (41, 2);

  assert_contains (report, 80,
                   "c000         3.00     2.00   1.00  differs\n"
                   "c001         3.00     2.00   1.00  differs\n"
                   "39 of 41 customer-months agree and are not listed; --all lists them.\n");
  assert_lacks (report, "c002");
}
END_TEST

START_TEST (when_all_of_many_rows_agree_there_is_no_table)
{
  g_autoptr (Report) report = report_of_rows (41, 0);

  assert_contains (report, 80,
                   "\n\n41 of 41 customer-months agree and are not listed; --all lists them.\n\n");
  assert_lacks (report, "TIE-OUT");
}
END_TEST

START_TEST (namesakes_can_be_told_apart)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (
      report, sample_tie_out ("1111aaaa-00", "Default Directory", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_tie_out (
      report, sample_tie_out ("2222bbbb-00", "Default Directory", "2", "2", "0", TIE_OUT_AGREES));
  assert_contains (report, 80,
                   "Default Directory (1111aaaa)     1.00     1.00   0.00  agrees\n"
                   "Default Directory (2222bbbb)     2.00     2.00   0.00  agrees\n");
}
END_TEST

/* The agreements */

START_TEST (when_nothing_expires_it_is_said)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_agreement (report, "c1", "Contoso", AGREEMENT_USED, "5", "5", "0", 90);
  sample_add_agreement (report, "c2", "Adatum", AGREEMENT_ACTIVE, "5", "0", "5", 90);
  sample_add_agreement (report, "c3", "Fabrikam", AGREEMENT_ACTIVE, "5", "0", "5", 90);
  sample_add_agreement (report, "c4", "Litware", AGREEMENT_NOT_STARTED, "5", "0", "5", 90);
  assert_contains (report, 80,
                   "\nNO AGREEMENT EXPIRED OR EXPIRING\n"
                   "Other agreements: 2 active, 1 used, 1 not-started.\n");
}
END_TEST

START_TEST (of_many_agreements_those_over_without_loss_are_counted)
{
  g_autoptr (Report) report = sample_report ();

  for (guint i = 0; i < 41; i++)
    sample_add_agreement (report, "c1", "Contoso", AGREEMENT_EXPIRED, "5", "5", "0", -90);
  sample_add_agreement (report, "c2", "Adatum", AGREEMENT_EXPIRED, "5", "2", "1", -90);
  assert_contains (report, 80,
                   "2026-08-02   -90       2.00     1.00\n"
                   "Other agreements: 41 expired without loss.\n");
}
END_TEST

START_TEST (an_unknown_expiry_is_a_dash)
{
  g_autoptr (Report) report = sample_report ();
  AgreementRow row
      = { .customer_id = "c1", .agreement_id = "a", .currency = "USD", .state = AGREEMENT_EXPIRED };

  report_append (report, REPORT_AGREEMENTS, &row);
  assert_contains (report, 80, "c1        a          expired  -          -       0.00     0.00\n");
}
END_TEST

/* Widths */

/* Ordinary data: long and wide names, several months and currencies, five-digit amounts. */
static Report *
broad_report (void)
{
  static const char *const names[]
      = { "Adventure Works Cycles Manufacturing International GmbH & Co. KG",
          "\xE6\xA0\xAA\xE5\xBC\x8F\xE4\xBC\x9A\xE7\xA4\xBE\xE3\x82\xB5\xE3\x83\xB3"
          "\xE3\x83\x97\xE3\x83\xAB\xE5\x95\x86\xE4\xBA\x8B\xE3\x83\x9B\xE3\x83\xBC",
          NULL, "Contoso\x1B[31m\xE2\x80\xAE" };
  Report *report = small_report ();

  for (guint i = 0; i < 24; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08x-4f89-41d3-9a0c-0305e82c3301", i * 77777777u);
      const char *text = report_text (report, id);
      TieOutRow row = sample_tie_out (text, names[i % 4], "12345.67", "12300.00", "45.67",
                                      i % 3 == 0 ? TIE_OUT_NOT_COMPARABLE : TIE_OUT_DIFFERS);

      row.month = calendar_month (2026, 8 + (int) (i % 3));
      row.currency = i % 2 == 0 ? "EUR" : "USD";
      row.usage_credit = sample_amount ("12345.67");
      sample_add_tie_out (report, row);
      sample_add_agreement (report, text, names[i % 4],
                            i % 2 == 0 ? AGREEMENT_EXPIRING : AGREEMENT_EXPIRED, "25000.00",
                            "12345.67", "12000.00", 17);
    }
  return report;
}

START_TEST (no_line_is_wider_than_asked)
{
  static const guint widths[] = { 80, 100, 120 };
  g_autoptr (Report) report = broad_report ();
  g_autofree char *text = render (report, widths[_i], FALSE);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    {
      ck_assert_msg (printable_width (*line) <= widths[_i], "too wide: %s", *line);
      ck_assert_msg (!g_str_has_suffix (*line, " "), "trailing blank: %s", *line);
    }
}
END_TEST

START_TEST (no_amount_is_ever_cut)
{
  const char *amount = "-12345678901234567890.123456789012345678";
  const char *shown = "-12,345,678,901,234,567,890.123456789012345678";
  g_autoptr (Report) report = small_report ();
  TotalsRow totals = { .currency = "EUR",
                       .used = sample_amount (amount),
                       .forfeited = sample_amount (amount),
                       .balance = sample_amount (amount),
                       .invoice_credit = sample_amount (amount),
                       .pec_earned = sample_amount (amount),
                       .net = sample_amount (amount) };
  guint count = 0;

  sample_add_tie_out (report, sample_tie_out ("c3", NULL, amount, amount, amount, TIE_OUT_DIFFERS));
  sample_add_agreement (report, "c3", NULL, AGREEMENT_EXPIRED, "0", "0", amount, -1);
  sample_add_waterfall (report, calendar_month (2026, 9), "EUR", amount, amount, amount);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, amount, "x"));
  report_append (report, REPORT_TOTALS, &totals);

  g_autofree char *text = render (report, 80, FALSE);

  for (const char *at = text; (at = strstr (at, shown)) != NULL; at++)
    count++;
  /* tie-out, agreement, waterfall, finding, totals */
  ck_assert_uint_eq (count, 3 + 1 + 3 + 1 + 6);
}
END_TEST

/* Nothing but the report and the style */

START_TEST (colour_codes_stand_only_where_asked_for)
{
  g_autoptr (Report) report = broad_report ();
  g_autofree char *plain = render (report, 80, FALSE);
  g_autofree char *coloured = render (report, 80, TRUE);
  g_autoptr (GRegex) codes = g_regex_new ("\033\\[[0-9]*m", 0, 0, NULL);
  g_autofree char *stripped = g_regex_replace_literal (codes, coloured, -1, 0, "", 0, NULL);

  ck_assert_ptr_null (strchr (plain, '\033'));
  ck_assert_ptr_nonnull (strstr (coloured, "\033[31m"));
  ck_assert_ptr_nonnull (strstr (coloured, "\033[2m"));
  ck_assert_str_eq (stripped, plain);
}
END_TEST

START_TEST (the_environment_changes_nothing)
{
  static const char *const names[]
      = { "COLUMNS", "LINES", "TERM", "LIBSMARTCOLS_DEBUG", "LIBSMARTCOLS_DEBUG_PADDING" };
  g_autoptr (Report) report = broad_report ();
  g_autofree char *before = render (report, 80, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_int_eq (setenv (names[i], i < 2 ? "20" : "all", 1), 0);

  g_autofree char *after = render (report, 80, FALSE);

  ck_assert_str_eq (before, after);
}
END_TEST

START_TEST (a_row_that_agrees_not_to_the_cent_says_so)
{
  g_autoptr (Report) report = small_report ();

  sample_add_tie_out (report,
                      sample_tie_out ("c3", "Fabrikam", "5", "5.01", "-0.01", TIE_OUT_AGREES));
  sample_add_tie_out (report,
                      sample_tie_out ("c4", "Litware", "5", "4.98", "0.02", TIE_OUT_ROUNDING));
  assert_contains (report, 80, "Fabrikam        5.00     5.01  -0.01  within tolerance\n");
  assert_contains (report, 80, "Litware         5.00     4.98   0.02  within rounding\n");
  assert_contains (report, 120, "  agrees within tolerance\n");
  assert_contains (report, 120, "  agrees within rounding\n");
}
END_TEST

START_TEST (of_many_rows_those_not_to_the_cent_are_counted)
{
  g_autoptr (Report) report = small_report ();

  for (guint i = 0; i < 39; i++)
    sample_add_tie_out (report, sample_tie_out ("c9", "Relecloud", "5", "5", "0", TIE_OUT_AGREES));
  sample_add_tie_out (report,
                      sample_tie_out ("c9", "Relecloud", "5", "5.01", "-0.01", TIE_OUT_AGREES));
  assert_contains (
      report, 80,
      "41 of 42 customer-months agree, 1 of them not to the cent, and are not listed;\n"
      "--all lists them.\n");
}
END_TEST

START_TEST (figures_that_are_not_reliable_do_not_agree)
{
  g_autoptr (Report) report = small_report ();
  FindingRow row = sample_finding (FINDING_ROWS_READ_TWICE, "10", "rows");
  g_autofree char *text = NULL;

  row.severity = SEVERITY_ERROR;
  row.file = "b.csv";
  sample_add_finding (report, row);
  text = render (report, 80, FALSE);
  ck_assert (g_str_has_prefix (text, "NOT RELIABLE: rows of b.csv were read before and count "));
  assert_contains (report, 80, "\nTIE-OUT OF CREDIT USED, NOT RELIABLE (");
  assert_contains (report, 80, "Adatum        100.00   100.00   0.00  seems to agree\n");
}
END_TEST

START_TEST (the_options_in_force_follow_the_verdict)
{
  static const char *const options[] = { "--month=2026-10", "--tolerance=100000", NULL };
  const ReportOrigin origin
      = { .month = calendar_month (2026, 10), .options = options, .config_file = "a.ini" };
  g_autoptr (Report) report = small_report ();

  report_set_origin (report, &origin);
  assert_contains (report, 200,
                   ".\nMade by " PACKAGE_STRING "; month: 2026-10; options: --month=2026-10, "
                   "--tolerance=100000 (configuration file: a.ini).\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-text");
  TCase *tcase = tcase_create ("report-text");

  tcase_add_test (tcase, a_small_report_reads_well_at_80_columns);
  tcase_add_test (tcase, at_120_columns_names_are_whole);
  tcase_add_test (tcase, an_empty_report_is_told_in_few_words);
  tcase_add_test (tcase, usage_has_a_column_once_it_is_known);
  tcase_add_test (tcase, forty_rows_are_all_listed);
  tcase_add_test (tcase, of_more_rows_those_that_agree_are_counted);
  tcase_add_test (tcase, when_all_of_many_rows_agree_there_is_no_table);
  tcase_add_test (tcase, namesakes_can_be_told_apart);
  tcase_add_test (tcase, when_nothing_expires_it_is_said);
  tcase_add_test (tcase, of_many_agreements_those_over_without_loss_are_counted);
  tcase_add_test (tcase, an_unknown_expiry_is_a_dash);
  tcase_add_loop_test (tcase, no_line_is_wider_than_asked, 0, 3);
  tcase_add_test (tcase, no_amount_is_ever_cut);
  tcase_add_test (tcase, colour_codes_stand_only_where_asked_for);
  tcase_add_test (tcase, the_environment_changes_nothing);
  tcase_add_test (tcase, a_row_that_agrees_not_to_the_cent_says_so);
  tcase_add_test (tcase, of_many_rows_those_not_to_the_cent_are_counted);
  tcase_add_test (tcase, figures_that_are_not_reliable_do_not_agree);
  tcase_add_test (tcase, the_options_in_force_follow_the_verdict);
  suite_add_tcase (suite, tcase);
  return suite;
}

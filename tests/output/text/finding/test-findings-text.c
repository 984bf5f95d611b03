/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "output/text/finding/findings-text.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static char *
render (Report *report, gboolean colour)
{
  TextStyle style = { .width = 80, .colour = colour };
  GString *out = g_string_new (NULL);

  if (report_whole (report) == report)
    report_sort (report);

  g_autoptr (CustomerLabels) labels = customer_labels_new (report);

  g_autoptr (MoneyPlaces) places = money_places_new_of_report (report);

  findings_text_render (report, labels, places, &style, out);
  return g_string_free (out, FALSE);
}

/* What stands behind the table by code. */
static const char *
behind_table (const char *text)
{
  const char *table = strstr (text, "BY CODE, AMOUNTS");

  return table != NULL ? strstr (table, "\n\n") + 1 : text;
}

static void
assert_findings (Report *report, gboolean colour, const char *expected)
{
  g_autofree char *text = render (report, colour);

  ck_assert_str_eq (behind_table (text), expected);
}

START_TEST (errors_come_first_then_warnings_then_notices)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_finding (report, sample_finding (FINDING_MONTH_MISSING, "5", "One month."));
  sample_add_finding (report, sample_finding (FINDING_AGREEMENT_EXPIRING, "6", "Soon."));
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "7", "Wrong."));
  assert_findings (report, FALSE,
                   "\n"
                   "ERRORS (1)\n"
                   "ACO203  Contoso Ltd  2026-10  7.00 USD  balance.csv:7\n"
                   "        Wrong.\n"
                   "\n"
                   "WARNINGS (1)\n"
                   "ACO102  Contoso Ltd  2026-10  5.00 USD  balance.csv:7\n"
                   "        One month.\n"
                   "\n"
                   "NOTICES (1)\n"
                   "ACO111  Contoso Ltd  2026-10  6.00 USD  balance.csv:7\n"
                   "        Soon.\n");
}
END_TEST

START_TEST (a_part_says_of_how_many_it_shows_some)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (ReportPart) part = report_part_new ();

  report_part_set_min (part, sample_decimal ("7"));
  sample_add_finding (report, sample_finding (FINDING_MONTH_MISSING, "5", "One month."));
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "6", "Wrong."));
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "7", "Very wrong."));
  report_sort (report);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  assert_findings (shown, FALSE,
                   "\n"
                   "ERRORS (1 of 2)\n"
                   "ACO203  Contoso Ltd  2026-10  7.00 USD  balance.csv:7\n"
                   "        Very wrong.\n");
}
END_TEST

/* Disputed in a closed month, and not among the findings of this one. */
static void
carry (Resolutions *resolutions, const char *id, const char *code, const char *customer)
{
  const CarriedFinding finding
      = { .finding_id = id, .code = code, .customer_id = customer, .amount = "5.00" };
  const Resolution resolution = { .finding_id = id,
                                  .finding_key = id,
                                  .amount = "5.00",
                                  .resolution = "disputed",
                                  .note = "asked",
                                  .by = "Ada",
                                  .at = "2026-11-08T10:00:00Z" };

  resolutions_add (resolutions, &resolution);
  resolutions_carry (resolutions, &finding);
}

START_TEST (a_part_carries_what_it_would_show)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (ReportPart) part = report_part_new ();
  Resolutions *resolutions = resolutions_new ();

  carry (resolutions, "f1", "ACO203", "c1");
  carry (resolutions, "f2", "ACO203", "c2");
  carry (resolutions, "f3", "ACO101", "c1");
  carry (resolutions, "f4", NULL, "c1");
  report_sort (report);
  report_resolve (report, resolutions);
  report_part_add_customer (part, "c1", NULL);
  report_part_add_code (part, FINDING_CREDIT_SIGN);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  assert_findings (shown, FALSE,
                   "\n"
                   "DISPUTED, OF CLOSED MONTHS\n"
                   "ACO203  c1  5.00  f1\n"
                   "        disputed by Ada: asked\n");
}
END_TEST

START_TEST (what_does_not_apply_is_left_out)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow row = { .code = FINDING_UNKNOWN_COLUMNS,
                     .severity = SEVERITY_NOTICE,
                     .file = "invoice.csv",
                     .message = "1 column is not known." };

  sample_add_finding (report, row);
  assert_findings (report, FALSE,
                   "\n"
                   "NOTICES (1)\n"
                   "ACO902  invoice.csv\n"
                   "        1 column is not known.\n");
}
END_TEST

START_TEST (a_code_alone_ends_its_line)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow row = { .code = FINDING_NOTHING_COMPARED,
                     .severity = SEVERITY_WARNING,
                     .message = "Nothing was compared." };

  sample_add_finding (report, row);
  assert_findings (report, FALSE,
                   "\n"
                   "WARNINGS (1)\n"
                   "ACO408\n"
                   "        Nothing was compared.\n");
}
END_TEST

START_TEST (a_long_heading_is_broken_between_its_facts)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow row = sample_finding (
      FINDING_CREDIT_SIGN, "12345678901234567890123456789012345678",
      "A message that is longer than one line of eighty columns, so that it has to be wrapped.");

  row.file = "a folder/2026/invoices-2026-10.zip/G002297372.csv";
  sample_add_finding (report, row);
  assert_findings (
      report, FALSE,
      "\n"
      "ERRORS (1)\n"
      "ACO203  Contoso Ltd  2026-10\n"
      "        12,345,678,901,234,567,890,123,456,789,012,345,678.00 USD\n"
      "        a folder/2026/invoices-2026-10.zip/G002297372.csv:7\n"
      "        A message that is longer than one line of eighty columns, so that it has\n"
      "        to be wrapped.\n");
}
END_TEST

static void
add_notices (Report *report, guint count)
{
  for (guint i = 1; i <= count; i++)
    {
      FindingRow row = sample_finding (FINDING_ROUNDING_DIFFERENCE, "0.02", "Rounding.");

      row.line = i;
      sample_add_finding (report, row);
    }
}

START_TEST (a_table_by_code_comes_before_them)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "-1000", "Wrong."));

  g_autofree char *text = render (report, FALSE);
  ck_assert_str_eq (text, "\n"
                          "FINDINGS BY CODE, AMOUNTS ADDED WITHOUT THEIR SIGNS\n"
                          "Code    Finding      Severity  Count    Amount  Cur\n"
                          "ACO203  credit-sign  error         1  1,000.00  USD\n"
                          "\n"
                          "ERRORS (1)\n"
                          "ACO203  Contoso Ltd  2026-10  -1,000.00 USD  balance.csv:7\n"
                          "        Wrong.\n");
}
END_TEST

START_TEST (of_many_of_a_code_the_largest_are_listed)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow euro = sample_finding (FINDING_ROUNDING_DIFFERENCE, "-0.01", "Of euros.");

  euro.currency = "EUR";
  add_notices (report, 20);
  sample_add_finding (report, euro);
  sample_add_finding (report, sample_finding (FINDING_PEC_MISSING, "3", "Nothing earned."));

  g_autofree char *text = render (report, FALSE);
  ck_assert_ptr_nonnull (strstr (text, "\nNOTICES (22, 11 listed)\n"));
  ck_assert_ptr_nonnull (strstr (text, "Of euros.\n"));
  ck_assert_ptr_nonnull (strstr (text, "balance.csv:9\n"));
  ck_assert_ptr_null (strstr (text, "balance.csv:10\n"));
  ck_assert (g_str_has_suffix (text,
                               "\nNot listed: 11 more of ACO403. --all lists them; the pack of "
                               "--output and\n--format json hold them.\n"));
}
END_TEST

START_TEST (most_at_stake_comes_first_in_each_currency)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow euro = sample_finding (FINDING_CREDIT_SIGN, "1", "Euro.");

  euro.currency = "EUR";
  sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "5", "Small."));
  sample_add_finding (report, euro);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "-700", "Large."));
  assert_findings (report, FALSE,
                   "\n"
                   "ERRORS (3)\n"
                   "ACO203  Contoso Ltd  2026-10  1.00 EUR  balance.csv:7\n"
                   "        Euro.\n"
                   "ACO203  Contoso Ltd  2026-10  -700.00 USD  balance.csv:7\n"
                   "        Large.\n"
                   "ACO101  Contoso Ltd  2026-10  5.00 USD  balance.csv:7\n"
                   "        Small.\n");
}
END_TEST

START_TEST (all_are_listed_where_all_are_wanted)
{
  const TextStyle style = { .width = 80, .all = TRUE };
  g_autoptr (Report) report = sample_report ();
  g_autoptr (CustomerLabels) labels = NULL;
  g_autoptr (MoneyPlaces) places = money_places_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  guint count = 0;

  for (guint i = 0; i < 25; i++)
    sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "1", "Wrong."));
  report_sort (report);
  labels = customer_labels_new (report);
  findings_text_render (report, labels, places, &style, out);
  for (const char *at = out->str; (at = strstr (at, "Wrong.")) != NULL; at++)
    count++;
  ck_assert_uint_eq (count, 25);
  ck_assert_ptr_null (strstr (out->str, "Not listed"));
}
END_TEST

/* Of ACO402 some are errors and some are notices. */
START_TEST (a_code_may_stand_under_two_severities)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow notice = sample_finding (FINDING_INVOICE_USAGE_DIFFERENCE, "1", "Later.");

  notice.severity = SEVERITY_NOTICE;
  sample_add_finding (report, notice);
  sample_add_finding (report, sample_finding (FINDING_INVOICE_USAGE_DIFFERENCE, "-2", "Missing."));
  assert_findings (report, FALSE,
                   "\n"
                   "ERRORS (1)\n"
                   "ACO402  Contoso Ltd  2026-10  -2.00 USD  balance.csv:7\n"
                   "        Missing.\n"
                   "\n"
                   "NOTICES (1)\n"
                   "ACO402  Contoso Ltd  2026-10  1.00 USD  balance.csv:7\n"
                   "        Later.\n");
}
END_TEST

START_TEST (files_and_messages_are_made_printable)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow row = sample_finding (FINDING_CREDIT_SIGN, "0",
                                   "Bad\ncell \xE2\x80\xAE"
                                   "x.");

  row.file = "a\x1B[2J.csv";
  sample_add_finding (report, row);
  assert_findings (report, FALSE,
                   "\n"
                   "ERRORS (1)\n"
                   "ACO203  Contoso Ltd  2026-10  a\\x1B[2J.csv:7\n"
                   "        Bad\\x0Acell \\u202Ex.\n");
}
END_TEST

START_TEST (only_headings_and_codes_are_coloured)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_finding (report, sample_finding (FINDING_CREDIT_SIGN, "7", "Wrong."));
  assert_findings (report, TRUE,
                   "\n"
                   "\033[1mERRORS (1)\033[0m\n"
                   "\033[31mACO203\033[0m  Contoso Ltd  2026-10  7.00 USD  balance.csv:7\n"
                   "        Wrong.\n");
}
END_TEST

START_TEST (without_findings_nothing_is_said)
{
  g_autoptr (Report) report = sample_report ();

  assert_findings (report, TRUE, "");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("findings-text");
  TCase *tcase = tcase_create ("findings-text");

  tcase_add_test (tcase, errors_come_first_then_warnings_then_notices);
  tcase_add_test (tcase, a_part_says_of_how_many_it_shows_some);
  tcase_add_test (tcase, a_part_carries_what_it_would_show);
  tcase_add_test (tcase, what_does_not_apply_is_left_out);
  tcase_add_test (tcase, a_code_alone_ends_its_line);
  tcase_add_test (tcase, a_long_heading_is_broken_between_its_facts);
  tcase_add_test (tcase, a_table_by_code_comes_before_them);
  tcase_add_test (tcase, of_many_of_a_code_the_largest_are_listed);
  tcase_add_test (tcase, most_at_stake_comes_first_in_each_currency);
  tcase_add_test (tcase, all_are_listed_where_all_are_wanted);
  tcase_add_test (tcase, a_code_may_stand_under_two_severities);
  tcase_add_test (tcase, files_and_messages_are_made_printable);
  tcase_add_test (tcase, only_headings_and_codes_are_coloured);
  tcase_add_test (tcase, without_findings_nothing_is_said);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "journal/journal-samples.h"
#include "output/journal/journal-plain.h"

static GString *
render (const Report *report, PlainDialect dialect)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  journal_plain_write (entries, map, dialect, sink);
  return text;
}

#define WORKED_EXAMPLE \
  "\n" \
  "commodity EUR\n" \
  "\n" \
  "account Assets:Azure Credits:c1:a1\n" \
  "account Equity:Azure Credits Granted:c1\n" \
  "account Expenses:Azure Credits Used:c1\n" \
  "account Expenses:Microsoft Charges:c1\n" \
  "account Expenses:Partner Earned Credit:c1\n" \
  "account Income:Partner Earned Credit:c1\n" \
  "account Liabilities:Microsoft\n" \
  "\n" \
  "2026-09-30 * Azure credit - Contoso Ltd\n" \
  "    Assets:Azure Credits:c1:a1  1000.00 EUR  ; granted\n" \
  "    Equity:Azure Credits Granted:c1  -1000.00 EUR  ; granted\n" \
  "    Expenses:Azure Credits Used:c1  500.00 EUR  ; used\n" \
  "    Assets:Azure Credits:c1:a1  -500.00 EUR  ; used\n" \
  "    Assets:Azure Credits:c1:a1  0.00 EUR = 500.00 EUR  ; closing balance\n" \
  "\n" \
  "2026-09-30 * Microsoft invoice - Contoso Ltd\n" \
  "    Expenses:Microsoft Charges:c1  800.00 EUR  ; charges\n" \
  "    Expenses:Azure Credits Used:c1  -500.00 EUR  ; credit applied\n" \
  "    Liabilities:Microsoft  -300.00 EUR  ; net payable\n" \
  "\n" \
  "2026-10-31 * Azure credit - Contoso Ltd\n" \
  "    Expenses:Azure Credits Used:c1  200.00 EUR  ; used\n" \
  "    Assets:Azure Credits:c1:a1  -200.00 EUR  ; used\n" \
  "    Assets:Azure Credits:c1:a1  0.00 EUR = 300.00 EUR  ; closing balance\n" \
  "\n" \
  "2026-10-31 * Microsoft invoice - Contoso Ltd\n" \
  "    Expenses:Microsoft Charges:c1  260.00 EUR  ; charges\n" \
  "    Expenses:Azure Credits Used:c1  -200.00 EUR  ; credit applied\n" \
  "    Liabilities:Microsoft  -60.00 EUR  ; net payable\n" \
  "    Expenses:Partner Earned Credit:c1  9.00 EUR  ; PEC earned\n" \
  "    Income:Partner Earned Credit:c1  -9.00 EUR  ; PEC earned\n"

START_TEST (the_worked_example)
{
  g_autoptr (Report) report = sample_worked_example ();
  g_autoptr (GString) hledger = render (report, PLAIN_HLEDGER);
  g_autoptr (GString) ledger = render (report, PLAIN_LEDGER);

  ck_assert_str_eq (strchr (hledger->str, '\n'), "\ndecimal-mark .\n" WORKED_EXAMPLE);
  ck_assert_str_eq (strchr (ledger->str, '\n'), "\n" WORKED_EXAMPLE);
}
END_TEST

START_TEST (an_incomplete_report_says_so)
{
  g_autoptr (Report) report = report_new (DAY_NONE, FALSE);
  g_autoptr (GString) text = render (report, PLAIN_LEDGER);

  ck_assert_str_eq (strchr (text->str, '\n'), "\n; INCOMPLETE: rows of the input were set aside\n");
}
END_TEST

START_TEST (decimals_are_exact)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_roll_forward (report, sample_roll_forward (9, "0", "0.0071", "-12345678901234567890",
                                                        "12345678901234567890.0071"));
  g_autoptr (GString) text = render (report, PLAIN_LEDGER);
  ck_assert (strstr (text->str, "a1  0.0071 EUR  ; granted\n") != NULL);
  ck_assert (strstr (text->str, "a1  12345678901234567890.00 EUR  ; used\n") != NULL);
  ck_assert (strstr (text->str, " = 12345678901234567890.0071 EUR  ; closing") != NULL);
}
END_TEST

START_TEST (odd_currencies_are_explained_and_quoted)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow row = sample_roll_forward (9, "0", "0", "0", "0");

  row.currency = "E\"\n;";
  sample_add_roll_forward (report, row);
  g_autoptr (GString) text = render (report, PLAIN_LEDGER);
  const char *at = strstr (text->str, "; the next commodity stands for the currency "
                                      "\"E\"\\x0A;\"\ncommodity \"X-");
  ck_assert_msg (at != NULL, "%s", text->str);
  ck_assert (strstr (text->str, "  0.00 \"X-") != NULL);
  ck_assert (strstr (text->str, " = 0.00 \"X-") != NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("journal-plain");
  TCase *tests = tcase_create ("journal-plain");

  tcase_add_test (tests, the_worked_example);
  tcase_add_test (tests, an_incomplete_report_says_so);
  tcase_add_test (tests, decimals_are_exact);
  tcase_add_test (tests, odd_currencies_are_explained_and_quoted);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "journal/journal-samples.h"
#include "output/journal/journal-beancount.h"

static GString *
render (const Report *report, const char *settings)
{
  g_autoptr (AccountMap) map = account_map_new ();
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  ck_assert (account_map_load_text (map, settings, "accounts.ini", &error));
  g_autoptr (JournalEntries) entries = journal_entries_new (report, account_map_continues (map));
  journal_beancount_write (entries, map, sink);
  return text;
}

#define OPENINGS \
  "\n" \
  "2026-09-30 open Assets:Azure-Credits:C1:A1\n" \
  "2026-09-30 open Equity:Azure-Credits-Granted:C1\n" \
  "2026-09-30 open Expenses:Azure-Credits-Used:C1\n" \
  "2026-09-30 open Expenses:Microsoft-Charges:C1\n" \
  "2026-09-30 open Expenses:Partner-Earned-Credit:C1\n" \
  "2026-09-30 open Income:Partner-Earned-Credit:C1\n" \
  "2026-09-30 open Liabilities:Microsoft\n"

#define ENTRIES \
  "\n" \
  "2026-09-30 * \"Contoso Ltd\" \"Azure credit\"\n" \
  "  Assets:Azure-Credits:C1:A1  1000.00 EUR  ; granted\n" \
  "  Equity:Azure-Credits-Granted:C1  -1000.00 EUR  ; granted\n" \
  "  Expenses:Azure-Credits-Used:C1  500.00 EUR  ; used\n" \
  "  Assets:Azure-Credits:C1:A1  -500.00 EUR  ; used\n" \
  "2026-10-01 balance Assets:Azure-Credits:C1:A1  500.00 ~ 0 EUR\n" \
  "\n" \
  "2026-09-30 * \"Contoso Ltd\" \"Microsoft invoice\"\n" \
  "  Expenses:Microsoft-Charges:C1  800.00 EUR  ; charges\n" \
  "  Expenses:Azure-Credits-Used:C1  -500.00 EUR  ; credit applied\n" \
  "  Liabilities:Microsoft  -300.00 EUR  ; net payable\n" \
  "\n" \
  "2026-10-31 * \"Contoso Ltd\" \"Azure credit\"\n" \
  "  Expenses:Azure-Credits-Used:C1  200.00 EUR  ; used\n" \
  "  Assets:Azure-Credits:C1:A1  -200.00 EUR  ; used\n" \
  "2026-11-01 balance Assets:Azure-Credits:C1:A1  300.00 ~ 0 EUR\n" \
  "\n" \
  "2026-10-31 * \"Contoso Ltd\" \"Microsoft invoice\"\n" \
  "  Expenses:Microsoft-Charges:C1  260.00 EUR  ; charges\n" \
  "  Expenses:Azure-Credits-Used:C1  -200.00 EUR  ; credit applied\n" \
  "  Liabilities:Microsoft  -60.00 EUR  ; net payable\n" \
  "  Expenses:Partner-Earned-Credit:C1  9.00 EUR  ; PEC earned\n" \
  "  Income:Partner-Earned-Credit:C1  -9.00 EUR  ; PEC earned\n"

START_TEST (the_worked_example)
{
  g_autoptr (Report) report = sample_worked_example ();
  g_autoptr (GString) text = render (report, "");

  ck_assert_str_eq (strchr (text->str, '\n'), "\n" OPENINGS ENTRIES);
}
END_TEST

START_TEST (a_book_that_continues_has_its_accounts_open)
{
  g_autoptr (Report) report = sample_worked_example ();
  g_autoptr (GString) text = render (report, "[journal]\ncontinues = true\n");

  ck_assert_str_eq (strchr (text->str, '\n'), "\n" ENTRIES);
}
END_TEST

START_TEST (a_month_without_movement_is_an_assertion_only)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_roll_forward (report, sample_roll_forward (9, "0", "0", "0", "0.0000"));
  g_autoptr (GString) text = render (report, "");
  ck_assert_str_eq (strchr (text->str, '\n'),
                    "\n\n2026-09-30 open Assets:Azure-Credits:C1:A1\n\n"
                    "2026-10-01 balance Assets:Azure-Credits:C1:A1  0.00 ~ 0 EUR\n");
}
END_TEST

START_TEST (the_last_day_of_all_has_no_next_one)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow row = sample_roll_forward (9, "0", "0", "0", "0");

  row.month = calendar_month (9999, 12);
  sample_add_roll_forward (report, row);
  g_autoptr (GString) text = render (report, "");
  ck_assert (strstr (text->str, "balance") == NULL);
}
END_TEST

START_TEST (odd_currencies_are_explained)
{
  g_autoptr (Report) report = report_new (DAY_NONE, FALSE);
  RollForwardRow row = sample_roll_forward (9, "0", "0", "0", "0");

  row.currency = "TRUE";
  sample_add_roll_forward (report, row);
  g_autoptr (GString) text = render (report, "");
  ck_assert (g_str_has_prefix (strchr (text->str, '\n'),
                               "\n; INCOMPLETE: rows of the input were set aside\n; X-"));
  ck_assert (strstr (text->str, " stands for the currency \"TRUE\"\n") != NULL);
  ck_assert (strstr (text->str, "  0.00 ~ 0 X-") != NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("journal-beancount");
  TCase *tests = tcase_create ("journal-beancount");

  tcase_add_test (tests, the_worked_example);
  tcase_add_test (tests, a_book_that_continues_has_its_accounts_open);
  tcase_add_test (tests, a_month_without_movement_is_an_assertion_only);
  tcase_add_test (tests, the_last_day_of_all_has_no_next_one);
  tcase_add_test (tests, odd_currencies_are_explained);
  suite_add_tcase (suite, tests);
  return suite;
}

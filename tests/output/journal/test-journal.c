/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "journal/journal-samples.h"
#include "output/journal/journal.h"

static GString *
render (const Report *report, JournalFormat format)
{
  g_autoptr (AccountMap) map = account_map_new ();
  GString *text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  journal_write (report, format, map, sink);
  return text;
}

START_TEST (formats_are_known_by_name)
{
  const JournalFormat format = (JournalFormat) _i;
  JournalFormat found = JOURNAL_FORMAT_COUNT;

  ck_assert (journal_format_parse (journal_format_name (format), &found));
  ck_assert_int_eq (found, format);
}
END_TEST

START_TEST (other_formats_are_unknown)
{
  JournalFormat found = JOURNAL_CSV;

  ck_assert (!journal_format_parse ("", &found));
  ck_assert (!journal_format_parse ("Ledger", &found));
  ck_assert_int_eq (found, JOURNAL_CSV);
}
END_TEST

START_TEST (each_format_has_its_form)
{
  static const char *const words[JOURNAL_FORMAT_COUNT] = {
    [JOURNAL_HLEDGER] = "\ndecimal-mark .\n",
    [JOURNAL_BEANCOUNT] = "2026-10-01 balance Assets:Azure-Credits:C1:A1  500.00 ~ 0 EUR\n",
    [JOURNAL_LEDGER] = "    Assets:Azure Credits:c1:a1  0.00 EUR = 300.00 EUR",
    [JOURNAL_CSV] = "entry,date,",
  };
  g_autoptr (Report) report = sample_worked_example ();
  g_autoptr (GString) text = render (report, (JournalFormat) _i);

  ck_assert_msg (strstr (text->str, words[_i]) != NULL, "%s", text->str);
}
END_TEST

/* What is read has been sorted; in which order it came makes no difference. */
START_TEST (the_same_rows_give_the_same_bytes)
{
  g_autoptr (Report) report = sample_worked_example ();
  g_autoptr (Report) again = sample_worked_example ();
  g_autoptr (GString) first = render (report, (JournalFormat) _i);
  g_autoptr (GString) second = render (report, (JournalFormat) _i);
  g_autoptr (GString) third = render (again, (JournalFormat) _i);

  ck_assert_str_eq (first->str, second->str);
  ck_assert_str_eq (first->str, third->str);
}
END_TEST

/* No text of a file may begin a line, whatever it holds. */
START_TEST (payloads_are_inert)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow row = sample_roll_forward (9, "1", "0", "1", "0");
  WaterfallRow invoice = sample_waterfall (9, "1", "1", "0");
  const char *payload = "x\"\ninclude /etc/passwd\n\r; date:2020-01-01 [2020-01-01]\x01\t|\\";

  row.customer_id = row.customer_name = row.agreement_id = row.credit_name = row.currency = payload;
  invoice.customer_id = invoice.customer_name = invoice.currency = payload;
  sample_add_roll_forward (report, row);
  report_append (report, REPORT_WATERFALL, &invoice);
  report_sort (report);
  g_autoptr (GString) text = render (report, (JournalFormat) _i);
  ck_assert_msg (strstr (text->str, "\ninclude") == NULL, "%s", text->str);
  ck_assert_msg (strpbrk (text->str, "\r\t\x01") == NULL, "%s", text->str);
}
END_TEST

START_TEST (a_report_without_rows_gives_a_journal_without_entries)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) text = render (report, (JournalFormat) _i);

  ck_assert (strstr (text->str, "2026") == NULL);
  ck_assert (g_str_has_suffix (text->str, "\n"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("journal");
  TCase *tests = tcase_create ("journal");

  tcase_add_loop_test (tests, formats_are_known_by_name, 0, JOURNAL_FORMAT_COUNT);
  tcase_add_test (tests, other_formats_are_unknown);
  tcase_add_loop_test (tests, each_format_has_its_form, 0, JOURNAL_FORMAT_COUNT);
  tcase_add_loop_test (tests, the_same_rows_give_the_same_bytes, 0, JOURNAL_FORMAT_COUNT);
  tcase_add_loop_test (tests, payloads_are_inert, 0, JOURNAL_CSV); /* CSV quotes instead */
  tcase_add_loop_test (tests, a_report_without_rows_gives_a_journal_without_entries, 0,
                       JOURNAL_FORMAT_COUNT);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "journal/journal-samples.h"

static void
assert_posting (const JournalPosting *posting, AccountRole account, const char *amount)
{
  g_autofree char *text = decimal_to_string (posting->amount, 2);

  ck_assert_int_eq (posting->account, account);
  ck_assert_str_eq (text, amount);
}

static void
assert_balanced (const JournalEntry *entry)
{
  Decimal sum = { 0 };

  for (guint i = 0; i < entry->posting_count; i++)
    {
      ck_assert (!decimal_is_zero (entry->postings[i].amount));
      decimal_accumulate (&sum, &entry->postings[i].amount);
    }
  ck_assert (decimal_is_zero (sum));
}

START_TEST (an_empty_report_has_no_entries)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);

  ck_assert_uint_eq (journal_entries_count (entries), 0);
  ck_assert (journal_entries_are_complete (entries));
}
END_TEST

START_TEST (a_roll_forward_row_foots)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow row = sample_roll_forward (9, "0", "1000", "500", "399.99");

  row.forfeited = sample_decimal ("100");
  row.adjustment = sample_decimal ("-0.01");
  sample_add_roll_forward (report, row);
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  ck_assert_uint_eq (journal_entries_count (entries), 1);
  const JournalEntry entry = journal_entries_get (entries, 0);

  ck_assert_int_eq (entry.kind, ENTRY_CREDIT);
  ck_assert_int_eq (entry.date, calendar_day (2026, 9, 30));
  ck_assert_uint_eq (entry.posting_count, 8);
  assert_posting (&entry.postings[0], ACCOUNT_CREDIT, "1000.00");
  assert_posting (&entry.postings[1], ACCOUNT_GRANTED, "-1000.00");
  assert_posting (&entry.postings[2], ACCOUNT_USED, "500.00");
  assert_posting (&entry.postings[3], ACCOUNT_CREDIT, "-500.00");
  assert_posting (&entry.postings[4], ACCOUNT_FORFEITED, "100.00");
  assert_posting (&entry.postings[5], ACCOUNT_CREDIT, "-100.00");
  assert_posting (&entry.postings[6], ACCOUNT_CREDIT, "-0.01");
  assert_posting (&entry.postings[7], ACCOUNT_ADJUSTMENT, "0.01");
  assert_balanced (&entry);
  ck_assert (entry.has_closing);
  ck_assert (decimal_equal (entry.closing, row.closing));
}
END_TEST

START_TEST (a_waterfall_row_foots)
{
  g_autoptr (Report) report = sample_report ();
  WaterfallRow row = sample_waterfall (10, "260", "200", "50");

  row.other_credits = sample_decimal ("10");
  row.pec_earned = sample_decimal ("9");
  report_append (report, REPORT_WATERFALL, &row);
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  const JournalEntry entry = journal_entries_get (entries, 0);

  ck_assert_int_eq (entry.kind, ENTRY_INVOICE);
  ck_assert_uint_eq (entry.posting_count, 6);
  assert_posting (&entry.postings[0], ACCOUNT_CHARGES, "260.00");
  assert_posting (&entry.postings[1], ACCOUNT_APPLIED, "-200.00");
  assert_posting (&entry.postings[2], ACCOUNT_OTHER_CREDITS, "-10.00");
  assert_posting (&entry.postings[3], ACCOUNT_PAYABLE, "-50.00");
  assert_posting (&entry.postings[4], ACCOUNT_PEC_COST, "9.00");
  assert_posting (&entry.postings[5], ACCOUNT_PEC, "-9.00");
  assert_balanced (&entry);
  ck_assert (!entry.has_closing);
}
END_TEST

START_TEST (the_first_known_row_opens_once)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_roll_forward (report, sample_roll_forward (9, "700", "0", "200", "500"));
  sample_add_roll_forward (report, sample_roll_forward (10, "500", "0", "200", "300"));
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  ck_assert_uint_eq (journal_entries_count (entries), 3);
  const JournalEntry entry = journal_entries_get (entries, 0);

  ck_assert_int_eq (entry.kind, ENTRY_OPENING);
  ck_assert_int_eq (entry.date, calendar_day (2026, 8, 31));
  ck_assert_uint_eq (entry.posting_count, 2);
  assert_posting (&entry.postings[0], ACCOUNT_CREDIT, "700.00");
  assert_posting (&entry.postings[1], ACCOUNT_OPENING, "-700.00");
  ck_assert (!entry.has_closing);
}
END_TEST

START_TEST (a_book_that_continues_has_no_opening)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_roll_forward (report, sample_roll_forward (10, "500", "0", "200", "300"));
  g_autoptr (JournalEntries) entries = journal_entries_new (report, TRUE);
  ck_assert_uint_eq (journal_entries_count (entries), 1);
  ck_assert_int_eq (journal_entries_get (entries, 0).kind, ENTRY_CREDIT);
}
END_TEST

/* ACO103: nothing is made up for it. */
START_TEST (an_unknown_opening_is_the_closing_balance)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_roll_forward (report, sample_roll_forward (9, NULL, "0", NULL, "500"));
  g_autoptr (JournalEntries) entries = journal_entries_new (report, (gboolean) _i);
  ck_assert_uint_eq (journal_entries_count (entries), 1);
  const JournalEntry entry = journal_entries_get (entries, 0);

  ck_assert_int_eq (entry.kind, ENTRY_UNKNOWN);
  ck_assert_int_eq (entry.date, calendar_day (2026, 9, 30));
  ck_assert_uint_eq (entry.posting_count, 2);
  assert_posting (&entry.postings[0], ACCOUNT_CREDIT, "500.00");
  assert_posting (&entry.postings[1], ACCOUNT_OPENING, "-500.00");
  ck_assert (entry.has_closing);
}
END_TEST

START_TEST (a_month_without_movement_still_asserts_its_balance)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_roll_forward (report, sample_roll_forward (9, "0", "0", "0", "0"));
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  ck_assert_uint_eq (journal_entries_count (entries), 1);
  const JournalEntry entry = journal_entries_get (entries, 0);

  ck_assert_uint_eq (entry.posting_count, 0);
  ck_assert (entry.has_closing);
}
END_TEST

START_TEST (an_invoice_of_nothing_is_no_entry)
{
  g_autoptr (Report) report = sample_report ();
  const WaterfallRow row = sample_waterfall (10, "0", "0", "0");

  report_append (report, REPORT_WATERFALL, &row);
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  ck_assert_uint_eq (journal_entries_count (entries), 0);
}
END_TEST

/* Of one customer's day the credits come first; other keys of a credit are other credits. */
START_TEST (entries_are_sorted_by_day_and_customer)
{
  g_autoptr (Report) report = sample_worked_example ();
  g_autoptr (Report) other = sample_report ();
  RollForwardRow row = sample_roll_forward (10, "5", "0", "0", "5");
  WaterfallRow invoice = sample_waterfall (10, "1", "0", "1");
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  const JournalEntryKind wanted[] = { ENTRY_CREDIT, ENTRY_INVOICE, ENTRY_CREDIT, ENTRY_INVOICE };

  ck_assert_uint_eq (journal_entries_count (entries), G_N_ELEMENTS (wanted));
  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    ck_assert_int_eq (journal_entries_get (entries, i).kind, wanted[i]);

  sample_add_roll_forward (other, row);
  row.currency = "USD";
  sample_add_roll_forward (other, row);
  row.customer_id = "c2";
  sample_add_roll_forward (other, row);
  report_append (other, REPORT_WATERFALL, &invoice);
  report_sort (other);
  g_autoptr (JournalEntries) mixed = journal_entries_new (other, FALSE);
  const JournalEntryKind kinds[] = { ENTRY_OPENING, ENTRY_OPENING, ENTRY_OPENING, ENTRY_CREDIT,
                                     ENTRY_CREDIT,  ENTRY_INVOICE, ENTRY_CREDIT };
  ck_assert_uint_eq (journal_entries_count (mixed), G_N_ELEMENTS (kinds));
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    ck_assert_int_eq (journal_entries_get (mixed, i).kind, kinds[i]);
  ck_assert_str_eq (journal_entries_get (mixed, 6).customer_id, "c2");
}
END_TEST

/* Before the first day there is none. */
START_TEST (the_first_month_of_all_opens_on_its_first_day)
{
  g_autoptr (Report) report = sample_report ();
  RollForwardRow row = sample_roll_forward (10, "5", "0", "0", "5");

  row.month = calendar_month (1, 1);
  sample_add_roll_forward (report, row);
  g_autoptr (JournalEntries) entries = journal_entries_new (report, FALSE);
  ck_assert_int_eq (journal_entries_get (entries, 0).date, calendar_day (1, 1, 1));
}
END_TEST

START_TEST (corrections_stand_on_their_day_and_assert_nothing)
{
  g_autoptr (Report) report = sample_report ();
  const RollForwardRow nothing = sample_roll_forward (9, "0", "0", "0", "77");

  sample_add_roll_forward (report, sample_roll_forward (10, "5", "0", "-3", "99"));
  sample_add_roll_forward (report, nothing);
  g_autoptr (JournalEntries) entries
      = journal_entries_new_correction (report, calendar_day (2026, 12, 24));
  ck_assert (journal_entries_are_corrections (entries));
  ck_assert_uint_eq (journal_entries_count (entries), 1);
  const JournalEntry entry = journal_entries_get (entries, 0);
  ck_assert_int_eq (entry.date, calendar_day (2026, 12, 24));
  ck_assert (!entry.has_closing);
  ck_assert_uint_eq (entry.posting_count, 4);
  assert_posting (&entry.postings[0], ACCOUNT_CREDIT, "5.00");
  assert_posting (&entry.postings[1], ACCOUNT_OPENING, "-5.00");
  assert_posting (&entry.postings[2], ACCOUNT_USED, "-3.00");
  assert_posting (&entry.postings[3], ACCOUNT_CREDIT, "3.00");
  assert_balanced (&entry);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("journal-entries");
  TCase *tests = tcase_create ("journal-entries");

  tcase_add_test (tests, an_empty_report_has_no_entries);
  tcase_add_test (tests, a_roll_forward_row_foots);
  tcase_add_test (tests, a_waterfall_row_foots);
  tcase_add_test (tests, the_first_known_row_opens_once);
  tcase_add_test (tests, a_book_that_continues_has_no_opening);
  tcase_add_loop_test (tests, an_unknown_opening_is_the_closing_balance, FALSE, TRUE + 1);
  tcase_add_test (tests, a_month_without_movement_still_asserts_its_balance);
  tcase_add_test (tests, an_invoice_of_nothing_is_no_entry);
  tcase_add_test (tests, entries_are_sorted_by_day_and_customer);
  tcase_add_test (tests, the_first_month_of_all_opens_on_its_first_day);
  tcase_add_test (tests, corrections_stand_on_their_day_and_assert_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

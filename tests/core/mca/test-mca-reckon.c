/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-reckon.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define LOT(account, profile, id, start) \
  "[{'id':'/x/billingAccounts/" account "/billingProfiles/" profile "/lots/" id \
  "','properties':{'closedBalance':" MCA_USD ("5") ",'startDate':'" start "'}}]"
#define EVENT(day) \
  "[{'id':'/x/billingAccounts/A/events/E','properties':{'eventType':'NewCredit'," \
  "'transactionDate':'" day "'}}]"

START_TEST (the_day_is_that_of_the_latest_transaction)
{
  g_autoptr (McaBook) lots = MCA_BOOK (LOT ("A", "P", "L", "2027-01-01"));
  g_autoptr (McaBook) both = MCA_BOOK (LOT ("A", "P", "L", "2027-01-01"), EVENT ("2026-02-03"));
  g_autoptr (McaBook) none = MCA_BOOK ("{'value':[]}");

  ck_assert_int_eq (mca_reckon_day (lots), calendar_day (2027, 1, 1));
  ck_assert_int_eq (mca_reckon_day (both), calendar_day (2026, 2, 3));
  ck_assert_int_eq (mca_reckon_day (none), DAY_NONE);
}
END_TEST

START_TEST (redacted_ids_can_be_one_profile)
{
  g_autoptr (McaBook) book
      = MCA_BOOK (EVENT ("2026-02-03"), LOT ("A", "P", "L1", ""), LOT ("B", "Q", "L2", ""));
  McaPlan plan = sample_mca_plan ();
  plan.is_one_profile = TRUE;
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_PROFILES, "account_id profile_id available events",
                    "a p 10.00 1\n");
}
END_TEST

START_TEST (findings_about_files_stand_on_them)
{
  g_autoptr (McaBook) book = MCA_BOOK (LOT ("A", "P", "L", ""), LOT ("A", "P", "L", ""),
                                       "{'value':" LOT ("A", "P", "L", "") ",'nextLink':'x'}");
  const McaPlan plan = sample_mca_plan ();

  g_ptr_array_add (book->ignored, (gpointer) (guintptr) "notes.txt");
  g_autoptr (Report) report = mca_reckon (book, &plan);
  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code severity file line profile_id resource",
                    "ACO904 notice b.json - - -\nACO906 notice notes.txt - - -\n"
                    "MCA115 error c.json 1 p -\nMCA116 notice c.json 1 p l\n");
  assert_mca_cells (report, MCA_TABLE_INPUTS, "file kind api rows next_link",
                    "a.json lots 2019-10-01 1 false\nb.json lots 2019-10-01 0 false\n"
                    "c.json lots 2019-10-01 1 true\n");
}
END_TEST

START_TEST (only_the_chosen_profile_is_reported)
{
  const char *const only[] = { "Q", NULL };
  g_autoptr (McaBook) book
      = MCA_BOOK (EVENT ("2026-02-03"), LOT ("A", "P", "L1", ""), LOT ("B", "Q", "L2", ""),
                  LOT ("B", "Q", "L2", "2026-01-01"));
  McaPlan plan = sample_mca_plan ();
  plan.only = only;
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_PROFILES, "profile_id", "q\n");
  assert_mca_cells (report, MCA_TABLE_LOTS, "lot_id", "l2\n");
  assert_mca_cells (report, MCA_TABLE_EVENTS, "event_id", "");
  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code amount", "MCA117 0.00\n");
  assert_mca_cells (report, MCA_TABLE_TOTALS, "available", "5.00\n");
  ck_assert_int_eq (((const McaHead *) report_head (report))->as_of, calendar_day (2026, 2, 3));
}
END_TEST

START_TEST (an_account_with_more_profiles_is_told_once)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "[{'name':'A','properties':{'agreementType':'x','billingProfiles':{'hasMoreResults':true}}},"
      "{'name':'a','properties':{'agreementType':'x','billingProfiles':{'hasMoreResults':true}}},"
      "{'name':'B','properties':{'agreementType':'x','billingProfiles':{'hasMoreResults':false}}}"
      "]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code account_id", "MCA119 a\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-reckon");
  TCase *tests = tcase_create ("mca-reckon");

  tcase_add_test (tests, the_day_is_that_of_the_latest_transaction);
  tcase_add_test (tests, redacted_ids_can_be_one_profile);
  tcase_add_test (tests, findings_about_files_stand_on_them);
  tcase_add_test (tests, only_the_chosen_profile_is_reported);
  tcase_add_test (tests, an_account_with_more_profiles_is_told_once);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-events.h"
#include "core/mca/mca-reckon.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define EVENT(id, day, more) \
  "{" MCA_PROFILE_ID ("events", id) ",'properties':{'transactionDate':'" day "'" more "}}"
#define CLOSING(value) ",'closedBalance':" MCA_USD (value)
#define NEW(value) ",'newCredit':" MCA_USD (value)
#define CHARGES(value) ",'charges':" MCA_USD (value)
#define TYPE(type) ",'eventType':'" type "'"
#define GIVEN TYPE ("NewCredit")
#define CHAIN "event_id opening closing running difference"

#define assert_events(page, columns, rows, findings) \
  do \
    { \
      g_autoptr (McaBook) book = MCA_BOOK (page); \
      const McaPlan plan = sample_mca_plan (); \
      g_autoptr (Report) report = mca_reckon (book, &plan); \
      assert_mca_cells (report, MCA_TABLE_EVENTS, columns, rows); \
      assert_mca_cells (report, MCA_TABLE_FINDINGS, "code resource amount", findings); \
    } \
  while (0)

START_TEST (each_balance_follows_from_the_one_before)
{
  assert_events ("[" EVENT ("E2", "10/11/2019",
                            TYPE ("PendingCharges") CHARGES ("-1.74") CLOSING (
                                "998.26")) "," EVENT ("E1", "9/18/2019",
                                                      TYPE ("PendingNewCredit") NEW ("500.0")
                                                          CLOSING ("1000.0")) "]",
                 CHAIN, "e1 500.00 1000.00 1000.00 0.00\ne2 1000.00 998.26 998.26 0.00\n", "");
  assert_events (
      "[" EVENT ("E2", "10/11/2019",
                 TYPE ("PendingCharges") CHARGES ("-1.74")
                     CLOSING ("998.28")) "," EVENT ("E1", "9/18/2019",
                                                    TYPE ("PendingNewCredit") NEW ("500.0")
                                                        CLOSING ("1000.0")) "]",
      CHAIN, "e1 500.00 1000.00 1000.00 0.00\ne2 1000.00 998.28 998.26 0.02\n", "MCA103 e2 0.02\n");
  assert_events ("[" EVENT ("E2", "10/11/2019",
                            TYPE ("PendingCharges") CHARGES ("-1.74") CLOSING (
                                "998.27")) "," EVENT ("E1", "9/18/2019",
                                                      TYPE ("PendingNewCredit") NEW ("500.0")
                                                          CLOSING ("1000.0")) "]",
                 CHAIN, "e1 500.00 1000.00 1000.00 0.00\ne2 1000.00 998.27 998.26 0.01\n", "");
}
END_TEST

START_TEST (within_a_day_the_last_that_was_read_comes_first)
{
  assert_events ("[" EVENT ("E3", "2026-01-02", GIVEN NEW ("1") CLOSING ("3")) "," EVENT (
                     "E2", "2026-01-02",
                     GIVEN NEW ("1") CLOSING ("2")) "," EVENT ("E1", "2026-01-02",
                                                               GIVEN NEW ("1") CLOSING ("1")) "]",
                 CHAIN, "e1 0.00 1.00 1.00 0.00\ne2 1.00 2.00 2.00 0.00\ne3 2.00 3.00 3.00 0.00\n",
                 "");
  assert_events ("[" EVENT ("E1", "2026-01-01", GIVEN NEW ("1") CLOSING ("1")) "," EVENT (
                     "E2", "2026-01-02",
                     GIVEN NEW ("1") CLOSING ("2")) "," EVENT ("E3", "2026-01-02",
                                                               GIVEN NEW ("1") CLOSING ("3")) "]",
                 CHAIN, "e1 0.00 1.00 1.00 0.00\ne2 1.00 2.00 2.00 0.00\ne3 2.00 3.00 3.00 0.00\n",
                 "");
}
END_TEST

START_TEST (what_is_unknown_breaks_the_chain_where_it_stands)
{
  assert_events ("[" EVENT ("E1", "2026-01-01", GIVEN NEW ("5") CLOSING ("5")) "," EVENT (
                     "E2", "2026-01-02", GIVEN NEW ("1")) "," EVENT ("E3", "2026-01-03",
                                                                     GIVEN NEW ("2")
                                                                         CLOSING ("90")) "]",
                 CHAIN, "e1 0.00 5.00 5.00 0.00\ne2 5.00 - 6.00 -\ne3 88.00 90.00 8.00 0.00\n", "");
  assert_events ("[" EVENT ("E1", "2026-01-01", GIVEN NEW ("5")) "," EVENT (
                     "E2", "2026-01-02", GIVEN NEW ("1") CLOSING ("6")) "]",
                 CHAIN, "e1 - - - -\ne2 5.00 6.00 - 0.00\n", "");
  assert_events ("[" EVENT ("E1", "2026-01-01", GIVEN NEW ("5") CLOSING ("5")) "," EVENT (
                     "E2", "2026-01-02",
                     GIVEN ",'newCredit':{'currency':'EUR','value':1}" CLOSING (
                         "6")) "," EVENT ("E3", "2026-01-03", GIVEN NEW ("2") CLOSING ("8")) "]",
                 CHAIN, "e1 0.00 5.00 5.00 0.00\ne2 5.00 6.00 - -\ne3 6.00 8.00 - 0.00\n",
                 "MCA108 e2 0.00\n");
}
END_TEST

START_TEST (each_currency_has_a_chain_of_its_own)
{
  assert_events ("[" EVENT ("E1", "2026-01-01", GIVEN NEW ("5") CLOSING ("5")) "," EVENT (
                     "E2", "2026-01-02", GIVEN ",'closedBalance':{'currency':'EUR','value':6}") "]",
                 "event_id currency opening", "e2 EUR 6.00\ne1 USD 0.00\n", "MCA108 e2 0.00\n");
}
END_TEST

START_TEST (odd_transactions_are_found)
{
  assert_events ("[" EVENT ("E1", "2026-01-01", TYPE ("Gift") NEW ("5")) "]", "pending", "false\n",
                 "MCA109 e1 5.00\n");
  assert_events ("[" EVENT ("E1", "2026-01-01", NEW ("5")) "]", "pending", "false\n",
                 "MCA109 e1 5.00\n");
  assert_events ("[" EVENT ("E1", "2026-01-01", TYPE ("settledcharges") CHARGES ("-5")) "]",
                 "pending", "false\n", "MCA111 e1 -5.00\n");
  assert_events ("[" EVENT ("E1", "2026-01-01",
                            TYPE ("SettledCharges") CHARGES ("-5") ",'invoiceNumber':'G1'") "]",
                 "pending invoice", "false G1\n", "");
  assert_events ("[" EVENT ("E1", "2026-01-01",
                            TYPE ("pendingCharges") CHARGES ("-5") ",'invoiceNumber':'G1'") "]",
                 "pending", "true\n", "MCA111 e1 -5.00\n");
  assert_events ("[" EVENT ("E1", "2026-01-01", TYPE ("NewCredit") NEW ("-5") CHARGES ("3")) "]",
                 "pending", "false\n", "MCA110 e1 -5.00\n");
  assert_events ("[" EVENT ("E1", "2026-01-01",
                            TYPE ("NewCredit")
                                CHARGES ("3") ",'creditExpired':" MCA_USD ("-1")) "]",
                 "expired", "-1.00\n", "MCA110 e1 3.00\n");
  assert_events (
      "[" EVENT ("E1", "2026-01-01", TYPE ("CreditExpired") ",'creditExpired':" MCA_USD ("-1")) "]",
      "expired", "-1.00\n", "MCA110 e1 -1.00\n");
  assert_events ("[" EVENT ("E1", "2026-01-01",
                            GIVEN NEW ("5") CLOSING ("7") ",'isEstimatedBalance':true") "]",
                 "closing", "7.00\n", "MCA114 e1 7.00\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-events");
  TCase *tests = tcase_create ("mca-events");

  tcase_add_test (tests, each_balance_follows_from_the_one_before);
  tcase_add_test (tests, within_a_day_the_last_that_was_read_comes_first);
  tcase_add_test (tests, what_is_unknown_breaks_the_chain_where_it_stands);
  tcase_add_test (tests, each_currency_has_a_chain_of_its_own);
  tcase_add_test (tests, odd_transactions_are_found);
  suite_add_tcase (suite, tests);
  return suite;
}

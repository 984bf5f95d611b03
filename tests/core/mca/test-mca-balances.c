/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-balances.h"
#include "sample-mca.h"
#include "test-main.h"

#include "core/mca/mca-reckon.h"
#include <check.h>

#define BALANCE(estimated, current, adjustments, charges, expired) \
  "{" MCA_PROFILE_ID ( \
      "credits", \
      "B") ",'properties':{'balanceSummary':{'estimatedBalance'" \
           ":" MCA_USD (estimated) ",'currentBalance':" MCA_USD ( \
               current) "},'" \
                        "pendingCreditAdjustmen" \
                        "ts':" MCA_USD (adjustments) ",'pendingEligibleCharges':" MCA_USD ( \
                            charges) ",'" \
                                     "expiredCr" \
                                     "edit'" \
                                     ":" MCA_USD (expired) "}}"
#define LOT(left) \
  "[{" MCA_PROFILE_ID ("lots", "L") ",'properties':{'closedBalance':" MCA_USD (left) "}}]"

static const struct
{
  const char *balance;
  const char *row; /* expected_estimated expired_sign */
  const char *findings;
} cases[] = {
  { BALANCE ("996.13", "997.87", "0.0", "-1.74", "0.0"), "996.13 -\n", "" },
  { BALANCE ("996.14", "997.87", "0.0", "-1.74", "0.0"), "996.13 -\n", "" },
  { BALANCE ("996.15", "997.87", "0.0", "-1.74", "0.0"), "996.13 -\n", "MCA101 0.02\n" },
  { BALANCE ("74.26", "98.72", "0", "-24.46", "0"), "74.26 -\n", "" },
  { BALANCE ("85", "100", "0", "-5", "10"), "85.00 minus\n", "" },
  { BALANCE ("105", "100", "0", "-5", "10"), "105.00 plus\n", "" },
  { BALANCE ("95", "100", "0", "-5", "10"), "85.00 -\n", "MCA101 10.00\n" },
  { BALANCE ("95", "100", "null", "-5", "10"), "- -\n", "" },
  { BALANCE ("0", "100", "-100", "0", "0"), "0.00 -\n", "MCA112 0.00\n" },
  { BALANCE ("0.01", "100", "-100", "0", "0"), "0.00 -\n", "" },
  { BALANCE ("-1", "0", "-1", "0", "0"), "-1.00 -\n", "" },
  { "{" MCA_PROFILE_ID ("credits", "B") ",'properties':{'balanceSummary':{'estimatedBalance'"
                                        ":" MCA_USD ("0") ",'currentBalance':{'value':5,'currency':"
                                                          "'EUR'}},'isEstimatedBalance':true}}",
    "- -\n", "MCA108 0.00\nMCA114 5.00\n" },
};

START_TEST (the_estimate_follows_from_the_rest)
{
  g_autoptr (McaBook) book = MCA_BOOK (cases[_i].balance);
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_PROFILES, "expected_estimated expired_sign", cases[_i].row);
  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code amount", cases[_i].findings);
}
END_TEST

#define EVENTS(closing) \
  "[{" MCA_PROFILE_ID ("events", \
                       "E") ",'properties':{'transactionDate':'2026-01-01'," \
                            "'eventType':'NewCredit','closedBalance':" MCA_USD (closing) "}}]"

static const struct
{
  const char *lots;
  const char *events;
  gboolean same_snapshot;
  const char *findings;
} snapshots[] = {
  { LOT ("100.01"), EVENTS ("100.01"), TRUE, "" },
  { LOT ("100.02"), EVENTS ("100.02"), TRUE, "MCA102 0.02\nMCA113 0.02\n" },
  { LOT ("100.02"), EVENTS ("100.02"), FALSE, "" },
  { "{'value':" LOT ("90") ",'nextLink':'x'}", EVENTS ("100"), TRUE, "MCA115 0.00\n" },
};

START_TEST (responses_of_one_moment_agree)
{
  g_autoptr (McaBook) book
      = MCA_BOOK (BALANCE ("100", "100", "0", "0", "0"), snapshots[_i].lots, snapshots[_i].events);
  McaPlan plan = sample_mca_plan ();
  plan.same_snapshot = snapshots[_i].same_snapshot;
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code amount", snapshots[_i].findings);
  assert_mca_cells (report, MCA_TABLE_PROFILES, "first_event last_event events",
                    "2026-01-01 2026-01-01 1\n");
}
END_TEST

START_TEST (totals_are_sums_of_what_is_known)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      BALANCE ("100", "100", "0", "0", "0"),
      "[{" MCA_ID ("billingProfiles/Q") ",'properties':{'closedBalance':" MCA_USD ("7") "}}]",
      "[{" MCA_ID ("billingProfiles/R") ",'properties':{'invoiceDay':1,'currency':'EUR'}}]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);

  assert_mca_cells (report, MCA_TABLE_TOTALS,
                    "currency estimated current available pending_charges",
                    "EUR - - - -\nUSD 100.00 100.00 7.00 0.00\n");
  assert_mca_cells (report, MCA_TABLE_FINDINGS, "code profile_id resource file",
                    "MCA118 p - a.json\nMCA118 q q b.json\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-balances");
  TCase *tests = tcase_create ("mca-balances");

  tcase_add_loop_test (tests, the_estimate_follows_from_the_rest, 0, G_N_ELEMENTS (cases));
  tcase_add_loop_test (tests, responses_of_one_moment_agree, 0, G_N_ELEMENTS (snapshots));
  tcase_add_test (tests, totals_are_sums_of_what_is_known);
  suite_add_tcase (suite, tests);
  return suite;
}

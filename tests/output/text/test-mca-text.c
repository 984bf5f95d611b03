/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/mca-text.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

START_TEST (the_report_is_told_profile_by_profile)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "[{" MCA_PROFILE_ID ("lots", "L1") ",'properties':{'originalAmount':" MCA_USD (
          "500") ",'closedBalance':" MCA_USD ("497.87") ",'source':'PromotionalCredit'}}]",
      "[{" MCA_PROFILE_ID ("events",
                           "E1") ",'properties':{'transactionDate':'2026-01-02',"
                                 "'eventType':'NewCredit','closedBalance':" MCA_USD ("5") "}}]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);
  const TextStyle style = { .width = 80 };
  g_autoptr (GString) text = g_string_new (NULL);

  mca_text_render (report, &style, text);
  ck_assert_str_eq (
      text->str,
      "Credits on 2026-01-02: 1 billing profile; 497.87 USD available; no findings.\n"
      "\n"
      "BILLING PROFILE p, USD\n"
      "  Available balance             497.87\n"
      "\n"
      "CREDITS (USD)\n"
      "Source        Start date Expiration date Remaining amount Original amount Status\n"
      "Promotio\xE2\x80\xA6"
      "edit -          -                         497.87          500.00 "
      "active\n"
      "\n"
      "TRANSACTIONS (USD)\n"
      "Date        Type       New credit  Adjustments  Charges  Expired  Balance\n"
      "2026-01-02  NewCredit           -            -        -        -     5.00\n");
}
END_TEST

START_TEST (nothing_is_told_of_nothing)
{
  g_autoptr (McaBook) book = MCA_BOOK ("[]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);
  g_autofree char *verdict = mca_text_verdict (report, NULL);

  ck_assert_str_eq (verdict, "Credits: 0 billing profiles; no credit is known; no findings.");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-text");
  TCase *tests = tcase_create ("mca-text");

  tcase_add_test (tests, the_report_is_told_profile_by_profile);
  tcase_add_test (tests, nothing_is_told_of_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

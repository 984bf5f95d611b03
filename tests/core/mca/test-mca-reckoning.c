/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-reckoning.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

static McaLot
lot (Day start, Day expiration, int left, const char *status)
{
  return (McaLot){ .start = start,
                   .expiration = expiration,
                   .remaining = { .amount = amount_known (decimal_from_int (left)) },
                   .status = status };
}

START_TEST (the_status_is_the_first_that_fits)
{
  const McaPlan plan = sample_mca_plan ();
  McaReckoning self = { .plan = &plan, .as_of = 1000 };
  McaLot any = lot (2000, 900, 0, "Cancelled");

  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_CANCELED);
  any.status = "Active";
  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_NOT_STARTED);
  any.start = 1000;
  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_EXPIRED);
  any.expiration = 1000;
  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_USED);
  any = lot (1000, 1060, 1, NULL);
  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_EXPIRING);
  any.expiration = 1061;
  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_ACTIVE);
  any.expiration = DAY_NONE;
  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_ACTIVE);
}
END_TEST

START_TEST (without_a_day_no_date_limits)
{
  const McaPlan plan = sample_mca_plan ();
  const McaReckoning self = { .plan = &plan };
  McaLot any = lot (2000, 900, 1, NULL);

  ck_assert_int_eq (mca_reckoning_status (&self, &any), MCA_LOT_ACTIVE);
}
END_TEST

START_TEST (commitments_are_told_by_their_source)
{
  const McaLot commitment = { .source = "consumptioncommitment" }, credit = { .source = NULL };

  ck_assert (!mca_reckoning_is_credit (&commitment));
  ck_assert (mca_reckoning_is_credit (&credit));
}
END_TEST

START_TEST (only_the_profiles_that_were_asked_for_are_reported)
{
  const char *const only[] = { "DEV", NULL };
  g_autoptr (McaBook) book = MCA_BOOK ("[{" MCA_ID (
      "billingProfiles/P") ",'properties':{'invoiceDay':5,'displayName':'Dev'}},"
                           "{" MCA_ID (
                               "billingProfiles/dev") ",'properties':{'invoiceDay':5}},"
                                                      "{" MCA_ID (
                                                          "billingProfiles/Q") ",'properties':{'"
                                                                               "invoiceDay':5}}]");
  McaPlan plan = sample_mca_plan ();
  g_autoptr (McaProfiles) profiles = mca_profiles_new (book);
  const McaReckoning self = { .plan = &plan, .book = book, .profiles = profiles };

  ck_assert (mca_reckoning_reports (&self, "a", "q"));
  plan.only = only;
  ck_assert (mca_reckoning_reports (&self, "a", "p"));
  ck_assert (mca_reckoning_reports (&self, "a", "dev"));
  ck_assert (!mca_reckoning_reports (&self, "a", "q"));
  ck_assert (!mca_reckoning_reports (&self, NULL, NULL));
}
END_TEST

/* What a finding says: in English for programs, and in the reader's language beside it. */
static const McaFindingRow *
finding_in (const char *code, const McaBook *book, Report *report)
{
  McaPlan plan = sample_mca_plan ();
  g_autoptr (McaProfiles) profiles = mca_profiles_new (book);
  const McaReckoning self = { .plan = &plan,
                              .book = book,
                              .profiles = profiles,
                              .report = report,
                              .findings = MCA_TABLE_FINDINGS };
  const McaFindingFacts facts = { .code = FINDING_MCA_LOT_OUT_OF_RANGE };
  const SentenceValue left
      = language_sentence_amount (amount_known (decimal_from_scaled (12345, 1)), "EUR");

  ck_assert (language_find (code, &plan.language));
  mca_reckoning_find (&self, &facts,
                      &LANGUAGE_SENTENCE ("%s of 1 month", left)); /* no catalog has it */
  return report_row (report, MCA_TABLE_FINDINGS, 0);
}

START_TEST (a_finding_is_said_in_english_for_programs_and_in_the_readers_way_for_people)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (Report) report = report_new_of (mca_rows_schema ());
  const McaFindingRow *row = finding_in ("de", book, report);

  ck_assert_str_eq (row->message, "1234.50 EUR of 1 month");
  ck_assert_str_eq (row->said, "1.234,50 EUR of 1 month");
}
END_TEST

START_TEST (in_english_nothing_stands_beside)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (Report) report = report_new_of (mca_rows_schema ());
  const McaFindingRow *row = finding_in ("en", book, report);

  ck_assert_str_eq (row->message, "1234.50 EUR of 1 month");
  ck_assert_ptr_null (row->said);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-reckoning");
  TCase *tests = tcase_create ("mca-reckoning");

  tcase_add_test (tests, the_status_is_the_first_that_fits);
  tcase_add_test (tests, without_a_day_no_date_limits);
  tcase_add_test (tests, commitments_are_told_by_their_source);
  tcase_add_test (tests, only_the_profiles_that_were_asked_for_are_reported);
  tcase_add_test (tests,
                  a_finding_is_said_in_english_for_programs_and_in_the_readers_way_for_people);
  tcase_add_test (tests, in_english_nothing_stands_beside);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "sample-benefits.h"

START_TEST (a_benefit_is_what_its_row_says)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();

  ck_assert (
      sample_read_table (book, BENEFIT_FILE_BENEFITS, "b.csv",
                         "Benefit Name,Program,Status,CreditType,CreditAmount,CurrencyCode,"
                         "RedeemedOn,ExpiryDate,CancelledOn,ReassignmentsUsed,AssignedTo\n"
                         " Gold ,ISV,Not Redeemed,Annual,1E3,eur,1/2/2026,2026-12-31,,,N/A\n",
                         NULL));
  const Benefit *benefit = benefit_book_find (book, "gold/isv");
  ck_assert_str_eq (benefit->name, "Gold");
  ck_assert_str_eq (benefit->status, "not redeemed");
  ck_assert_int_eq (benefit->kind, BENEFIT_BULK);
  ck_assert_int_eq (decimal_to_int (benefit->amount), 1000);
  ck_assert_str_eq (benefit->currency, "EUR");
  ck_assert_int_eq (benefit->activated, calendar_day (2026, 1, 2));
  ck_assert_int_eq (benefit->end, calendar_day (2026, 12, 31));
  ck_assert_ptr_null (benefit->user);
  ck_assert_uint_eq (benefit->line, 2);
}
END_TEST

START_TEST (another_word_or_a_second_row_is_refused)
{
  static const struct
  {
    const char *row;
    const char *message;
  } cases[] = {
    { "a,,Active,weekly,1,USD,i,,,,,,,,\n", "b.csv:2: column \"Kind\": found \"weekly\"" },
    { "a,,Active,bulk,1,USD,i,,,,,,,,new\n", "b.csv:2: column \"Experience\": found \"new\"" },
    { "a,,,bulk,1,USD,i,,,,,,,,\n", "b.csv:2: column \"Status\": found \"\"" },
    { "a,,Active,bulk,1,,i,,,,,,,,\n", "b.csv:2: column \"Currency\": found \"\"" },
    { "a,,Active,bulk,1,USD,I,,,,,,,,\nb,,Active,bulk,1,USD,i,,,,,,,,\n",
      "b.csv:3: found a benefit that b.csv:2 has already" },
    { "a,s,Active,bulk,1,USD,,,,,,,,,\nA,S,Active,bulk,1,USD,,,,,,,,,\n",
      "b.csv:3: found a benefit" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BenefitBook) book = benefit_book_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = g_strconcat (SAMPLE_HEADER, cases[i].row, NULL);
      ck_assert (!sample_read_table (book, BENEFIT_FILE_BENEFITS, "b.csv", text, &error));
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      ck_assert_msg (g_str_has_prefix (error->message, cases[i].message), "%s", error->message);
    }
}
END_TEST

START_TEST (a_profile_is_what_its_row_says)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();

  ck_assert (
      sample_read_table (book, BENEFIT_FILE_PROFILES, "p.json",
                         "[{\"DisplayName\":\"P\",\"BillingProfileId\":\"/x/Y/PQ\",\"Type\":\"t\","
                         "\"BillingAccountId\":\"/x/A:B\",\"PaymentMethod\":false,\"Role\":\"r\"}]",
                         NULL));
  const BenefitProfile *profile = &g_array_index (book->profiles, BenefitProfile, 0);
  ck_assert_str_eq (profile->id, "pq");
  ck_assert_str_eq (profile->account_id, "a:b");
  ck_assert (!profile->has_payment);
  ck_assert_ptr_null (profile->offer);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-table");
  TCase *tests = tcase_create ("benefit-table");

  tcase_add_test (tests, a_benefit_is_what_its_row_says);
  tcase_add_test (tests, another_word_or_a_second_row_is_refused);
  tcase_add_test (tests, a_profile_is_what_its_row_says);
  suite_add_tcase (suite, tests);
  return suite;
}

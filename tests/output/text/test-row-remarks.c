/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/row-remarks.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_row_that_agrees_not_to_the_cent_says_so)
{
  const TieOutRow exact = sample_tie_out ("c", NULL, "5", "5", "0", TIE_OUT_AGREES);
  const TieOutRow near = sample_tie_out ("c", NULL, "5", "5.01", "-0.01", TIE_OUT_AGREES);
  const TieOutRow rounding = sample_tie_out ("c", NULL, "5", "4.98", "0.02", TIE_OUT_ROUNDING);
  const TieOutRow differs = sample_tie_out ("c", NULL, "5", "4", "1", TIE_OUT_DIFFERS);
  const TieOutRow unknown = sample_tie_out ("c", NULL, NULL, "4", NULL, TIE_OUT_NOT_COMPARABLE);

  ck_assert_ptr_null (row_remarks_of_tie_out (&exact));
  ck_assert_str_eq (row_remarks_of_tie_out (&near), "within tolerance");
  ck_assert_str_eq (row_remarks_of_tie_out (&rounding), "within rounding");
  ck_assert_ptr_null (row_remarks_of_tie_out (&differs));
  ck_assert_ptr_null (row_remarks_of_tie_out (&unknown));
}
END_TEST

static void
assert_remark (AgreementState state, int expiry_month, int last_month, const char *expected)
{
  g_autoptr (MoneyPlaces) places = money_places_new ();
  const AgreementRow row = { .currency = "USD",
                             .state = state,
                             .expiry_date = calendar_day (2026, expiry_month, 15),
                             .granted = sample_decimal ("1000"),
                             .used_total = sample_decimal ("400"),
                             .balance = sample_decimal ("500"),
                             .last_month = calendar_month (2026, last_month) };
  g_autofree char *found = row_remarks_of_agreement (&row, places);

  ck_assert_pstr_eq (found, expected);
}

START_TEST (what_is_not_certain_of_an_agreement_is_said)
{
  assert_remark (AGREEMENT_UNREPORTED, 12, 9,
                 "not reported since 2026-09; last balance 500.00 USD");
  assert_remark (AGREEMENT_EXPIRED, 10, 9,
                 "at most 600.00 USD forfeited; the last balance row read is of 2026-09");
}
END_TEST

START_TEST (what_is_certain_has_no_remark)
{
  assert_remark (AGREEMENT_EXPIRED, 9, 9, NULL);
  assert_remark (AGREEMENT_ACTIVE, 12, 9, NULL);
  assert_remark (AGREEMENT_EXPIRING, 11, 10, NULL);
}
END_TEST

START_TEST (the_allowance_is_explained)
{
  ck_assert_ptr_nonnull (strstr (row_remarks_on_allowance (), "0.005"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("row-remarks");
  TCase *tests = tcase_create ("row-remarks");

  tcase_add_test (tests, a_row_that_agrees_not_to_the_cent_says_so);
  tcase_add_test (tests, what_is_not_certain_of_an_agreement_is_said);
  tcase_add_test (tests, what_is_certain_has_no_remark);
  tcase_add_test (tests, the_allowance_is_explained);
  suite_add_tcase (suite, tests);
  return suite;
}

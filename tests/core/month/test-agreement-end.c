/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/agreement-end.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static AgreementRow
row_of (AgreementState state, int expiry_month, int last_month)
{
  return (AgreementRow){ .state = state,
                         .expiry_date
                         = expiry_month != 0 ? calendar_day (2026, expiry_month, 15) : DAY_NONE,
                         .granted = sample_decimal ("1000"),
                         .used_total = sample_decimal ("80"),
                         .balance = sample_decimal ("900"),
                         .last_month = calendar_month (2026, last_month) };
}

static void
assert_decimal (Decimal found, const char *expected)
{
  g_autofree char *text = decimal_to_string (found, 2);

  ck_assert_str_eq (text, expected);
}

START_TEST (what_is_lost_is_forfeited_and_what_is_left)
{
  const AgreementRow row = row_of (AGREEMENT_EXPIRED, 8, 9);

  assert_decimal (agreement_end_forfeited (&row), "20.00");
  assert_decimal (agreement_end_lost (&row), "920.00");
}
END_TEST

START_TEST (an_end_is_seen_in_a_row_of_its_month_or_later)
{
  const AgreementRow before = row_of (AGREEMENT_EXPIRED, 9, 8),
                     in = row_of (AGREEMENT_EXPIRED, 9, 9);
  const AgreementRow after = row_of (AGREEMENT_EXPIRED, 9, 10),
                     no_date = row_of (AGREEMENT_EXPIRED, 0, 8);

  ck_assert (agreement_end_is_unseen (&before));
  ck_assert (!agreement_end_is_unseen (&in));
  ck_assert (!agreement_end_is_unseen (&after));
  ck_assert (!agreement_end_is_unseen (&no_date));
}
END_TEST

START_TEST (what_lost_nothing_or_goes_on_needs_no_row)
{
  AgreementRow empty = row_of (AGREEMENT_EXPIRED, 9, 8);
  const AgreementRow active = row_of (AGREEMENT_ACTIVE, 12, 8);

  empty.used_total = empty.granted;
  empty.balance = sample_decimal ("0");
  ck_assert (!agreement_end_is_unseen (&empty));
  ck_assert (!agreement_end_is_unseen (&active));
}
END_TEST

START_TEST (only_its_state_makes_an_agreement_unreported)
{
  const AgreementRow unreported = row_of (AGREEMENT_UNREPORTED, 12, 8),
                     active = row_of (AGREEMENT_ACTIVE, 12, 8);

  ck_assert (agreement_end_is_unreported (&unreported));
  ck_assert (!agreement_end_is_unseen (&unreported));
  ck_assert (!agreement_end_is_unreported (&active));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("agreement-end");
  TCase *tests = tcase_create ("agreement-end");

  tcase_add_test (tests, what_is_lost_is_forfeited_and_what_is_left);
  tcase_add_test (tests, an_end_is_seen_in_a_row_of_its_month_or_later);
  tcase_add_test (tests, what_lost_nothing_or_goes_on_needs_no_row);
  tcase_add_test (tests, only_its_state_makes_an_agreement_unreported);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/usage-tally.h"
#include "sample-decimal.h"
#include "test-main.h"

#include <check.h>

static void
add (DecimalSum *sum, const char *amount)
{
  const Decimal x = number (amount);

  decimal_sum_add (sum, &x);
}

START_TEST (what_was_read_later_is_added)
{
  UsageTally tally = { .first_pec = { 0, 7 } }, later = { .first_pec = { 0, 9 } };

  add (&tally.plain, "1.5");
  add (&later.plain, "2.25");
  pec_tallies_add (&later.pec, number ("15"), number ("10"));
  later.has_pec_value = TRUE;
  usage_tally_credit (&later)->net = number ("3");
  usage_tally_credit (&later)->first = (Position){ 0, 4 };
  usage_tally_merge (&tally, &later);
  usage_tally_merge (&tally, &later);
  ck_assert (decimal_equal (decimal_sum_value (&tally.plain), number ("6")));
  ck_assert (decimal_equal (tally.aco->net, number ("6")));
  ck_assert_uint_eq (tally.aco->first.line, 4);
  ck_assert (decimal_equal (pec_tallies_net (tally.pec), number ("20")));
  ck_assert_uint_eq (tally.first_pec.line, 7);
  ck_assert (tally.has_pec_value);
  usage_tally_clear (&tally);
  usage_tally_clear (&later);
  ck_assert_ptr_null (tally.aco);
  ck_assert_ptr_null (tally.pec);
}
END_TEST

START_TEST (each_measure_of_a_credit_is_added_by_itself)
{
  UsageTally tally = { .day = DAY_NONE }, later = { .day = DAY_NONE };

  *usage_tally_credit (&later) = (UsageCredit){ .net = number ("1"),
                                                .gross = number ("10"),
                                                .pricing_net = number ("100"),
                                                .pricing_gross = number ("1000"),
                                                .first = { 0, 3 },
                                                .first_net = { 0, 4 },
                                                .first_gross = { 0, 5 } };
  usage_tally_merge (&tally, &later);
  usage_tally_merge (&tally, &later);
  ck_assert (decimal_equal (tally.aco->net, number ("2")));
  ck_assert (decimal_equal (tally.aco->gross, number ("20")));
  ck_assert (decimal_equal (tally.aco->pricing_net, number ("200")));
  ck_assert (decimal_equal (tally.aco->pricing_gross, number ("2000")));
  ck_assert_uint_eq (tally.aco->first.line, 3);
  ck_assert_uint_eq (tally.aco->first_net.line, 4);
  ck_assert_uint_eq (tally.aco->first_gross.line, 5);
  usage_tally_clear (&tally);
  usage_tally_clear (&later);
}
END_TEST

START_TEST (a_sum_of_any_size_is_cleared)
{
  UsageTally tally = { .day = DAY_NONE };

  add (&tally.plain, "99999999999999999999999999999999999999");
  for (guint i = 0; i < 8; i++)
    {
      const Decimal twice = decimal_sum_value (&tally.plain);
      decimal_sum_add (&tally.plain, &twice);
    }
  usage_tally_clear (&tally);
  ck_assert (decimal_is_zero (decimal_sum_value (&tally.plain)));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("usage-tally");
  TCase *merge = tcase_create ("merge");

  tcase_add_test (merge, what_was_read_later_is_added);
  tcase_add_test (merge, each_measure_of_a_credit_is_added_by_itself);
  tcase_add_test (merge, a_sum_of_any_size_is_cleared);
  suite_add_tcase (suite, merge);
  return suite;
}

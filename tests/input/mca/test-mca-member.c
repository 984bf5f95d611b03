/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-member.h"
#include "test-main.h"

#include <check.h>

START_TEST (names_are_known_without_case)
{
  for (guint i = MEMBER_OTHER + 1; i < MEMBER_COUNT; i++)
    {
      g_autofree char *upper = g_ascii_strup (mca_member_name ((McaMember) i), -1);

      ck_assert_int_eq (mca_member_of (slice_of (mca_member_name ((McaMember) i))), (McaMember) i);
      ck_assert_int_eq (mca_member_of (slice_of (upper)), (McaMember) i);
    }
}
END_TEST

START_TEST (other_names_are_not_known)
{
  static const char *const others[] = { "", "i", "idd", "closedBalanceInBillingCurrency", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    ck_assert_int_eq (mca_member_of (slice_of (others[i])), MEMBER_OTHER);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-member");
  TCase *tests = tcase_create ("mca-member");

  tcase_add_test (tests, names_are_known_without_case);
  tcase_add_test (tests, other_names_are_not_known);
  suite_add_tcase (suite, tests);
  return suite;
}

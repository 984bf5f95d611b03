/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-owner.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *id;
  const char *account;
  const char *profile;
  const char *last;
} ids[] = {
  { "/providers/Microsoft.Billing/billingAccounts/A:1_2019-05-31/billingProfiles/P/x/lots/L",
    "A:1_2019-05-31", "P", "L" },
  { "/x/BILLINGACCOUNTS/A/billingprofiles/P`/events/E", "A", "P", "E" },
  { "/x/billingAccounts/A/events/E/", "A", "", "E" },
  { "billingProfiles/P", "", "P", "P" },
  { "/x/billingProfiles/", "", "", "billingProfiles" },
  { "E", "", "", "E" },
  { "", "", "", "" },
};

static void
assert_slice (Slice found, const char *expected)
{
  g_autofree char *text = slice_dup (found);

  ck_assert_str_eq (text, expected);
}

START_TEST (an_id_names_account_profile_and_itself)
{
  const Slice id = slice_of (ids[_i].id);

  assert_slice (mca_owner_segment (id, "billingaccounts"), ids[_i].account);
  assert_slice (mca_owner_segment (id, "billingprofiles"), ids[_i].profile);
  assert_slice (mca_owner_last (id), ids[_i].last);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-owner");
  TCase *tests = tcase_create ("mca-owner");

  tcase_add_loop_test (tests, an_id_names_account_profile_and_itself, 0, G_N_ELEMENTS (ids));
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-profiles.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define ACCOUNT(name) \
  "[{" MCA_ID ( \
      "") ",'type':'Microsoft.Billing/billingAccounts','properties':{'displayName':'" name \
          "','billingProfiles':[{'name':'P','properties':{'displayName':'Dev','currency':'chf'}}," \
          "{'name':'Z','properties':{'displayName':'','currency':'chf'}}]}}]"
#define LOT(profile, currency) \
  "[{" MCA_ID ("billingProfiles/" profile "/lots/L") ",'properties':{'closedBalance':{'value':1," \
                                                     "'currency':'" currency "'}}}]"

START_TEST (a_profile_has_names_and_the_currency_of_its_figures)
{
  g_autoptr (McaBook) book = MCA_BOOK (ACCOUNT ("Old"), LOT ("P", "usd"), LOT ("P", "eur"),
                                       LOT ("Q", ""), ACCOUNT ("Contoso "));
  g_autoptr (McaProfiles) profiles = mca_profiles_new (book);
  const McaProfileFacts *p = mca_profiles_at (profiles, mca_profiles_find (profiles, "a", "p"));
  const McaProfileFacts *q = mca_profiles_at (profiles, mca_profiles_find (profiles, "a", "q"));
  const McaProfileFacts *z = mca_profiles_at (profiles, mca_profiles_find (profiles, "a", "z"));

  ck_assert_uint_eq (mca_profiles_count (profiles), 3);
  ck_assert_str_eq (p->name, "Dev");
  ck_assert_str_eq (p->currency, "USD");
  ck_assert (p->is_listed && !q->is_listed);
  ck_assert_str_eq (p->first->file, "b.json");
  ck_assert_ptr_null (q->currency);
  ck_assert_ptr_null (z->name);
  ck_assert_str_eq (z->currency, "CHF");
  ck_assert_ptr_null (z->first);
  ck_assert_str_eq (mca_profiles_account_name (profiles, "a"), "Contoso");
  ck_assert_ptr_null (mca_profiles_account_name (profiles, "b"));
  ck_assert_uint_eq (mca_profiles_find (profiles, NULL, "p"), G_MAXUINT);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-profiles");
  TCase *tests = tcase_create ("mca-profiles");

  tcase_add_test (tests, a_profile_has_names_and_the_currency_of_its_figures);
  suite_add_tcase (suite, tests);
  return suite;
}

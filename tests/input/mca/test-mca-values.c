/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-values.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define EVENT "'transactionDate':'10/11/2019'"

static const McaEvent *
event_of (McaBook *book)
{
  return &g_array_index (book->events, McaEvent, 0);
}

START_TEST (an_event_of_an_account_names_its_profile_elsewhere)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "{'id':'/x/billingAccounts/A/x/events/E1','properties':{" EVENT ",'billingProfileId':"
      "'/x/billingAccounts/B/billingProfiles/P`'}}");

  ck_assert_str_eq (event_of (book)->origin.account_id, "a");
  ck_assert_str_eq (event_of (book)->origin.profile_id, "p");
  ck_assert_str_eq (event_of (book)->origin.own_id, "e1");
  ck_assert_str_eq (event_of (book)->origin.id, "/x/billingaccounts/a/x/events/e1");
  ck_assert_uint_eq (event_of (book)->origin.line, 1);
}
END_TEST

START_TEST (without_an_id_the_name_stands_in)
{
  g_autoptr (McaBook) book = MCA_BOOK ("{'name':'E1','properties':{" EVENT "}}");

  ck_assert_ptr_null (event_of (book)->origin.account_id);
  ck_assert_ptr_null (event_of (book)->origin.profile_id);
  ck_assert_ptr_null (event_of (book)->origin.id);
  ck_assert_str_eq (event_of (book)->origin.own_id, "e1");
}
END_TEST

START_TEST (profiles_within_an_account_belong_to_it)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "{'name':'A','properties':{'displayName':'Contoso','agreementType':'x','billingProfiles':["
      "{'name':'P1'},{'id':'/x/billingProfiles/P2'},{" MCA_ID ("billingProfiles/P3") "}]}}");
  const McaProfile *profiles = (const McaProfile *) (gpointer) book->profiles->data;

  ck_assert_uint_eq (book->profiles->len, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i + 1);
      ck_assert_str_eq (profiles[i].origin.account_id, "a");
      ck_assert_str_eq (profiles[i].origin.profile_id, id);
    }
  ck_assert_str_eq (g_array_index (book->accounts, McaAccount, 0).name, "Contoso");
}
END_TEST

static const struct
{
  const char *resource;
  const char *message;
} bad[] = {
  { "{'type':'Microsoft.Consumption/events','properties':{}}",
    "f:1:1: found a resource without properties.transactionDate, expected" },
  { "{'type':'Microsoft.Consumption/events'}",
    "f:1:1: found a resource without properties.transactionDate, expected" },
  { "[\n {'properties':{'balanceSummary':{'estimatedBalance':{'value':1},'currentBalance':null}}}]",
    "f:2:2: found a resource without properties.balanceSummary.currentBalance, expected" },
  { "{'type':'Microsoft.Consumption/lots','properties':5}",
    "f:1:51: found another value, expected" },
  { "{'type':'Microsoft.Consumption/lots','properties':{'poNumber':5}}",
    "f:1:63: found 5, expected a text in properties.poNumber" },
  { "{'properties':{'originalAmount':5}}",
    "f:1:33: found 5, expected an object with value and currency in properties.originalAmount" },
  { "{'properties':{'originalAmount':{'value':true}}}",
    "f:1:42: found true, expected a number in properties.originalAmount.value" },
  { "{'properties':{'originalAmount':{'value':'NaN'}}}",
    "f:1:42: found \"NaN\", expected a number like" },
  { "{'properties':{'transactionDate':''}}", "f:1:34: found no date" },
  { "{'properties':{'agreementType':1,'billingProfiles':5}}", "f:1:52: found another value" },
  { "{'properties':{'agreementType':1,'billingProfiles':[5]}}", "f:1:53: found another value" },
  { "{'properties':{'agreementType':1,'billingProfiles':{'hasMoreResults':1}}}",
    "f:1:70: found 1, expected true or false in properties.billingProfiles.hasMoreResults" },
};

START_TEST (what_is_not_as_it_must_be_is_told_with_its_path)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (GError) error = NULL;

  ck_assert (!sample_mca_add (book, "f", bad[_i].resource, &error));
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].message), "%s", error->message);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-values");
  TCase *tests = tcase_create ("mca-values");

  tcase_add_test (tests, an_event_of_an_account_names_its_profile_elsewhere);
  tcase_add_test (tests, without_an_id_the_name_stands_in);
  tcase_add_test (tests, profiles_within_an_account_belong_to_it);
  tcase_add_loop_test (tests, what_is_not_as_it_must_be_is_told_with_its_path, 0,
                       G_N_ELEMENTS (bad));
  suite_add_tcase (suite, tests);
  return suite;
}

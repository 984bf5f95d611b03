/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/mca/mca-kind.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

/* The kind of the page, or what was refused. */
static char *
kind_of (const char *resource)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (GError) error = NULL;

  if (!sample_mca_add (book, "f", resource, &error))
    return g_strdup (error->message);
  return g_strdup (mca_rows_kind_name (g_array_index (book->pages, McaPage, 0).kind));
}

#define BALANCE "'balanceSummary':{'estimatedBalance':{'value':1},'currentBalance':{'value':1}}"

static const struct
{
  const char *resource;
  const char *kind; /* or how the message begins */
} cases[] = {
  { "{'type':'MICROSOFT.Consumption/credits/balanceSummary','properties':{" BALANCE "}}",
    "balance" },
  { "{'type':'Microsoft.Consumption/credits','properties':{" BALANCE "}}", "balance" },
  { "{'type':'Microsoft.Consumption/lots'}", "lots" },
  { "{'type':'Microsoft.Billing/billingAccounts/billingProfiles'}", "profiles" },
  { "{'type':'Microsoft.Billing/billingAccounts','properties':null}", "accounts" },
  { "{'type':'Microsoft.Consumption/events','properties':{'transactionDate':'1/1/2026'}}",
    "events" },
  { "{'type':' ','properties':{'closedBalance':null}}", "lots" },
  { "{'properties':{'closedBalance':null,'transactionDate':'1/1/2026'}}", "events" },
  { "{'properties':{'systemId':1,'billingProfiles':null}}", "profiles" },
  { "{'properties':{'agreementType':1}}", "accounts" },
  { "{'type':'Microsoft.Consumption/usage','properties':{'closedBalance':null}}",
    "f:1:1: found a resource of another kind" },
  { "{}", "f:1:1: found a resource of another kind" },
  { " {'error':{'code':'401','message':'m'}}", "f:1:2: found the error 401 of the service" },
  { "{'error':'text'}", "f:1:1: found a resource of another kind" },
};

START_TEST (a_kind_is_told_by_type_or_properties)
{
  g_autofree char *found = kind_of (cases[_i].resource);

  ck_assert_msg (g_str_has_prefix (found, cases[_i].kind), "%s: %s", cases[_i].resource, found);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-kind");
  TCase *tests = tcase_create ("mca-kind");

  tcase_add_loop_test (tests, a_kind_is_told_by_type_or_properties, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tests);
  return suite;
}

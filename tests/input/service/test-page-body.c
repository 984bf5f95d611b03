/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "input/service/page-body.h"

#define ACCOUNTS \
  "{\"value\": [{\"id\": \"/providers/Microsoft.Billing/billingAccounts/A\", \"name\": \"A\", " \
  "\"type\": \"Microsoft.Billing/billingAccounts\", \"properties\": {\"billingProfiles\": " \
  "[{\"id\": \"/a/P\", \"name\": \"P\", \"properties\": {}}]}}], \"nextLink\": \"https://h/n\"}"
#define LOT \
  "{\"value\": [{\"properties\": {\"originalAmount\": {\"currency\": \"USD\", \"value\": 1}}}]}"

START_TEST (a_page_of_its_kind_leads_on)
{
  g_auto (ServicePage) page = { 0 };

  ck_assert (page_body_read ("x", SERVICE_ACCOUNTS, slice_of (ACCOUNTS), &page, NULL));
  ck_assert_str_eq (page.next, "https://h/n");
  ck_assert_uint_eq (page.profiles->len, 1);
  const ServiceProfile *profile = g_ptr_array_index (page.profiles, 0);
  ck_assert_str_eq (profile->id, "/a/P");
}
END_TEST

START_TEST (an_empty_page_is_of_every_kind)
{
  for (guint kind = SERVICE_ACCOUNTS; kind <= SERVICE_EVENTS; kind++)
    {
      g_auto (ServicePage) page = { 0 };
      ck_assert (
          page_body_read ("x", (ServiceKind) kind, slice_of ("{\"value\": []}"), &page, NULL));
    }
}
END_TEST

START_TEST (what_mca_would_refuse_is_refused)
{
  static const struct
  {
    ServiceKind kind;
    const char *body;
  } cases[] = { { SERVICE_EVENTS, LOT },
                { SERVICE_LOTS, ACCOUNTS },
                { SERVICE_LOTS, "{\"error\": {\"code\": \"x\"}}" },
                { SERVICE_LOTS, "{\"value\": [],}" },
                { SERVICE_LOTS, "{\"value\": [{\"properties\": {\"originalAmount\": 1}}]}" },
                { SERVICE_LOTS, "" } };
  g_auto (ServicePage) fine = { 0 };

  ck_assert (page_body_read ("x", SERVICE_LOTS, slice_of (LOT), &fine, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (ServicePage) page = { 0 };
      g_autoptr (GError) error = NULL;
      ck_assert_msg (!page_body_read ("x", cases[i].kind, slice_of (cases[i].body), &page, &error),
                     "%s", cases[i].body);
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
      ck_assert_msg (g_str_has_prefix (error->message, "x:1:"), "%s", error->message);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("page-body");
  TCase *tests = tcase_create ("page-body");

  tcase_add_test (tests, a_page_of_its_kind_leads_on);
  tcase_add_test (tests, an_empty_page_is_of_every_kind);
  tcase_add_test (tests, what_mca_would_refuse_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "fetch/mca-walk.h"
#include "fetch/sample-service.h"

static gboolean
read_page (const char *name, ServiceKind kind G_GNUC_UNUSED, Slice body, ServicePage *page,
           GError **error)
{
  return page_links_read (name, body, page, error);
}

static char *
walk (FetchPlan *plan, const SampleAnswer *answers, guint count)
{
  SampleService service = { .answers = answers, .count = count, .log = g_string_new (NULL) };
  const ServiceWorld world = { &service, sample_ask, sample_wait };
  const FetchStore store = { &service, sample_kept, sample_save, sample_expect };
  ServiceReader reader = sample_reader;
  g_autoptr (ServiceUrl) base = service_url_parse ("https://h", NULL);
  g_autoptr (GError) error = NULL;

  reader.read_page = read_page;
  plan->token = "t";
  plan->start = calendar_day (2026, 1, 1);
  plan->end = calendar_day (2026, 1, 31);
  plan->api_version = "2023-03-01";
  g_autoptr (ServiceClient) client = service_client_new (plan, base, &reader, &world);
  if (!mca_walk (client, plan, &reader, &store, &error))
    g_string_append_printf (service.log, "%d %s\n", error->code, error->message);
  ck_assert_uint_eq (service.asked, count);
  return g_string_free (service.log, FALSE);
}

#define ACCOUNTS \
  "{\"value\":[{\"name\":\"A\",\"properties\":{\"billingProfiles\":[{\"name\":\"P\",\"id\":\"/a/" \
  "P\"}," \
  "{\"name\":\"Q\",\"id\":\"/a/Q\"}]}}]}"
#define FIRST \
  "GET " \
  "https://h:443/providers/Microsoft.Billing/" \
  "billingAccounts?$expand=billingProfiles&api-version=2019-10-01-preview" \
  " +token\nsave accounts-0001.json 109\n"
#define OF_Q "GET https://h:443/a/Q/providers/Microsoft.Consumption/"

START_TEST (each_profile_that_is_wanted_is_asked_for)
{
  static const SampleAnswer answers[]
      = { { 200, ACCOUNTS, NULL, -1, HTTP_ANSWERED },
          { 204, NULL, NULL, -1, HTTP_ANSWERED },
          { 200, "{\"value\":[],\"nextLink\":\"/n?1\"}", NULL, -1, HTTP_ANSWERED },
          { 200, "[]", NULL, -1, HTTP_ANSWERED },
          { 200, "[]", NULL, -1, HTTP_ANSWERED } };
  static const char *const profiles[] = { "q", NULL };
  FetchPlan plan = { .max_pages = 2, .profiles = profiles };
  g_autofree char *log = walk (&plan, answers, 5);

  ck_assert_str_eq (log, FIRST OF_Q
                    "credits/balanceSummary?api-version=2023-03-01 +token\n" OF_Q
                    "lots?api-version=2023-03-01 +token\nsave Q-lots-0001.json 30 next\n"
                    "GET https://h:443/n?1 +token\nsave Q-lots-0002.json 2\n" OF_Q
                    "events?api-version=2023-03-01&startDate=2026-01-01&endDate=2026-01-31 +token\n"
                    "save Q-events-0001.json 2\n");
}
END_TEST

START_TEST (a_list_that_does_not_end_is_refused)
{
  static const SampleAnswer endless[]
      = { { 200, "{\"value\":[],\"nextLink\":\"/n?1\"}", NULL, -1, HTTP_ANSWERED },
          { 200, "{\"value\":[],\"nextLink\":\"/n?2\"}", NULL, -1, HTTP_ANSWERED } };
  static const SampleAnswer circle[]
      = { { 200, "{\"value\":[],\"nextLink\":\"/n?1\"}", NULL, -1, HTTP_ANSWERED },
          { 200, "{\"value\":[],\"nextLink\":\"/n?1\"}", NULL, -1, HTTP_ANSWERED } };
  FetchPlan plan = { .max_pages = 2 };
  g_autofree char *too_long = walk (&plan, endless, 2);
  plan.max_pages = 9;
  g_autofree char *round = walk (&plan, circle, 2);

  ck_assert_ptr_nonnull (strstr (too_long, "3 GET /n: found more pages"));
  ck_assert_ptr_nonnull (strstr (round, "3 GET /n: found a nextLink that this list had before"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-walk");
  TCase *tests = tcase_create ("mca-walk");

  tcase_add_test (tests, each_profile_that_is_wanted_is_asked_for);
  tcase_add_test (tests, a_list_that_does_not_end_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "fetch/billing-walk.h"
#include "fetch/sample-service.h"

static char *
walk (const SampleAnswer *answers, guint count)
{
  const FetchPlan plan = { .token = "t",
                           .invoice = "G1",
                           .what = "usage",
                           .attributes = "basic",
                           .poll_wait = 7,
                           .max_polls = 2 };
  SampleService service = { .answers = answers, .count = count, .log = g_string_new (NULL) };
  const ServiceWorld world = { &service, sample_ask, sample_wait };
  const FetchStore store = { &service, sample_kept, sample_save, sample_expect };
  g_autoptr (ServiceUrl) base = service_url_parse ("https://h", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ServiceClient) client = service_client_new (&plan, base, &sample_reader, &world);

  if (!billing_walk (client, &plan, &sample_reader, &store, &error))
    g_string_append_printf (service.log, "%d %s\n", error->code, error->message);
  ck_assert_uint_eq (service.asked, count);
  return g_string_free (service.log, FALSE);
}

#define ORDER "POST https://h:443/v1.0/reports/partners/billing/usage/billed/export +token\n"
#define POLL "GET https://h:443/o +token\n"

START_TEST (blobs_are_asked_for_without_the_token)
{
  static const SampleAnswer answers[]
      = { { 202, NULL, "/o", -1, HTTP_ANSWERED },
          { 202, NULL, NULL, 3, HTTP_ANSWERED },
          { 200,
            "{\"status\":\"succeeded\",\"resourceLocation\":{\"blobCount\":1,\"eTag\":\"E\","
            "\"rootDirectory\":\"https://blob.example/r/\",\"sasToken\":\"?s=1\",\"blobs\":"
            "[{\"name\":\"a b\"}]}}",
            NULL, -1, HTTP_ANSWERED },
          { 200, "x", NULL, -1, HTTP_ANSWERED } };
  g_autofree char *log = walk (answers, 4);

  ck_assert_str_eq (log, ORDER POLL "wait 3000000\n" POLL "expect E\n"
                                    "GET https://blob.example:443/r/a%20b?s=1\nsave a b 1\n"
                                    "save manifest.json 107\n");
}
END_TEST

START_TEST (an_export_is_not_waited_for_for_ever)
{
  static const SampleAnswer answers[]
      = { { 202, NULL, "https://h/o", -1, HTTP_ANSWERED },
          { 202, NULL, NULL, -1, HTTP_ANSWERED },
          { 200, "{\"status\":\"running\"}", NULL, -1, HTTP_ANSWERED } };
  g_autofree char *log = walk (answers, 3);

  ck_assert_str_eq (log, ORDER POLL
                    "wait 7\n" POLL
                    "6 GET /o: the export is not ready after --max-polls; try again later\n");
}
END_TEST

START_TEST (the_token_stays_at_its_host)
{
  static const SampleAnswer answers[]
      = { { 202, NULL, "https://evil.example/o", -1, HTTP_ANSWERED } };
  g_autofree char *log = walk (answers, 1);

  ck_assert (g_str_has_prefix (log,
                               ORDER "3 POST /v1.0/reports/partners/billing/usage/billed/export: "
                                     "found a link to another host"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("billing-walk");
  TCase *tests = tcase_create ("billing-walk");

  tcase_add_test (tests, blobs_are_asked_for_without_the_token);
  tcase_add_test (tests, an_export_is_not_waited_for_for_ever);
  tcase_add_test (tests, the_token_stays_at_its_host);
  suite_add_tcase (suite, tests);
  return suite;
}

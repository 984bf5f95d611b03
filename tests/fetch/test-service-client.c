/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "fetch/sample-service.h"

#define TOKEN "token-of-sixteen-letters"

static const guint good[] = { 200, 0 };

/* "STATUS" of the last answer or the message, then the log. */
static char *
ask (const SampleAnswer *answers, guint count, guint retries)
{
  const FetchPlan plan = { .token = TOKEN, .retries = retries, .retry_wait = 10 };
  SampleService service = { .answers = answers, .count = count, .log = g_string_new (NULL) };
  const ServiceWorld world = { &service, sample_ask, sample_wait };
  g_autoptr (ServiceUrl) base = service_url_parse ("https://h", NULL);
  g_autoptr (ServiceUrl) url = service_url_resolve (base, "/x?y=" TOKEN, NULL);
  g_autoptr (ServiceClient) client = service_client_new (&plan, base, &sample_reader, &world);
  const ServiceRequest request = { .url = url, .statuses = good };
  g_auto (HttpAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  if (service_client_ask (client, &request, &answer, &error))
    g_string_prepend (service.log, "fine\n");
  else
    {
      g_autofree char *line = g_strdup_printf ("%d %s\n", error->code, error->message);
      g_string_prepend (service.log, line);
    }
  return g_string_free (service.log, FALSE);
}

#define ASKED "GET https://h:443/x?y=" TOKEN " +token\n"

START_TEST (what_may_pass_is_tried_again)
{
  static const SampleAnswer answers[]
      = { { 429, NULL, NULL, 2, HTTP_ANSWERED }, { 503, NULL, NULL, -1, HTTP_ANSWERED },
          { 0, NULL, NULL, -1, HTTP_UNREACHED }, { 200, "{", NULL, -1, HTTP_CUT },
          { 0, NULL, NULL, -1, HTTP_SILENT },    { 200, "{}", NULL, -1, HTTP_ANSWERED } };
  g_autofree char *log = ask (answers, 6, 5);

  ck_assert_str_eq (log, "fine\n" ASKED "wait 2000000\n" ASKED "wait 20\n" ASKED "wait 40\n" ASKED
                         "wait 80\n" ASKED "wait 160\n" ASKED);
}
END_TEST

START_TEST (it_gives_up_at_last)
{
  static const SampleAnswer answers[]
      = { { 500, NULL, NULL, 0, HTTP_ANSWERED },
          { 500, "{\"error\":{\"code\":\"E\"}}", NULL, 0, HTTP_ANSWERED } };
  g_autofree char *log = ask (answers, 2, 1);

  ck_assert_str_eq (log, "6 GET /x: HTTP 500 (E) (2 tries)\n" ASKED "wait 0\n" ASKED);
}
END_TEST

START_TEST (what_does_not_pass_ends_at_once)
{
  static const struct
  {
    SampleAnswer answer;
    const char *start;
  } cases[]
      = { { { 401, NULL, NULL, -1, HTTP_ANSWERED }, "6 GET /x: HTTP 401: the token" },
          { { 403, NULL, NULL, -1, HTTP_ANSWERED },
            "6 GET /x: HTTP 403: the token has not the roles" },
          { { 302, NULL, "https://e", -1, HTTP_ANSWERED }, "6 GET /x: HTTP 302: redirects" },
          { { 204, NULL, NULL, -1, HTTP_ANSWERED }, "6 GET /x: HTTP 204\n" },
          { { 429, NULL, NULL, 301, HTTP_ANSWERED }, "6 GET /x: HTTP 429; it wants" },
          { { 0, NULL, NULL, -1, HTTP_UNTRUSTED }, "6 GET /x: the certificate" },
          { { 200, NULL, NULL, -1, HTTP_TOO_LARGE }, "3 GET /x: found an answer beyond" },
          { { 200, "..." TOKEN "...", NULL, -1, HTTP_ANSWERED }, "3 GET /x: found the token" },
          { { 400, "{\"error\":{\"code\":\"" TOKEN "\"}}", NULL, -1, HTTP_ANSWERED },
            "6 GET /x: HTTP 400 ([secret])" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *log = ask (&cases[i].answer, 1, 5);
      ck_assert_msg (g_str_has_prefix (log, cases[i].start), "%s", log);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("service-client");
  TCase *tests = tcase_create ("service-client");

  tcase_add_test (tests, what_may_pass_is_tried_again);
  tcase_add_test (tests, it_gives_up_at_last);
  tcase_add_test (tests, what_does_not_pass_ends_at_once);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"
#include "fetch/http-client.h"

/* What a service answers is seen in tests/fetch.sh; here is what needs none. */
START_TEST (who_does_not_listen_is_not_reached)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HttpClient) client = http_client_new (&error);
  g_auto (HttpAnswer) answer = { 0 };
  const HttpRequest request
      = { .url = "http://127.0.0.1:1/x", .timeout = G_USEC_PER_SEC, .max_bytes = 9 };

  if (client == NULL)
    {
      ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE)); /* built without it */
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      http_client_ask (client, &request, &answer);
      ck_assert_int_eq (answer.outcome, HTTP_UNREACHED);
      ck_assert_uint_eq (answer.body->len, 0);
      ck_assert_int_eq (answer.wait, -1);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("http-client");
  TCase *tests = tcase_create ("http-client");

  tcase_add_test (tests, who_does_not_listen_is_not_reached);
  suite_add_tcase (suite, tests);
  return suite;
}

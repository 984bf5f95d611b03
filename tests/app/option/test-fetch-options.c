/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "app/option/fetch-options.h"
#include "base/recon-error.h"
#include "test-place.h"

/* What the arguments give; the message where they are refused. */
static char *
give (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Options) options = options_parse (COMMAND_FETCH_MCA, arguments, &error);
  g_auto (FetchOptions) own = { 0 };

  ck_assert_ptr_nonnull (options);
  if (fetch_options_init_mca (&own, options, &error))
    return g_strdup_printf ("%s %s %u %d", own.base_url, own.plan.token, own.plan.retries,
                            (int) own.plan.retry_wait);
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  return g_strdup (error->message);
}

#define NEEDED "--output", "x", "--start", "2026-01-01", "--end", "2026-01-31"

START_TEST (options_become_a_plan)
{
  static const char *const plain[] = { NEEDED, NULL };
  static const char *const own[]
      = { NEEDED,         "--base-url", "http://[::1]:80/a//", "--retries", "0",
          "--retry-wait", "1.25",       "--token-file",        "token",     NULL };

  g_setenv ("ACORECON_TOKEN", " from-environment ", TRUE);
  ck_assert (g_file_set_contents ("token", " \tfrom-file\r\nsecond", -1, NULL));
  g_autofree char *defaults = give (plain);
  g_autofree char *given = give (own);
  ck_assert_str_eq (defaults, "https://management.azure.com from-environment 5 1000000");
  ck_assert_str_eq (given, "http://[::1]:80/a from-file 0 1250000");
}
END_TEST

START_TEST (other_values_are_refused)
{
  static const char *const cases[][10] = { { NEEDED, "--base-url", "http://h" },
                                           { NEEDED, "--base-url", "https://a:b@h" },
                                           { NEEDED, "--base-url", "https://h?x" },
                                           { NEEDED, "--retries", "-1" },
                                           { NEEDED, "--retry-wait", "1e3" },
                                           { NEEDED, "--retry-wait", "1." },
                                           { NEEDED, "--timeout", "0" },
                                           { NEEDED, "--max-pages", "0" },
                                           { NEEDED, "--api-version", "a&b" },
                                           { NEEDED, "--token-file", "none" },
                                           { NEEDED, "argument" },
                                           { "--output", "x" } };

  g_setenv ("ACORECON_TOKEN", "t", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *message = give (cases[i]);
      ck_assert_msg (strstr (message, "expected") != NULL || strstr (message, "missing") != NULL
                         || strstr (message, "--token-file: ") != NULL,
                     "%u: %s", i, message);
    }
  g_setenv ("ACORECON_TOKEN", "two words", TRUE);
  static const char *const fine[] = { NEEDED, NULL };
  g_autofree char *message = give (fine);
  ck_assert (g_str_has_prefix (message, "the token is missing, or is not"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fetch-options");
  TCase *tests = tcase_create ("fetch-options");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_test (tests, options_become_a_plan);
  tcase_add_test (tests, other_values_are_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/output-error.h"
#include "test-main.h"

#include <check.h>

#include "base/recon-error.h"

START_TEST (it_says_that_nothing_was_written)
{
  g_autoptr (GError) error = NULL;

  ck_assert (!output_error_set (&error, "%s: found %d%%", "out/a.csv", 7));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_OUTPUT));
  ck_assert_str_eq (error->message, "out/a.csv: found 7%; nothing was written");
}
END_TEST

START_TEST (nobody_has_to_listen) { ck_assert (!output_error_set (NULL, "out: no space")); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("output-error");
  TCase *tests = tcase_create ("output-error");

  tcase_add_test (tests, it_says_that_nothing_was_written);
  tcase_add_test (tests, nobody_has_to_listen);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/option/reckon-options.h"

#define OPTIONS(...) options_of ((const char *const[]){ __VA_ARGS__, NULL })

static Options *
options_of (const char *const *arguments)
{
  Options *options = options_parse (COMMAND_RECONCILE, arguments, NULL);

  ck_assert_ptr_nonnull (options);
  return options;
}

#define ASSERT_REFUSED(word, text) assert_refused (OPTIONS (word), text)

static void
assert_refused (Options *options, const char *text)
{
  g_autoptr (GError) error = NULL;
  ReckonOptions self;

  ck_assert (!reckon_options_init (&self, options, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, text);
  reckon_options_clear (&self);
  options_free (options);
}

START_TEST (what_no_value_is_is_refused)
{
  ASSERT_REFUSED ("--month=2026-13", "--month: found \"2026-13\", expected a month like 2026-10");
  ASSERT_REFUSED ("--as-of=2026-10", "--as-of: found \"2026-10\", expected a day like 2026-10-31");
  ASSERT_REFUSED ("--expiring-days=100001", "--expiring-days: found \"100001\", expected a number "
                                            "of days from 0 to 100000");
  ASSERT_REFUSED ("--expiring-days=", "--expiring-days: found \"\", expected a number of days from "
                                      "0 to 100000");
  ASSERT_REFUSED ("--tolerance=-1",
                  "--tolerance: found \"-1\", expected an amount like 0.01, not negative");
  ASSERT_REFUSED ("--invoice-month=G1", "--invoice-month: found \"G1\", expected an invoice number "
                                        "and its month like G012345678=2026-10");
}
END_TEST

START_TEST (days_are_taken_and_else_the_default_holds)
{
  g_autoptr (Options) given = OPTIONS ("--expiring-days=007");
  g_autoptr (Options) none = OPTIONS ("in");
  ReckonOptions self;

  ck_assert (reckon_options_init (&self, given, NULL));
  ck_assert_int_eq (self.plan.expiring_days, 7);
  reckon_options_clear (&self);
  ck_assert (reckon_options_init (&self, none, NULL));
  ck_assert_int_eq (self.plan.expiring_days, 60);
  reckon_options_clear (&self);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("reckon-options");
  TCase *tests = tcase_create ("reckon-options");

  tcase_add_test (tests, what_no_value_is_is_refused);
  tcase_add_test (tests, days_are_taken_and_else_the_default_holds);
  suite_add_tcase (suite, tests);
  return suite;
}

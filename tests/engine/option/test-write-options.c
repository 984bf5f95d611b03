/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/option/write-options.h"

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
  WriteOptions self;

  ck_assert (!write_options_init (&self, options, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, text);
  write_options_clear (&self);
  options_free (options);
}

START_TEST (what_no_value_is_is_refused)
{
  ASSERT_REFUSED ("--output=", "--output: found \"\", expected a folder");
  ASSERT_REFUSED ("--rejects=", "--rejects: found \"\", expected a file");
  ASSERT_REFUSED ("--format=jsn", "--format: found \"jsn\", expected text, json, csv or focus; did "
                                  "you mean json?");
  ASSERT_REFUSED ("--fail-on=warn", "--fail-on: found \"warn\", expected error, warning, notice or "
                                    "never; did you mean warning?");
  ASSERT_REFUSED ("--journal=x",
                  "--journal: found \"x\", expected hledger, beancount, ledger or csv");
  ASSERT_REFUSED ("--log=text", "--log: found \"text\", expected json");
}
END_TEST

START_TEST (the_surroundings_say_how_wide_and_when)
{
  g_autoptr (Options) options = OPTIONS ("--all");
  const Surroundings surroundings
      = { .width = 100, .is_colourful = TRUE, .workbook_time = 1700000000 };
  WriteOptions self;

  options_set_surroundings (options, &surroundings);
  ck_assert (write_options_init (&self, options, NULL));
  ck_assert_uint_eq (self.plan.style.width, 100);
  ck_assert (self.plan.style.colour);
  ck_assert (self.plan.style.all);
  ck_assert_int_eq (self.plan.workbook_time, 1700000000);
  write_options_clear (&self);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("write-options");
  TCase *tests = tcase_create ("write-options");

  tcase_add_test (tests, what_no_value_is_is_refused);
  tcase_add_test (tests, the_surroundings_say_how_wide_and_when);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "engine/option/read-options.h"
#include "input/bytes/limits.h"

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
  ReadOptions self;

  ck_assert (!read_options_init (&self, options, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_USAGE));
  ck_assert_str_eq (error->message, text);
  read_options_clear (&self);
  options_free (options);
}

START_TEST (what_no_value_is_is_refused)
{
  ASSERT_REFUSED ("--max-input=0", "--max-input: found \"0\", expected a size like 64G");
  ASSERT_REFUSED ("--max-rejects=-1",
                  "--max-rejects: found \"-1\", expected a number of rows like 100");
  ASSERT_REFUSED ("--jobs=257",
                  "--jobs: found \"257\", expected a number of threads from 1 to 256");
  ASSERT_REFUSED ("--encoding=x-none",
                  "--encoding: found \"x-none\", expected an encoding like windows-1252");
  ASSERT_REFUSED ("--aco-reason= ", "--aco-reason: found \" \", expected a text");
}
END_TEST

START_TEST (parts_are_what_the_surroundings_say)
{
  g_autoptr (Options) options = OPTIONS ("--jobs=3", "--max-rejects=0");
  const Surroundings small = { .part_bytes_min = 7 };
  ReadOptions self;

  options_set_surroundings (options, &small);
  ck_assert (read_options_init (&self, options, NULL));
  ck_assert_uint_eq (self.plan.part_bytes_min, 7);
  ck_assert_uint_eq (self.plan.jobs, 3);
  ck_assert_uint_eq (self.plan.max_rejects, 0);
  read_options_clear (&self);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("read-options");
  TCase *tests = tcase_create ("read-options");

  tcase_add_test (tests, what_no_value_is_is_refused);
  tcase_add_test (tests, parts_are_what_the_surroundings_say);
  suite_add_tcase (suite, tests);
  return suite;
}

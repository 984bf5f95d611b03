/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/origin-words.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static const char *const given[]
    = { "--aco-reason=Azure\tcredit", "--month=2026-10", "--tolerance=5", NULL };

static void
assert_origin (const ReportOrigin *origin, const char *month, const char *options)
{
  g_autoptr (Report) report = sample_report ();

  if (origin != NULL)
    report_set_origin (report, origin);
  g_autofree char *found_month = origin_words_month (report, NULL);
  g_autofree char *found_options = origin_words_options (report, NULL);
  ck_assert_str_eq (found_month, month);
  ck_assert_str_eq (found_options, options);
}

START_TEST (options_are_named_and_made_printable)
{
  const ReportOrigin origin = { .month = calendar_month (2026, 10), .options = given };

  assert_origin (&origin, "2026-10",
                 "--aco-reason=Azure\\x09credit, --month=2026-10, --tolerance=5");
}
END_TEST

START_TEST (a_file_that_gave_some_is_named)
{
  const ReportOrigin origin = { .options = given + 1, .config_file = "acorecon.ini" };

  assert_origin (&origin, "all",
                 "--month=2026-10, --tolerance=5 (configuration file: acorecon.ini)");
}
END_TEST

START_TEST (without_options_it_says_so)
{
  static const char *const none[] = { NULL };
  const ReportOrigin origin = { .options = none };

  assert_origin (NULL, "all", "as by default");
  assert_origin (&origin, "all", "as by default");
}
END_TEST

START_TEST (sealed_months_are_named)
{
  static const Month months[] = { 2026 * 12 + 7, 2026 * 12 + 9 };
  static const char *const words[]
      = { "as by default; no sealed month as baseline", "as by default; sealed 2026-08 as baseline",
          "as by default; 2 sealed months, 2026-08 to 2026-10, as baseline" };
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (Month));

  g_array_append_vals (baseline, months, (guint) _i);
  const ReportOrigin origin = { .baseline = baseline };
  assert_origin (&origin, "all", words[_i]);
}
END_TEST

START_TEST (the_program_has_a_version)
{
  ck_assert (g_str_has_prefix (origin_words_program (), "acorecon "));
  ck_assert (g_ascii_isdigit (origin_words_program ()[strlen ("acorecon ")]));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("origin-words");
  TCase *tests = tcase_create ("origin-words");

  tcase_add_test (tests, options_are_named_and_made_printable);
  tcase_add_test (tests, a_file_that_gave_some_is_named);
  tcase_add_test (tests, without_options_it_says_so);
  tcase_add_loop_test (tests, sealed_months_are_named, 0, 3);
  tcase_add_test (tests, the_program_has_a_version);
  suite_add_tcase (suite, tests);
  return suite;
}

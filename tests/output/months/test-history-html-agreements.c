/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/history-html-agreements.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-history.h"

#define SHARE_BYTES_MAX (1500 * 1024)

static char *
section_of (guint agreements)
{
  SampleHistory history;
  GString *out = g_string_new (NULL);

  sample_history_init (&history, "Ann", agreements);
  history_html_agreements (out, history.course->balances, NULL);
  sample_history_clear (&history);
  return g_string_free (out, FALSE);
}

START_TEST (each_has_its_burn_down_and_what_is_expected)
{
  g_autofree char *section = section_of (1);

  ck_assert_ptr_nonnull (strstr (section, "<svg class=\"balance\""));
  ck_assert_ptr_nonnull (strstr (section,
                                 "Used 100.00 a month of late. At that 8,699.38 will be lost on "
                                 "2027-08-31."));
}
END_TEST

START_TEST (of_many_those_with_most_left_are_shown)
{
  g_autofree char *section = section_of (2000);

  ck_assert_uint_lt (strlen (section), SHARE_BYTES_MAX);
  ck_assert_ptr_nonnull (strstr (section, "of 2000 agreements with most left"));
  ck_assert_ptr_nonnull (strstr (section, ">a0<"));
  ck_assert_ptr_null (strstr (section, ">a1999<"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("history-html-agreements");
  TCase *tests = tcase_create ("history-html-agreements");

  tcase_add_test (tests, each_has_its_burn_down_and_what_is_expected);
  tcase_add_test (tests, of_many_those_with_most_left_are_shown);
  suite_add_tcase (suite, tests);
  return suite;
}

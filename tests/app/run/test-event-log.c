/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "app/run/event-log.h"
#include "test-main.h"

#include <check.h>

static const struct
{
  const char *arguments[5];
  gboolean asked;
} cases[] = {
  { { NULL }, FALSE },
  { { "check", "in" }, FALSE },
  { { "check", "--log=json", "in" }, TRUE },
  { { "check", "in", "--log", "json" }, TRUE },
  { { "check", "--log" }, FALSE },
  { { "check", "--log", "text", "json" }, FALSE },
  { { "check", "--", "--log=json" }, FALSE },
  { { "check", "--logs=json" }, FALSE },
};

START_TEST (it_is_asked_for_by_its_option)
{
  ck_assert_int_eq (event_log_is_asked (cases[_i].arguments), cases[_i].asked);
}
END_TEST

/* And leaves whoever prints alone. */
START_TEST (it_is_off_until_it_is_begun)
{
  ck_assert (!event_log_is_on ());
  event_log_phase ("reading");
  event_log_end (0);
  ck_assert (!event_log_is_on ());
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("event-log");
  TCase *tests = tcase_create ("event-log");

  tcase_add_loop_test (tests, it_is_asked_for_by_its_option, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tests, it_is_off_until_it_is_begun);
  suite_add_tcase (suite, tests);
  return suite;
}

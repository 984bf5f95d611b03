/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/verification.h"
#include "test-main.h"

#include <check.h>

START_TEST (it_is_sound_when_nothing_was_found)
{
  g_autoptr (Report) report = verification_new ();

  verification_end (report);
  ck_assert (((const VerifyHead *) report_head (report))->sound);
  ck_assert_uint_eq (report_row_count (report, 0), 0);
}
END_TEST

START_TEST (breaches_stay_in_their_order)
{
  g_autoptr (Report) report = verification_new ();
  const VerifyBreach first = { .what = "z", .n = 3 }, second = { .what = "a", .n = 1 };

  verification_add (report, &first);
  verification_add (report, &second);
  verification_end (report);
  ck_assert (!((const VerifyHead *) report_head (report))->sound);
  ck_assert_str_eq (((const VerifyBreach *) report_row (report, 0, 0))->what, "z");
  ck_assert_uint_eq (((const VerifyBreach *) report_row (report, 0, 1))->n, 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("verification");
  TCase *tcase = tcase_create ("verification");

  tcase_add_test (tcase, it_is_sound_when_nothing_was_found);
  tcase_add_test (tcase, breaches_stay_in_their_order);
  suite_add_tcase (suite, tcase);
  return suite;
}

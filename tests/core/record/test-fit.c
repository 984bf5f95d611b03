/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/record/fit.h"
#include "test-main.h"

#include <check.h>

START_TEST (fits_have_the_names_of_the_schema)
{
  ck_assert_str_eq (fit_name (FIT_USAGE), "usage");
  ck_assert_str_eq (fit_name (FIT_LICENCE), "licence");
  ck_assert_str_eq (fit_name (FIT_HALF_UP), "half-up");
  ck_assert_str_eq (fit_name (FIT_NEAR), "near");
  ck_assert_str_eq (fit_name (FIT_NONE), "none");
  ck_assert_str_eq (fit_name (FIT_NOT_TESTED), "not-tested");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("fit");
  TCase *tests = tcase_create ("fit");

  tcase_add_test (tests, fits_have_the_names_of_the_schema);
  suite_add_tcase (suite, tests);
  return suite;
}

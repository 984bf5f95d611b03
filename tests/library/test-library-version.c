/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <acorecon.h>
#include <check.h>
#include <string.h>

START_TEST (it_is_that_of_the_program) { ck_assert_str_eq (acorecon_version (), PACKAGE_VERSION); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("library-version");
  TCase *tests = tcase_create ("library-version");

  tcase_add_test (tests, it_is_that_of_the_program);
  suite_add_tcase (suite, tests);
  return suite;
}

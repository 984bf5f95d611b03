/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/late/xlsx-library.h"

START_TEST (the_library_speaks)
{
  GError *error = NULL;

  ck_assert (xlsx_library_open (&error));
  ck_assert_str_eq (lxw_strerror (LXW_NO_ERROR), "No error.");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-library");
  TCase *tests = tcase_create ("xlsx-library");

  tcase_add_test (tests, the_library_speaks);
  suite_add_tcase (suite, tests);
  return suite;
}

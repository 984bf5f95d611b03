/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/language/language-list.h"

START_TEST (test_joined)
{
  static const char *const texts[] = { "a", "b", "c" };
  static const char *const joined[] = { "", "a", "a and b", "a, b and c" };
  g_autofree char *text = language_list (NULL, texts, (gsize) _i);

  ck_assert_str_eq (text, joined[_i]);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("language-list");
  TCase *all = tcase_create ("all");

  tcase_add_loop_test (all, test_joined, 0, 4);
  suite_add_tcase (suite, all);
  return suite;
}

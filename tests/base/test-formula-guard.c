/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/formula-guard.h"
#include "test-main.h"

#include <check.h>

static void
assert_guard (const char *text, const char *expected)
{
  g_autofree char *found = formula_guard_text (text);

  ck_assert_str_eq (found, expected);
}

START_TEST (what_begins_as_a_formula_gets_an_apostrophe)
{
  assert_guard ("=1+1", "'=1+1");
  assert_guard ("+1", "'+1");
  assert_guard ("-1", "'-1");
  assert_guard ("@SUM(A1)", "'@SUM(A1)");
  assert_guard (" \xc2\xa0=1", "' \xc2\xa0=1");
  assert_guard ("\tabc", "'\tabc");
  assert_guard ("\rabc", "'\rabc");
  assert_guard ("\xe2\x80\x8b=1", "'\xe2\x80\x8b=1");
  assert_guard ("\xef\xbc\x9d"
                "1",
                "'\xef\xbc\x9d"
                "1");
}
END_TEST

START_TEST (all_else_stays_as_it_is)
{
  assert_guard ("", "");
  assert_guard ("Contoso", "Contoso");
  assert_guard ("1-1", "1-1");
  assert_guard ("'=1", "'=1");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("formula-guard");
  TCase *tests = tcase_create ("formula-guard");

  tcase_add_test (tests, what_begins_as_a_formula_gets_an_apostrophe);
  tcase_add_test (tests, all_else_stays_as_it_is);
  suite_add_tcase (suite, tests);
  return suite;
}

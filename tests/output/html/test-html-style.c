/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-style.h"
#include "test-main.h"

#include <check.h>
#include <glib.h>
#include <string.h>

START_TEST (it_can_stand_in_a_page)
{
  ck_assert_ptr_null (strstr (html_style (), "</"));
  ck_assert (g_utf8_validate (html_style (), -1, NULL));
}
END_TEST

START_TEST (it_loads_nothing)
{
  ck_assert_ptr_null (strstr (html_style (), "url("));
  ck_assert_ptr_null (strstr (html_style (), "@import"));
  ck_assert_ptr_null (strstr (html_style (), "@font-face"));
}
END_TEST

/* Loose braces would make a browser pass over what follows. */
START_TEST (its_braces_match)
{
  int depth = 0;

  for (const char *at = html_style (); *at != '\0'; at++)
    {
      depth += (*at == '{') - (*at == '}');
      ck_assert_int_ge (depth, 0);
    }
  ck_assert_int_eq (depth, 0);
}
END_TEST

START_TEST (it_knows_dark_narrow_and_paper)
{
  ck_assert_ptr_nonnull (strstr (html_style (), "(prefers-color-scheme:dark)"));
  ck_assert_ptr_nonnull (strstr (html_style (), "@media screen and (max-width:46em)"));
  ck_assert_ptr_nonnull (strstr (html_style (), "@media print"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-style");
  TCase *tests = tcase_create ("html-style");

  tcase_add_test (tests, it_can_stand_in_a_page);
  tcase_add_test (tests, it_loads_nothing);
  tcase_add_test (tests, its_braces_match);
  tcase_add_test (tests, it_knows_dark_narrow_and_paper);
  suite_add_tcase (suite, tests);
  return suite;
}

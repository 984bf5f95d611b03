/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-style.h"
#include "sample-language.h"
#include "test-main.h"

#include <check.h>
#include <glib.h>
#include <string.h>

#define LANGUAGES 5

START_TEST (it_can_stand_in_a_page)
{
  g_autofree char *style = html_style (sample_language (language_codes ()[_i]));

  ck_assert_ptr_null (strstr (style, "</"));
  ck_assert (g_utf8_validate (style, -1, NULL));
}
END_TEST

START_TEST (it_loads_nothing)
{
  g_autofree char *style = html_style (sample_language (language_codes ()[_i]));

  ck_assert_ptr_null (strstr (style, "url("));
  ck_assert_ptr_null (strstr (style, "@import"));
  ck_assert_ptr_null (strstr (style, "@font-face"));
}
END_TEST

/* Loose braces would make a browser pass over what follows. */
START_TEST (its_braces_match)
{
  g_autofree char *style = html_style (sample_language (language_codes ()[_i]));

  int depth = 0;

  for (const char *at = style; *at != '\0'; at++)
    {
      depth += (*at == '{') - (*at == '}');
      ck_assert_int_ge (depth, 0);
    }
  ck_assert_int_eq (depth, 0);
}
END_TEST

START_TEST (it_knows_dark_narrow_and_paper)
{
  g_autofree char *style = html_style (sample_language (language_codes ()[_i]));

  ck_assert_ptr_nonnull (strstr (style, "(prefers-color-scheme:dark)"));
  ck_assert_ptr_nonnull (strstr (style, "@media screen and (max-width:46em)"));
  ck_assert_ptr_nonnull (strstr (style, "@media print"));
}
END_TEST

START_TEST (a_text_of_a_catalog_stays_in_its_string)
{
  g_autoptr (GString) out = g_string_new (NULL);

  html_style_append_string (out, "a\"}</style>\\\n");
  ck_assert_str_eq (out->str, "\"a\\22 }\\3c /style>\\5c \\a \"");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-style");
  TCase *tests = tcase_create ("html-style");

  tcase_add_loop_test (tests, it_can_stand_in_a_page, 0, LANGUAGES);
  tcase_add_loop_test (tests, it_loads_nothing, 0, LANGUAGES);
  tcase_add_loop_test (tests, its_braces_match, 0, LANGUAGES);
  tcase_add_loop_test (tests, it_knows_dark_narrow_and_paper, 0, LANGUAGES);
  tcase_add_test (tests, a_text_of_a_catalog_stays_in_its_string);
  suite_add_tcase (suite, tests);
  return suite;
}

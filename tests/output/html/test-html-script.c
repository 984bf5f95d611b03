/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-script.h"
#include "sample-language.h"
#include "test-main.h"

#include <check.h>
#include <glib.h>
#include <string.h>

#define LANGUAGES 5

/* What it does is tested in a browser (tests/page). */
START_TEST (it_can_stand_in_a_page)
{
  g_autofree char *script = html_script (sample_language (language_codes ()[_i]));

  ck_assert_ptr_null (strstr (script, "</"));
  ck_assert_ptr_null (strstr (script, "<!--"));
  ck_assert_ptr_null (strchr (script, '@'));
  for (const char *at = script; *at != '\0'; at++)
    ck_assert (*at == '\n' || (*at >= ' ' && *at <= '~'));
}
END_TEST

START_TEST (it_neither_loads_nor_makes_code)
{
  static const char *const words[]
      = { "eval",      "Function(",      "fetch",  "XMLHttp",      "import",
          "innerHTML", "document.write", ".style", "localStorage", "http" };
  g_autofree char *script = html_script (sample_language (language_codes ()[_i]));

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    ck_assert_msg (strstr (script, words[i]) == NULL, "%s", words[i]);
}
END_TEST

START_TEST (english_reads_what_people_read)
{
  g_autofree char *english = html_script (NULL);
  g_autofree char *dutch = html_script (sample_language ("nl"));

  ck_assert_ptr_nonnull (strstr (
      english,
      ": shown + ' of ' + view.rows.length + (view.rows.length === 1 ? ' row' : ' rows');"));
  ck_assert_ptr_nonnull (strstr (english, "button.textContent = 'Copy';"));
  ck_assert_ptr_null (strstr (english, "PluralRules"));
  ck_assert_ptr_nonnull (strstr (dutch, "querySelector('data,time')"));
  ck_assert_ptr_nonnull (strstr (dutch, "PluralRules"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-script");
  TCase *tests = tcase_create ("html-script");

  tcase_add_loop_test (tests, it_can_stand_in_a_page, 0, LANGUAGES);
  tcase_add_loop_test (tests, it_neither_loads_nor_makes_code, 0, LANGUAGES);
  tcase_add_test (tests, english_reads_what_people_read);
  suite_add_tcase (suite, tests);
  return suite;
}

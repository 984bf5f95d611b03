/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-script.h"
#include "test-main.h"

#include <check.h>
#include <glib.h>
#include <string.h>

/* What it does is tested in a browser (tests/page). */
START_TEST (it_can_stand_in_a_page)
{
  ck_assert_ptr_null (strstr (html_script (), "</"));
  ck_assert_ptr_null (strstr (html_script (), "<!--"));
  for (const char *at = html_script (); *at != '\0'; at++)
    ck_assert (*at == '\n' || (*at >= ' ' && *at <= '~'));
}
END_TEST

START_TEST (it_neither_loads_nor_makes_code)
{
  static const char *const words[]
      = { "eval",      "Function(",      "fetch",  "XMLHttp",      "import",
          "innerHTML", "document.write", ".style", "localStorage", "http" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    ck_assert_msg (strstr (html_script (), words[i]) == NULL, "%s", words[i]);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-script");
  TCase *tests = tcase_create ("html-script");

  tcase_add_test (tests, it_can_stand_in_a_page);
  tcase_add_test (tests, it_neither_loads_nor_makes_code);
  suite_add_tcase (suite, tests);
  return suite;
}

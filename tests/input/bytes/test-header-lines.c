/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/bytes/header-lines.h"

START_TEST (a_header_is_found_with_what_stands_before_it)
{
  static const struct
  {
    const char *text;
    gsize length;
    guint lines;
  } cases[] = { { "a,b\n1,2\n", 4, 1 },
                { "a,b\r\n", 5, 1 },
                { "\xef\xbb\xbf"
                  "a,b\n1",
                  7, 1 },
                { "sep=;\na;b\n1;2\n", 10, 2 },
                { "\xef\xbb\xbfSEP=;\r\na;b\r\n", 15, 2 },
                { "\"a \"\"b\"\"\",c\n", 12, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      HeaderLines found;

      ck_assert_msg (header_lines_find (cases[i].text, strlen (cases[i].text), &found), "%u", i);
      ck_assert_uint_eq (found.length, cases[i].length);
      ck_assert_uint_eq (found.lines, cases[i].lines);
    }
}
END_TEST

START_TEST (other_texts_have_none)
{
  static const char *const texts[]
      = { "",        "a,b",           "\n1,2\n",        "\"a\nb\",c\n", "{\"a\":1}\n", "[1]\n",
          "sep=;\n", "sep=note\na\n", "\x1f\x8b\x08\n", "\377\376a\n",  " \n[1]\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      HeaderLines found;
      ck_assert_msg (!header_lines_find (texts[i], strlen (texts[i]), &found), "%u", i);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("header-lines");
  TCase *lines = tcase_create ("lines");

  tcase_add_test (lines, a_header_is_found_with_what_stands_before_it);
  tcase_add_test (lines, other_texts_have_none);
  suite_add_tcase (suite, lines);
  return suite;
}

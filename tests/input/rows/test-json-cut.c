/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/rows/json-cut.h"

static const char *const objects[] = {
  "{}",
  "{\"a\":1}",
  "{\"a\":{\"b\":[{},{}]}}",
  "{\"}\":\"]}\",\"\\\"}\":\"\\\\\"}",
  "{\n  \"a\" : \"12345678901234567890\\\\\\\"}\"\n}",
  "{\"control\n\":\"\x01}\"}",
};

/* However the text comes in. */
START_TEST (an_object_ends_with_its_own_bracket)
{
  g_autofree char *text = g_strconcat (objects[_i], ",{\"next\":1}", NULL);
  const gsize length = strlen (objects[_i]);

  for (gsize step = 1; step <= length + 1; step++)
    {
      JsonCut cut = { 0 };
      gsize known = 0;

      do
        known = MIN (known + step, strlen (text));
      while (!json_cut_object (&cut, text, known) && known < strlen (text));
      ck_assert_uint_eq (cut.at, length);
    }
}
END_TEST

START_TEST (an_object_without_an_end_has_none)
{
  static const char *const cut_off[] = { "{", "{\"a", "{\"a\\", "{\"a\\\"}", "{\"a\":[}", "{{}" };

  for (gsize i = 0; i < G_N_ELEMENTS (cut_off); i++)
    {
      JsonCut cut = { 0 };
      ck_assert (!json_cut_object (&cut, cut_off[i], strlen (cut_off[i])));
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-cut");
  TCase *tests = tcase_create ("json-cut");

  tcase_add_loop_test (tests, an_object_ends_with_its_own_bracket, 0, G_N_ELEMENTS (objects));
  tcase_add_test (tests, an_object_without_an_end_has_none);
  suite_add_tcase (suite, tests);
  return suite;
}

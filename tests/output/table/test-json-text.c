/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <json.h>
#include <string.h>

#include "output/table/json-text.h"

static void
assert_json (const char *text, const char *expected)
{
  g_autoptr (GString) out = g_string_new ("before ");

  json_text_append (out, text);
  ck_assert (g_str_has_prefix (out->str, "before "));
  ck_assert_str_eq (out->str + strlen ("before "), expected);
}

START_TEST (no_text_is_null)
{
  assert_json (NULL, "null");
  assert_json ("", "null");
}
END_TEST

START_TEST (a_text_stands_in_quotes)
{
  assert_json ("Contoso Ltd", "\"Contoso Ltd\"");
  assert_json ("a/b <c> 'd' \x7f", "\"a/b <c> 'd' \x7f\"");
  assert_json ("M\xC3\xBCnchen", "\"M\xC3\xBCnchen\"");
  assert_json ("say \"no\"\\", "\"say \\\"no\\\"\\\\\"");
  assert_json ("a\tb\r\nc\x01\x1f", "\"a\\tb\\r\\nc\\u0001\\u001f\"");
}
END_TEST

START_TEST (what_is_not_utf8_is_replaced)
{
  assert_json ("a\xFF"
               "b",
               "\"a\xEF\xBF\xBD"
               "b\"");
}
END_TEST

/* As another library writes it, each character alone and between others. */
START_TEST (every_character_is_written_as_json_c_does)
{
  const int flags = JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE;

  for (gunichar c = 1; c < 0x3000; c++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < 3; i++)
        {
          g_string_append_unichar (text, c);
          g_string_append_c (text, 'x');
        }
      json_object *other = json_object_new_string (text->str);
      assert_json (text->str, json_object_to_json_string_ext (other, flags));
      json_object_put (other);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-text");
  TCase *tests = tcase_create ("json-text");

  tcase_add_test (tests, no_text_is_null);
  tcase_add_test (tests, a_text_stands_in_quotes);
  tcase_add_test (tests, what_is_not_utf8_is_replaced);
  tcase_add_test (tests, every_character_is_written_as_json_c_does);
  suite_add_tcase (suite, tests);
  return suite;
}

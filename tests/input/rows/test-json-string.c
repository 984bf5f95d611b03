/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/rows/json-string.h"

/* Every stop at every offset, so that both halves of the search see it. */
START_TEST (the_first_quote_backslash_or_control_ends_what_is_plain)
{
  static const char stops[] = { '"', '\\', '\n', '\x1f', '\0', '\x01' };

  for (gsize length = 0; length <= 40; length++)
    {
      g_autofree char *text = g_strnfill (length, 'x');

      ck_assert_uint_eq (json_string_plain_length (text, length), length);
      for (gsize at = 0; at < length; at++)
        for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
          {
            text[at] = stops[i];
            ck_assert_uint_eq (json_string_plain_length (text, length), at);
            text[at] = 'x';
          }
    }
}
END_TEST

START_TEST (every_other_byte_is_plain)
{
  char text[16];

  for (int byte = 0; byte < 256; byte++)
    {
      const gboolean stops = byte < 0x20 || byte == '"' || byte == '\\';

      memset (text, byte, sizeof text);
      ck_assert_uint_eq (json_string_plain_length (text, sizeof text), stops ? 0 : sizeof text);
    }
}
END_TEST

static const struct
{
  const char *escaped;
  const char *meaning;
} strings[] = {
  { "", "" },
  { "plain", "plain" },
  { "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\b\f\n\r\t" },
  { "a\\u0041b", "aAb" },
  { "\\u00e9\\u20AC", "\xc3\xa9\xe2\x82\xac" },
  { "x\\uD83D\\uDE00y", "x\xf0\x9f\x98\x80y" },
  { "\\ud800\\udc00\\uDBFF\\uDFFF", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf" },
  { "\\u007f\\u0080\\u07ff\\u0800\\uffff", "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf" },
  { "abcdefgh\\n12345678", "abcdefgh\n12345678" },
  { "\xc3\xa9\\n", "\xc3\xa9\n" },
};

START_TEST (escapes_are_what_they_mean)
{
  const Slice escaped = { strings[_i].escaped, strlen (strings[_i].escaped) };
  g_autofree char *out = g_malloc (escaped.length + 1);
  const gsize length = json_string_unescape (escaped, out);

  ck_assert_uint_le (length, escaped.length);
  out[length] = '\0';
  ck_assert_str_eq (out, strings[_i].meaning);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-string");
  TCase *tests = tcase_create ("json-string");

  tcase_add_test (tests, the_first_quote_backslash_or_control_ends_what_is_plain);
  tcase_add_test (tests, every_other_byte_is_plain);
  tcase_add_loop_test (tests, escapes_are_what_they_mean, 0, G_N_ELEMENTS (strings));
  suite_add_tcase (suite, tests);
  return suite;
}

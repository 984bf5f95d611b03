/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "output/xlsx/xlsx-text.h"

static const struct
{
  const char *text, *prepared;
} texts[] = {
  { "", "" },
  { "Contoso, \"Ltd\" <&>", "Contoso, \"Ltd\" <&>" },
  { "=1+1", "=1+1" },
  { "two\nlines\tand", "two\nlines\tand" },
  { "two\r\nlines", "two_x000D_\nlines" },
  { "\x01\x1f", "_x0001__x001F_" },
  { "\x7f", "\x7f" },
  { "_x0041_", "_x005F_x0041_" },
  { "_x005F_x0041_", "_x005F_x005F_x005F_x0041_" },
  { "a_b _x004_ _x00G1_ _X0041_", "a_b _x004_ _x00G1_ _X0041_" },
  { "_x0041", "_x0041" },
  { "caf\xc3\xa9 \xf0\x9f\x98\x80", "caf\xc3\xa9 \xf0\x9f\x98\x80" },
  { "a\xff"
    "b",
    "a\xef\xbf\xbd"
    "b" },
  { "\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
};

START_TEST (a_text_is_made_fit_for_xml)
{
  g_autoptr (GString) buffer = g_string_new ("before");

  ck_assert_str_eq (xlsx_text_prepare (texts[_i].text, buffer), texts[_i].prepared);
}
END_TEST

static const struct
{
  const char *unit;
  gsize units; /* of UTF-16 */
} characters[] = { { "a", 1 }, { "_", 1 }, { "\xc3\xa9", 1 }, { "\xf0\x9f\x98\x80", 2 } };

/* At the limit nothing happens, beyond it the end is replaced. */
START_TEST (a_long_text_is_cut)
{
  g_autoptr (GString) text = g_string_new (NULL), buffer = g_string_new (NULL);
  const gsize count = XLSX_TEXT_LENGTH_MAX / characters[_i].units;
  const gsize size = strlen (characters[_i].unit);

  for (gsize i = 0; i < count; i++)
    g_string_append (text, characters[_i].unit);
  ck_assert_str_eq (xlsx_text_prepare (text->str, buffer), text->str);
  g_string_append (text, characters[_i].unit);

  const char *cut = xlsx_text_prepare (text->str, buffer);
  const gsize kept = strlen (cut) - 3;
  ck_assert_str_eq (cut + kept, "\xe2\x80\xa6");
  ck_assert_uint_eq (kept % size, 0);
  ck_assert_uint_le (kept / size * characters[_i].units + 1, XLSX_TEXT_LENGTH_MAX);
  ck_assert_uint_ge (kept / size, count - 1);
  ck_assert_int_eq (strncmp (cut, text->str, kept), 0);
}
END_TEST

START_TEST (marks_of_xml_are_written_as_entities)
{
  g_autoptr (GString) text = g_string_new (">"), quoted = g_string_new (NULL);

  xlsx_text_append ("a<b>\"c\" & 'd'", text);
  xlsx_text_append ("", text);
  xlsx_text_append_quoted ("a<b>\"c\"", quoted);
  ck_assert_str_eq (text->str, ">a&lt;b&gt;\"c\" &amp; 'd'");
  ck_assert_str_eq (quoted->str, "a&lt;b&gt;&quot;c&quot;");
}
END_TEST

START_TEST (numbers_are_written_in_full)
{
  g_autoptr (GString) text = g_string_new (NULL);

  xlsx_text_append_number (0, text);
  xlsx_text_append_number (1048576, text);
  xlsx_text_append_number (G_MAXUINT64, text);
  ck_assert_str_eq (text->str, "0104857618446744073709551615");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("xlsx-text");
  TCase *tests = tcase_create ("xlsx-text");

  tcase_add_loop_test (tests, a_text_is_made_fit_for_xml, 0, G_N_ELEMENTS (texts));
  tcase_add_loop_test (tests, a_long_text_is_cut, 0, G_N_ELEMENTS (characters));
  tcase_add_test (tests, marks_of_xml_are_written_as_entities);
  tcase_add_test (tests, numbers_are_written_in_full);
  suite_add_tcase (suite, tests);
  return suite;
}

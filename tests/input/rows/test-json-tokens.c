/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-tokens.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  gsize step; /* so many bytes at a time */
} Stream;

static gssize
read_stream (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  Stream *self = data;
  const gsize count = MIN (MIN (size, self->step), self->length - self->at);

  memcpy (buffer, self->text + self->at, count);
  self->at += count;
  return (gssize) count;
}

/* All tokens as letters, their texts in brackets; then what was refused. */
static char *
tokens_of (const char *text, gsize length, gsize step)
{
  Stream stream = { text, length, 0, step };
  g_autoptr (JsonTokens) tokens = json_tokens_new ("f", read_stream, &stream);
  GString *out = g_string_new (NULL);
  JsonToken token;
  g_autoptr (GError) error = NULL;

  while (json_tokens_next (tokens, &token, &error))
    {
      g_string_append_c (out, "{}[]ksntfz."[token.type]);
      if (token.type == JSON_TOKEN_KEY || token.type == JSON_TOKEN_STRING
          || token.type == JSON_TOKEN_NUMBER)
        g_string_append_printf (out, "(%.*s)", (int) token.text.length, token.text.text);
      if (token.type == JSON_TOKEN_END)
        return g_string_free (out, FALSE);
    }
  g_string_truncate (out, 0);
  g_string_append (out, error->message);
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  const char *tokens;
} good[] = {
  { "{}", "{}." },
  { " [ ] \n", "[]." },
  { "\xef\xbb\xbf[1]", "[n(1)]." },
  { "{\"a\" : [1, -0.5e+3,\ttrue,false , null], \"b\":{\"c\":\"\"}}",
    "{k(a)[n(1)n(-0.5e+3)tfz]k(b){k(c)s()}}." },
  { "\"a\\n\\u00e4\\ud83d\\ude00\\\"\"", "s(a\nä😀\")." },
  { "0", "n(0)." },
  { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]." },
  { "[12345678901234567890123456789012345678.1e-1]", NULL },
  { "[1234567890123456789012345678901234567.1]", "[n(1234567890123456789012345678901234567.1)]." },
};

START_TEST (a_document_is_its_tokens_however_it_is_cut)
{
  for (gsize step = 1; step < 60; step += 1 + step / 2)
    {
      g_autofree char *found = tokens_of (good[_i].text, strlen (good[_i].text), step);
      if (good[_i].tokens != NULL)
        ck_assert_str_eq (found, good[_i].tokens);
      else
        ck_assert (g_str_has_prefix (found, "f:1:2: found a number that cannot be held exactly"));
    }
}
END_TEST

static const struct
{
  const char *text;
  const char *place; /* and how the message begins */
} bad[] = {
  { "", "1:1: found the end of the file" },
  { " \n ", "2:2: found the end of the file" },
  { "{", "1:2: found the end" },
  { "[1", "1:3: found the end" },
  { "[1,]", "1:4: found \"]\" after a trailing comma" },
  { "{\"a\":1,\n }", "2:2: found \"}\" after a trailing comma" },
  { "[,1]", "1:2: found \",\"" },
  { "[1 2]", "1:4: found \"2\"" },
  { "[1]]", "1:4: found \"]\"" },
  { "[1}", "1:3: found \"}\"" },
  { "{\"a\" 1}", "1:6: found \"1\"" },
  { "{a:1}", "1:2: found \"a\"" },
  { "{\"a\":}", "1:6: found \"}\"" },
  { "[01]", "1:3: found \"1\"" },
  { "[-]", "1:3: found \"]\"" },
  { "[1.]", "1:4: found \"]\"" },
  { "[1e]", "1:4: found \"]\"" },
  { "[+1]", "1:2: found \"+\"" },
  { "[.5]", "1:2: found \".\"" },
  { "[trux]", "1:5: found \"x\"" },
  { "[NaN]", "1:2: found \"N\"" },
  { "['a']", "1:2: found \"'\"" },
  { "[\"a\tb\"]", "1:4: found the byte 0x09" },
  { "[\"a\nb\"]", "1:4: found the byte 0x0A" },
  { "[\"\\x\"]", "1:4: found \"x\"" },
  { "[\"\\u12g4\"]", "1:7: found \"g\"" },
  { "[\"a\\u0000\"]", "1:4: found the escape of a NUL" },
  { "[\"a\\ud83d\"]", "1:4: found half of a surrogate pair" },
  { "[\"a\\ud83d\\u0041\"]", "1:4: found half" },
  { "[\"\\ude00\"]", "1:3: found half" },
  { "[\"\\ud83d", "1:9: found the end" },
  { "[\"a\xff\"]", "1:4: found the byte 0xFF" },
  { "[\"a\xe9t\"]", "1:4: found the byte 0xE9" },
  { "[\"\xff\\x\"]", "1:3: found the byte 0xFF" },
  { "[\"a\xe2\x82", "1:6: found the end" },
  { "[\"\xed\xa0\x80\"]", "1:3: found the byte 0xED" },
  { "[\xff]", "1:2: found the byte 0xFF" },
  { "[1]\n\n x", "3:2: found \"x\"" },
  { "{\"a\":1,\n\"b\":2, \"A\":3}", "2:8: found a key that stands in this object already" },
  { "{\"a\":1, \"\\u0061\":3}", "1:9: found a key" },
  { "[1e38]", "1:2: found a number that cannot be held exactly" },
  { "[1e-39]", "1:2: found a number" },
  { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "1:33: found another array or object in 32 others" },
  { "// note\n{}", "1:1: found \"/\"" },
};

START_TEST (what_cannot_stand_there_is_told_with_its_place)
{
  for (gsize step = 1; step < 60; step += 1 + step / 2)
    {
      g_autofree char *found = tokens_of (bad[_i].text, strlen (bad[_i].text), step);
      g_autofree char *expected = g_strconcat ("f:", bad[_i].place, NULL);
      ck_assert_msg (g_str_has_prefix (found, expected), "%s: found %s, expected %s", bad[_i].text,
                     found, expected);
    }
}
END_TEST

START_TEST (a_nul_byte_is_refused)
{
  g_autofree char *found = tokens_of ("[\"a\0b\"]", 7, 7);

  ck_assert (g_str_has_prefix (found, "f:1:4: found the byte 0x00"));
}
END_TEST

START_TEST (a_text_of_more_than_a_mebibyte_is_refused)
{
  g_autoptr (GString) text = g_string_new ("[\"");
  g_autofree char *found = NULL;

  for (int i = 0; i < 1100 * 1024; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "\"]");
  found = tokens_of (text->str, text->len, 4096);
  ck_assert (strstr (found, "more than 1 MiB") != NULL);
}
END_TEST

START_TEST (a_value_is_skipped_as_a_whole)
{
  Stream stream = { "[{\"a\":[1,{}]},2,\"x\"]", 20, 0, 3 };
  g_autoptr (JsonTokens) tokens = json_tokens_new ("f", read_stream, &stream);
  JsonToken token;

  ck_assert (json_tokens_next (tokens, &token, NULL) && json_tokens_next (tokens, &token, NULL));
  ck_assert (json_tokens_skip (tokens, &token, NULL));
  ck_assert (json_tokens_next (tokens, &token, NULL) && token.type == JSON_TOKEN_NUMBER);
  ck_assert (json_tokens_skip (tokens, &token, NULL));
  ck_assert (json_tokens_next (tokens, &token, NULL) && token.type == JSON_TOKEN_STRING);
}
END_TEST

START_TEST (the_rest_is_checked_whatever_it_means)
{
  Stream stream = { "[1,2,]", 6, 0, 3 };
  g_autoptr (JsonTokens) tokens = json_tokens_new ("f", read_stream, &stream);
  g_autoptr (GError) error = NULL, again = NULL;
  JsonToken token;

  ck_assert (json_tokens_next (tokens, &token, NULL));
  ck_assert (!json_tokens_check_rest (tokens, &error));
  ck_assert (!json_tokens_check_rest (tokens, &again));
  ck_assert_str_eq (error->message, again->message);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-tokens");
  TCase *tests = tcase_create ("json-tokens");

  tcase_add_loop_test (tests, a_document_is_its_tokens_however_it_is_cut, 0, G_N_ELEMENTS (good));
  tcase_add_loop_test (tests, what_cannot_stand_there_is_told_with_its_place, 0,
                       G_N_ELEMENTS (bad));
  tcase_add_test (tests, a_nul_byte_is_refused);
  tcase_add_test (tests, a_text_of_more_than_a_mebibyte_is_refused);
  tcase_add_test (tests, a_value_is_skipped_as_a_whole);
  tcase_add_test (tests, the_rest_is_checked_whatever_it_means);
  suite_add_tcase (suite, tests);
  return suite;
}

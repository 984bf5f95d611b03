/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <json-c/json.h>
#include <string.h>

#include "input/rows/json-scan.h"

/* The whole text is one value. */
static JsonVerdict
verdict_of (const char *text, JsonValue *value, gsize *at)
{
  /* A copy of just its length, so that a sanitizer sees what reads too far. */
  const gsize length = strlen (text);
  g_autofree char *copy = g_memdup2 (text, length);
  JsonScan scan = { .text = copy, .length = length };

  if (json_scan_value (&scan, value))
    {
      json_scan_blanks (&scan);
      if (scan.at < length)
        scan.verdict = JSON_INVALID;
    }
  *at = scan.at;
  value->text.text = text + (value->text.text != NULL ? value->text.text - copy : 0);
  return scan.verdict;
}

static const struct
{
  const char *text;
  JsonKind kind;
  const char *value; /* as it stands; NULL: all of it */
} sound[] = {
  { "0", JSON_NUMBER, NULL },
  { "-0", JSON_NUMBER, NULL },
  { "-0.0", JSON_NUMBER, NULL },
  { "10", JSON_NUMBER, NULL },
  { "0.1999968000511991808131", JSON_NUMBER, NULL },
  { "12345678901234567890", JSON_NUMBER, NULL },
  { "123456789012345678901234567890.123456789012345678901234567890", JSON_NUMBER, NULL },
  { "-9223372036854775809", JSON_NUMBER, NULL },
  { "7.10833E-05", JSON_NUMBER, NULL },
  { "0E-20", JSON_NUMBER, NULL },
  { "1e+400", JSON_NUMBER, NULL },
  { " 1 ", JSON_NUMBER, "1" },
  { "\"\"", JSON_STRING, "" },
  { "\t\"a b\"\r\n", JSON_STRING, "a b" },
  { "\"12345678\xc3\xa9\x7f/'\"", JSON_STRING, "12345678\xc3\xa9\x7f/'" },
  { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", JSON_STRING, "\\\"\\\\\\/\\b\\f\\n\\r\\t" },
  { "\"\\u00e9\\uD83D\\ude00\"", JSON_STRING, "\\u00e9\\uD83D\\ude00" },
  { "true", JSON_BOOLEAN, NULL },
  { "false", JSON_BOOLEAN, NULL },
  { "null", JSON_NULL, NULL },
  { "[]", JSON_ARRAY, NULL },
  { "[ ]", JSON_ARRAY, NULL },
  { "[1,\"]\",{\"a\":[null]}]", JSON_ARRAY, NULL },
  { "{}", JSON_OBJECT, NULL },
  { "{ \"a\" : { } , \"b\\\"}\" : [ true ] }", JSON_OBJECT, NULL },
};

START_TEST (a_sound_value_is_handed_out_as_it_stands)
{
  JsonValue value = { 0 };
  gsize at;

  ck_assert_int_eq ((int) verdict_of (sound[_i].text, &value, &at), JSON_SOUND);
  ck_assert_int_eq ((int) value.kind, (int) sound[_i].kind);
  g_autofree char *text = slice_dup (value.text);
  ck_assert_str_eq (text, sound[_i].value != NULL ? sound[_i].value : sound[_i].text);
  ck_assert (value.is_escaped
             == (value.kind == JSON_STRING && memchr (text, '\\', strlen (text)) != NULL));
}
END_TEST

static const struct
{
  const char *text;
  gsize at;
} invalid[] = {
  { "01", 1 },
  { "-01", 2 },
  { "+1", 0 },
  { ".5", 0 },
  { "1.x", 2 },
  { "1.e5", 2 },
  { "1e5.", 3 },
  { "1e+x", 3 },
  { "- 1", 1 },
  { "0x10", 1 },
  { "NaN", 0 },
  { "Infinity", 0 },
  { "-Infinity", 1 },
  { "1 2", 2 },
  { "1,", 1 },
  { "nul ", 3 },
  { "True", 0 },
  { "truex", 4 },
  { "'a'", 0 },
  { "\"a\tb\"", 2 },
  { "\"abcdefghijk\nl\"", 12 },
  { "\"\\x\"", 2 },
  { "\"\\u12g4\"", 5 },
  { "\"\\U0041\"", 2 },
  { "\"a\"b", 3 },
  { "[1,]", 3 },
  { "[,1]", 1 },
  { "[1 2]", 3 },
  { "[1}", 2 },
  { "{1:2}", 1 },
  { "{\"a\"}", 4 },
  { "{\"a\" 1}", 5 },
  { "{\"a\":}", 5 },
  { "{\"a\":1,}", 7 },
  { "{,}", 1 },
  { "{\"a\":1 \"b\":2}", 7 },
  { "{\"a\":1]", 6 },
  { "/*c*/1", 0 },
  { "[1//c\n]", 2 },
  { "\xef\xbb\xbf"
    "1",
    0 },
  { "\x0b"
    "1",
    0 },
  { "]", 0 },
};

START_TEST (what_is_no_json_is_told_by_its_byte)
{
  JsonValue value = { 0 };
  gsize at;

  ck_assert_int_eq ((int) verdict_of (invalid[_i].text, &value, &at), JSON_INVALID);
  ck_assert_uint_eq (at, invalid[_i].at);
}
END_TEST

/* Every beginning of a sound value is cut, and nothing else: a number may end anywhere. */
START_TEST (a_value_that_breaks_off_is_cut)
{
  static const char text[]
      = " {\"k\\\"\\u00e9\\ud83d\\ude00\":[-1.5e-7,true , false,null,\"\"],\"b\":{}}";
  JsonValue value;
  gsize at;

  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *cut = g_strndup (text, length);

      value = (JsonValue){ 0 };
      ck_assert_int_eq ((int) verdict_of (cut, &value, &at), JSON_CUT);
      ck_assert_uint_eq (at, length);
    }
  ck_assert_int_eq ((int) verdict_of (text, &value, &at), JSON_SOUND);
}
END_TEST

static const struct
{
  const char *text;
  gsize at;
} no_text[] = {
  { "\"\\u0000\"", 3 },        { "\"a\\ud83d\"", 4 },       { "\"\\udE00x\"", 3 },
  { "\"\\ud83d\\u0041\"", 3 }, { "\"\\ud83d\\n\"", 3 },     { "\"\\ud83d\\ud83d\"", 3 },
  { "{\"\\u0000\":1}", 4 },    { "\"\\ude00\\ud83d\"", 3 },
};

START_TEST (an_escape_that_is_no_character_is_refused)
{
  JsonValue value = { 0 };
  gsize at;

  ck_assert_int_eq ((int) verdict_of (no_text[_i].text, &value, &at), JSON_NO_TEXT);
  ck_assert_uint_eq (at, no_text[_i].at);
}
END_TEST

static char *
nested (guint levels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < levels; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append (text, "1");
  for (guint i = levels; i > 0; i--)
    g_string_append_c (text, i % 2 == 1 ? ']' : '}');
  return g_string_free (text, FALSE);
}

START_TEST (values_lie_at_most_32_deep_in_one_another)
{
  g_autofree char *most = nested (JSON_DEPTH_MAX);
  g_autofree char *more = nested (JSON_DEPTH_MAX + 1);
  JsonValue value = { 0 };
  gsize at;

  ck_assert_int_eq ((int) verdict_of (most, &value, &at), JSON_SOUND);
  value = (JsonValue){ 0 };
  ck_assert_int_eq ((int) verdict_of (more, &value, &at), JSON_DEEP);
}
END_TEST

/* A parser of its own: it must take all that is sound, and make the same text of a string. Where it
   is the laxer one (see below) it says nothing. */
static struct json_object *
parsed (const char *text)
{
  struct json_tokener *tokener = json_tokener_new ();

  json_tokener_set_flags (tokener, JSON_TOKENER_STRICT | JSON_TOKENER_VALIDATE_UTF8);
  struct json_object *object = json_tokener_parse_ex (tokener, text, (int) strlen (text) + 1);
  const gboolean good = json_tokener_get_error (tokener) == json_tokener_success;
  json_tokener_free (tokener);
  if (good)
    return object != NULL ? object : json_object_new_string ("null");
  json_object_put (object);
  return NULL;
}

START_TEST (another_parser_takes_what_is_sound)
{
  struct json_object *object = parsed (sound[_i].text);

  ck_assert_ptr_nonnull (object);
  json_object_put (object);
}
END_TEST

START_TEST (another_parser_refuses_what_is_not)
{
  static const char *const lax[]
      = { "-01",     "1.e5", "NaN", "Infinity", "-Infinity", "\"a\tb\"", "\"abcdefghijk\nl\"",
          "\013\061" };
  struct json_object *object = parsed (invalid[_i].text);

  for (guint i = 0; i < G_N_ELEMENTS (lax); i++)
    if (strcmp (invalid[_i].text, lax[i]) == 0)
      {
        json_object_put (object);
        return;
      }
  ck_assert_msg (object == NULL, "%s", invalid[_i].text);
}
END_TEST

START_TEST (keys_are_handed_out_one_by_one)
{
  static const char text[] = " { \"a\" : 1 , \"b\" : [ ] } ";
  JsonScan scan = { .text = text, .length = strlen (text) };
  JsonValue key, value;

  ck_assert (json_scan_byte (&scan, '{'));
  ck_assert_int_eq ((int) json_scan_key (&scan, TRUE, &key), JSON_MEMBER);
  ck_assert (key.text.length == 1 && key.text.text[0] == 'a');
  ck_assert (json_scan_value (&scan, &value));
  ck_assert_int_eq ((int) json_scan_key (&scan, FALSE, &key), JSON_MEMBER);
  ck_assert (key.text.length == 1 && key.text.text[0] == 'b');
  ck_assert (json_scan_value (&scan, &value));
  ck_assert_int_eq ((int) json_scan_key (&scan, FALSE, &key), JSON_CLOSED);
  ck_assert_uint_eq (scan.at, strlen (text) - 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-scan");
  TCase *tests = tcase_create ("json-scan");

  tcase_add_loop_test (tests, a_sound_value_is_handed_out_as_it_stands, 0, G_N_ELEMENTS (sound));
  tcase_add_loop_test (tests, what_is_no_json_is_told_by_its_byte, 0, G_N_ELEMENTS (invalid));
  tcase_add_test (tests, a_value_that_breaks_off_is_cut);
  tcase_add_loop_test (tests, an_escape_that_is_no_character_is_refused, 0, G_N_ELEMENTS (no_text));
  tcase_add_test (tests, values_lie_at_most_32_deep_in_one_another);
  tcase_add_loop_test (tests, another_parser_takes_what_is_sound, 0, G_N_ELEMENTS (sound));
  tcase_add_loop_test (tests, another_parser_refuses_what_is_not, 0, G_N_ELEMENTS (invalid));
  tcase_add_test (tests, keys_are_handed_out_one_by_one);
  suite_add_tcase (suite, tests);
  return suite;
}

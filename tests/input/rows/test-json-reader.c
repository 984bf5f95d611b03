/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/recon-error.h"
#include "input/bytes/limits.h"
#include "input/rows/json-reader.h"
#include "sample-csv.h"

static void
append_row (GString *text, const char *what, const Row *row, gsize cell_count)
{
  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT "/%u", what, row->line, row->cell_count);
  for (gsize i = 0; i < cell_count; i++)
    {
      g_string_append_c (text, ' ');
      g_string_append_len (text, row->cells[i].text, (gssize) row->cells[i].length);
    }
  g_string_append (text, "; ");
}

/* Each step as text: columns "C<line>/<count> names", rows "R<line>/<count> cells"; all columns
   are wanted as soon as they are known. (transfer full) */
static char *
read_text (const char *text)
{
  SampleFile file = { .at = text, .left = strlen (text) };
  g_autoptr (JsonReader) reader = json_reader_new ("f.json", sample_file_read, &file);
  g_autoptr (GError) error = NULL;
  GString *found = g_string_new (NULL);
  guint columns[32];
  const Row *row;
  JsonReaderStep step;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = i;
  while ((step = json_reader_next (reader, &row, &error)) != JSON_READER_END)
    {
      if (step == JSON_READER_REFUSED)
        {
          ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
          g_string_append (found, error->message);
          g_clear_error (&error);
          ck_assert_int_eq ((int) json_reader_next (reader, &row, &error), JSON_READER_REFUSED);
          return g_string_free (found, FALSE);
        }
      append_row (found, step == JSON_READER_COLUMNS ? "C" : "R", row, row->cell_count);
      if (step == JSON_READER_COLUMNS)
        json_reader_want (reader, columns, row->cell_count);
    }
  return g_string_free (found, FALSE);
}

static const struct
{
  const char *text;
  const char *expected;
} texts[] = {
  { "{\"a\":1,\"b\":\"x\"}\n{\"b\":2}\n", "C1/2 a b; R1/2 1 x; R2/2  2; " },
  { "{\"a\":1}\n{\"b\":2,\"A\":3}\n{\"c\":4}\n{\"a\":5}\n",
    "C1/1 a; R1/1 1; C2/2 a b; R2/2 3 2; C3/3 a b c; R3/3   4; R4/3 5  ; " },
  { "{}\n{}\n", "C1/0; R1/0; R2/0; " },
  { "{\"items\":[{\"a\":1},\n{\"a\":2}],\"totalCount\":2}", "C1/1 a; R1/1 1; R2/1 2; " },
  { "[]", "" },
  { "{\"a\":1,\"A\":2}",
    "f.json:1: found the key \"a\" twice in one object, expected each key once "
    "(case and punctuation do not count)" },
  { "{\"a\":1}\n{\"b\":2,\n", "C1/1 a; R1/1 1; f.json:2: found JSON that breaks off at byte 8, "
                              "expected one object per line" },
  { "{\"\\u001b[31m\":1,\"31M\":2}",
    "f.json:1: found the key \"\\x1B[31m\" twice in one object, expected each key once (case and "
    "punctuation do not count)" },
};

START_TEST (columns_are_told_before_their_first_row)
{
  g_autofree char *found = read_text (texts[_i].text);
  ck_assert_str_eq (found, texts[_i].expected);
}
END_TEST

START_TEST (only_what_is_wanted_is_handed_out)
{
  const char *text = "{\"a\":1,\"b\":2,\"c\":3}\n{\"c\":4}\n";
  SampleFile file = { .at = text, .left = strlen (text) };
  g_autoptr (JsonReader) reader = json_reader_new ("f.json", sample_file_read, &file);
  const Row *row;

  ck_assert_int_eq ((int) json_reader_next (reader, &row, NULL), JSON_READER_COLUMNS);
  json_reader_want (reader, (const guint[]){ 0, 2 }, 2);
  ck_assert_int_eq ((int) json_reader_next (reader, &row, NULL), JSON_READER_ROW);
  assert_slice (row->cells[0], "1");
  assert_slice (row->cells[1], "3");
  assert_slice (row->raw, "{\"a\":1,\"b\":2,\"c\":3}");
  ck_assert_uint_eq (row->cell_count, 3);
  json_reader_want (reader, NULL, 0);
  ck_assert_int_eq ((int) json_reader_next (reader, &row, NULL), JSON_READER_ROW);
  assert_slice (row->raw, "{\"c\":4}");
  ck_assert_int_eq ((int) json_reader_next (reader, &row, NULL), JSON_READER_END);
}
END_TEST

/* Longer than the window, so that it moves and grows on the way. */
START_TEST (long_streams_are_read_to_the_end)
{
  g_autoptr (GString) text = g_string_new (_i == 0 ? "" : "[");
  g_autofree char *filler = g_strnfill (300 * 1024, 'x');
  SampleFile file;
  const Row *row;
  guint64 rows = 0;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s{\"n\":%d,\"t\":\"%.*s\\n\"}\n", i > 0 && _i > 0 ? "," : "", i,
                            i % 1000 == 999 ? 300 * 1024 : 100 + i % 7, filler);
  if (_i > 0)
    g_string_append (text, "]");
  file = (SampleFile){ .at = text->str, .left = text->len };
  g_autoptr (JsonReader) reader = json_reader_new ("f.json", sample_file_read, &file);
  ck_assert_int_eq ((int) json_reader_next (reader, &row, NULL), JSON_READER_COLUMNS);
  json_reader_want (reader, (const guint[]){ 0, 1 }, 2);
  while (json_reader_next (reader, &row, NULL) == JSON_READER_ROW)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, rows);

      assert_slice (row->cells[0], number);
      ck_assert (row->cells[1].text[row->cells[1].length - 1] == '\n');
      ck_assert_uint_eq (row->line, ++rows);
    }
  ck_assert_uint_eq (rows, 3000);
}
END_TEST

START_TEST (limits_are_told)
{
  g_autofree char *long_name = g_strnfill (1025, 'k');
  g_autofree char *long_value = g_strnfill (1024 * 1024 + 1, 'v');
  g_autofree char *key = g_strdup_printf ("{\"a\":1}\n{\"%s\":1}\n", long_name);
  g_autofree char *value = g_strdup_printf ("{\"a\":1}\n{\"a\":\"%s\"}\n", long_value);
  g_autofree char *deep = g_strnfill (40, '[');
  g_autofree char *nested = g_strdup_printf ("{\"a\":1}\n{\"a\":%s}\n", deep);
  g_autofree char *found_key = read_text (key);
  g_autofree char *found_value = read_text (value);
  g_autofree char *found_nested = read_text (nested);

  ck_assert_str_eq (found_key, "C1/1 a; R1/1 1; f.json:2: found a key of more than 1 KiB, expected "
                               "at most 1 KiB");
  ck_assert_str_eq (found_value, "C1/1 a; R1/1 1; f.json:2: found a value of more than 1 MiB, "
                                 "expected at most 1 MiB");
  ck_assert_str_eq (found_nested, "C1/1 a; R1/1 1; f.json:2: found values nested more than 32 "
                                  "levels deep at byte 37, expected one object per line");
}
END_TEST

START_TEST (too_many_keys_are_told)
{
  g_autoptr (GString) text = g_string_new (NULL);
  SampleFile file;
  g_autoptr (GError) error = NULL;
  const Row *row;
  JsonReaderStep step;

  for (guint i = 0; i <= CSV_COLUMNS_MAX; i++)
    g_string_append_printf (text, "{\"k%u\":1}\n", i);
  file = (SampleFile){ .at = text->str, .left = text->len };
  g_autoptr (JsonReader) reader = json_reader_new ("f.json", sample_file_read, &file);
  do
    step = json_reader_next (reader, &row, &error);
  while (step == JSON_READER_COLUMNS || step == JSON_READER_ROW);
  ck_assert_str_eq (error->message,
                    "f.json:4097: found more than 4,096 different keys, expected at most 4,096");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-reader");
  TCase *tests = tcase_create ("json-reader");

  tcase_add_loop_test (tests, columns_are_told_before_their_first_row, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tests, only_what_is_wanted_is_handed_out);
  tcase_add_loop_test (tests, long_streams_are_read_to_the_end, 0, 2);
  tcase_add_test (tests, limits_are_told);
  tcase_add_test (tests, too_many_keys_are_told);
  suite_add_tcase (suite, tests);
  return suite;
}

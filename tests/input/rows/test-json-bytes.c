/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/rows/json-bytes.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static gssize
read_text (void *data, char *buffer, gsize size, GError **error G_GNUC_UNUSED)
{
  const char **text = data;
  const gsize count = MIN (MIN (size, strlen (*text)), 2);

  memcpy (buffer, *text, count);
  *text += count;
  return (gssize) count;
}

START_TEST (bytes_have_their_lines_and_columns)
{
  const char *text = "\xef\xbb\xbf a\r\n  b";
  JsonBytes bytes;

  json_bytes_init (&bytes, "f", read_text, &text);
  json_bytes_pass_mark (&bytes);
  json_bytes_begin_token (&bytes);
  ck_assert_uint_eq (json_bytes_place (&bytes, bytes.at).byte, 5);
  ck_assert (!json_bytes_take (&bytes, 'b') && json_bytes_take (&bytes, 'a'));
  json_bytes_begin_token (&bytes);
  ck_assert_int_eq (json_bytes_peek (&bytes), 'b');
  ck_assert_uint_eq (json_bytes_place (&bytes, bytes.at).line, 2);
  ck_assert_uint_eq (json_bytes_place (&bytes, bytes.at).byte, 3);
  bytes.at++;
  ck_assert_int_eq (json_bytes_peek (&bytes), JSON_BYTES_END);
  json_bytes_clear (&bytes);
}
END_TEST

static const struct
{
  const char *text;
  const char *message;
} refusals[] = { { "x", "f:1:1: found \"x\", expected more" },
                 { "~", "f:1:1: found \"~\", expected more" },
                 { "\x01", "f:1:1: found the byte 0x01, expected more" },
                 { "\x7f", "f:1:1: found the byte 0x7F, expected more" },
                 { "\xc3\xa4", "f:1:1: found the byte 0xC3, expected more" },
                 { "", "f:1:1: found the end of the file, expected more" } };

START_TEST (what_is_refused_is_told_with_its_place)
{
  const char *text = refusals[_i].text;
  g_autoptr (GError) error = NULL;
  JsonBytes bytes;

  json_bytes_init (&bytes, "f", read_text, &text);
  json_bytes_begin_token (&bytes);
  ck_assert (!json_bytes_refuse_next (&bytes, "more", &error));
  ck_assert_str_eq (error->message, refusals[_i].message);
  json_bytes_clear (&bytes);
}
END_TEST

static gssize
fail_to_read (void *data G_GNUC_UNUSED, char *buffer G_GNUC_UNUSED, gsize size G_GNUC_UNUSED,
              GError **error)
{
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "the disk is gone");
  return -1;
}

START_TEST (what_cannot_be_read_is_told_and_nothing_else)
{
  g_autoptr (GError) error = NULL;
  JsonBytes bytes;

  json_bytes_init (&bytes, "f", fail_to_read, NULL);
  ck_assert (!json_bytes_refuse_next (&bytes, "more", &error));
  ck_assert_str_eq (error->message, "the disk is gone");
  json_bytes_clear (&bytes);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("json-bytes");
  TCase *tests = tcase_create ("json-bytes");

  tcase_add_test (tests, bytes_have_their_lines_and_columns);
  tcase_add_loop_test (tests, what_is_refused_is_told_with_its_place, 0, G_N_ELEMENTS (refusals));
  tcase_add_test (tests, what_cannot_be_read_is_told_and_nothing_else);
  suite_add_tcase (suite, tests);
  return suite;
}

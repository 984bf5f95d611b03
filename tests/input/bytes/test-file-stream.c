/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/bytes/file-stream.h"
#include "sample-stream.h"
#include "test-place.h"

#define CHANGED "shown: the file changed while it was read; wait until it is complete and run again"

static ByteStream *
open_good (const char *path)
{
  g_autoptr (GError) error = NULL;
  ByteStream *stream = file_stream_new ("shown", path, &error);

  ck_assert_msg (stream != NULL, "%s", error == NULL ? "" : error->message);
  return stream;
}

START_TEST (a_file_is_read_to_its_end)
{
  static const gsize pieces[] = { 1, 3, 4096 };

  put ("f", "abcdef");
  g_autoptr (ByteStream) stream = open_good ("f");
  g_autoptr (GString) text = read_stream (stream, pieces[_i], NULL);
  ck_assert_str_eq (text->str, "abcdef");
  ck_assert_uint_eq (byte_stream_count (stream), 6);
}
END_TEST

START_TEST (an_empty_file_has_no_bytes)
{
  put ("f", "");
  g_autoptr (ByteStream) stream = open_good ("f");
  g_autoptr (GString) text = read_stream (stream, 16, NULL);
  ck_assert_uint_eq (text->len, 0);
}
END_TEST

START_TEST (a_file_can_be_moved_in)
{
  put ("f", "abcdef");
  g_autoptr (ByteStream) stream = open_good ("f");

  ck_assert (byte_stream_can_seek (stream));
  ck_assert_int_eq (byte_stream_seek (stream, 0, SEEK_END), 6);
  ck_assert_int_eq (byte_stream_seek (stream, 2, SEEK_SET), 2);
  g_autoptr (GString) text = read_stream (stream, 16, NULL);
  ck_assert_str_eq (text->str, "cdef");
}
END_TEST

/* Its size, or only its time; also where it was moved in and so not read as a whole. */
START_TEST (a_file_that_changes_is_refused_at_its_end)
{
  static const struct timespec times[] = { { .tv_sec = 1000 }, { .tv_sec = 1000 } };
  g_autoptr (GError) error = NULL;

  put ("f", "abcdef");
  g_autoptr (ByteStream) stream = open_good ("f");
  if (_i % 2 == 0)
    ck_assert_int_eq (truncate ("f", 3), 0);
  else
    ck_assert_int_eq (utimensat (AT_FDCWD, "f", times, 0), 0);
  if (_i >= 2)
    ck_assert_int_eq (byte_stream_seek (stream, 0, SEEK_END), _i == 2 ? 3 : 6);
  ck_assert_ptr_null (read_stream (stream, 16, &error));
  assert_input_error (error, CHANGED);
}
END_TEST

/* Also after some of it had been read before. */
START_TEST (a_file_that_is_begun_again_is_read_as_a_whole)
{
  g_autoptr (GError) error = NULL;
  char bytes[4];

  put ("f", "abcdef");
  g_autoptr (ByteStream) stream = open_good ("f");
  ck_assert_int_eq (byte_stream_read (stream, bytes, 4, NULL), 4);
  ck_assert_int_eq (byte_stream_seek (stream, 3, SEEK_SET), 3);
  ck_assert (byte_stream_rewind (stream, "f", NULL));
  g_autoptr (GString) text = read_stream (stream, 4, &error);
  ck_assert_ptr_null (error);
  ck_assert_str_eq (text->str, "abcdef");
}
END_TEST

START_TEST (what_cannot_be_opened_or_is_no_file_is_refused)
{
  g_autoptr (GError) missing = NULL, folder = NULL;

  ck_assert_int_eq (g_mkdir ("folder", 0755), 0);
  ck_assert_ptr_null (file_stream_new ("shown", "nowhere", &missing));
  assert_input_error (missing, "shown: cannot open it: No such file or directory");
  ck_assert_ptr_null (file_stream_new ("shown", "folder", &folder));
  assert_input_error (folder, "shown: found something that is no regular file, expected a billing "
                              "file");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("file-stream");
  TCase *tests = tcase_create ("file-stream");

  tcase_add_checked_fixture (tests, make_place, remove_place);
  tcase_add_loop_test (tests, a_file_is_read_to_its_end, 0, 3);
  tcase_add_test (tests, an_empty_file_has_no_bytes);
  tcase_add_test (tests, a_file_can_be_moved_in);
  tcase_add_loop_test (tests, a_file_that_changes_is_refused_at_its_end, 0, 4);
  tcase_add_test (tests, a_file_that_is_begun_again_is_read_as_a_whole);
  tcase_add_test (tests, what_cannot_be_opened_or_is_no_file_is_refused);
  suite_add_tcase (suite, tests);
  return suite;
}

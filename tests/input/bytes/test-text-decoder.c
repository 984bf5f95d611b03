/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "input/bytes/text-decoder.h"
#include "sample-stream.h"

#define BUFFER_BYTES 4096
#define LINE_BYTES_MAX (64 * 1024)
#define MARK "\xef\xbb\xbf"

/* One stream, and what is made of it. */
static SampleStream stream;
static TextDecoder *decoder;
static GString *text;
static GError *error;

static void
set_up (void)
{
  text = g_string_new (NULL);
}

static void
tear_down (void)
{
  g_clear_pointer (&decoder, text_decoder_free);
  g_string_free (text, TRUE);
  g_clear_error (&error);
}

static void
open_bytes (const char *encoding, gconstpointer bytes, gsize length, gsize piece)
{
  g_clear_pointer (&decoder, text_decoder_free);
  g_string_truncate (text, 0);
  stream = (SampleStream){
    .bytes = bytes, .length = length, .piece = piece, .fail_at = SAMPLE_STREAM_GOOD
  };
  decoder = text_decoder_new ("f.csv", encoding, sample_stream_read, &stream);
}

/* What is left, in pieces of @size bytes, goes to the text. */
static gboolean
read_rest (gsize size)
{
  char buffer[BUFFER_BYTES];
  gssize count;

  g_assert (size <= sizeof buffer);
  while ((count = text_decoder_read (decoder, buffer, size, &error)) > 0)
    g_string_append_len (text, buffer, count);
  return count == 0;
}

static void
assert_text (const char *expected, gsize length)
{
  ck_assert_msg (error == NULL, "%s", error == NULL ? "" : error->message);
  ck_assert_uint_eq (text->len, length);
  ck_assert_int_eq (memcmp (text->str, expected, length), 0);
}

static void
assert_refused (const char *encoding)
{
  g_autofree char *message = g_strdup_printf (
      "f.csv: found bytes that are no text in %s, expected that encoding throughout; is it another "
      "one, or is the file damaged?",
      encoding);

  assert_input_error (error, message);
}

/* Texts */

#define SAMPLE(encoding, bytes, text) \
  { \
    encoding, bytes, sizeof bytes - 1, text, sizeof text - 1 \
  }

static const struct
{
  const char *encoding, *bytes;
  gsize byte_count;
  const char *text;
  gsize text_length;
} samples[] = {
  SAMPLE (NULL, "", ""),
  SAMPLE (NULL, "a", "a"),
  SAMPLE (NULL, "a,b\r\n\xc3\xa9,\xe2\x82\xac\n", "a,b\r\n\xc3\xa9,\xe2\x82\xac\n"),
  SAMPLE (NULL, MARK "a\n", MARK "a\n"),
  SAMPLE (NULL, "caf\xe9\n", "caf\xe9\n"),
  SAMPLE (NULL, "a\0b", "a\0b"),
  SAMPLE (NULL, "\xff", "\xff"),
  SAMPLE ("UTF-8", "caf\xe9\xff\xfe\n", "caf\xe9\xff\xfe\n"),
  SAMPLE ("utf-8",
          "\xff\xfe"
          "a\0",
          "\xff\xfe"
          "a\0"),
  SAMPLE (NULL, "\xff\xfe", MARK),
  SAMPLE (NULL, "\xfe\xff", MARK),
  SAMPLE (NULL,
          "\xff\xfe"
          "A\0\r\0\n\0\xe9\0\xac\x20\x3d\xd8\x00\xde",
          MARK "A\r\n\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"),
  SAMPLE (NULL,
          "\xfe\xff"
          "\0A\0\r\0\n\0\xe9\x20\xac\xd8\x3d\xde\x00",
          MARK "A\r\n\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"),
  SAMPLE ("UTF-16LE", "A\0\xac\x20", "A\xe2\x82\xac"),
  SAMPLE ("UTF-16BE", "\0A\x20\xac", "A\xe2\x82\xac"),
  SAMPLE ("windows-1252", "caf\xe9 \x80\x9f\r\n", "caf\xc3\xa9 \xe2\x82\xac\xc5\xb8\r\n"),
  SAMPLE ("WINDOWS-1252", "\xff\xfe", "\xc3\xbf\xc3\xbe"),
  SAMPLE ("ISO-8859-1", "\xe9", "\xc3\xa9"),
};

START_TEST (text_is_decoded_whatever_the_pieces_are)
{
  static const gsize pieces[] = { 1, 2, 3, 7, G_MAXSIZE };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      open_bytes (samples[_i].encoding, samples[_i].bytes, samples[_i].byte_count, pieces[i]);
      ck_assert (read_rest (BUFFER_BYTES));
      assert_text (samples[_i].text, samples[_i].text_length);
      open_bytes (samples[_i].encoding, samples[_i].bytes, samples[_i].byte_count, pieces[i]);
      ck_assert (read_rest (1));
      assert_text (samples[_i].text, samples[_i].text_length);
    }
}
END_TEST

START_TEST (what_passes_through_can_be_read_byte_by_byte)
{
  static const char bytes[] = MARK "a,\xe2\x82\xac\r\n";

  open_bytes (NULL, bytes, sizeof bytes - 1, 1);
  ck_assert (read_rest (1));
  assert_text (bytes, sizeof bytes - 1);
}
END_TEST

START_TEST (a_long_text_passes_through_whole)
{
  g_autofree char *bytes = g_strnfill (3 * LINE_BYTES_MAX + 5, 'x');

  open_bytes (NULL, bytes, strlen (bytes), 1000);
  ck_assert (read_rest (BUFFER_BYTES));
  assert_text (bytes, strlen (bytes));
}
END_TEST

/* With one character more before them, the surrogate pairs lie across the ends of buffers. */
START_TEST (a_character_may_stand_anywhere_in_a_long_text)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (MARK);

  g_string_append_len (bytes, "\xff\xfe", 2);
  for (int i = 0; i < _i; i++)
    {
      g_string_append_len (bytes, "A\0", 2);
      g_string_append_c (expected, 'A');
    }
  for (int i = 0; i < LINE_BYTES_MAX; i++)
    {
      g_string_append_len (bytes, "\x3d\xd8\x00\xde", 4);
      g_string_append (expected, "\xf0\x9f\x98\x80");
    }
  open_bytes (NULL, bytes->str, bytes->len, 4099);
  ck_assert (read_rest (BUFFER_BYTES - 1));
  assert_text (expected->str, expected->len);
}
END_TEST

/* Refusals */

static const struct
{
  const char *encoding, *bytes;
  gsize byte_count;
  const char *before, *named;
} refused[] = {
  { NULL,
    "\xff\xfe"
    "A\0\0\xdc"
    "B\0",
    8, MARK "A", "UTF-16" },
  { NULL,
    "\xfe\xff"
    "\0A\xdc\0\0B",
    8, MARK "A", "UTF-16" },
  { NULL,
    "\xff\xfe"
    "A\0B",
    5, MARK "A", "UTF-16" },
  { NULL,
    "\xff\xfe"
    "A",
    3, MARK, "UTF-16" },
  { NULL,
    "\xff\xfe"
    "A\0\x3d\xd8",
    6, MARK "A", "UTF-16" },
  { NULL,
    "\xfe\xff"
    "\0A\xd8\x3d\xde",
    7, MARK "A", "UTF-16" },
  { "windows-1252",
    "ab\x81"
    "c",
    4, "ab", "windows-1252" },
  { "US-ASCII", "\xe9", 1, "", "US-ASCII" },
  { "Shift_JIS", "a\x83", 2, "a", "Shift_JIS" },
};

START_TEST (bytes_that_are_no_text_are_refused)
{
  static const gsize pieces[] = { 1, G_MAXSIZE };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_clear_error (&error);
      open_bytes (refused[_i].encoding, refused[_i].bytes, refused[_i].byte_count, pieces[i]);
      ck_assert (!read_rest (BUFFER_BYTES));
      assert_refused (refused[_i].named);
      ck_assert_str_eq (text->str, refused[_i].before);
    }
}
END_TEST

START_TEST (a_first_line_that_is_no_text_is_refused)
{
  Slice line;

  open_bytes ("windows-1252", "a\x81\n", 3, G_MAXSIZE);
  ck_assert (!text_decoder_first_line (decoder, &line, &error));
  assert_refused ("windows-1252");
}
END_TEST

START_TEST (a_failure_to_read_is_handed_on)
{
  Slice line;

  open_bytes (NULL, "abc\n", 4, 1);
  stream.fail_at = 2;
  ck_assert (!read_rest (BUFFER_BYTES));
  assert_input_error (error, "cannot read on");
  g_clear_error (&error);
  open_bytes ("windows-1252", "abc\n", 4, 1);
  stream.fail_at = 2;
  ck_assert (!text_decoder_first_line (decoder, &line, &error));
  assert_input_error (error, "cannot read on");
}
END_TEST

START_TEST (a_failure_behind_the_beginning_is_handed_on)
{
  g_autofree char *bytes = g_strnfill (2 * LINE_BYTES_MAX, 'x');

  open_bytes (NULL, bytes, strlen (bytes), 1024);
  stream.fail_at = LINE_BYTES_MAX + 1024;
  ck_assert (!read_rest (BUFFER_BYTES));
  assert_input_error (error, "cannot read on");
  ck_assert_uint_eq (text->len, LINE_BYTES_MAX + 1024);
}
END_TEST

/* The first line */

static const struct
{
  const char *encoding, *bytes;
  gsize byte_count;
  const char *line, *text;
} first_lines[] = {
  { NULL, "", 0, "", "" },
  { NULL, "\n", 1, "", "\n" },
  { NULL, "\r\n", 2, "", "\r\n" },
  { NULL, "a,b", 3, "a,b", "a,b" },
  { NULL, "a,b\r", 4, "a,b", "a,b\r" },
  { NULL, "a,b\nc\n", 6, "a,b", "a,b\nc\n" },
  { NULL, "a,b\r\nc,d\r\n", 10, "a,b", "a,b\r\nc,d\r\n" },
  { NULL, "a\rb\r\r\nc", 7, "a\rb\r", "a\rb\r\r\nc" },
  { NULL, MARK "a\nb", 6, MARK "a", MARK "a\nb" },
  { NULL,
    "\xff\xfe"
    "a\0;\0\r\0\n\0"
    "b\0",
    12, MARK "a;", MARK "a;\r\nb" },
  { NULL,
    "\xfe\xff"
    "\0a\0;\0\r\0\n\0"
    "b",
    12, MARK "a;", MARK "a;\r\nb" },
  { "windows-1252", "\xe9\r\nb", 4, "\xc3\xa9", "\xc3\xa9\r\nb" },
};

START_TEST (the_first_line_can_be_looked_at_before_all_is_read)
{
  static const gsize pieces[] = { 1, 3, G_MAXSIZE };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      Slice line;

      open_bytes (first_lines[_i].encoding, first_lines[_i].bytes, first_lines[_i].byte_count,
                  pieces[i]);
      ck_assert (text_decoder_first_line (decoder, &line, &error));
      g_autofree char *found = slice_dup (line);
      ck_assert_str_eq (found, first_lines[_i].line);
      ck_assert (read_rest (i == 0 ? 1 : BUFFER_BYTES));
      assert_text (first_lines[_i].text, strlen (first_lines[_i].text));
    }
}
END_TEST

/* Lengths of the first line, and how much of it is shown. */
static const struct
{
  gsize length, shown;
} long_lines[] = {
  { LINE_BYTES_MAX - 1, LINE_BYTES_MAX - 1 },
  { LINE_BYTES_MAX, LINE_BYTES_MAX },
  { LINE_BYTES_MAX + 1, LINE_BYTES_MAX },
  { 3 * LINE_BYTES_MAX, LINE_BYTES_MAX },
};

START_TEST (of_a_long_first_line_64_kib_are_shown_and_nothing_is_lost)
{
  g_autofree char *start = g_strnfill (long_lines[_i].length, 'x');
  g_autofree char *bytes = g_strconcat (start, "\r\nnext\r\n", NULL);
  Slice line;

  open_bytes (NULL, bytes, strlen (bytes), 1000);
  ck_assert (text_decoder_first_line (decoder, &line, &error));
  ck_assert_uint_eq (line.length, long_lines[_i].shown);
  ck_assert_int_eq (memcmp (line.text, bytes, line.length), 0);
  ck_assert (read_rest (BUFFER_BYTES));
  assert_text (bytes, strlen (bytes));
}
END_TEST

/* After the mark and characters of three bytes one byte of the 64 KiB is left. */
START_TEST (a_long_first_line_of_long_characters_loses_nothing)
{
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (MARK);
  Slice line;

  g_string_append_len (bytes, "\xff\xfe", 2);
  for (int i = 0; i < LINE_BYTES_MAX; i++)
    {
      g_string_append_len (bytes, "\xac\x20", 2);
      g_string_append (expected, "\xe2\x82\xac");
    }
  open_bytes (NULL, bytes->str, bytes->len, G_MAXSIZE);
  ck_assert (text_decoder_first_line (decoder, &line, &error));
  ck_assert_uint_le (line.length, LINE_BYTES_MAX);
  ck_assert_uint_gt (line.length, LINE_BYTES_MAX - 3);
  ck_assert_int_eq (memcmp (line.text, expected->str, line.length), 0);
  ck_assert (read_rest (BUFFER_BYTES));
  assert_text (expected->str, expected->len);
}
END_TEST

START_TEST (an_encoding_is_known_or_not)
{
  ck_assert (text_decoder_knows ("UTF-8"));
  ck_assert (text_decoder_knows ("windows-1252"));
  ck_assert (text_decoder_knows ("UTF-16LE"));
  ck_assert (!text_decoder_knows ("windows-9999"));
  ck_assert (!text_decoder_knows ("no such encoding"));
}
END_TEST

START_TEST (nothing_can_be_freed) { text_decoder_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("text-decoder");
  TCase *tests = tcase_create ("text-decoder");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_loop_test (tests, text_is_decoded_whatever_the_pieces_are, 0, G_N_ELEMENTS (samples));
  tcase_add_test (tests, what_passes_through_can_be_read_byte_by_byte);
  tcase_add_test (tests, a_long_text_passes_through_whole);
  tcase_add_loop_test (tests, a_character_may_stand_anywhere_in_a_long_text, 0, 2);
  tcase_add_loop_test (tests, bytes_that_are_no_text_are_refused, 0, G_N_ELEMENTS (refused));
  tcase_add_test (tests, a_first_line_that_is_no_text_is_refused);
  tcase_add_test (tests, a_failure_to_read_is_handed_on);
  tcase_add_test (tests, a_failure_behind_the_beginning_is_handed_on);
  tcase_add_loop_test (tests, the_first_line_can_be_looked_at_before_all_is_read, 0,
                       G_N_ELEMENTS (first_lines));
  tcase_add_loop_test (tests, of_a_long_first_line_64_kib_are_shown_and_nothing_is_lost, 0,
                       G_N_ELEMENTS (long_lines));
  tcase_add_test (tests, a_long_first_line_of_long_characters_loses_nothing);
  tcase_add_test (tests, an_encoding_is_known_or_not);
  tcase_add_test (tests, nothing_can_be_freed);
  suite_add_tcase (suite, tests);
  return suite;
}

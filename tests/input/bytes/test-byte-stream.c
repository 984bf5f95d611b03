/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/bytes/byte-stream.h"
#include "sample-stream.h"

typedef struct
{
  const char *bytes;
  gsize length;
  ContentKind kind;
  const char *words;
} Beginning;

/* The last byte of each is the one that decides. */
#define BEGINNING(bytes, kind, words) \
  { \
    bytes, sizeof (bytes) - 1, kind, words \
  }
static const Beginning beginnings[] = {
  BEGINNING ("\x1f\x8b", CONTENT_GZIP, NULL),
  BEGINNING ("\xfd"
             "7zXZ\0",
             CONTENT_XZ, NULL),
  BEGINNING ("\x28\xb5\x2f\xfd", CONTENT_ZSTD, NULL),
  BEGINNING ("\x50\x2a\x4d\x18", CONTENT_ZSTD, NULL),
  BEGINNING ("PK\x03\x04", CONTENT_ZIP, NULL),
  BEGINNING ("PK\x05\x06", CONTENT_ZIP, NULL),
  BEGINNING ("7z\xbc\xaf\x27\x1c", CONTENT_UNREADABLE, "a 7z archive"),
  BEGINNING ("BZh91AY&SY", CONTENT_UNREADABLE, "a bzip2 file"),
  BEGINNING ("Rar!", CONTENT_UNREADABLE, "a RAR archive"),
  BEGINNING ("%PDF-", CONTENT_UNREADABLE, "a PDF document"),
  BEGINNING ("\xd0\xcf\x11\xe0", CONTENT_UNREADABLE, "an old Excel workbook"),
  BEGINNING ("PAR1", CONTENT_UNREADABLE, "a Parquet file"),
  BEGINNING ("SQLite format 3", CONTENT_UNREADABLE, "an SQLite database"),
};

START_TEST (the_first_bytes_show_the_kind)
{
  const Beginning *beginning = &beginnings[_i];
  const char *words;

  ck_assert_int_eq ((int) byte_stream_content_kind (beginning->bytes, beginning->length, &words),
                    (int) beginning->kind);
  ck_assert_pstr_eq (words, beginning->words);
  ck_assert_int_eq (
      (int) byte_stream_content_kind (beginning->bytes, beginning->length - 1, &words),
      CONTENT_OTHER);
  ck_assert_ptr_null (words);
}
END_TEST

/* As POSIX and as GNU tar write it. */
START_TEST (a_tar_archive_shows_itself_within_its_first_block)
{
  static const char *const marks[] = { "ustar\0", "ustar  \0", "ustar ,x" };
  static const gsize lengths[] = { 6, 8, 8 };
  char block[512] = "a.csv";
  const char *words;
  const ContentKind kind = _i < 2 ? CONTENT_TAR : CONTENT_OTHER;

  memcpy (block + 257, marks[_i], lengths[_i]);
  ck_assert_int_eq ((int) byte_stream_content_kind (block, sizeof block, &words), (int) kind);
  ck_assert_int_eq ((int) byte_stream_content_kind (block, 257 + lengths[_i], &words), (int) kind);
  ck_assert_int_eq ((int) byte_stream_content_kind (block, 256 + lengths[_i], &words),
                    CONTENT_OTHER);
}
END_TEST

/* A header may well begin with such letters. */
START_TEST (text_is_no_packed_file)
{
  static const char *const texts[]
      = { "", "P", "PK", "PK,Amount\n", "BZh,Amount\n", "7zip,Amount\n", "CustomerId\n", "%PDF" };
  const char *words;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    ck_assert_int_eq ((int) byte_stream_content_kind (texts[i], strlen (texts[i]), &words),
                      CONTENT_OTHER);
}
END_TEST

/* Whatever the pieces in which it comes. */
START_TEST (what_was_looked_at_stays_to_be_read)
{
  static const gsize pieces[] = { 1, 3, 511, 512, 513, 5000 };
  g_autofree char *bytes = g_strnfill (2000, 'x');
  ContentKind kind;
  const char *words;

  memcpy (bytes, "\x1f\x8b", 2);
  for (gsize length = 0; length <= 2000; length = length < 4 ? length + 1 : length + 499)
    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
      {
        g_autoptr (ByteStream) stream
            = sample_stream_new (bytes, length, pieces[i], SAMPLE_STREAM_GOOD);

        for (int again = 0; again < 2; again++)
          {
            ck_assert (byte_stream_probe (stream, &kind, &words, NULL));
            ck_assert_int_eq ((int) kind, length < 2 ? CONTENT_OTHER : CONTENT_GZIP);
            ck_assert_uint_eq (byte_stream_count (stream), 0);
          }
        GString *text = read_stream (stream, pieces[G_N_ELEMENTS (pieces) - 1 - i], NULL);
        ck_assert_uint_eq (text->len, length);
        ck_assert_mem_eq (text->str, bytes, length);
        ck_assert_uint_eq (byte_stream_count (stream), length);
        g_string_free (text, TRUE);
      }
}
END_TEST

START_TEST (what_comes_next_can_be_looked_at_in_the_middle)
{
  g_autoptr (ByteStream) stream = sample_stream_new ("abcPK\3\4xyz", 10, 4, SAMPLE_STREAM_GOOD);
  char buffer[3];
  ContentKind kind;
  const char *words;

  ck_assert (byte_stream_probe (stream, &kind, &words, NULL));
  ck_assert_int_eq ((int) kind, CONTENT_OTHER);
  ck_assert_int_eq (byte_stream_read (stream, buffer, 3, NULL), 3);
  ck_assert (byte_stream_probe (stream, &kind, &words, NULL));
  ck_assert_int_eq ((int) kind, CONTENT_ZIP);
  g_autoptr (GString) rest = read_stream (stream, 2, NULL);
  ck_assert_str_eq (rest->str, "PK\3\4xyz");
  ck_assert_uint_eq (byte_stream_count (stream), 10);
}
END_TEST

START_TEST (a_failure_is_passed_on)
{
  g_autoptr (ByteStream) stream = sample_stream_new ("abcdef", 6, 2, 4);
  g_autoptr (GError) probing = NULL, reading = NULL;
  ContentKind kind;
  const char *words;
  char buffer[8];

  ck_assert (!byte_stream_probe (stream, &kind, &words, &probing));
  assert_input_error (probing, "cannot read on");
  g_autoptr (ByteStream) other = sample_stream_new ("abcdef", 6, 2, 0);
  ck_assert_int_eq (byte_stream_read (other, buffer, sizeof buffer, &reading), -1);
  assert_input_error (reading, "cannot read on");
  ck_assert_uint_eq (byte_stream_count (other), 0);
}
END_TEST

START_TEST (moving_forgets_what_was_looked_at)
{
  g_autoptr (ByteStream) fixed = sample_stream_new ("abc", 3, 1, SAMPLE_STREAM_GOOD);
  g_autoptr (ByteStream) stream = sample_stream_new_movable ("abcdef", 6);
  ContentKind kind;
  const char *words;

  ck_assert (!byte_stream_can_seek (fixed));
  ck_assert (byte_stream_can_seek (stream));
  ck_assert (byte_stream_probe (stream, &kind, &words, NULL));
  ck_assert_int_eq (byte_stream_seek (stream, 4, SEEK_SET), 4);
  g_autoptr (GString) end = read_stream (stream, 16, NULL);
  ck_assert_str_eq (end->str, "ef");
  ck_assert_int_eq (byte_stream_seek (stream, 0, SEEK_SET), 0);
  g_autoptr (GString) all = read_stream (stream, 16, NULL);
  ck_assert_str_eq (all->str, "abcdef");
  ck_assert_int_eq (byte_stream_seek (stream, -1, SEEK_SET), -1);
}
END_TEST

START_TEST (begun_again_it_is_as_if_nothing_had_been_read)
{
  g_autoptr (ByteStream) stream = sample_stream_new_movable ("abcdef", 6);
  ContentKind kind;
  const char *unreadable;
  char byte;

  ck_assert (byte_stream_probe (stream, &kind, &unreadable, NULL));
  ck_assert_int_eq (byte_stream_read (stream, &byte, 1, NULL), 1);
  ck_assert (byte_stream_rewind (stream, "f", NULL));
  ck_assert_uint_eq (byte_stream_count (stream), 0);
  g_autoptr (GString) all = read_stream (stream, 4, NULL);
  ck_assert_str_eq (all->str, "abcdef");
  ck_assert_uint_eq (byte_stream_count (stream), 6);
}
END_TEST

static gint64
refuse_to_move (gpointer state G_GNUC_UNUSED, gint64 offset G_GNUC_UNUSED, int whence G_GNUC_UNUSED)
{
  return -1;
}

START_TEST (what_cannot_be_begun_again_says_so)
{
  static const ByteStreamClass stuck
      = { .read = sample_stream_read, .seek = refuse_to_move, .free = g_free };
  g_autoptr (ByteStream) stream = byte_stream_new (&stuck, g_new0 (SampleStream, 1));
  g_autoptr (GError) error = NULL;

  ck_assert (!byte_stream_rewind (stream, "f", &error));
  assert_input_error (error, "f: cannot read it once more");
}
END_TEST

START_TEST (freeing_nothing_is_fine) { byte_stream_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("byte-stream");
  TCase *tests = tcase_create ("byte-stream");

  tcase_add_loop_test (tests, the_first_bytes_show_the_kind, 0, G_N_ELEMENTS (beginnings));
  tcase_add_loop_test (tests, a_tar_archive_shows_itself_within_its_first_block, 0, 3);
  tcase_add_test (tests, text_is_no_packed_file);
  tcase_add_test (tests, what_was_looked_at_stays_to_be_read);
  tcase_add_test (tests, what_comes_next_can_be_looked_at_in_the_middle);
  tcase_add_test (tests, a_failure_is_passed_on);
  tcase_add_test (tests, moving_forgets_what_was_looked_at);
  tcase_add_test (tests, begun_again_it_is_as_if_nothing_had_been_read);
  tcase_add_test (tests, what_cannot_be_begun_again_says_so);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/bytes/gzip-stream.h"
#include "input/bytes/igzip-stream.h"
#include "sample-gzip.h"
#include "sample-stream.h"

/* What zlib says of a file is what holds; it is asked beside. */

/* Rows that do and do not repeat what stands before them. (transfer full) */
static char *
rows (guint count)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (count);
  GString *text = g_string_new ("Name,Amount\n");

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "customer %d,%u.10\n", g_rand_int_range (random, 0, 5),
                            g_rand_int (random));
  return g_string_free (text, FALSE);
}

/* NULL with @error; read in and out in pieces. */
static GString *
unpack (const GByteArray *bytes, guint length, gsize piece_in, gsize piece_out, GError **error)
{
  g_autoptr (ByteStream) stream = igzip_stream_new (
      "f.gz", sample_stream_new_movable_in (bytes->data, length, piece_in, SAMPLE_STREAM_GOOD));
  return read_stream (stream, piece_out, error);
}

static GString *
unpack_by_zlib (const GByteArray *bytes, guint length, GError **error)
{
  g_autoptr (ByteStream) stream = gzip_stream_new (
      "f.gz", sample_stream_new (bytes->data, length, G_MAXSIZE, SAMPLE_STREAM_GOOD));
  return read_stream (stream, 4096, error);
}

/* The first @length bytes come out as zlib gives them, or are refused in its words. */
static void
assert_as_zlib (const GByteArray *bytes, guint length, gsize piece_in, gsize piece_out)
{
  g_autoptr (GError) error = NULL, zlib_error = NULL;
  GString *text = unpack (bytes, length, piece_in, piece_out, &error);
  GString *expected = unpack_by_zlib (bytes, length, &zlib_error);

  ck_assert_int_eq (text == NULL, expected == NULL);
  if (text == NULL)
    {
      ck_assert_str_eq (error->message, zlib_error->message);
      return;
    }
  ck_assert (g_string_equal (text, expected));
  g_string_free (text, TRUE);
  g_string_free (expected, TRUE);
}

static void
assert_unpacks (const GByteArray *bytes, const char *expected)
{
  static const gsize pieces[] = { 1, 5, 300, G_MAXSIZE };
  static const gsize pieces_out[] = { 1, 7, 1000, 1 << 18 };

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (pieces_out); j++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GString) text = unpack (bytes, bytes->len, pieces[i], pieces_out[j], &error);
        ck_assert_msg (text != NULL, "%s", error != NULL ? error->message : "");
        ck_assert_str_eq (text->str, expected);
      }
}

START_TEST (every_kind_of_block_is_read)
{
  static const SampleGzip kinds[] = {
    { .level = 0 },
    { .level = 1 },
    { .level = 9 },
    { .level = 6, .strategy = Z_FIXED },
    { .level = 6, .strategy = Z_HUFFMAN_ONLY },
    { .level = 6, .strategy = Z_RLE },
  };
  g_autofree char *text = rows (_i % 2 == 0 ? 4 : 6000);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sample_gzip_append_as (bytes, text, &kinds[_i / 2]);
  assert_unpacks (bytes, text);
}
END_TEST

START_TEST (all_members_are_read)
{
  g_autofree char *text = rows (300);
  g_autoptr (GByteArray) bytes = sample_gzip_of ("a,1\n");
  g_autofree char *expected = g_strconcat ("a,1\n", text, "b,2\n", NULL);

  sample_gzip_append (bytes, "");
  sample_gzip_append (bytes, text);
  sample_gzip_append (bytes, "b,2\n");
  assert_unpacks (bytes, expected);
}
END_TEST

START_TEST (an_empty_content_is_read)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of ("");

  assert_unpacks (bytes, "");
}
END_TEST

START_TEST (further_header_fields_are_passed_over)
{
  Bytef extra[300] = "AB\x28\x01 extra", name[] = "a.csv", comment[] = "hello";
  gz_header header
      = { .extra = extra, .extra_len = sizeof extra, .name = name, .comment = comment, .hcrc = 1 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sample_gzip_append_as (bytes, "a,1\n", &(SampleGzip){ .level = 6, .header = &header });
  sample_gzip_append_as (bytes, "b,2\n", &(SampleGzip){ .level = 6, .header = &header });
  assert_unpacks (bytes, "a,1\nb,2\n");
}
END_TEST

/* Also where a first member has been handed out already. */
START_TEST (cut_anywhere_it_is_refused_in_the_same_words)
{
  g_autofree char *text = rows (20);
  g_autoptr (GByteArray) bytes = sample_gzip_of (text);

  sample_gzip_append (bytes, text);
  for (guint length = 0; length <= bytes->len; length++)
    {
      assert_as_zlib (bytes, length, 7, 64);
      assert_as_zlib (bytes, length, G_MAXSIZE, 1 << 18);
    }
}
END_TEST

START_TEST (with_any_bit_wrong_it_is_refused_in_the_same_words_or_the_same)
{
  static const SampleGzip kinds[] = { { .level = 9 }, { .level = 6, .strategy = Z_FIXED }, { 0 } };
  g_autofree char *text = rows (30);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sample_gzip_append_as (bytes, text, &kinds[_i]);
  sample_gzip_append_as (bytes, "b,2\n", &kinds[_i]);
  for (guint bit = 0; bit < 8 * bytes->len; bit++)
    {
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      assert_as_zlib (bytes, bytes->len, 64, 64);
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
    }
}
END_TEST

START_TEST (bytes_behind_the_last_member_are_refused)
{
  static const char *const tails[] = { "x", "\0\0\0\0", "\x1e", "\n", "\x1f\x8c\x08 and more" };
  static const guint lengths[] = { 1, 4, 1, 1, 12 };
  g_autoptr (GByteArray) bytes = sample_gzip_of ("a,1\n");
  const guint good = bytes->len;

  g_byte_array_append (bytes, (const guint8 *) tails[_i], lengths[_i]);
  for (guint length = good; length <= bytes->len; length++)
    assert_as_zlib (bytes, length, 3, 16);
}
END_TEST

/* As where it was not wrong: what counts the file's bytes counts each once. */
START_TEST (the_file_is_counted_once_though_it_is_begun_again)
{
  g_autofree char *text = rows (6000);
  g_autoptr (GByteArray) bytes = sample_gzip_of (text);
  g_autoptr (GError) error = NULL;

  bytes->data[bytes->len - 5] ^= 1;
  ByteStream *file = sample_stream_new_movable (bytes->data, bytes->len);
  g_autoptr (ByteStream) stream = igzip_stream_new ("f.gz", file);
  ck_assert_ptr_null (read_stream (stream, 1 << 18, &error));
  assert_input_error (error,
                      "f.gz: the gzip file is damaged: incorrect data check; download it again");
  ck_assert_uint_eq (byte_stream_count (file), bytes->len);
}
END_TEST

START_TEST (a_failure_to_read_is_passed_on)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of ("a,1\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (ByteStream) stream
      = igzip_stream_new ("f.gz", sample_stream_new_movable_in (bytes->data, bytes->len, 4, 8));

  ck_assert_ptr_null (read_stream (stream, 16, &error));
  assert_input_error (error, "cannot read on");
}
END_TEST

static gint64
refuse_to_move (gpointer state G_GNUC_UNUSED, gint64 offset G_GNUC_UNUSED, int whence G_GNUC_UNUSED)
{
  return -1;
}

/* So nothing is begun again where nothing is wrong. */
START_TEST (only_a_file_in_doubt_is_begun_again)
{
  static const ByteStreamClass stuck
      = { .read = sample_stream_read, .seek = refuse_to_move, .free = g_free };
  g_autofree char *text = rows (6000);
  g_autoptr (GByteArray) bytes = sample_gzip_of (text);
  const gboolean is_good = _i < 4;

  sample_gzip_append (bytes, text);
  bytes->data[bytes->len - 1] ^= is_good ? 0 : 1;
  for (gsize piece = 1; piece <= 4096; piece *= 16)
    {
      SampleStream *state = g_new (SampleStream, 1);
      *state = (SampleStream){ bytes->data, bytes->len, 0, piece, SAMPLE_STREAM_GOOD };
      g_autoptr (GError) error = NULL;
      g_autoptr (ByteStream) stream = igzip_stream_new ("f.gz", byte_stream_new (&stuck, state));
      GString *found = read_stream (stream, (gsize) 1 << (6 * (_i % 4)), &error);

      if (is_good)
        ck_assert_uint_eq (found->len, 2 * strlen (text));
      else if (igzip_stream_is_available ())
        assert_input_error (error, "f.gz: cannot read it once more");
      if (found != NULL)
        g_string_free (found, TRUE);
    }
}
END_TEST

START_TEST (what_cannot_be_moved_in_is_read_too)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of ("a,1\n");
  g_autoptr (ByteStream) stream = igzip_stream_new (
      "f.gz", sample_stream_new (bytes->data, bytes->len, 4, SAMPLE_STREAM_GOOD));
  g_autoptr (GString) text = read_stream (stream, 16, NULL);

  ck_assert_str_eq (text->str, "a,1\n");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("igzip-stream");
  TCase *tests = tcase_create ("igzip-stream");

  tcase_add_loop_test (tests, every_kind_of_block_is_read, 0, 12);
  tcase_add_test (tests, all_members_are_read);
  tcase_add_test (tests, an_empty_content_is_read);
  tcase_add_test (tests, further_header_fields_are_passed_over);
  tcase_add_test (tests, cut_anywhere_it_is_refused_in_the_same_words);
  tcase_add_loop_test (tests, with_any_bit_wrong_it_is_refused_in_the_same_words_or_the_same, 0, 3);
  tcase_add_loop_test (tests, bytes_behind_the_last_member_are_refused, 0, 5);
  tcase_add_test (tests, the_file_is_counted_once_though_it_is_begun_again);
  tcase_add_test (tests, a_failure_to_read_is_passed_on);
  tcase_add_loop_test (tests, only_a_file_in_doubt_is_begun_again, 0, 8);
  tcase_add_test (tests, what_cannot_be_moved_in_is_read_too);
  suite_add_tcase (suite, tests);
  return suite;
}

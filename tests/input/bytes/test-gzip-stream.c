/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <dlfcn.h>
#include <zlib.h>

#include "base/recon-error.h"
#include "input/bytes/gzip-stream.h"
#include "sample-gzip.h"
#include "sample-stream.h"

#define TEXT "Name,Amount\na,1\nb,2\nc,3\na,1\nb,2\nc,3\n"

/* Faults: this program's functions stand in for those of zlib, and find no memory. */
static gboolean no_memory_to_begin, no_memory_to_go_on;

int
inflateInit2_ (z_streamp stream, int bits, const char *version, int size)
{
  int (*real) (z_streamp, int, const char *, int);

  if (no_memory_to_begin)
    return Z_MEM_ERROR;
  *(void **) &real = dlsym (RTLD_NEXT, "inflateInit2_");
  return real (stream, bits, version, size);
}

int
inflate (z_streamp stream, int flush)
{
  int (*real) (z_streamp, int);

  if (no_memory_to_go_on)
    return Z_MEM_ERROR;
  *(void **) &real = dlsym (RTLD_NEXT, "inflate");
  return real (stream, flush);
}

/* NULL with @error; read in and out in pieces. */
static GString *
unpack (const guint8 *bytes, gsize length, gsize piece_in, gsize piece_out, GError **error)
{
  g_autoptr (ByteStream) stream
      = gzip_stream_new ("f.gz", sample_stream_new (bytes, length, piece_in, SAMPLE_STREAM_GOOD));
  return read_stream (stream, piece_out, error);
}

static void
assert_unpacks (const GByteArray *bytes, const char *expected)
{
  static const gsize pieces[] = { 1, 5, 100000 };

  for (gsize i = 0; i < 3; i++)
    for (gsize j = 0; j < 3; j++)
      {
        g_autoptr (GString) text = unpack (bytes->data, bytes->len, pieces[i], pieces[j], NULL);
        ck_assert_ptr_nonnull (text);
        ck_assert_str_eq (text->str, expected);
      }
}

static void
assert_refused (const GByteArray *bytes, const char *message)
{
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (unpack (bytes->data, bytes->len, 7, 16, &error));
  assert_input_error (error, message);
}

START_TEST (all_members_are_read)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of ("a,1\n");

  assert_unpacks (bytes, "a,1\n");
  sample_gzip_append (bytes, "");
  sample_gzip_append (bytes, "b,2\n");
  assert_unpacks (bytes, "a,1\nb,2\n");
}
END_TEST

START_TEST (an_empty_content_is_read)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of ("");

  assert_unpacks (bytes, "");
}
END_TEST

/* A name, a comment, extra fields and a check of the header itself. */
START_TEST (further_header_fields_are_passed_over)
{
  Bytef extra[300] = "AB\x28\x01 extra", name[] = "a.csv", comment[] = "hello";
  gz_header header = { .extra = extra,
                       .extra_len = sizeof extra,
                       .name = name,
                       .comment = comment,
                       .hcrc = 1,
                       .time = 12345,
                       .os = 3 };
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  sample_gzip_append_as (bytes, TEXT,
                         &(SampleGzip){ .level = Z_DEFAULT_COMPRESSION, .header = &header });
  assert_unpacks (bytes, TEXT);
}
END_TEST

START_TEST (a_long_content_is_read)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *line = g_strdup_printf ("%u\n", g_rand_int (random));
      g_string_append (text, line);
      sample_gzip_append (bytes, line);
    }
  g_autoptr (GString) found = unpack (bytes->data, bytes->len, 1000, 1000, NULL);
  ck_assert_str_eq (found->str, text->str);
}
END_TEST

START_TEST (cut_anywhere_it_is_refused)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);
  const guint first = bytes->len;

  sample_gzip_append (bytes, TEXT);
  for (guint length = 1; length < bytes->len; length++)
    {
      g_autoptr (GError) error = NULL;

      if (length == first)
        continue; /* a whole file in itself */
      ck_assert_msg (unpack (bytes->data, length, 64, 64, &error) == NULL, "%u bytes", length);
      assert_input_error (
          error, "f.gz: the gzip file is damaged: it ends in the middle; download it again");
    }
}
END_TEST

/* Some bits say nothing: the time, the system, ... */
START_TEST (with_any_bit_wrong_it_is_refused_or_the_same)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);
  guint same = 0;

  for (guint bit = 0; bit < 8 * bytes->len; bit++)
    {
      g_autoptr (GError) error = NULL;

      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      GString *text = unpack (bytes->data, bytes->len, 64, 64, &error);
      bytes->data[bit / 8] ^= (guint8) (1 << bit % 8);
      if (text == NULL)
        {
          ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INPUT));
          continue;
        }
      ck_assert_msg (strcmp (text->str, TEXT) == 0, "bit %u", bit);
      g_string_free (text, TRUE);
      same++;
    }
  ck_assert_uint_lt (same, 8 * 8);
}
END_TEST

START_TEST (a_wrong_check_or_length_is_refused)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);

  bytes->data[bytes->len - 8] ^= 1;
  assert_refused (bytes, "f.gz: the gzip file is damaged: incorrect data check; download it again");
  bytes->data[bytes->len - 8] ^= 1;
  bytes->data[bytes->len - 1] ^= 1;
  assert_refused (bytes,
                  "f.gz: the gzip file is damaged: incorrect length check; download it again");
}
END_TEST

/* Zeros too, though some tapes pad with them. */
START_TEST (bytes_behind_the_last_member_are_refused)
{
  static const char *const tails[] = { "x", "\0\0\0\0", "\x1e", "\n" };
  static const guint lengths[] = { 1, 4, 1, 1 };
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);

  g_byte_array_append (bytes, (const guint8 *) tails[_i], lengths[_i]);
  assert_refused (bytes, "f.gz: the gzip file is damaged: found bytes behind its end, expected "
                         "none; download it again");
}
END_TEST

START_TEST (a_broken_member_behind_a_good_one_is_refused)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);

  g_byte_array_append (bytes, (const guint8 *) "\x1f\x8c\x08 and more", 12);
  assert_refused (bytes,
                  "f.gz: the gzip file is damaged: incorrect header check; download it again");
}
END_TEST

START_TEST (a_failure_to_read_is_passed_on)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);
  g_autoptr (GError) error = NULL;
  g_autoptr (ByteStream) stream
      = gzip_stream_new ("f.gz", sample_stream_new (bytes->data, bytes->len, 4, 8));

  ck_assert_ptr_null (read_stream (stream, 16, &error));
  assert_input_error (error, "cannot read on");
}
END_TEST

START_TEST (it_cannot_be_moved_in)
{
  g_autoptr (ByteStream) stream
      = gzip_stream_new ("f.gz", sample_stream_new ("", 0, 1, SAMPLE_STREAM_GOOD));

  ck_assert (!byte_stream_can_seek (stream));
}
END_TEST

START_TEST (want_of_memory_is_not_told_as_damage)
{
  g_autoptr (GByteArray) bytes = sample_gzip_of (TEXT);
  g_autoptr (GError) error = NULL;

  no_memory_to_begin = _i == 0;
  no_memory_to_go_on = _i == 1;
  ck_assert_ptr_null (unpack (bytes->data, bytes->len, 64, 64, &error));
  ck_assert (g_error_matches (error, RECON_ERROR, RECON_ERROR_INTERNAL));
  ck_assert_str_eq (error->message,
                    "f.gz: there is not enough memory to unpack it; nothing was written");
  no_memory_to_begin = no_memory_to_go_on = FALSE;
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("gzip-stream");
  TCase *tests = tcase_create ("gzip-stream");

  tcase_add_test (tests, all_members_are_read);
  tcase_add_test (tests, an_empty_content_is_read);
  tcase_add_test (tests, further_header_fields_are_passed_over);
  tcase_add_test (tests, a_long_content_is_read);
  tcase_add_test (tests, cut_anywhere_it_is_refused);
  tcase_add_test (tests, with_any_bit_wrong_it_is_refused_or_the_same);
  tcase_add_test (tests, a_wrong_check_or_length_is_refused);
  tcase_add_loop_test (tests, bytes_behind_the_last_member_are_refused, 0, 4);
  tcase_add_test (tests, a_broken_member_behind_a_good_one_is_refused);
  tcase_add_test (tests, a_failure_to_read_is_passed_on);
  tcase_add_test (tests, it_cannot_be_moved_in);
  tcase_add_loop_test (tests, want_of_memory_is_not_told_as_damage, 0, 2);
  suite_add_tcase (suite, tests);
  return suite;
}

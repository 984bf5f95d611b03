/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>

#include "input/bytes/read-ahead.h"
#include "sample-stream.h"

/* Every test once with a thread and once without: this program's pthread_create() stands in for
   that of the C library, and finds none to be had. */
static gboolean no_threads;

int
pthread_create (pthread_t *thread, const pthread_attr_t *attributes, void *(*run) (void *),
                void *data)
{
  int (*real) (pthread_t *, const pthread_attr_t *, void *(*) (void *), void *);

  if (no_threads)
    return EAGAIN;
  *(void **) &real = dlsym (RTLD_NEXT, "pthread_create");
  return real (thread, attributes, run, data);
}

static void
use_threads (void)
{
  no_threads = FALSE;
}

static void
use_no_threads (void)
{
  no_threads = TRUE;
}

/* Ten blocks of read-ahead.c and a bit. */
#define LONG_BYTES (10 * 256 * 1024 + 77)

static char *
numbered_bytes (gsize length)
{
  char *bytes = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    bytes[i] = (char) (i * 7 + i / 251);
  return bytes;
}

static ByteStream *
ahead_of (const char *bytes, gsize length, gsize piece, gsize fail_at, const ReadAhead **ahead)
{
  ByteStream *source = sample_stream_new (bytes, length, piece, fail_at);

  return read_ahead_new (source, source, ahead);
}

/* Around the ends of blocks, whatever the pieces in which bytes come and go. */
START_TEST (bytes_come_out_as_they_went_in)
{
  static const gsize lengths[]
      = { 0, 1, 262143, 262144, 262145, 524287, 524288, 524289, LONG_BYTES };
  static const gsize pieces[] = { 511, 65536, 262144, 1000000 };
  const gsize length = lengths[_i];
  g_autofree char *bytes = numbered_bytes (length);
  const ReadAhead *ahead;

  for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (ByteStream) stream
          = ahead_of (bytes, length, pieces[i], SAMPLE_STREAM_GOOD, &ahead);
      GString *text = read_stream (stream, pieces[G_N_ELEMENTS (pieces) - 1 - i], NULL);

      ck_assert_uint_eq (text->len, length);
      ck_assert_mem_eq (text->str, bytes, length);
      ck_assert_uint_eq (read_ahead_file_bytes (ahead), length);
      g_string_free (text, TRUE);
    }
}
END_TEST

START_TEST (the_end_stays_the_end)
{
  const ReadAhead *ahead;
  g_autoptr (ByteStream) stream = ahead_of ("abc", 3, 1, SAMPLE_STREAM_GOOD, &ahead);
  char buffer[8];

  ck_assert_int_eq (byte_stream_read (stream, buffer, sizeof buffer, NULL), 3);
  for (int again = 0; again < 3; again++)
    ck_assert_int_eq (byte_stream_read (stream, buffer, sizeof buffer, NULL), 0);
}
END_TEST

/* What came before it can be told from: messages of the reader come first, as without a thread. */
START_TEST (a_failure_comes_after_the_bytes_before_it)
{
  static const gsize fail_at[] = { 0, 1000, 262144, 262145, 1000000 };
  g_autofree char *bytes = numbered_bytes (LONG_BYTES);
  const ReadAhead *ahead;
  g_autoptr (ByteStream) stream = ahead_of (bytes, LONG_BYTES, 1, fail_at[_i], &ahead);
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_malloc (LONG_BYTES);
  gsize done = 0;
  gssize count;

  while ((count = byte_stream_read (stream, buffer, LONG_BYTES, &error)) > 0)
    {
      ck_assert_mem_eq (buffer, bytes + done, (gsize) count);
      done += (gsize) count;
    }
  ck_assert_int_eq (count, -1);
  ck_assert_uint_eq (done, fail_at[_i]);
  assert_input_error (error, "cannot read on");
}
END_TEST

/* Not how far the thread has come in the meantime, which is chance. */
START_TEST (the_count_of_the_file_goes_with_what_was_handed_out)
{
  g_autofree char *bytes = numbered_bytes (LONG_BYTES);
  const ReadAhead *ahead;
  g_autoptr (ByteStream) stream = ahead_of (bytes, LONG_BYTES, 4096, SAMPLE_STREAM_GOOD, &ahead);
  char buffer[256];
  gsize done = 0;

  ck_assert_uint_eq (read_ahead_file_bytes (ahead), 0);
  while (byte_stream_read (stream, buffer, sizeof buffer, NULL) > 0)
    {
      done += sizeof buffer;
      ck_assert_uint_eq (read_ahead_file_bytes (ahead),
                         MIN (LONG_BYTES, (done + 262143) / 262144 * 262144));
    }
}
END_TEST

/* At the start, in the middle with the thread waiting for room, and with a failure not seen. */
START_TEST (whoever_reads_may_leave_at_any_time)
{
  g_autofree char *bytes = numbered_bytes (LONG_BYTES);
  char buffer[100];

  for (gsize reads = 0; reads < 3; reads++)
    for (gsize fail_at = 0; fail_at < 600000; fail_at += 299999)
      {
        const ReadAhead *ahead;
        g_autoptr (ByteStream) stream = ahead_of (bytes, LONG_BYTES, 4096, fail_at, &ahead);

        for (gsize i = 0; i < reads && fail_at > 0; i++)
          ck_assert_int_eq (byte_stream_read (stream, buffer, sizeof buffer, NULL), 100);
      }
}
END_TEST

static TCase *
tests_of_streams (const char *name, SFun set_up)
{
  TCase *tcase = tcase_create (name);

  tcase_add_checked_fixture (tcase, set_up, NULL);
  tcase_add_loop_test (tcase, bytes_come_out_as_they_went_in, 0, 9);
  tcase_add_test (tcase, the_end_stays_the_end);
  tcase_add_loop_test (tcase, a_failure_comes_after_the_bytes_before_it, 0, 5);
  tcase_add_test (tcase, the_count_of_the_file_goes_with_what_was_handed_out);
  tcase_add_test (tcase, whoever_reads_may_leave_at_any_time);
  return tcase;
}

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("read-ahead");

  suite_add_tcase (suite, tests_of_streams ("with a thread", use_threads));
  suite_add_tcase (suite, tests_of_streams ("without a thread", use_no_threads));
  return suite;
}

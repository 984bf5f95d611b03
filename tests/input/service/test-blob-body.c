/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>
#include <zlib.h>

#include "input/service/blob-body.h"

/* "abc" as a gzip file; its length. */
static gsize
pack (char out[100])
{
  z_stream stream = { 0 };
  Bytef text[] = "abc";

  ck_assert_int_eq (deflateInit2 (&stream, 9, Z_DEFLATED, 16 + 15, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = text;
  stream.avail_in = 3;
  stream.next_out = (Bytef *) out;
  stream.avail_out = 100;
  ck_assert_int_eq (deflate (&stream, Z_FINISH), Z_STREAM_END);
  ck_assert_int_eq (deflateEnd (&stream), Z_OK);
  return stream.total_out;
}

START_TEST (every_cut_is_seen)
{
  char bytes[101];
  const gsize length = pack (bytes);

  ck_assert (blob_body_is_whole ((Slice){ bytes, length }));
  for (gsize cut = 0; cut < length; cut++)
    ck_assert_msg (!blob_body_is_whole ((Slice){ bytes, cut }), "%d", (int) cut);
  bytes[length] = 'x';
  ck_assert (!blob_body_is_whole ((Slice){ bytes, length + 1 }));
  bytes[length - 5] ^= 1; /* of its sum */
  ck_assert (!blob_body_is_whole ((Slice){ bytes, length }));
  ck_assert (!blob_body_is_whole ((Slice){ "{}", 2 }));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("blob-body");
  TCase *tests = tcase_create ("blob-body");

  tcase_add_test (tests, every_cut_is_seen);
  suite_add_tcase (suite, tests);
  return suite;
}

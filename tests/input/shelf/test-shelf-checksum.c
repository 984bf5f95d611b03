/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "input/shelf/shelf-checksum.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static guint64
sum_of (const char *text, gsize step)
{
  const gsize length = strlen (text);
  ShelfChecksum sum;

  shelf_checksum_init (&sum);
  for (gsize at = 0; at < length; at += step)
    shelf_checksum_add (&sum, (const guint8 *) text + at, MIN (step, length - at));
  return shelf_checksum_value (&sum);
}

START_TEST (it_is_xxh64)
{
  ck_assert_uint_eq (sum_of ("", 1), G_GUINT64_CONSTANT (0xef46db3751d8e999));
  ck_assert_uint_eq (sum_of ("a", 1), G_GUINT64_CONSTANT (0xd24ec4f1a98c6e5b));
  ck_assert_uint_eq (sum_of ("abc", 3), G_GUINT64_CONSTANT (0x44bc2cf5ad770999));
  ck_assert_uint_eq (sum_of ("xxhash", 6), G_GUINT64_CONSTANT (0x32dd38952c4bc720));
  ck_assert_uint_eq (sum_of ("Nobody inspects the spammish repetition", 39),
                     G_GUINT64_CONSTANT (0xfbcea83c8a378bf1));
}
END_TEST

START_TEST (how_the_bytes_are_dealt_out_does_not_matter)
{
  static const char text[]
      = "The quick brown fox jumps over the lazy dog, and over a hundred and twenty bytes of text, "
        "so that there are several blocks and a rest of each length.";
  const guint64 expected = sum_of (text, sizeof text);

  for (gsize step = 1; step < sizeof text; step++)
    ck_assert_uint_eq (sum_of (text, step), expected);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("shelf-checksum");
  TCase *tcase = tcase_create ("shelf-checksum");

  tcase_add_test (tcase, it_is_xxh64);
  tcase_add_test (tcase, how_the_bytes_are_dealt_out_does_not_matter);
  suite_add_tcase (suite, tcase);
  return suite;
}

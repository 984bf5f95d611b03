/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/key-bytes.h"
#include "test-main.h"

#include <check.h>

static const HashKey key = { 3, 5 };
static KeyBytes bytes;

static void
start (void)
{
  key_bytes_init (&bytes);
}

static void
finish (void)
{
  key_bytes_clear (&bytes);
}

static Hash128
hash_of_texts (const char *first, const char *second)
{
  key_bytes_restart (&bytes);
  key_bytes_add_text (&bytes, slice_of (first));
  if (second != NULL)
    key_bytes_add_text (&bytes, slice_of (second));
  return key_bytes_hash (&bytes, &key);
}

static Hash128
hash_of_number (gint32 number)
{
  key_bytes_restart (&bytes);
  key_bytes_add_number (&bytes, number);
  return key_bytes_hash (&bytes, &key);
}

static Hash128
hash_of_value (const char *text)
{
  const Slice digits = slice_of (text);
  Decimal value;

  ck_assert (decimal_parse (digits.text, digits.length, DECIMAL_POINT, &value));
  key_bytes_restart (&bytes);
  key_bytes_add_magnitude (&bytes, value);
  return key_bytes_hash (&bytes, &key);
}

static gboolean
alike (Hash128 a, Hash128 b)
{
  const gboolean equal = key_bytes_hash128_equal (&a, &b);

  if (equal)
    ck_assert_uint_eq (key_bytes_hash128_hash (&a), key_bytes_hash128_hash (&b));
  return equal;
}

START_TEST (texts_have_no_case)
{
  ck_assert (alike (hash_of_texts ("DZH318Z0BNZ5", "Ab"), hash_of_texts ("dzh318z0bnz5", "aB")));
  ck_assert (!alike (hash_of_texts ("a", NULL), hash_of_texts ("b", NULL)));
  /* Only ASCII letters have no case. */
  ck_assert (!alike (hash_of_texts ("\xc3\x84", NULL), hash_of_texts ("\xc3\xa4", NULL)));
}
END_TEST

/* Parts that read the same one after the other are still different parts. */
START_TEST (parts_do_not_run_into_each_other)
{
  ck_assert (!alike (hash_of_texts ("ab", "c"), hash_of_texts ("a", "bc")));
  ck_assert (!alike (hash_of_texts ("abc", ""), hash_of_texts ("", "abc")));
  ck_assert (!alike (hash_of_texts ("abc", ""), hash_of_texts ("abc", NULL)));
  ck_assert (!alike (hash_of_texts ("a", "b"), hash_of_texts ("b", "a")));
}
END_TEST

START_TEST (a_long_text_counts_to_its_end)
{
  g_autofree char *one = g_strnfill (5000, 'x'), *other = g_strnfill (5000, 'x');

  other[4999] = 'y';
  ck_assert (alike (hash_of_texts (one, "z"), hash_of_texts (one, "z")));
  ck_assert (!alike (hash_of_texts (one, "z"), hash_of_texts (other, "z")));
}
END_TEST

START_TEST (numbers_are_told_apart)
{
  ck_assert (alike (hash_of_number (24321), hash_of_number (24321)));
  ck_assert (!alike (hash_of_number (24321), hash_of_number (24322)));
  ck_assert (!alike (hash_of_number (-1), hash_of_number (1)));
}
END_TEST

START_TEST (magnitudes_have_neither_sign_nor_closing_zeros)
{
  ck_assert (alike (hash_of_value ("0.5"), hash_of_value ("0.50")));
  ck_assert (alike (hash_of_value ("0.5"), hash_of_value ("-0.5")));
  ck_assert (alike (hash_of_value ("0"), hash_of_value ("0.000")));
  ck_assert (!alike (hash_of_value ("0.5"), hash_of_value ("5")));
  ck_assert (!alike (hash_of_value ("15"), hash_of_value ("7.5")));
}
END_TEST

START_TEST (a_restart_forgets_what_was_written)
{
  const Hash128 fresh = hash_of_texts ("a", NULL);

  key_bytes_add_text (&bytes, slice_of ("b"));
  ck_assert (alike (fresh, hash_of_texts ("a", NULL)));
}
END_TEST

START_TEST (another_key_gives_another_hash)
{
  const HashKey other = { 3, 6 };
  const Hash128 one = hash_of_texts ("a", NULL);

  ck_assert (!alike (one, key_bytes_hash (&bytes, &other)));
}
END_TEST

/* pair-book writes a mark there. */
START_TEST (hash_tables_do_not_look_at_the_lowest_bit)
{
  const Hash128 even = { .low = 6, .high = 9 }, odd = { .low = 7, .high = 9 };
  const Hash128 higher = { .low = 6, .high = 8 };

  ck_assert_uint_eq (key_bytes_hash128_hash (&even), key_bytes_hash128_hash (&odd));
  ck_assert (!key_bytes_hash128_equal (&even, &odd));
  ck_assert (!key_bytes_hash128_equal (&even, &higher));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("key-bytes");
  TCase *tcase = tcase_create ("key-bytes");

  tcase_add_checked_fixture (tcase, start, finish);
  tcase_add_test (tcase, texts_have_no_case);
  tcase_add_test (tcase, parts_do_not_run_into_each_other);
  tcase_add_test (tcase, a_long_text_counts_to_its_end);
  tcase_add_test (tcase, numbers_are_told_apart);
  tcase_add_test (tcase, magnitudes_have_neither_sign_nor_closing_zeros);
  tcase_add_test (tcase, a_restart_forgets_what_was_written);
  tcase_add_test (tcase, another_key_gives_another_hash);
  tcase_add_test (tcase, hash_tables_do_not_look_at_the_lowest_bit);
  suite_add_tcase (suite, tcase);
  return suite;
}

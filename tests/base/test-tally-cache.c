/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/tally-cache.h"
#include "test-main.h"

#include <check.h>

static guint64
hash_of (const char *text)
{
  return tally_cache_mix_text (0, slice_of (text));
}

START_TEST (without_tallies_there_is_no_guess)
{
  TallyCache cache = { 0 };

  ck_assert_ptr_null (tally_cache_guess (&cache, hash_of ("c1")));
  tally_cache_note (&cache, hash_of ("c1"), &cache); /* which the tree of nothing cannot say */
  ck_assert_ptr_null (tally_cache_guess (&cache, hash_of ("c1")));
  tally_cache_clear (&cache);
}
END_TEST

START_TEST (what_was_found_last_is_the_guess)
{
  TallyCache cache = { 0 };
  int first, second;

  tally_cache_note_new (&cache, hash_of ("c1"), &first);
  ck_assert_ptr_eq (tally_cache_guess (&cache, hash_of ("c1")), &first);
  tally_cache_note (&cache, hash_of ("c1"), &second);
  ck_assert_ptr_eq (tally_cache_guess (&cache, hash_of ("c1")), &second);
  tally_cache_clear (&cache);
  ck_assert_ptr_null (tally_cache_guess (&cache, hash_of ("c1")));
}
END_TEST

/* A guess is of some tally that was noted, or none, however many there are; most are right. */
START_TEST (it_grows_with_the_tallies)
{
  TallyCache cache = { 0 };
  guint right = 0;
  static guint tallies[5000];

  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    tally_cache_note_new (&cache, tally_cache_mix_number (0, i), &tallies[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    tally_cache_note (&cache, tally_cache_mix_number (0, i), &tallies[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    {
      const guint *guess = tally_cache_guess (&cache, tally_cache_mix_number (0, i));

      ck_assert (guess >= tallies && guess < tallies + G_N_ELEMENTS (tallies));
      right += guess == &tallies[i];
    }
  ck_assert_uint_gt (right, G_N_ELEMENTS (tallies) / 2);
  tally_cache_clear (&cache);
}
END_TEST

static const struct
{
  const char *a, *b;
  gboolean equal;
} texts[] = {
  { "c1", "C1", TRUE },
  { "0d0e9c55-7a4f-4e1c-a7c1-5b2f8c1d9e3f", "0D0E9C55-7A4F-4E1C-A7C1-5B2F8C1D9E3F", TRUE },
  { "", "", TRUE },
  { "c1", "c2", FALSE },
  { "c1", "1c", FALSE },
  { "12345678", "123456789", FALSE },
  { "12345678", "1234567", FALSE },
  { "", " ", FALSE },
  { "12345678abcdefgh", "abcdefgh12345678", FALSE },
};

START_TEST (case_does_not_count_and_all_else_does)
{
  ck_assert_int_eq (hash_of (texts[_i].a) == hash_of (texts[_i].b), texts[_i].equal);
}
END_TEST

START_TEST (order_and_numbers_count)
{
  const Slice a = slice_of ("c1"), b = slice_of ("g1");

  ck_assert (tally_cache_mix_text (tally_cache_mix_text (0, a), b)
             != tally_cache_mix_text (tally_cache_mix_text (0, b), a));
  ck_assert (tally_cache_mix_number (hash_of ("c1"), 1)
             != tally_cache_mix_number (hash_of ("c1"), 2));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("tally-cache");
  TCase *tests = tcase_create ("tally-cache");

  tcase_add_test (tests, without_tallies_there_is_no_guess);
  tcase_add_test (tests, what_was_found_last_is_the_guess);
  tcase_add_test (tests, it_grows_with_the_tallies);
  tcase_add_loop_test (tests, case_does_not_count_and_all_else_does, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tests, order_and_numbers_count);
  suite_add_tcase (suite, tests);
  return suite;
}

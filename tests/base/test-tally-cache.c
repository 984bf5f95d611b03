/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/tally-cache.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static guint64
hash_of (const char *text)
{
  return tally_cache_mix_text (0, slice_of (text));
}

static guint comparisons; /* by the tree */

static int
compare_in_tree (gconstpointer a, gconstpointer b, gpointer user_data G_GNUC_UNUSED)
{
  return strcmp (a, b);
}

static int
order (gconstpointer tally, gconstpointer wanted)
{
  comparisons++;
  return strcmp (wanted, tally);
}

static gboolean
is_wanted (gconstpointer tally, gconstpointer wanted)
{
  return strcmp (tally, wanted) == 0;
}

static const TallyMatch match = { is_wanted, order };
static TallyCache cache;
static GTree *tree;

static void
begin (void)
{
  cache = (TallyCache){ 0 };
  tree = g_tree_new_full (compare_in_tree, NULL, g_free, NULL);
  comparisons = 0;
}

static void
end (void)
{
  tally_cache_clear (&cache);
  g_tree_unref (tree);
}

static char *
add (const char *text, guint64 hash)
{
  char *tally = g_strdup (text);

  g_tree_insert (tree, tally, tally);
  tally_cache_note_new (&cache, hash, tally);
  return tally;
}

START_TEST (what_is_not_in_the_tree_is_not_found)
{
  ck_assert_ptr_null (tally_cache_find (&cache, hash_of ("c1"), tree, &match, "c1"));
  add ("c1", hash_of ("c1"));
  ck_assert_ptr_null (tally_cache_find (&cache, hash_of ("c2"), tree, &match, "c2"));
}
END_TEST

START_TEST (what_was_found_is_found_again_without_the_tree)
{
  const char *tally = add ("c1", hash_of ("c1"));

  ck_assert_ptr_eq (tally_cache_find (&cache, hash_of ("c1"), tree, &match, "c1"), tally);
  ck_assert_uint_eq (comparisons, 0);
}
END_TEST

/* Two that are wanted by one hash take each other's place, and both are found. */
START_TEST (a_wrong_guess_is_put_right_by_the_tree)
{
  const char *first = add ("c1", 7);
  const char *second = add ("c2", 7);

  for (guint i = 0; i < 3; i++)
    {
      ck_assert_ptr_eq (tally_cache_find (&cache, 7, tree, &match, "c1"), first);
      ck_assert_ptr_eq (tally_cache_find (&cache, 7, tree, &match, "c2"), second);
    }
  ck_assert_uint_gt (comparisons, 0);
}
END_TEST

START_TEST (without_guesses_the_tree_is_searched)
{
  char *tally = g_strdup ("c1");

  g_tree_insert (tree, tally, tally);
  ck_assert_ptr_eq (tally_cache_find (&cache, 7, tree, &match, "c1"), tally);
  add ("c2", 9);
  tally_cache_clear (&cache);
  ck_assert_ptr_eq (tally_cache_find (&cache, 7, tree, &match, "c1"), tally);
}
END_TEST

/* However many there are, each is found, and in the second round mostly by a guess. */
START_TEST (it_grows_with_the_tallies)
{
  enum
  {
    COUNT = 5000
  };
  guint searched = 0;

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < COUNT; i++)
      {
        g_autofree char *text = g_strdup_printf ("customer %u", i);
        const guint64 hash = hash_of (text);

        comparisons = 0;
        const char *found = tally_cache_find (&cache, hash, tree, &match, text);
        if (round == 0)
          add (text, hash);
        else
          ck_assert_str_eq (found, text);
        searched += round == 2 && comparisons > 0;
      }
  ck_assert_uint_lt (searched, COUNT / 2);
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

  tcase_add_checked_fixture (tests, begin, end);
  tcase_add_test (tests, what_is_not_in_the_tree_is_not_found);
  tcase_add_test (tests, what_was_found_is_found_again_without_the_tree);
  tcase_add_test (tests, a_wrong_guess_is_put_right_by_the_tree);
  tcase_add_test (tests, without_guesses_the_tree_is_searched);
  tcase_add_test (tests, it_grows_with_the_tallies);
  tcase_add_loop_test (tests, case_does_not_count_and_all_else_does, 0, G_N_ELEMENTS (texts));
  tcase_add_test (tests, order_and_numbers_count);
  suite_add_tcase (suite, tests);
  return suite;
}

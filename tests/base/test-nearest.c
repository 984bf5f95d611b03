/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "base/nearest.h"

static const char *const words[]
    = { "reconcile", "check",     "explain",      "close",     "compare",   "--as-of",
        "--output",  "resolve",   "mca",          "mca apply", "fetch mca", "ACO401",
        "ACO402",    "ACO410",    "g\xc3\xb6sse", "--month",   "help",      "help",
        "reopen",    "statement", "--accounts",   "--account", "!?",        NULL };

/* In plain words: what is typed, and what is asked. */
static const struct
{
  const char *typed, *question;
} questions[] = {
  { "reconsile", "; did you mean reconcile?" },  /* replaced */
  { "reconcle", "; did you mean reconcile?" },   /* left out */
  { "reconccile", "; did you mean reconcile?" }, /* inserted */
  { "reconclie", "; did you mean reconcile?" },  /* two neighbours swapped */
  { "Explian", "; did you mean explain?" },      /* in any case */
  { "--asof", "; did you mean --as-of?" },       /* hyphens do not count */
  { "--outptu", "; did you mean --output?" },
  { "state", "; did you mean statement?" }, /* its beginning */
  { "re", "; did you mean reconcile, reopen or resolve?" },
  { "hlep", "; did you mean help?" }, /* once, though it stands there twice */
  { "aco40", "; did you mean ACO401, ACO402 or ACO410?" },
  { "aco403", "; did you mean ACO401 or ACO402?" }, /* only those that are as near as any */
  { "--acount", "; did you mean --account?" },
  { "mcaapply", "; did you mean mca apply?" },
  { "g\xc3\xb6se", "; did you mean g\xc3\xb6sse?" }, /* characters, not bytes */
  { "mac", "; did you mean mca?" },
  { "reXXcXle", "" }, /* too far */
  { "aco999", "" },
  { "ma", "" }, /* two characters allow no change */
  { "r", "" },  /* one is no beginning */
  { "", "" },
  { "--", "" },
  { "\xff", "" }, /* no text at all */
};

START_TEST (the_nearest_words_are_asked_for)
{
  g_autofree char *question = nearest_question (questions[_i].typed, words);
  ck_assert_str_eq (question, questions[_i].question);
}
END_TEST

START_TEST (the_order_of_the_candidates_does_not_count)
{
  const char *const there[] = { "beta1", "beta2", "beta3", NULL };
  const char *const back[] = { "beta3", "beta2", "beta1", "beta2", NULL };
  g_autofree char *a = nearest_question ("beta", there), *b = nearest_question ("beta", back);

  ck_assert_str_eq (a, "; did you mean beta1, beta2 or beta3?");
  ck_assert_str_eq (b, a);
}
END_TEST

START_TEST (no_more_than_a_few_are_told)
{
  const char *const many[] = { "w7", "w6", "w5", "w4", "w3", "w2", "wa", NULL };
  const char *const *none = many + G_N_ELEMENTS (many) - 1;
  g_autoptr (GPtrArray) found = nearest_find ("w", many), empty = nearest_find ("w1", none);
  const char *const longer[] = { "word7", "word6", "word5", "word4", "word3", "word2", NULL };
  g_autoptr (GPtrArray) few = nearest_find ("word", longer);

  ck_assert_uint_eq (found->len, 0);
  ck_assert_uint_eq (empty->len, 0);
  ck_assert_uint_eq (few->len, NEAREST_MAX);
  ck_assert_str_eq (g_ptr_array_index (few, 0), "word2");
}
END_TEST

START_TEST (longer_words_than_anybody_types_are_near_to_nothing)
{
  g_autofree char *fits = g_strnfill (64, 'a'), *longer = g_strnfill (65, 'a');
  g_autofree char *flood = g_strnfill (10000000, 'a');
  const char *const candidates[] = { fits, longer, NULL };
  g_autoptr (GPtrArray) found = nearest_find (fits, candidates);
  g_autoptr (GPtrArray) too_long = nearest_find (longer, candidates);
  g_autoptr (GPtrArray) none = nearest_find (flood, candidates);

  ck_assert_uint_eq (found->len, 1);
  ck_assert_str_eq (g_ptr_array_index (found, 0), fits);
  ck_assert_uint_eq (too_long->len, 0);
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("nearest");
  TCase *tests = tcase_create ("nearest");

  tcase_add_loop_test (tests, the_nearest_words_are_asked_for, 0, G_N_ELEMENTS (questions));
  tcase_add_test (tests, the_order_of_the_candidates_does_not_count);
  tcase_add_test (tests, no_more_than_a_few_are_told);
  tcase_add_test (tests, longer_words_than_anybody_types_are_near_to_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

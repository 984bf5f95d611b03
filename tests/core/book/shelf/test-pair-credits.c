/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/key-bytes.h"
#include "core/book/shelf/pair-credits.h"
#include "test-main.h"

#include <check.h>

static const PairWish one = { .hash = { .low = 2, .high = 1 }, .invoice = { .low = 8, .high = 8 } };
static const PairWish other
    = { .hash = { .low = 4, .high = 1 }, .invoice = { .low = 6, .high = 8 } };

static void
assert_credit (const PairCredits *credits, guint place, guint tag, const PairWish *expected)
{
  PairWish key;

  ck_assert_uint_eq (pair_credits_tag (credits, place), tag);
  ck_assert_int_eq (pair_credits_key (credits, place, &key), expected != NULL);
  if (expected == NULL)
    return;
  ck_assert (key_bytes_hash128_equal (&key.hash, &expected->hash));
  ck_assert (key_bytes_hash128_equal (&key.invoice, &expected->invoice));
}

START_TEST (credits_keep_their_order_tags_and_keys)
{
  g_autoptr (PairCredits) credits = pair_credits_new ();

  pair_credits_add (credits, 7, &one);
  pair_credits_add (credits, 8, NULL);
  pair_credits_add (credits, 9, &other);
  pair_credits_add (credits, 10, &one);
  ck_assert_uint_eq (pair_credits_count (credits), 4);
  assert_credit (credits, 0, 7, &one);
  assert_credit (credits, 1, 8, NULL);
  assert_credit (credits, 2, 9, &other);
  assert_credit (credits, 3, 10, &one);
}
END_TEST

START_TEST (later_ones_follow_with_their_tags_raised)
{
  g_autoptr (PairCredits) credits = pair_credits_new ();
  g_autoptr (PairCredits) later = pair_credits_new ();

  pair_credits_add (credits, 0, &one);
  pair_credits_settle (credits, one.hash);
  pair_credits_add (later, 0, &other);
  pair_credits_add (later, 1, NULL);
  pair_credits_settle (later, other.hash);
  pair_credits_merge (credits, later, 5);
  ck_assert_uint_eq (pair_credits_count (later), 0);
  ck_assert_uint_eq (pair_credits_settled (later)->len, 0);
  assert_credit (credits, 0, 0, &one);
  assert_credit (credits, 1, 5, &other);
  assert_credit (credits, 2, 6, NULL);
  ck_assert_uint_eq (pair_credits_settled (credits)->len, 2);
}
END_TEST

START_TEST (only_settled_ones_are_not_forgotten)
{
  g_autoptr (PairCredits) credits = pair_credits_new ();

  pair_credits_add (credits, 0, &one);
  pair_credits_settle (credits, other.hash);
  pair_credits_forget (credits);
  ck_assert_uint_eq (pair_credits_count (credits), 0);
  const GArray *settled = pair_credits_settled (credits);
  ck_assert_uint_eq (settled->len, 1);
  ck_assert (key_bytes_hash128_equal (&g_array_index (settled, Hash128, 0), &other.hash));
  pair_credits_add (credits, 0, &other);
  assert_credit (credits, 0, 0, &other);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pair-credits");
  TCase *tcase = tcase_create ("pair-credits");

  tcase_add_test (tcase, credits_keep_their_order_tags_and_keys);
  tcase_add_test (tcase, later_ones_follow_with_their_tags_raised);
  tcase_add_test (tcase, only_settled_ones_are_not_forgotten);
  suite_add_tcase (suite, tcase);
  return suite;
}

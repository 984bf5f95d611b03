/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/shelf/pair-groups.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static const Hash128 one = { .low = 2, .high = 1 };
static const Hash128 other = { .low = 4, .high = 1 };
static const Hash128 invoice = { .low = 8, .high = 8 };

static Hash128
with_pec (Hash128 hash)
{
  hash.low |= PAIR_GROUPS_PEC_BIT;
  return hash;
}

START_TEST (plain_charges_are_taken_first_and_then_those_with_pec)
{
  g_autoptr (PairGroups) groups = pair_groups_new (0);

  for (guint i = 0; i < 3; i++)
    pair_groups_want (groups, one, invoice);
  pair_groups_add_charge (groups, with_pec (one));
  pair_groups_add_charge (groups, one);
  pair_groups_add_charge (groups, other);
  ck_assert_int_eq (pair_groups_take (groups, &one), PAIR_PLAIN);
  ck_assert_int_eq (pair_groups_take (groups, &one), PAIR_WITH_PEC);
  ck_assert_int_eq (pair_groups_take (groups, &one), PAIR_NONE);
  ck_assert_int_eq (pair_groups_take (groups, &other), PAIR_NONE);
  ck_assert_ptr_null (pair_groups_find (groups, &other));
  ck_assert_uint_eq (pair_groups_find (groups, &one)->taken, 2);
}
END_TEST

START_TEST (charges_that_are_only_counted_count_as_much)
{
  g_autoptr (PairGroups) groups = pair_groups_new (0);
  const PairCount some = { .hash = one, .plain = 1 }, all = { .hash = one, .plain = 1, .pec = 1 };
  const PairCount none = { .hash = other, .plain = 1 };

  pair_groups_want (groups, one, invoice);
  pair_groups_add_count (groups, &some);
  pair_groups_add_count (groups, &some);
  pair_groups_add_count (groups, &none);
  ck_assert_uint_eq (pair_groups_plain (pair_groups_find (groups, &one)), 2);
  pair_groups_set_count (groups, &all);
  ck_assert_int_eq (pair_groups_take (groups, &one), PAIR_PLAIN);
  ck_assert_int_eq (pair_groups_take (groups, &one), PAIR_WITH_PEC);
  ck_assert_int_eq (pair_groups_take (groups, &one), PAIR_NONE);
}
END_TEST

START_TEST (there_may_be_many_more_than_were_expected)
{
  g_autoptr (PairGroups) groups = pair_groups_new (0);
  Hash128 hash = { .low = 0, .high = 1 };

  for (guint i = 1; i <= 5000; i++)
    {
      hash.low = (guint64) i * i * 2;
      pair_groups_want (groups, hash, invoice);
      pair_groups_add_charge (groups, hash);
    }
  for (guint i = 1; i <= 5000; i++)
    {
      hash.low = (guint64) i * i * 2;
      ck_assert_ptr_nonnull (pair_groups_find (groups, &hash));
      ck_assert_int_eq (pair_groups_take (groups, &hash), PAIR_PLAIN);
      ck_assert_int_eq (pair_groups_take (groups, &hash), PAIR_NONE);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pair-groups");
  TCase *tcase = tcase_create ("pair-groups");

  tcase_add_test (tcase, plain_charges_are_taken_first_and_then_those_with_pec);
  tcase_add_test (tcase, charges_that_are_only_counted_count_as_much);
  tcase_add_test (tcase, there_may_be_many_more_than_were_expected);
  suite_add_tcase (suite, tcase);
  return suite;
}

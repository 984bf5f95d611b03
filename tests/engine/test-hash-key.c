/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "engine/hash-key.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_drawn_key_is_another_each_time)
{
  const HashKey first = hash_key_draw (), second = hash_key_draw ();

  ck_assert (first.k0 != second.k0);
  ck_assert (first.k1 != second.k1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("hash-key");
  TCase *tests = tcase_create ("hash-key");

  tcase_add_test (tests, a_drawn_key_is_another_each_time);
  suite_add_tcase (suite, tests);
  return suite;
}

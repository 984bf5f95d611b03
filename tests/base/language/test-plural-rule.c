/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "base/language/plural-rule.h"

START_TEST (test_one_other)
{
  ck_assert_uint_eq (plural_rule_form (PLURAL_ONE_OTHER, 0), 1);
  ck_assert_uint_eq (plural_rule_form (PLURAL_ONE_OTHER, 1), 0);
  ck_assert_uint_eq (plural_rule_form (PLURAL_ONE_OTHER, 2), 1);
  ck_assert_uint_eq (plural_rule_form (PLURAL_ONE_OTHER, 21), 1);
}
END_TEST

START_TEST (test_none)
{
  for (guint64 i = 0; i < 30; i++)
    ck_assert_uint_eq (plural_rule_form (PLURAL_NONE, i), 0);
}
END_TEST

/* As Unicode tells of Russian: one, few, many. */
START_TEST (test_slavic)
{
  static const struct
  {
    guint64 count;
    guint form;
  } cases[]
      = { { 0, 2 },   { 1, 0 },   { 2, 1 },   { 4, 1 },   { 5, 2 },   { 10, 2 },  { 11, 2 },
          { 12, 2 },  { 14, 2 },  { 15, 2 },  { 20, 2 },  { 21, 0 },  { 22, 1 },  { 25, 2 },
          { 100, 2 }, { 101, 0 }, { 111, 2 }, { 112, 2 }, { 121, 0 }, { 122, 1 }, { 1011, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    ck_assert_uint_eq (plural_rule_form (PLURAL_SLAVIC, cases[i].count), cases[i].form);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("plural-rule");
  TCase *all = tcase_create ("all");

  tcase_add_test (all, test_one_other);
  tcase_add_test (all, test_none);
  tcase_add_test (all, test_slavic);
  suite_add_tcase (suite, all);
  return suite;
}

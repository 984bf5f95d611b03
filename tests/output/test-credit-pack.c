/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/credit/credit-rows.h"
#include "output/credit-pack.h"

START_TEST (names_of_a_pack_are_known)
{
  const PackForm *form = credit_pack_report ();

  ck_assert (pack_form_is_name (&form->kind, "credits.json"));
  ck_assert (pack_form_is_name (&form->kind, "credits.csv"));
  ck_assert (pack_form_is_name (&form->kind, "totals.csv"));
  ck_assert (!pack_form_is_name (&form->kind, "findings.csv"));
  ck_assert_uint_eq (form->csv, CREDIT_TABLE_CREDITS);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-pack");
  TCase *tests = tcase_create ("credit-pack");

  tcase_add_test (tests, names_of_a_pack_are_known);
  suite_add_tcase (suite, tests);
  return suite;
}

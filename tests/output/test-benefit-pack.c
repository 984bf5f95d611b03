/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-rows.h"
#include "output/benefit-pack.h"

START_TEST (names_of_a_pack_are_known)
{
  static const char *const names[] = { "summary.txt", "benefits.json", "inputs.csv", "benefits.csv",
                                       "months.csv",  "findings.csv",  "totals.csv" };
  const PackForm *form = benefit_pack_report ();
  const PackForm *profiles = benefit_pack_profiles ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    ck_assert_msg (pack_form_is_name (&form->kind, names[i]), "%s", names[i]);
  ck_assert (!pack_form_is_name (&form->kind, "profiles.csv"));
  ck_assert (pack_form_is_name (&profiles->kind, "profiles.csv"));
  ck_assert (pack_form_is_name (&profiles->kind, "benefit-profiles.json"));
  ck_assert_uint_eq (form->csv, BENEFIT_TABLE_MONTHS);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-pack");
  TCase *tests = tcase_create ("benefit-pack");

  tcase_add_test (tests, names_of_a_pack_are_known);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-uses.h"
#include "sample-benefits.h"

START_TEST (use_is_found_by_id_or_by_a_name_of_its_own)
{
  g_autoptr (BenefitBook) book
      = sample_book ("Gold,,Active,bulk,1,USD,g,,,,,,,,\nTwin,,Active,bulk,1,USD,t1,,,,,,,,\n"
                     "twin,,Active,bulk,1,USD,t2,,,,,,,,\n",
                     "G,2026-02,1,\nGOLD,2026-01,2,usd\ntwin,2026-01,4,\nT2,2026-01,8,EUR\n"
                     "none,2026-01,16,\ng,2026-02,32,\n");
  static const BenefitUseVerdict verdicts[]
      = { BENEFIT_USE_COUNTS,         BENEFIT_USE_COUNTS,  BENEFIT_USE_UNKNOWN,
          BENEFIT_USE_OTHER_CURRENCY, BENEFIT_USE_UNKNOWN, BENEFIT_USE_COUNTS };
  g_autoptr (BenefitUses) uses = benefit_uses_new (book);
  const Benefit *benefit;

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      ck_assert_int_eq (benefit_uses_verdict (uses, i, &benefit), verdicts[i]);
      ck_assert ((benefit == NULL) == (verdicts[i] == BENEFIT_USE_UNKNOWN));
    }
  const GArray *months = benefit_uses_months (uses, benefit_book_find (book, "g"));
  ck_assert_uint_eq (months->len, 2);
  const BenefitUseMonth *january = &g_array_index (months, BenefitUseMonth, 0);
  const BenefitUseMonth *february = &g_array_index (months, BenefitUseMonth, 1);
  ck_assert_int_eq (january->month, calendar_month (2026, 1));
  ck_assert_int_eq (decimal_to_int (february->used), 33);
  ck_assert_uint_eq (february->first->line, 2);
  ck_assert_ptr_null (benefit_uses_months (uses, benefit_book_find (book, "t2")));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-uses");
  TCase *tests = tcase_create ("benefit-uses");

  tcase_add_test (tests, use_is_found_by_id_or_by_a_name_of_its_own);
  suite_add_tcase (suite, tests);
  return suite;
}

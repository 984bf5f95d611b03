/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/apply-charges.h"
#include "test-main.h"

#include <check.h>

static ApplyCharge
charge (ReportTruth eligible)
{
  return (ApplyCharge){ .date = 100, .currency = "USD", .eligible = eligible };
}

START_TEST (what_the_charge_says_wins)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  const CreditProduct support = { .product = { "support", 7 } }, plain = { .product = { "VM", 2 } };
  const struct
  {
    ReportTruth eligible;
    const CreditProduct *product;
    CreditExclusion rule;
  } cases[] = { { TRUTH_UNKNOWN, &support, EXCLUSION_SUPPORT_PLAN },
                { TRUTH_TRUE, &support, EXCLUSION_NONE },
                { TRUTH_FALSE, &support, EXCLUSION_SUPPORT_PLAN },
                { TRUTH_UNKNOWN, &plain, EXCLUSION_NONE },
                { TRUTH_FALSE, &plain, EXCLUSION_COLUMN } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ApplyCharge own = charge (cases[i].eligible);
      apply_charges_add (charges, &own, cases[i].product);
      ck_assert_int_eq (g_array_index (charges->charges, ApplyCharge, i).rule, cases[i].rule);
    }
  ck_assert_int_eq (apply_charges_latest (charges), 100);
}
END_TEST

START_TEST (the_same_file_counts_once)
{
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  const ApplyCharge own = charge (TRUTH_UNKNOWN);
  const CreditProduct product = { 0 };
  const ApplyFile files[]
      = { { .file = "a", .sha256 = "1", .rows = 1 }, { .file = "b", .sha256 = "1", .rows = 1 } };

  for (guint i = 0; i < 2; i++)
    {
      const guint first = charges->charges->len;
      apply_charges_add (charges, &own, &product);
      apply_charges_end_file (charges, &files[i], first);
    }
  ck_assert_uint_eq (charges->charges->len, 1);
  ck_assert_str_eq (g_array_index (charges->files, ApplyFile, 1).duplicate_of, "a");
  ck_assert_uint_eq (g_array_index (charges->files, ApplyFile, 1).rows, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("apply-charges");
  TCase *tests = tcase_create ("apply-charges");

  tcase_add_test (tests, what_the_charge_says_wins);
  tcase_add_test (tests, the_same_file_counts_once);
  suite_add_tcase (suite, tests);
  return suite;
}

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

/* What was found of a product is remembered: never for one that differs in a single text. */
START_TEST (each_text_of_a_product_counts)
{
  static const CreditProduct plain = { .product = { "VM", 2 } };
  g_autoptr (McaBook) book = mca_book_new ();
  g_autoptr (ApplyCharges) charges = apply_charges_new (book);
  CreditProduct products[] = { plain, plain, plain, plain, plain, plain };
  const CreditExclusion rules[]
      = { EXCLUSION_NONE,        EXCLUSION_UBUNTU_ADVANTAGE, EXCLUSION_THIRD_PARTY,
          EXCLUSION_MARKETPLACE, EXCLUSION_LICENCE,          EXCLUSION_NONE };
  const ApplyCharge own = charge (TRUTH_UNKNOWN);

  products[1].product = slice_of ("Ubuntu Advantage");
  products[2].publisher = slice_of ("Contoso");
  products[3].publisher_type = slice_of ("Marketplace");
  products[4].kind = slice_of ("Software");
  products[5].pricing_model = slice_of ("Reservation");
  for (guint i = 0; i < 4 * G_N_ELEMENTS (products); i++)
    {
      const guint at = i % G_N_ELEMENTS (products);
      apply_charges_add (charges, &own, &products[at]);
      const ApplyCharge *added = &g_array_index (charges->charges, ApplyCharge, i);
      ck_assert_int_eq (added->rule, rules[at]);
      ck_assert_int_eq (added->sponsorship, at == 5 ? SPONSORSHIP_RESERVATION : SPONSORSHIP_PAYS);
    }
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
  tcase_add_test (tests, each_text_of_a_product_counts);
  tcase_add_test (tests, the_same_file_counts_once);
  suite_add_tcase (suite, tests);
  return suite;
}

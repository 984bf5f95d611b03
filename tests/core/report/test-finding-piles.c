/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/finding-piles.h"
#include "test-main.h"

#include <check.h>

static FindingPiles *piles;

static void
begin (void)
{
  piles = finding_piles_new (report_layout (REPORT_FINDINGS));
}

static void
add (FindingPiles *to, FindingCode code, const char *customer, const char *message)
{
  const FindingRow row = { .code = code, .customer_id = customer, .message = message };

  finding_piles_add (to, &row);
}

static void
assert_joined (const char *expected)
{
  g_autoptr (RowPack) rows = finding_piles_join (piles);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gsize i = 0; i < row_pack_count (rows); i++)
    g_string_append (found, ((const FindingRow *) row_pack_keep (rows, i))->message);
  ck_assert_str_eq (found->str, expected);
}

START_TEST (nothing_joined_is_nothing)
{
  ck_assert_uint_eq (finding_piles_count (piles), 0);
  assert_joined ("");
}
END_TEST

START_TEST (codes_come_one_after_the_other)
{
  for (guint i = 0; i < 3; i++)
    {
      const char *const customers[] = { "a", "b", "c" }, *const letters[] = { "123", "456", "789" };

      add (piles, FINDING_NO_INVOICE, customers[i], &letters[i][2]);
      add (piles, FINDING_CREDIT_DECREASED, customers[i], &letters[i][2]);
    }
  ck_assert_uint_eq (finding_piles_count (piles), 6);
  assert_joined ("369369");
}
END_TEST

START_TEST (a_pile_out_of_order_is_sorted_and_equal_ones_stay)
{
  add (piles, FINDING_NO_INVOICE, "b", "3");
  add (piles, FINDING_NO_INVOICE, "b", "4");
  add (piles, FINDING_NO_INVOICE, "a", "1");
  add (piles, FINDING_NO_INVOICE, "a", "2");
  add (piles, FINDING_MONTH_MISSING, "z", "0");
  assert_joined ("01234");
}
END_TEST

static FindingPiles *
others (const char *const *customers)
{
  FindingPiles *other = finding_piles_new (report_layout (REPORT_FINDINGS));

  for (; *customers != NULL; customers++)
    add (other, FINDING_NO_INVOICE, *customers, *customers);
  return other;
}

START_TEST (what_is_taken_comes_behind)
{
  const char *const first[] = { "a", "b", NULL }, *const second[] = { "b", "c", NULL };

  finding_piles_take (piles, others (first));
  add (piles, FINDING_MONTH_MISSING, "z", "z");
  finding_piles_take (piles, others (second));
  ck_assert_uint_eq (finding_piles_count (piles), 5);
  assert_joined ("zabbc");
}
END_TEST

/* Out of order within what is taken, or at the seam. */
START_TEST (what_is_taken_out_of_order_is_sorted)
{
  const char *const first[] = { "d", "c", NULL }, *const second[] = { "e", "f", NULL },
                    *const third[] = { "a", "b", NULL };

  finding_piles_take (piles, others (_i == 0 ? first : second));
  finding_piles_take (piles, others (third));
  assert_joined (_i == 0 ? "abcd" : "abef");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("finding-piles");
  TCase *tcase = tcase_create ("finding-piles");

  tcase_add_checked_fixture (tcase, begin, NULL);
  tcase_add_test (tcase, nothing_joined_is_nothing);
  tcase_add_test (tcase, codes_come_one_after_the_other);
  tcase_add_test (tcase, a_pile_out_of_order_is_sorted_and_equal_ones_stay);
  tcase_add_test (tcase, what_is_taken_comes_behind);
  tcase_add_loop_test (tcase, what_is_taken_out_of_order_is_sorted, 0, 2);
  suite_add_tcase (suite, tcase);
  return suite;
}

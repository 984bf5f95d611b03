/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/mca/mca-repeats.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>

#define LOT(id, left, more) "{" id ",'properties':{'closedBalance':" MCA_USD (left) more "}}"
#define L1 MCA_PROFILE_ID ("lots", "L1")
#define BALANCE(profile, current) \
  "{" MCA_ID ( \
      "billingProfiles/" profile \
      "/x") ",'properties':{'balanceSummary':" \
            "{'estimatedBalance':" MCA_USD ("1") ",'currentBalance':" MCA_USD (current) "}}}"

static const McaRepeat *
repeat_at (const GArray *repeats, guint index)
{
  return &g_array_index (repeats, McaRepeat, index);
}

START_TEST (the_later_counts_in_the_place_of_the_earlier)
{
  g_autoptr (McaBook) book
      = MCA_BOOK ("[" LOT (L1, "5", "") "," LOT (MCA_PROFILE_ID ("lots", "L2"), "7", "") "]",
                  "[" LOT (MCA_PROFILE_ID ("LOTS", "l1"), "3.5", "") "]");
  g_autoptr (GArray) repeats = mca_repeats_take_out (book);

  ck_assert_uint_eq (repeats->len, 1);
  ck_assert (repeat_at (repeats, 0)->differs);
  ck_assert (decimal_equal (repeat_at (repeats, 0)->difference, decimal_from_scaled (-15, 1)));
  ck_assert_str_eq (repeat_at (repeats, 0)->origin.file, "b.json");
  ck_assert_uint_eq (book->lots->len, 2);
  ck_assert_str_eq (g_array_index (book->lots, McaLot, 0).origin.file, "b.json");
  ck_assert_uint_eq (g_array_index (book->lots, McaLot, 0).origin.place, 0);
}
END_TEST

START_TEST (equal_values_are_equal_however_they_are_written)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "[" LOT (L1, "5.0", ",'startDate':'09/18/2019 21:47:31','poNumber':''") "]",
      "[" LOT (L1, "'5'", ",'startDate':'2019-09-18T00:00:00Z','poNumber':null,'other':1") "]",
      "[" LOT (L1, "5", ",'startDate':'2019-09-18','poNumber':'7'") "]");
  g_autoptr (GArray) repeats = mca_repeats_take_out (book);

  ck_assert_uint_eq (repeats->len, 2);
  ck_assert (!repeat_at (repeats, 0)->differs);
  ck_assert (repeat_at (repeats, 1)->differs);
  ck_assert (decimal_is_zero (repeat_at (repeats, 1)->difference));
  ck_assert_str_eq (g_array_index (book->lots, McaLot, 0).po_number, "7");
}
END_TEST

START_TEST (without_an_id_nothing_is_the_same)
{
  g_autoptr (McaBook) book
      = MCA_BOOK ("[" LOT ("'name':'L1'", "5", "") "," LOT ("'name':'L1'", "5", "") "]");
  g_autoptr (GArray) repeats = mca_repeats_take_out (book);

  ck_assert_uint_eq (repeats->len, 0);
  ck_assert_uint_eq (book->lots->len, 2);
}
END_TEST

START_TEST (balances_are_told_by_their_profile)
{
  g_autoptr (McaBook) book = MCA_BOOK (BALANCE ("P", "9"), BALANCE ("Q", "9"), BALANCE ("P", "10"));
  g_autoptr (GArray) repeats = mca_repeats_take_out (book);

  ck_assert_uint_eq (repeats->len, 1);
  ck_assert (repeat_at (repeats, 0)->is_profile);
  ck_assert (decimal_equal (repeat_at (repeats, 0)->difference, decimal_from_int (1)));
  ck_assert_uint_eq (book->balances->len, 2);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-repeats");
  TCase *tests = tcase_create ("mca-repeats");

  tcase_add_test (tests, the_later_counts_in_the_place_of_the_earlier);
  tcase_add_test (tests, equal_values_are_equal_however_they_are_written);
  tcase_add_test (tests, without_an_id_nothing_is_the_same);
  tcase_add_test (tests, balances_are_told_by_their_profile);
  suite_add_tcase (suite, tests);
  return suite;
}

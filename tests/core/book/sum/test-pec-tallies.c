/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/sum/pec-tallies.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

/* "15:10.00 20:3.00 " */
static void
assert_tallies (const PecTallySet *tallies, const char *expected)
{
  g_autoptr (GPtrArray) list = pec_tallies_list (tallies);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const PecTally *tally = g_ptr_array_index (list, i);
      g_autofree char *percent = decimal_to_string (tally->percent, 0);
      g_autofree char *net = decimal_to_string (tally->net, 2);

      g_string_append_printf (text, "%s:%s ", percent, net);
    }
  ck_assert_str_eq (text->str, expected);
}

static void
add (PecTallySet **tallies, const char *percent, const char *net)
{
  pec_tallies_add (tallies, sample_decimal (percent), sample_decimal (net));
}

START_TEST (amounts_of_one_percentage_add_up_however_it_is_written)
{
  g_autoptr (PecTallySet) tallies = NULL;

  add (&tallies, "15", "10");
  add (&tallies, "20", "3");
  add (&tallies, "15.00", "0.5");
  assert_tallies (tallies, "15:10.50 20:3.00 ");
  ck_assert (decimal_equal (pec_tallies_net_of (tallies, sample_decimal ("15.0")),
                            sample_decimal ("10.5")));
  ck_assert (decimal_is_zero (pec_tallies_net_of (tallies, sample_decimal ("16"))));
}
END_TEST

START_TEST (percentages_ascend)
{
  g_autoptr (PecTallySet) tallies = NULL;

  add (&tallies, "20", "1");
  add (&tallies, "7.5", "2");
  add (&tallies, "15", "3");
  assert_tallies (tallies, "7.5:2.00 15:3.00 20:1.00 ");
}
END_TEST

START_TEST (tallies_of_two_books_become_one)
{
  g_autoptr (PecTallySet) tallies = NULL;
  g_autoptr (PecTallySet) further = NULL;

  pec_tallies_merge (&tallies, NULL);
  ck_assert_ptr_null (tallies);
  add (&further, "15", "1");
  add (&further, "20", "2");
  pec_tallies_merge (&tallies, further);
  pec_tallies_merge (&tallies, further);
  assert_tallies (tallies, "15:2.00 20:4.00 ");
  assert_tallies (further, "15:1.00 20:2.00 ");
}
END_TEST

static void
assert_decimal (Decimal value, const char *expected)
{
  g_autofree char *text = decimal_to_string (value, 2);

  ck_assert_str_eq (text, expected);
}

START_TEST (nothing_is_worth_nothing)
{
  assert_decimal (pec_tallies_net (NULL), "0.00");
  assert_decimal (pec_tallies_list_value (NULL), "0.00");
  assert_decimal (pec_tallies_earned (NULL), "0.00");
}
END_TEST

/* Three times 0.10 of 15 % are 0.3529 at list and 0.0529 earned; one by one 0.36 and 0.06. */
START_TEST (shares_are_rounded_once_per_percentage)
{
  g_autoptr (PecTallySet) tallies = NULL;

  for (guint i = 0; i < 3; i++)
    add (&tallies, "15", "0.10");
  assert_decimal (pec_tallies_net (tallies), "0.30");
  assert_decimal (pec_tallies_list_value (tallies), "0.35");
  assert_decimal (pec_tallies_earned (tallies), "0.05");

  add (&tallies, "50", "0.005"); /* 0.01 at list, and half a cent earned: 0.01 */
  assert_decimal (pec_tallies_net (tallies), "0.305");
  assert_decimal (pec_tallies_list_value (tallies), "0.36");
  assert_decimal (pec_tallies_earned (tallies), "0.06");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("pec-tallies");
  TCase *tests = tcase_create ("tallies");

  tcase_add_test (tests, amounts_of_one_percentage_add_up_however_it_is_written);
  tcase_add_test (tests, percentages_ascend);
  tcase_add_test (tests, tallies_of_two_books_become_one);
  tcase_add_test (tests, nothing_is_worth_nothing);
  tcase_add_test (tests, shares_are_rounded_once_per_percentage);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/stake-order.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static const char *const letters[] = { "a", "b", "c", "d", "e", "f" };

static void
add (GArray *stakes, const char *letter, const char *currency, const char *amount)
{
  const Stake stake = { .currency = currency, .amount = sample_decimal (amount), .item = letter };

  g_array_append_val (stakes, stake);
}

static char *
order_of (GArray *stakes)
{
  GString *text = g_string_new (NULL);

  stake_order_sort (stakes);
  for (guint i = 0; i < stakes->len; i++)
    g_string_append (text, g_array_index (stakes, Stake, i).item);
  return g_string_free (text, FALSE);
}

START_TEST (the_largest_of_every_currency_come_first)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  add (stakes, letters[0], "JPY", "50000");
  add (stakes, letters[1], "JPY", "-90000");
  add (stakes, letters[2], "EUR", "3");
  add (stakes, letters[3], "EUR", "-4");
  add (stakes, letters[4], "JPY", "1");
  g_autofree char *order = order_of (stakes);
  ck_assert_str_eq (order, "dbcae");
}
END_TEST

START_TEST (what_has_nothing_at_stake_comes_last)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  add (stakes, letters[0], NULL, "0");
  add (stakes, letters[1], "EUR", "0.01");
  add (stakes, letters[2], "USD", "0");
  add (stakes, letters[3], "EUR", "5");
  g_autofree char *order = order_of (stakes);
  ck_assert_str_eq (order, "dbac");
}
END_TEST

START_TEST (equal_ones_stay_as_they_were)
{
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  for (guint i = 0; i < 6; i++)
    add (stakes, letters[i], "USD", i % 2 == 0 ? "7" : "-7");
  g_autofree char *order = order_of (stakes);
  ck_assert_str_eq (order, "abcdef");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("stake-order");
  TCase *tests = tcase_create ("stake-order");

  tcase_add_test (tests, the_largest_of_every_currency_come_first);
  tcase_add_test (tests, what_has_nothing_at_stake_comes_last);
  tcase_add_test (tests, equal_ones_stay_as_they_were);
  suite_add_tcase (suite, tests);
  return suite;
}

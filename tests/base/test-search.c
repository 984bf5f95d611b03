/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "base/search.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static int
compare_numbers (gconstpointer wanted, gconstpointer element)
{
  const int a = *(const int *) wanted, b = *(const int *) element;

  return (a > b) - (a < b);
}

static int
compare_texts (gconstpointer wanted, gconstpointer element)
{
  return strcmp (wanted, element);
}

/* Every array of 0 to 17 numbers 0, 2, 4, ..., each of them twice, searched for all that stands in
   it, before it, between and after. */
START_TEST (the_first_that_is_not_less_is_found)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (int));

  for (int wanted = -1; wanted <= 2 * _i; wanted++)
    {
      guint expected = 0;

      g_array_set_size (numbers, 0);
      for (int i = 0; i < _i; i++)
        {
          const int even = i / 2 * 2;
          g_array_append_val (numbers, even);
        }
      while (expected < numbers->len && g_array_index (numbers, int, expected) < wanted)
        expected++;
      ck_assert_uint_eq (
          search_lower_bound (numbers->data, numbers->len, sizeof (int), &wanted, compare_numbers),
          expected);
    }
}
END_TEST

START_TEST (pointers_are_followed_by_whoever_compares)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  char b[] = "b", d[] = "d";

  ck_assert_uint_eq (search_lower_bound_pointer (texts, "b", compare_texts), 0);
  g_ptr_array_add (texts, b);
  g_ptr_array_add (texts, b);
  g_ptr_array_add (texts, d);
  ck_assert_uint_eq (search_lower_bound_pointer (texts, "a", compare_texts), 0);
  ck_assert_uint_eq (search_lower_bound_pointer (texts, "b", compare_texts), 0);
  ck_assert_uint_eq (search_lower_bound_pointer (texts, "c", compare_texts), 2);
  ck_assert_uint_eq (search_lower_bound_pointer (texts, "d", compare_texts), 2);
  ck_assert_uint_eq (search_lower_bound_pointer (texts, "e", compare_texts), 3);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("search");
  TCase *tests = tcase_create ("lower bound");

  tcase_add_loop_test (tests, the_first_that_is_not_less_is_found, 0, 18);
  tcase_add_test (tests, pointers_are_followed_by_whoever_compares);
  suite_add_tcase (suite, tests);
  return suite;
}

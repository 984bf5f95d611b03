/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/ordered-list.h"
#include "test-main.h"

#include <check.h>

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
assert_ascends (const GPtrArray *list, guint count)
{
  ck_assert_uint_eq (list->len, count);
  for (guint i = 0; i < count; i++)
    ck_assert_int_eq (*(const int *) g_ptr_array_index (list, i), (int) i);
}

START_TEST (an_empty_one_finds_nothing)
{
  g_autoptr (OrderedList) list = ordered_list_new (compare);
  const int probe = 0;

  ck_assert_ptr_null (ordered_list_find (list, &probe));
  assert_ascends (ordered_list_settle (list), 0);
}
END_TEST

#define COUNT 200

/* In turn, from behind, and in a disorder; settled at the end, or every now and then. */
START_TEST (whatever_the_order_all_are_found_and_listed)
{
  static const int steps[] = { 1, COUNT - 1, 77 };
  g_autoptr (OrderedList) list = ordered_list_new (compare);
  int numbers[COUNT];

  for (int i = 0; i < COUNT; i++)
    numbers[i] = i;
  for (int i = 0; i < COUNT; i++)
    {
      int *number = &numbers[(COUNT - 1 + i * steps[_i / 2]) % COUNT];

      ck_assert_ptr_null (ordered_list_find (list, number));
      ordered_list_add (list, number);
      ck_assert_ptr_eq (ordered_list_find (list, number), number);
      if (_i % 2 == 1 && i % 7 == 0)
        ck_assert_uint_eq (ordered_list_settle (list)->len, (guint) i + 1);
    }
  for (int i = 0; i < COUNT; i++)
    {
      const int probe = i;
      ck_assert_ptr_eq (ordered_list_find (list, &probe), &numbers[i]);
    }
  assert_ascends (ordered_list_settle (list), COUNT);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("ordered-list");
  TCase *tcase = tcase_create ("ordered-list");

  tcase_add_test (tcase, an_empty_one_finds_nothing);
  tcase_add_loop_test (tcase, whatever_the_order_all_are_found_and_listed, 0, 6);
  suite_add_tcase (suite, tcase);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/record/rejects.h"

START_TEST (there_are_none_at_the_start)
{
  g_autoptr (Rejects) rejects = rejects_new ();

  ck_assert_uint_eq (rejects_count (rejects), 0);
}
END_TEST

START_TEST (rows_are_kept_in_order_as_copies)
{
  g_autoptr (Rejects) rejects = rejects_new ();
  char file[] = "a.csv", column[] = "Subtotal", reason[] = "bad", raw[] = "1,2x,rest";

  rejects_add (rejects, file, 5, column, reason, (Slice){ raw, 4 });
  rejects_add (rejects, "b.csv", G_MAXUINT64, NULL, "ragged", slice_of (""));
  file[0] = column[0] = reason[0] = raw[0] = '#';
  ck_assert_uint_eq (rejects_count (rejects), 2);
  const Reject *first = rejects_get (rejects, 0);
  ck_assert_str_eq (first->file, "a.csv");
  ck_assert_uint_eq (first->line, 5);
  ck_assert_str_eq (first->column, "Subtotal");
  ck_assert_str_eq (first->reason, "bad");
  ck_assert_str_eq (first->raw, "1,2x");
  const Reject *second = rejects_get (rejects, 1);
  ck_assert_uint_eq (second->line, G_MAXUINT64);
  ck_assert_ptr_null (second->column);
  ck_assert_str_eq (second->raw, "");
}
END_TEST

START_TEST (rows_move_from_one_list_to_another)
{
  g_autoptr (Rejects) rejects = rejects_new ();
  g_autoptr (Rejects) further = rejects_new ();

  rejects_add (rejects, "a.csv", 2, NULL, "bad", slice_of ("x"));
  rejects_add (further, "b.csv", 3, NULL, "bad", slice_of ("y"));
  rejects_move (rejects, further);
  ck_assert_uint_eq (rejects_count (rejects), 2);
  ck_assert_uint_eq (rejects_count (further), 0);
  ck_assert_str_eq (rejects_get (rejects, 1)->file, "b.csv");
  rejects_add (further, "c.csv", 4, NULL, "bad", slice_of ("z"));
  ck_assert_uint_eq (rejects_count (further), 1);
}
END_TEST

START_TEST (freeing_nothing_is_fine) { rejects_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("rejects");
  TCase *tests = tcase_create ("rejects");

  tcase_add_test (tests, there_are_none_at_the_start);
  tcase_add_test (tests, rows_are_kept_in_order_as_copies);
  tcase_add_test (tests, rows_move_from_one_list_to_another);
  tcase_add_test (tests, freeing_nothing_is_fine);
  suite_add_tcase (suite, tests);
  return suite;
}

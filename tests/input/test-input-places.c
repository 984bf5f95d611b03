/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "input/input-places.h"

START_TEST (a_file_is_found_however_its_name_is_written)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (InputFile));
  const InputFile read = { .name = g_strdup ("in/a.csv"), .path = g_strdup ("/there/a.csv") };
  const InputFile skipped
      = { .name = g_strdup ("./b.csv"), .path = g_strdup ("./b.csv"), .is_skipped = TRUE };

  g_array_set_clear_func (files, input_places_clear_file);
  g_array_append_val (files, read);
  g_array_append_val (files, skipped);
  g_autoptr (GTree) places = input_places_new (files);
  ck_assert_str_eq (input_places_find ("in/a.csv", places), "/there/a.csv");
  ck_assert_str_eq (input_places_find ("./in//a.csv", places), "/there/a.csv");
  ck_assert_str_eq (input_places_find ("b.csv", places), "");
  ck_assert_ptr_null (input_places_find ("c.csv", places));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("input-places");
  TCase *tests = tcase_create ("input-places");

  tcase_add_test (tests, a_file_is_found_however_its_name_is_written);
  suite_add_tcase (suite, tests);
  return suite;
}

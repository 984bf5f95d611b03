/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "engine/option/options.h"

START_TEST (every_option_has_a_name_of_its_own_a_help_and_a_command)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info ((OptionId) id);

      ck_assert_uint_gt (strlen (info->name), 0);
      ck_assert_uint_gt (strlen (info->help), 0);
      ck_assert_uint_ne (info->commands, 0);
      ck_assert_int_eq ((int) options_find (info->name), (int) id);
    }
}
END_TEST

START_TEST (a_default_is_a_value_that_the_help_tells)
{
  for (guint id = 0; id < OPTION_COUNT; id++)
    {
      const OptionInfo *info = options_info ((OptionId) id);

      if (info->fallback == NULL)
        continue;
      g_autofree char *told = g_strdup_printf ("[%s]", info->fallback);
      ck_assert_msg (strstr (info->help, told) != NULL, "--%s", info->name);
    }
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("option-table");
  TCase *tests = tcase_create ("option-table");

  tcase_add_test (tests, every_option_has_a_name_of_its_own_a_help_and_a_command);
  tcase_add_test (tests, a_default_is_a_value_that_the_help_tells);
  suite_add_tcase (suite, tests);
  return suite;
}

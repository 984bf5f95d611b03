/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-origin.h"
#include "test-main.h"

#include <check.h>

START_TEST (a_copy_owns_everything)
{
  char option[] = "--tolerance=5", file[] = "a.ini";
  const char *options[] = { option, NULL };
  GArray *months = g_array_new (FALSE, FALSE, sizeof (Month));
  const Month month = calendar_month (2026, 9);
  const ReportOrigin origin
      = { .month = month + 1, .options = options, .config_file = file, .baseline = months };

  g_array_append_val (months, month);
  ReportOrigin *copy = report_origin_copy (&origin);
  option[0] = file[0] = 'x';
  g_array_unref (months);
  ck_assert_int_eq (copy->month, month + 1);
  ck_assert_str_eq (copy->options[0], "--tolerance=5");
  ck_assert_ptr_null (copy->options[1]);
  ck_assert_str_eq (copy->config_file, "a.ini");
  ck_assert_uint_eq (copy->baseline->len, 1);
  ck_assert_int_eq (g_array_index (copy->baseline, Month, 0), month);
  report_origin_free (copy);
}
END_TEST

START_TEST (of_none_there_are_no_options)
{
  const ReportOrigin empty = { .config_file = "" };
  ReportOrigin *copies[] = { report_origin_copy (NULL), report_origin_copy (&empty) };

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      ck_assert_ptr_null (copies[i]->options[0]);
      ck_assert_ptr_null (copies[i]->config_file);
      ck_assert_ptr_null (copies[i]->baseline);
      report_origin_free (copies[i]);
    }
  report_origin_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-origin");
  TCase *tests = tcase_create ("report-origin");

  tcase_add_test (tests, a_copy_owns_everything);
  tcase_add_test (tests, of_none_there_are_no_options);
  suite_add_tcase (suite, tests);
  return suite;
}

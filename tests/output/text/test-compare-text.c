/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/compare-text.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static char *
render (guint fresh)
{
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  g_autoptr (SavedReport) before = saved_report_new (), now = saved_report_new ();
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < fresh; i++)
    {
      g_autofree char *id = g_strdup_printf ("f%02u", i);
      const SavedFinding finding = { .id = id,
                                     .key = id,
                                     .code = "ACO401",
                                     .customer_id = "c1",
                                     .customer_name = "Contoso",
                                     .currency = "USD",
                                     .month = 2026 * 12 + 9,
                                     .amount = decimal_from_int (7) };
      saved_report_add_finding (now, &finding);
    }
  const ReportComparison comparison = { "old.json", before, "new.json", now };
  g_autoptr (Report) report = report_comparison_report (&comparison);
  compare_text_render (report, &style, out);
  return g_string_free (out, FALSE);
}

START_TEST (two_that_are_the_same_are_one_sentence)
{
  g_autofree char *text = render (0);

  ck_assert_str_eq (text,
                    "Findings: 0 new, 0 gone, 0 changed in amount, 0 still open; figures that "
                    "moved:\n0. From old.json to new.json.\n");
}
END_TEST

START_TEST (what_is_new_has_a_table)
{
  g_autofree char *text = render (1);

  ck_assert_msg (strstr (text, "NEW (2026-10, USD)\n") != NULL, "%s", text);
  ck_assert_ptr_nonnull (strstr (text, "ACO401  Contoso     -  7.00  f00\n"));
}
END_TEST

START_TEST (a_long_table_is_cut_and_says_so)
{
  g_autofree char *text = render (42);

  ck_assert_ptr_nonnull (strstr (text, "and 2 more; --all lists them\n"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("compare-text");
  TCase *tests = tcase_create ("compare-text");

  tcase_add_test (tests, two_that_are_the_same_are_one_sentence);
  tcase_add_test (tests, what_is_new_has_a_table);
  tcase_add_test (tests, a_long_table_is_cut_and_says_so);
  suite_add_tcase (suite, tests);
  return suite;
}

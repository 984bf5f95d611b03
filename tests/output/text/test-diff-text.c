/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/diff-text.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

static Report *
diff_of (gboolean equal, guint figures)
{
  Report *diff = report_new_of (month_diff_schema ());
  const DiffHead head = { .month = 2026 * 12 + 9,
                          .version = 2,
                          .equal = equal,
                          .sealed_at = "2026-11-09T08:00:00Z",
                          .preparer = "Ann" };

  for (guint i = 0; i < figures; i++)
    {
      g_autofree char *customer = g_strdup_printf ("c%03u", i);
      const DiffFigure row = { .customer_id = report_text (diff, customer),
                               .customer_name = i == 0 ? "Contoso" : NULL,
                               .currency = "USD",
                               .figure = "net",
                               .sealed = amount_known (decimal_from_int (5)),
                               .now = amount_known (decimal_from_int (15)),
                               .difference = amount_known (decimal_from_int (10)) };
      report_append (diff, DIFF_FIGURES, &row);
    }
  report_set_head (diff, &head);
  report_sort (diff);
  return diff;
}

static char *
render (const Report *diff)
{
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  GString *out = g_string_new (NULL);

  diff_text_render (diff, &style, out);
  return g_string_free (out, FALSE);
}

START_TEST (an_equal_month_is_said_in_a_sentence)
{
  g_autoptr (Report) diff = diff_of (TRUE, 0);
  g_autofree char *text = render (diff);

  ck_assert_str_eq (text, "2026-10, version 2, was sealed on 2026-11-09T08:00:00Z by Ann; nothing "
                          "is\ndifferent.\n");
}
END_TEST

START_TEST (other_files_alone_are_said_so)
{
  g_autoptr (Report) diff = diff_of (FALSE, 0);
  g_autofree char *verdict = diff_text_verdict (diff, NULL);

  ck_assert (g_str_has_suffix (verdict, "its files are others, all figures the same."));
}
END_TEST

START_TEST (money_comes_first)
{
  g_autoptr (Report) diff = diff_of (FALSE, 2);
  g_autofree char *text = render (diff);
  const char *money = strstr (text, "USD  net          20.00");
  const char *figures = strstr (text, "Contoso   net       5.00  15.00  10.00");

  ck_assert_msg (money != NULL && figures != NULL && money < figures, "%s", text);
}
END_TEST

START_TEST (a_long_table_is_cut_and_says_so)
{
  g_autoptr (Report) diff = diff_of (FALSE, 45);
  g_autofree char *text = render (diff);

  ck_assert_ptr_nonnull (strstr (text, "and 5 more; --all lists them\n"));
  ck_assert_ptr_nonnull (strstr (text, "c039"));
  ck_assert_ptr_null (strstr (text, "c040"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("diff-text");
  TCase *tests = tcase_create ("diff-text");

  tcase_add_test (tests, an_equal_month_is_said_in_a_sentence);
  tcase_add_test (tests, other_files_alone_are_said_so);
  tcase_add_test (tests, money_comes_first);
  tcase_add_test (tests, a_long_table_is_cut_and_says_so);
  suite_add_tcase (suite, tests);
  return suite;
}

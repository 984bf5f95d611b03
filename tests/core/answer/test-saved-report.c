/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/saved-report.h"
#include "test-main.h"

#include <check.h>

static SavedFigure
figure_of (const char *customer, const char *name, gint64 amount)
{
  return (SavedFigure){ .customer_id = customer,
                        .currency = "USD",
                        .month = 2026 * 12 + 9,
                        .figure = name,
                        .amount = amount_known (decimal_from_int (amount)) };
}

START_TEST (figures_of_one_place_add_up)
{
  g_autoptr (SavedReport) report = saved_report_new ();
  const SavedFigure figures[]
      = { figure_of ("c2", "net", 1), figure_of ("c1", "net", 2), figure_of ("c1", "net", 3) };
  SavedFigure unknown = figure_of ("c2", "net", 0);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    saved_report_add_figure (report, &figures[i]);
  unknown.amount.known = FALSE;
  saved_report_add_figure (report, &unknown);
  g_autoptr (GPtrArray) list = saved_report_figures (report);
  ck_assert_uint_eq (list->len, 2);
  const SavedFigure *first = g_ptr_array_index (list, 0), *second = g_ptr_array_index (list, 1);
  ck_assert_str_eq (first->customer_id, "c1");
  ck_assert (decimal_equal (first->amount.value, decimal_from_int (5)));
  ck_assert (!second->amount.known);
}
END_TEST

START_TEST (it_is_whole_unless_it_says_otherwise)
{
  g_autoptr (SavedReport) report = saved_report_new ();

  ck_assert (!saved_report_is_part (report));
  saved_report_set_part (report);
  ck_assert (saved_report_is_part (report));
}
END_TEST

START_TEST (texts_are_copied)
{
  g_autoptr (SavedReport) report = saved_report_new ();
  char id[] = "f1", key[] = "k1", code[] = "ACO101";
  const SavedFinding finding = { .id = id, .key = key, .code = code };

  saved_report_add_finding (report, &finding);
  id[0] = 'x';
  const SavedFinding *kept = g_ptr_array_index (saved_report_findings (report), 0);
  ck_assert_str_eq (kept->id, "f1");
  ck_assert_ptr_null (kept->customer_id);
  saved_report_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("saved-report");
  TCase *tests = tcase_create ("saved-report");

  tcase_add_test (tests, figures_of_one_place_add_up);
  tcase_add_test (tests, texts_are_copied);
  tcase_add_test (tests, it_is_whole_unless_it_says_otherwise);
  suite_add_tcase (suite, tests);
  return suite;
}

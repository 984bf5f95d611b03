/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/report-comparison.h"
#include "test-main.h"

#include <check.h>

static void
find (SavedReport *report, const char *id, const char *key, gint64 amount)
{
  const SavedFinding finding
      = { .id = id, .key = key, .code = "ACO401", .amount = decimal_from_int (amount) };

  saved_report_add_finding (report, &finding);
}

static void
figure (SavedReport *report, const char *name, gint64 amount)
{
  const SavedFigure row = { .customer_id = "c1",
                            .currency = "USD",
                            .month = 2026 * 12 + 9,
                            .figure = name,
                            .amount = amount_known (decimal_from_int (amount)) };

  saved_report_add_figure (report, &row);
}

static Report *
compare (const SavedReport *before, const SavedReport *now)
{
  const ReportComparison comparison = { "old.json", before, "new.json", now };

  return report_comparison_report (&comparison);
}

static char *
describe (const Report *report)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < report_row_count (report, COMPARE_FINDINGS); i++)
    {
      const CompareFinding *row = report_row (report, COMPARE_FINDINGS, i);
      g_autofree char *old
          = row->before.known ? decimal_to_string (row->before.value, 0) : g_strdup ("-");
      g_autofree char *now
          = row->now.known ? decimal_to_string (row->now.value, 0) : g_strdup ("-");
      g_string_append_printf (text, "%s %s %s %s\n", row->id, row->change, old, now);
    }
  return g_string_free (text, FALSE);
}

START_TEST (findings_go_by_id_and_key)
{
  g_autoptr (SavedReport) before = saved_report_new (), now = saved_report_new ();

  find (before, "f1", "k1", 1); /* stays */
  find (before, "f2", "k2", 2); /* is 3 now */
  find (before, "f4", "k4", 4); /* goes */
  find (before, "f7", "k7", 7); /* two of one key, then three */
  find (before, "f8", "k7", 9);
  find (now, "f1", "k1", 1);
  find (now, "f3", "k2", 3);
  find (now, "f5", "k5", 5);
  find (now, "f9", "k7", 20);
  find (now, "fa", "k7", 10);
  find (now, "fb", "k7", 30);
  g_autoptr (Report) report = compare (before, now);
  g_autofree char *text = describe (report);
  ck_assert_str_eq (text, "f1 open 1 1\nf3 amount 2 3\nf4 gone 4 -\nf5 new - 5\n"
                          "f9 amount 9 20\nfa amount 7 10\nfb new - 30\n");
  const CompareHead *head = report_head (report);
  ck_assert (!head->equal);
  ck_assert_uint_eq (head->fresh, 2);
  ck_assert_uint_eq (head->gone, 1);
  ck_assert_uint_eq (head->changed, 3);
  ck_assert_uint_eq (head->open, 1);
}
END_TEST

START_TEST (figures_that_moved_are_listed)
{
  g_autoptr (SavedReport) before = saved_report_new (), now = saved_report_new ();

  figure (before, "charges", 5);
  figure (before, "net", 5);
  figure (now, "charges", 5);
  figure (now, "net", 7);
  figure (now, "pec_earned", 0);
  g_autoptr (Report) report = compare (before, now);
  ck_assert_uint_eq (report_row_count (report, COMPARE_FIGURES), 2);
  const CompareFigure *net = report_row (report, COMPARE_FIGURES, 0);
  const CompareFigure *fresh = report_row (report, COMPARE_FIGURES, 1);
  ck_assert_str_eq (net->figure, "net");
  ck_assert (decimal_equal (net->difference.value, decimal_from_int (2)));
  ck_assert_str_eq (fresh->figure, "pec_earned");
  ck_assert (!fresh->difference.known);
}
END_TEST

START_TEST (the_same_report_is_equal)
{
  g_autoptr (SavedReport) one = saved_report_new ();

  find (one, "f1", "k1", 1);
  figure (one, "net", 5);
  g_autoptr (Report) report = compare (one, one);
  ck_assert (((const CompareHead *) report_head (report))->equal);
  ck_assert_uint_eq (report_row_count (report, COMPARE_FINDINGS), 1);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-comparison");
  TCase *tests = tcase_create ("report-comparison");

  tcase_add_test (tests, findings_go_by_id_and_key);
  tcase_add_test (tests, figures_that_moved_are_listed);
  tcase_add_test (tests, the_same_report_is_equal);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "store/correction.h"
#include "test-main.h"

#include <check.h>

#include "sample-diff.h"

static Report *
correct (const SampleDiff *sample, gboolean continues)
{
  const Correction correction = { .history = sample->history,
                                  .seal = seals_first (sample->seals),
                                  .books = sample->now.books,
                                  .now = sample->now.report,
                                  .continues = continues };
  Report *report = correction_report (&correction, NULL);

  ck_assert_ptr_nonnull (report);
  return report;
}

START_TEST (differences_are_rows)
{
  SampleDiff sample = sample_diff (sample_diff_rows);
  g_autoptr (Report) report = correct (&sample, FALSE);

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "customer_id opening granted used forfeited",
               "c1 0.00 0.00 20.00 0.00\nc2 50.00 0.00 0.00 0.00");
  EXPECT_ROWS (report, REPORT_WATERFALL, "customer_id charges aco_used other_credits net",
               "c1 27.00 20.00 0.00 7.00");
  sample_diff_clear (&sample);
}
END_TEST

START_TEST (a_book_that_continues_has_the_openings)
{
  SampleDiff sample = sample_diff (sample_diff_rows);
  g_autoptr (Report) report = correct (&sample, TRUE);

  EXPECT_ROWS (report, REPORT_ROLLFORWARD, "customer_id opening used", "c1 0.00 20.00");
  sample_diff_clear (&sample);
}
END_TEST

START_TEST (what_is_the_same_needs_nothing)
{
  SampleDiff sample = sample_diff (NULL);
  g_autoptr (Report) report = correct (&sample, FALSE);

  ck_assert_uint_eq (report_row_count (report, REPORT_ROLLFORWARD), 0);
  EXPECT_ROWS (report, REPORT_WATERFALL, "charges aco_used net", "0.00 0.00 0.00");
  sample_diff_clear (&sample);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("correction");
  TCase *tests = tcase_create ("correction");

  tcase_add_test (tests, differences_are_rows);
  tcase_add_test (tests, a_book_that_continues_has_the_openings);
  tcase_add_test (tests, what_is_the_same_needs_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/months/sheet-words.h"
#include "test-main.h"

#include <check.h>

#include "sample-sheet.h"

START_TEST (what_does_not_apply_is_left_out)
{
  g_autoptr (CloseSheet) sheet = sample_sheet ("Ann", 0, NULL);
  g_autofree char *title = sheet_words_title (NULL, sheet);

  ck_assert_str_eq (title, "Close of 2026-10, version 2");
  g_autoptr (GPtrArray) all = sheet_words_who (NULL, sheet);
  ck_assert_uint_eq (all->len, 6);
  sheet->seal.reason = NULL;
  sheet->seal.options = "[\"--tolerance=1\"]";
  g_autoptr (GPtrArray) other = sheet_words_who (NULL, sheet);
  ck_assert_uint_eq (other->len, 6);
  ck_assert_str_eq (((SheetFact *) g_ptr_array_index (other, 5))->value, "[\"--tolerance=1\"]");
  g_autoptr (GPtrArray) proof = sheet_words_proof (NULL, sheet);
  ck_assert_uint_eq (proof->len, 4); /* of report.json there is no digest */
}
END_TEST

START_TEST (a_finding_says_what_it_is_about_and_what_was_decided)
{
  const SheetFinding finding = { .id = "f1",
                                 .code = "ACO202",
                                 .severity = "warning",
                                 .customer_id = "c1",
                                 .month = MONTH_NONE,
                                 .subject = "g1/p/s",
                                 .resolution = "disputed",
                                 .by = "Cy",
                                 .at = "2026-11-02T08:00:00Z",
                                 .note = "asked" };
  g_autofree char *what = sheet_words_finding (NULL, &finding);
  g_autofree char *about = sheet_words_about (NULL, &finding);
  g_autofree char *decision = sheet_words_decision (NULL, &finding);

  ck_assert_str_eq (what, "ACO202 warning");
  ck_assert_str_eq (about, "f1, customer c1, of g1/p/s");
  ck_assert_str_eq (decision, "disputed by Cy, 2026-11-02: asked");
  ck_assert_ptr_null (sheet_words_decision (NULL, &(SheetFinding){ .id = "f1" }));
}
END_TEST

START_TEST (findings_are_counted_by_severity)
{
  g_autoptr (CloseSheet) none = sample_sheet ("Ann", 0, NULL);
  g_autoptr (CloseSheet) three = sample_sheet ("Ann", 3, NULL);
  g_autofree char *of_none = sheet_words_count (NULL, none, SHEET_OPEN);

  g_array_index (three->findings[SHEET_OPEN], SheetFinding, 0).severity = "notice";
  g_autofree char *of_three = sheet_words_count (NULL, three, SHEET_OPEN);
  ck_assert_str_eq (of_none, "open: 0 findings");
  ck_assert_str_eq (of_three, "open: 3 findings (2 errors, 1 notice)");
}
END_TEST

START_TEST (what_is_not_shown_is_counted)
{
  g_autofree char *rest = sheet_words_rest (NULL, 20, 12, "findings.csv");

  ck_assert_str_eq (rest, "and 8 more, which findings.csv has");
  ck_assert_ptr_null (sheet_words_rest (NULL, 12, 12, "findings.csv"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("sheet-words");
  TCase *tests = tcase_create ("sheet-words");

  tcase_add_test (tests, what_does_not_apply_is_left_out);
  tcase_add_test (tests, a_finding_says_what_it_is_about_and_what_was_decided);
  tcase_add_test (tests, findings_are_counted_by_severity);
  tcase_add_test (tests, what_is_not_shown_is_counted);
  suite_add_tcase (suite, tests);
  return suite;
}

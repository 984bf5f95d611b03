/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/text/report-text-part.h"
#include "sample-rows.h"
#include "test-main.h"

#include <check.h>

static char *
first_customer (const ReportText *self)
{
  g_autoptr (GPtrArray) rows = report_text_part_rows_by_customer (self, REPORT_TIE_OUT);

  return g_strdup (((const TieOutRow *) g_ptr_array_index (rows, 0))->customer_id);
}

START_TEST (the_width_decides_between_names)
{
  const TextStyle wide = { .width = 100 }, narrow = { .width = 99 };
  const ReportText in_wide = { .style = &wide }, in_narrow = { .style = &narrow };

  ck_assert_str_eq (report_text_part_by_width (&in_wide, "Currency", "Cur"), "Currency");
  ck_assert_str_eq (report_text_part_by_width (&in_narrow, "Currency", "Cur"), "Cur");
}
END_TEST

START_TEST (rows_are_in_the_order_of_names)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c1", "Fabrikam", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_tie_out (report, sample_tie_out ("c2", "adatum", "1", "1", "0", TIE_OUT_AGREES));
  g_autoptr (CustomerLabels) labels = customer_labels_new (report);
  const ReportText self = { .report = report, .labels = labels };
  g_autofree char *first = first_customer (&self);
  ck_assert_str_eq (first, "c2");
}
END_TEST

START_TEST (texts_are_wrapped_to_the_width)
{
  const TextStyle style = { .width = 40 };
  g_autoptr (GString) out = g_string_new (NULL);
  const ReportText self = { .style = &style, .out = out };

  report_text_part_append_wrapped (&self, TEXT_PLAIN,
                                   "a sentence of more than forty columns, which takes two lines");
  ck_assert_str_eq (out->str, "a sentence of more than forty columns,\nwhich takes two lines\n");
}
END_TEST

#define UNLISTED "Those that differ most; %1$s of %2$s rows are not listed; --all lists them."

START_TEST (what_is_not_listed_is_counted_and_nothing_is_said_where_all_is)
{
  const TextStyle style = { .width = 100 };
  g_autoptr (GString) out = g_string_new (NULL);
  const ReportText self = { .style = &style, .out = out };

  report_text_part_append_unlisted (&self, UNLISTED, 40, 40);
  ck_assert_str_eq (out->str, "");
  report_text_part_append_unlisted (&self, UNLISTED, 40, 2041);
  ck_assert_str_eq (
      out->str, "Those that differ most; 2,001 of 2,041 rows are not listed; --all lists them.\n");
}
END_TEST

START_TEST (customers_are_looked_up_without_case_and_then_by_bytes)
{
  ck_assert_int_lt (report_text_part_compare_labels ("adatum", "Fabrikam"), 0);
  ck_assert_int_gt (report_text_part_compare_labels ("adatum", "Adatum"), 0);
  ck_assert_int_eq (report_text_part_compare_labels ("a", "a"), 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-text-part");
  TCase *tests = tcase_create ("report-text-part");

  tcase_add_test (tests, the_width_decides_between_names);
  tcase_add_test (tests, rows_are_in_the_order_of_names);
  tcase_add_test (tests, texts_are_wrapped_to_the_width);
  tcase_add_test (tests, what_is_not_listed_is_counted_and_nothing_is_said_where_all_is);
  tcase_add_test (tests, customers_are_looked_up_without_case_and_then_by_bytes);
  suite_add_tcase (suite, tests);
  return suite;
}

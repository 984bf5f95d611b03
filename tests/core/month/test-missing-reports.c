/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/missing-reports.h"
#include "test-main.h"

#include <check.h>

static void
add (MissingReports *missing, int month, const char *currency, int credit, guint64 line)
{
  const MonthCell cell = { .customer = "c1",
                           .currency = currency,
                           .month = calendar_month (2026, month),
                           .credit = { .invoice_credit = decimal_from_int (credit),
                                       .first_line = { .file = 0, .line = line } } };

  missing_reports_add (missing, &cell);
}

START_TEST (customers_are_summed_by_month_and_currency_in_their_order)
{
  static const char expected[] = "2026-09 USD 2.00 8\n2026-10 EUR 1.00 6\n2026-10 USD 12.00 4\n";
  g_autoptr (MissingReports) missing = missing_reports_new ();
  g_autoptr (GString) told = g_string_new (NULL);

  add (missing, 10, "USD", 5, 9);
  add (missing, 10, "USD", 7, 4);
  add (missing, 10, "EUR", 1, 6);
  add (missing, 9, "USD", 2, 8);
  g_autoptr (GPtrArray) sums = missing_reports_list (missing);
  for (guint i = 0; i < sums->len; i++)
    {
      const MissingReport *sum = g_ptr_array_index (sums, i);
      g_autofree char *credit = decimal_to_string (sum->credit, 2);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (sum->month, month);
      g_string_append_printf (told, "%s %s %s %" G_GUINT64_FORMAT "\n", month, sum->currency,
                              credit, sum->first_line.line);
    }
  ck_assert_str_eq (told->str, expected);
}
END_TEST

START_TEST (sums_of_two_are_one)
{
  g_autoptr (MissingReports) missing = missing_reports_new ();
  g_autoptr (MissingReports) more = missing_reports_new ();

  add (missing, 10, "USD", 5, 9);
  add (more, 10, "USD", 7, 4);
  add (more, 9, "EUR", 2, 8);
  missing_reports_merge (missing, more);
  g_clear_pointer (&more, missing_reports_free);
  g_autoptr (GPtrArray) sums = missing_reports_list (missing);
  ck_assert_uint_eq (sums->len, 2);
  const MissingReport *first = g_ptr_array_index (sums, 0), *last = g_ptr_array_index (sums, 1);
  ck_assert_str_eq (first->currency, "EUR");
  ck_assert (decimal_equal (first->credit, decimal_from_int (2)));
  ck_assert (decimal_equal (last->credit, decimal_from_int (12)));
  ck_assert_uint_eq (last->first_line.line, 4);
}
END_TEST

START_TEST (nothing_added_is_nothing_missing)
{
  g_autoptr (MissingReports) missing = missing_reports_new ();
  g_autoptr (GPtrArray) sums = missing_reports_list (missing);

  ck_assert_uint_eq (sums->len, 0);
  missing_reports_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("missing-reports");
  TCase *tests = tcase_create ("missing-reports");

  tcase_add_test (tests, customers_are_summed_by_month_and_currency_in_their_order);
  tcase_add_test (tests, nothing_added_is_nothing_missing);
  tcase_add_test (tests, sums_of_two_are_one);
  suite_add_tcase (suite, tests);
  return suite;
}

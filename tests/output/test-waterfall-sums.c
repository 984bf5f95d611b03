/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/report/report-narrowing.h"
#include "output/waterfall-sums.h"
#include "test-main.h"

#include <check.h>

static Report *report;

static void
set_up (void)
{
  report = report_new (DAY_NONE, TRUE);
}

static void
tear_down (void)
{
  report_free (report);
}

/* @amount thousandths of everything that is added up. */
static void
add (const char *customer, const char *currency, Month month, gint64 amount)
{
  const Decimal value = decimal_from_scaled (amount, 3);
  const WaterfallRow row = { .customer_id = customer,
                             .currency = currency,
                             .month = month,
                             .charges = value,
                             .aco_used = value,
                             .other_credits = value,
                             .net = value,
                             .pec_earned = value };

  report_append (report, REPORT_WATERFALL, &row);
}

static void
assert_sums (const char *expected)
{
  g_autoptr (GArray) sums = waterfall_sums_by_month (report);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++)
    {
      const WaterfallRow *sum = &g_array_index (sums, WaterfallRow, i);
      const Decimal *amounts[]
          = { &sum->aco_used, &sum->other_credits, &sum->net, &sum->pec_earned };
      g_autofree char *charges = decimal_to_string (sum->charges, 0);
      char month[MONTH_TEXT_SIZE];

      for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
        ck_assert (decimal_equal (*amounts[k], sum->charges));
      calendar_print_month (sum->month, month);
      g_string_append_printf (found, "%s %s %s; ", sum->currency, month, charges);
    }
  ck_assert_str_eq (found->str, expected);
}

START_TEST (without_rows_there_are_no_sums) { assert_sums (""); }
END_TEST

START_TEST (customers_are_added_months_and_currencies_are_not)
{
  const Month october = calendar_month (2026, 10), november = calendar_month (2026, 11);

  add ("c1", "USD", november, 1000);
  add ("c1", "USD", october, 20005);
  add ("c1", "EUR", november, 300);
  add ("c2", "USD", october, -5);
  add ("c3", "USD", october, 4000);
  assert_sums ("EUR 2026-11 0.3; USD 2026-10 24; USD 2026-11 1; ");
}
END_TEST

START_TEST (what_is_shown_of_some_is_added_up_of_all)
{
  const Report *whole = report;
  g_autoptr (ReportPart) part = report_part_new ();

  add ("c1", "USD", calendar_month (2026, 10), 1000);
  add ("c2", "USD", calendar_month (2026, 10), 2000);
  report_part_add_customer (part, "c1", NULL);
  report_sort (report);
  g_autoptr (Report) shown = report_narrowing_of (report, part);
  g_autoptr (GArray) sums = waterfall_sums_by_month (shown);
  ck_assert_uint_eq (report_row_count (shown, REPORT_WATERFALL), 1);
  ck_assert_uint_eq (sums->len, 1);
  ck_assert (decimal_equal (g_array_index (sums, WaterfallRow, 0).net, decimal_from_int (3)));
  ck_assert_ptr_eq (report_whole (shown), whole);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("waterfall-sums");
  TCase *tests = tcase_create ("waterfall-sums");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_test (tests, without_rows_there_are_no_sums);
  tcase_add_test (tests, customers_are_added_months_and_currencies_are_not);
  tcase_add_test (tests, what_is_shown_of_some_is_added_up_of_all);
  suite_add_tcase (suite, tests);
  return suite;
}

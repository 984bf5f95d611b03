/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/month/usage-days.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

/* The days of c1 and what they borrow from. */
typedef struct
{
  Books *books;
  GPtrArray *credits;
  GPtrArray *usage;
  GArray *rows;
  InvoiceMonths *invoice_months;
  UsageDays *days;
} Desk;

static Desk desk;

static void
open_desk (const char *const *texts)
{
  const ReckonPlan plan = reckon_plan_default ();

  desk.books = build_books ();
  build_rows (desk.books, texts);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (desk.books->charges);
  desk.credits = credit_book_list (desk.books->credits);
  desk.rows = roll_forward_build (desk.credits);
  desk.invoice_months = invoice_months_decide (invoices, desk.books->inputs, &plan, NULL);
  desk.usage = usage_book_list (desk.books->usage);
  desk.days = usage_days_new (desk.usage, desk.rows, desk.invoice_months);
}

#define OPEN_DESK(...) open_desk ((const char *const[]){ __VA_ARGS__, NULL })

static void
close_desk (void)
{
  usage_days_free (desk.days);
  invoice_months_free (desk.invoice_months);
  g_array_unref (desk.rows);
  g_ptr_array_unref (desk.usage);
  g_ptr_array_unref (desk.credits);
  books_free (desk.books);
}

/* "MONTH CURRENCY DAY; ..." */
static void
assert_entries (const char *expected)
{
  const GArray *entries = usage_days_entries (desk.days);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      const UsageDay *entry = &g_array_index (entries, UsageDay, i);
      char month[MONTH_TEXT_SIZE], day[DAY_TEXT_SIZE];

      calendar_print_month (entry->month, month);
      calendar_print_day (entry->tally->day, day);
      g_string_append_printf (text, "%s%s %s %s", i > 0 ? "; " : "", month, entry->tally->currency,
                              day);
    }
  ck_assert_str_eq (text->str, expected);
}

static void
assert_pec_list (const char *currency, const char *expected, guint64 line)
{
  const MonthCell cell = { .currency = currency, .month = calendar_month (2026, 10) };
  Position first = { 0 };
  g_autofree char *text = decimal_to_string (usage_days_pec_list (desk.days, &cell, &first), 2);

  ck_assert_str_eq (text, expected);
  ck_assert_uint_eq (first.line, line);
}

/* A row of one day of October that earned 15 %; 85 net are 100 at list. */
#define PEC(day) "usage: credit-type=Partner Earned Credit Applied | pec=15 | day=2026-10-" day

START_TEST (days_are_ordered_by_month_currency_and_day)
{
  OPEN_DESK ("usage: day=2026-10-05 | total=1", "usage: day=2026-10-01 | total=1",
             "usage: day=2026-10-01 | total=1 | currency=EUR", "usage: day=2026-09-30 | total=1");
  assert_entries ("2026-09 USD 2026-09-30; 2026-10 EUR 2026-10-01; 2026-10 USD 2026-10-01; "
                  "2026-10 USD 2026-10-05");
  close_desk ();
}
END_TEST

START_TEST (a_day_belongs_to_the_month_of_its_invoice)
{
  OPEN_DESK ("invoice: month=2026-10", "usage: day=2026-11-01 | total=1",
             "usage: day=2026-11-02 | total=1 | invoice=G2");
  assert_entries ("2026-10 USD 2026-11-01; 2026-11 USD 2026-11-02");
  close_desk ();
}
END_TEST

START_TEST (pec_counts_at_list_value_while_credit_is_left)
{
  OPEN_DESK ("balance: B=1 | effective=2026-10-05 | expiry=2026-10-09", PEC ("04") " | total=850",
             PEC ("05") " | total=85 | line=9", PEC ("09") " | total=8.5 | line=8",
             PEC ("10") " | total=850", "usage: day=2026-10-06 | total=7");
  assert_pec_list ("USD", "110.00", 8);
  close_desk ();
}
END_TEST

START_TEST (credit_that_is_used_up_or_of_another_month_or_currency_counts_for_nothing)
{
  OPEN_DESK ("balance: B=0", "balance: B=1 | month=2026-09", "balance: B=1 | currency=EUR",
             PEC ("05") " | total=85", PEC ("06") " | total=17 | currency=EUR");
  assert_pec_list ("USD", "0.00", 0);
  assert_pec_list ("EUR", "20.00", 3);
  assert_pec_list ("GBP", "0.00", 0);
  close_desk ();
}
END_TEST

START_TEST (credit_that_was_forfeited_could_be_spent_before)
{
  OPEN_DESK ("balance: month=2026-09 | B=5 | expiry=2026-10-09", "balance: B=0 | expiry=2026-10-09",
             PEC ("09") " | total=85", PEC ("10") " | total=850");
  assert_pec_list ("USD", "100.00", 2);
  close_desk ();
}
END_TEST

START_TEST (list_values_are_rounded_once)
{
  OPEN_DESK ("balance: B=1", PEC ("05") " | total=0.10", PEC ("06") " | total=0.10",
             PEC ("07") " | total=0.10");
  assert_pec_list ("USD", "0.35", 2);
  close_desk ();
}
END_TEST

START_TEST (nothing_can_be_freed) { usage_days_free (NULL); }
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("usage-days");
  TCase *tests = tcase_create ("days");

  tcase_add_test (tests, days_are_ordered_by_month_currency_and_day);
  tcase_add_test (tests, a_day_belongs_to_the_month_of_its_invoice);
  tcase_add_test (tests, pec_counts_at_list_value_while_credit_is_left);
  tcase_add_test (tests, credit_that_is_used_up_or_of_another_month_or_currency_counts_for_nothing);
  tcase_add_test (tests, credit_that_was_forfeited_could_be_spent_before);
  tcase_add_test (tests, list_values_are_rounded_once);
  tcase_add_test (tests, nothing_can_be_freed);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/book/baseline.h"
#include "record-builders.h"
#include "test-main.h"

#include <check.h>

static const Month september = 2026 * 12 + 8, october = 2026 * 12 + 9;

static BalanceRow
sealed_row (const char *text)
{
  BalanceRow row = build_balance_row (text);

  row.at = (Position){ 0 };
  return row;
}

static const CreditFigures *
conflict_of (const Baseline *baseline, const CreditBook *credits, Month month)
{
  g_autoptr (GPtrArray) list = credit_book_list (credits);

  return baseline_conflict (baseline, &((const Credit *) g_ptr_array_index (list, 0))->key, month);
}

START_TEST (rows_join_where_the_files_have_none)
{
  g_autoptr (Books) books = build_books ();
  g_autoptr (Baseline) baseline = baseline_new ();
  const BalanceRow first = sealed_row ("month=2026-09 | C=100 | B=900");
  const BalanceRow same = sealed_row ("C=300 | B=700");

  BUILD_ROWS (books, "balance: C=300 | B=700");
  baseline_add_row (baseline, books->credits, september, &first);
  baseline_add_row (baseline, books->credits, october, &same);
  const GArray *months = baseline_months (baseline);
  ck_assert_uint_eq (months->len, 1);
  ck_assert_int_eq (g_array_index (months, Month, 0), september);
  ck_assert_ptr_null (conflict_of (baseline, books->credits, september));
  ck_assert_ptr_null (conflict_of (baseline, books->credits, october));
}
END_TEST

START_TEST (what_differs_is_kept)
{
  static const char *const others[]
      = { "C=301 | B=700", "C=300 | B=701", "C=300 | B=700 | status=active",
          "C=300 | B=700 | expiry=2027-01-01" };
  g_autoptr (Books) books = build_books ();
  g_autoptr (Baseline) baseline = baseline_new ();
  const BalanceRow sealed = sealed_row (others[_i]);

  BUILD_ROWS (books, "balance: C=300 | B=700");
  baseline_add_row (baseline, books->credits, october, &sealed);
  const CreditFigures *found = conflict_of (baseline, books->credits, october);
  ck_assert_ptr_nonnull (found);
  ck_assert (decimal_equal (credit_book_credit_amount (found), sealed.credit_amount));
  ck_assert_uint_eq (baseline_months (baseline)->len, 0);
}
END_TEST

START_TEST (invoices_are_found_in_any_case)
{
  g_autoptr (Baseline) baseline = baseline_new ();
  char usd[] = "USD";
  const SealedInvoice invoice
      = { .month = september, .currency = usd, .lines = 2, .total = decimal_from_int (7) };

  ck_assert (!baseline_has_invoices (baseline));
  baseline_add_invoice (baseline, "G0001", &invoice);
  baseline_add_invoice (baseline, "g0001", &invoice);
  ck_assert (baseline_has_invoices (baseline));
  ck_assert_uint_eq (baseline_invoice (baseline, "g0001")->len, 2);
  ck_assert_ptr_null (baseline_invoice (baseline, "g0002"));
  baseline_free (NULL);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("baseline");
  TCase *tests = tcase_create ("baseline");

  tcase_add_test (tests, rows_join_where_the_files_have_none);
  tcase_add_loop_test (tests, what_differs_is_kept, 0, 4);
  tcase_add_test (tests, invoices_are_found_in_any_case);
  suite_add_tcase (suite, tests);
  return suite;
}

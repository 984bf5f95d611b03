/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "core/answer/statement-book.h"
#include "sample-statement.h"
#include "test-main.h"

#include <check.h>

/* "customer month currency product amount", a row a line. */
static void
assert_uses (const char *const *texts, const char *expected)
{
  const ReckonPlan plan = reckon_plan_default ();
  g_autoptr (Books) books = build_books ();
  g_autoptr (GString) found = g_string_new (NULL);

  build_rows (books, texts);
  g_autoptr (GPtrArray) invoices = charge_book_invoices (books->charges);
  g_autoptr (InvoiceMonths) months = invoice_months_decide (invoices, books->inputs, &plan, NULL);
  g_autoptr (StatementBook) book = statement_book_new (months);
  sample_add_products (book, texts);
  g_autoptr (GPtrArray) uses = statement_book_list (book);
  for (guint i = 0; i < uses->len; i++)
    {
      const ProductUse *use = g_ptr_array_index (uses, i);
      g_autofree char *amount = decimal_to_string (use->amount, 2);
      char month[MONTH_TEXT_SIZE];

      calendar_print_month (use->month, month);
      g_string_append_printf (found, "%s%s %s %s %s %s", i > 0 ? "\n" : "", use->customer, month,
                              use->currency, use->product, amount);
    }
  ck_assert_str_eq (found->str, expected);
}
#define ASSERT_USES(expected, ...) \
  assert_uses ((const char *const[]){ __VA_ARGS__, NULL }, (expected))

START_TEST (credits_of_a_product_are_added_up)
{
  ASSERT_USES ("c1 2026-10 USD Storage 30.00\nc1 2026-10 USD VM 12.50",
               "invoice: product-name=VM|subtotal=-12" ACO,
               "invoice: product-name=Storage|subtotal=-30" ACO,
               "invoice: product-name=VM|subtotal=-0.5" ACO);
}
END_TEST

START_TEST (charges_other_credits_and_estimates_are_passed_over)
{
  ASSERT_USES ("", "invoice: product-name=VM|subtotal=12",
               "invoice: product-name=VM|subtotal=-12|type=customerCredit|reason=Goodwill",
               "invoice: invoice=|product-name=VM|subtotal=-12" ACO);
}
END_TEST

START_TEST (customers_months_and_currencies_stay_apart)
{
  ASSERT_USES ("c1 2026-10 EUR VM 2.00\nc1 2026-10 USD VM 1.00\nc1 2026-11 USD VM 3.00\n"
               "c2 2026-10 USD VM 4.00",
               "invoice: product-name=VM|subtotal=-1" ACO,
               "invoice: product-name=VM|subtotal=-2|currency=eur" ACO,
               "invoice: invoice=G2|month=2026-11|product-name=VM|subtotal=-3" ACO,
               "invoice: customer=C2|product-name=VM|subtotal=-4" ACO);
}
END_TEST

START_TEST (a_product_without_a_name_has_that_of_its_sku)
{
  ASSERT_USES ("c1 2026-10 USD  3.00\nc1 2026-10 USD D4s 2.00",
               "invoice: sku-name=D4s|subtotal=-2" ACO, "invoice: subtotal=-3" ACO);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("statement-book");
  TCase *tests = tcase_create ("statement-book");

  tcase_add_test (tests, credits_of_a_product_are_added_up);
  tcase_add_test (tests, charges_other_credits_and_estimates_are_passed_over);
  tcase_add_test (tests, customers_months_and_currencies_stay_apart);
  tcase_add_test (tests, a_product_without_a_name_has_that_of_its_sku);
  suite_add_tcase (suite, tests);
  return suite;
}

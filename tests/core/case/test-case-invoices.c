/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "sample-cases.h"

#include "core/case/case-invoices.h"

START_TEST (invoices_are_found_by_currency_and_months)
{
  static const struct
  {
    const char *number;
    int month;
    const char *currency;
  } invoices[]
      = { { "G1", 10, "USD" }, { "G2", 8, "USD" }, { "G3", 10, "EUR" }, { "G4", 9, "USD" } };
  g_autoptr (Report) report = sample_report ();
  g_autoptr (CaseInvoices) all = NULL;
  g_autoptr (GPtrArray) found = NULL, none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (invoices); i++)
    {
      const InvoiceRow row = { .invoice = invoices[i].number,
                               .month = calendar_month (2026, invoices[i].month),
                               .currency = invoices[i].currency };
      report_append (report, REPORT_INVOICES, &row);
    }
  case_sort (report);
  all = case_invoices_new (report);
  found = case_invoices_find (all, "USD", calendar_month (2026, 9), calendar_month (2026, 10));
  none = case_invoices_find (all, "GBP", calendar_month (2026, 9), calendar_month (2026, 10));
  ck_assert_uint_eq (found->len, 2);
  ck_assert_str_eq (((const InvoiceRow *) g_ptr_array_index (found, 0))->invoice, "G4");
  ck_assert_str_eq (((const InvoiceRow *) g_ptr_array_index (found, 1))->invoice, "G1");
  ck_assert_uint_eq (none->len, 0);
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-invoices");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, invoices_are_found_by_currency_and_months);
  suite_add_tcase (suite, test_case);
  return suite;
}

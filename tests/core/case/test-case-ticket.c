/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>
#include <string.h>

#include "sample-cases.h"

#include "core/case/case-ticket.h"

static char *
ticket_of (Report *report)
{
  g_autoptr (CaseList) cases = NULL;

  case_sort (report);
  cases = case_list_new (report);
  ck_assert_uint_eq (case_list_count (cases), 1);
  return case_ticket (report, cases, case_list_case (cases, 0));
}

START_TEST (a_ticket_has_figures_and_ids_and_no_names)
{
  g_autoptr (Report) report = sample_report ();
  FindingRow row = case_finding (FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "12.5");
  const InvoiceRow invoices[]
      = { { .invoice = "G1", .month = calendar_month (2026, 10), .currency = "USD" },
          { .invoice = "G2", .month = calendar_month (2026, 9), .currency = "USD" },
          { .invoice = "G3", .month = calendar_month (2026, 10), .currency = "EUR" } };
  g_autofree char *ticket = NULL;

  row.customer_name = "Juniper";
  row.file = "Juniper.csv";
  row.line = 7;
  row.message = "Juniper differs";
  report_append (report, REPORT_FINDINGS, &row);
  for (gsize i = 0; i < G_N_ELEMENTS (invoices); i++)
    report_append (report, REPORT_INVOICES, &invoices[i]);
  case_add_tie_out (report, "USD", 10, "232.5", "220");
  ticket = ticket_of (report);
  ck_assert_ptr_null (strstr (ticket, "Juniper"));
  ck_assert_ptr_nonnull (strstr (ticket,
                                 "Customer tenant id: c\nMonth: 2026-10\nInvoices: G1\n"
                                 "At stake: 12.50 USD\n\n"
                                 "2026-10 USD, used by the balance report 232.50, credit on the "
                                 "invoice 220.00\n"
                                 "- balance-invoice-difference (ACO401), 2026-10, 12.50 USD\n"));
}
END_TEST

START_TEST (what_is_settled_without_microsoft_has_no_ticket)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *ticket = NULL;

  case_add (report, FINDING_EXCEL_DAMAGE, 10, "0");
  ticket = ticket_of (report);
  ck_assert_ptr_null (ticket);
}
END_TEST

/* An unread day is not 0. */
START_TEST (what_is_not_known_is_said_to_be_so)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *ticket = NULL;

  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "-3");
  case_add_tie_out (report, "USD", 10, NULL, "3");
  ticket = ticket_of (report);
  ck_assert_ptr_nonnull (strstr (ticket, "used by the balance report not known"));
}
END_TEST

START_TEST (a_long_list_of_findings_is_counted)
{
  g_autoptr (Report) report = sample_report ();
  g_autofree char *ticket = NULL;

  for (guint i = 0; i < 40; i++)
    case_add (report, FINDING_CREDIT_SIGN, 10, "1");
  case_add (report, FINDING_BALANCE_INVOICE_DIFFERENCE, 10, "40");
  ticket = ticket_of (report);
  ck_assert_ptr_nonnull (strstr (ticket, "- and 11 more\n"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("case-ticket");
  TCase *test_case = tcase_create ("all");

  tcase_add_test (test_case, a_ticket_has_figures_and_ids_and_no_names);
  tcase_add_test (test_case, what_is_settled_without_microsoft_has_no_ticket);
  tcase_add_test (test_case, what_is_not_known_is_said_to_be_so);
  tcase_add_test (test_case, a_long_list_of_findings_is_counted);
  suite_add_tcase (suite, test_case);
  return suite;
}

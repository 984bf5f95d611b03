/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/html-customers.h"
#include "output/stake-order.h"
#include "page/sample-page.h"
#include "test-main.h"

#include <check.h>

START_TEST (customers_stand_in_order_of_labels)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("id-1", "Zebra", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_tie_out (report, sample_tie_out ("id-2", "apple", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_tie_out (report, sample_tie_out ("id-3", NULL, "1", "1", "0", TIE_OUT_AGREES));
  report_sort (report);

  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  ck_assert_uint_eq (html_customers_count (customers), 3);
  ck_assert_str_eq (html_customers_get (customers, 0)->label, "apple");
  ck_assert_str_eq (html_customers_get (customers, 1)->label, "id-3");
  ck_assert_str_eq (html_customers_get (customers, 2)->label, "Zebra");
  ck_assert_uint_eq (html_customers_get (customers, 2)->number, 3);
  ck_assert_int_gt (html_customers_compare (customers, "id-1", "id-2"), 0);
  ck_assert_int_gt (html_customers_compare (customers, "id-1", NULL), 0);
  ck_assert_int_eq (html_customers_compare (customers, "id-1", "id-1"), 0);
}
END_TEST

START_TEST (a_customer_knows_its_rows)
{
  g_autoptr (Report) report = sample_page_of_many (5, 4, 2);
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  const HtmlCustomer *customer
      = html_customers_lookup (customers, "00000002-52c8-4e91-b0a4-9d3c7e15f826");

  ck_assert_ptr_nonnull (customer);
  ck_assert_uint_eq (customer->first[REPORT_TIE_OUT], 8);
  ck_assert_uint_eq (customer->count[REPORT_TIE_OUT], 4);
  ck_assert_uint_eq (customer->count[REPORT_ROLLFORWARD], 4);
  ck_assert_uint_eq (customer->count[REPORT_AGREEMENTS], 1);
  ck_assert_uint_eq (customer->finding_count, 2);
  ck_assert_int_eq (customer->findings[0]->severity, SEVERITY_ERROR);
  ck_assert_int_eq (customer->findings[1]->severity, SEVERITY_NOTICE);
  ck_assert_ptr_null (html_customers_lookup (customers, "nobody"));
  ck_assert_ptr_null (html_customers_lookup (customers, NULL));
}
END_TEST

static CustomerNews
news_of (const Report *report)
{
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);

  return html_customers_get (customers, 0)->news;
}

START_TEST (there_is_more_or_less_to_tell)
{
  g_autoptr (Report) report = sample_report ();

  sample_add_tie_out (report, sample_tie_out ("c1", "A", "1", "1", "0", TIE_OUT_AGREES));
  sample_add_agreement (report, "c1", "A", AGREEMENT_ACTIVE, "1", "0", "1", 90);
  ck_assert_int_eq (news_of (report), CUSTOMER_QUIET);
  sample_add_agreement (report, "c1", "A", AGREEMENT_EXPIRED, "1", "0", "1", -1);
  ck_assert_int_eq (news_of (report), CUSTOMER_NOTED);
  sample_add_tie_out (report, sample_tie_out ("c1", "A", NULL, "1", NULL, TIE_OUT_NOT_COMPARABLE));
  ck_assert_int_eq (news_of (report), CUSTOMER_DOUBTFUL);
  sample_add_finding (report, sample_finding (FINDING_CREDIT_DECREASED, "1", "fell"));
  ck_assert_int_eq (news_of (report), CUSTOMER_DISAGREES);
}
END_TEST

START_TEST (who_has_a_section_is_linked)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  sample_add_tie_out (report, sample_tie_out ("c1", "A & B", "1", "1", "0", TIE_OUT_AGREES));
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);

  html_customers_append (customers, out, "c1");
  html_customers_get (customers, 0)->section = g_strdup ("a section");
  html_customers_append (customers, out, "c1");
  html_customers_append (customers, out, NULL);
  ck_assert_str_eq (out->str, "A &amp; B<a href=\"#c1\">A &amp; B</a>\xe2\x80\x93");
}
END_TEST

static void
add_error (Report *report, const char *id, const char *currency, const char *amount)
{
  FindingRow row = sample_finding (FINDING_CREDIT_SIGN, amount, "wrong");

  row.customer_id = row.customer_name = id;
  row.currency = currency;
  sample_add_finding (report, row);
}

START_TEST (findings_of_a_customer_are_worst_first_by_money)
{
  g_autoptr (Report) report = sample_report ();

  add_error (report, "c1", "USD", "5");
  add_error (report, "c1", "USD", "-700");
  report_sort (report);
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  const HtmlCustomer *customer = html_customers_get (customers, 0);
  ck_assert_int_eq (decimal_sign (customer->findings[0]->amount), -1);
}
END_TEST

START_TEST (what_is_at_stake_is_told_per_currency)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));
  g_autofree char *usd = NULL;

  add_error (report, "c1", "USD", "5");
  add_error (report, "c1", "USD", "-700");
  add_error (report, "c1", "EUR", "3");
  FindingRow notice = sample_finding (FINDING_AGREEMENT_EXPIRING, "90000", "soon");
  notice.customer_id = "c1";
  sample_add_finding (report, notice);
  report_sort (report);
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  html_customers_add_stakes (customers, html_customers_get (customers, 0), stakes);
  ck_assert_uint_eq (stakes->len, 2);
  ck_assert_str_eq (g_array_index (stakes, Stake, 0).currency, "EUR");
  usd = decimal_to_string (g_array_index (stakes, Stake, 1).amount, 2);
  ck_assert_str_eq (usd, "705.00");
}
END_TEST

START_TEST (months_that_cannot_be_compared_are_at_stake_too)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  sample_add_tie_out (report, sample_tie_out ("c1", "A", NULL, "40", NULL, TIE_OUT_NOT_COMPARABLE));
  sample_add_tie_out (report, sample_tie_out ("c1", "A", "-60", "1", NULL, TIE_OUT_NOT_COMPARABLE));
  report_sort (report);
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  html_customers_add_stakes (customers, html_customers_get (customers, 0), stakes);
  ck_assert_uint_eq (stakes->len, 1);
  g_autofree char *sum = decimal_to_string (g_array_index (stakes, Stake, 0).amount, 2);
  ck_assert_str_eq (sum, "100.00");
}
END_TEST

START_TEST (who_has_nothing_at_stake_still_has_a_place)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GArray) stakes = g_array_new (FALSE, FALSE, sizeof (Stake));

  sample_add_tie_out (report, sample_tie_out ("c1", "A", "1", "1", "0", TIE_OUT_AGREES));
  g_autoptr (HtmlCustomers) customers = html_customers_new (report);
  html_customers_add_stakes (customers, html_customers_get (customers, 0), stakes);
  ck_assert_uint_eq (stakes->len, 1);
  ck_assert (decimal_is_zero (g_array_index (stakes, Stake, 0).amount));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("html-customers");
  TCase *tests = tcase_create ("html-customers");

  tcase_add_test (tests, customers_stand_in_order_of_labels);
  tcase_add_test (tests, a_customer_knows_its_rows);
  tcase_add_test (tests, there_is_more_or_less_to_tell);
  tcase_add_test (tests, who_has_a_section_is_linked);
  tcase_add_test (tests, findings_of_a_customer_are_worst_first_by_money);
  tcase_add_test (tests, what_is_at_stake_is_told_per_currency);
  tcase_add_test (tests, months_that_cannot_be_compared_are_at_stake_too);
  tcase_add_test (tests, who_has_nothing_at_stake_still_has_a_place);
  suite_add_tcase (suite, tests);
  return suite;
}

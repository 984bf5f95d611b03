/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/report-html-customers.h"
#include "page/sample-page.h"
#include "sample-html-page.h"
#include "test-main.h"

#include <check.h>

static void
append_customers (GString *out, const HtmlPage *page)
{
  report_html_customers_choose (page);
  report_html_customers (out, page);
}

START_TEST (each_has_a_section)
{
  g_autoptr (Report) report = sample_page_of_many (3, 2, 3);
  g_auto (SamplePage) sample = sample_page (report);
  g_autoptr (GString) out = g_string_new (NULL);

  append_customers (out, &sample.page);
  ck_assert_ptr_nonnull (strstr (out->str,
                                 "<section class=\"customer\" id=\"c1\"><h3>Customer "
                                 "00000, Services and Consulting GmbH <b class=\"news3\">"
                                 "does not agree</b></h3>\n<p class=\"id\">00000000-52c8"));
  ck_assert_ptr_nonnull (strstr (out->str, "id=\"c3\"><h3>Customer 00002, Services and Consulting "
                                           "GmbH <b class=\"news0\">nothing to report</b>"));
  ck_assert_ptr_nonnull (strstr (out->str, "<li><a href=\"#c2\">Customer 00001"));
  ck_assert_ptr_null (strstr (out->str, "Shown:"));
}
END_TEST

START_TEST (of_many_only_those_with_something_to_tell)
{
  g_autoptr (Report) report = sample_page_of_many (1000, 12, 100);
  g_auto (SamplePage) sample = sample_page (report);
  g_autoptr (GString) out = g_string_new (NULL);

  append_customers (out, &sample.page);
  ck_assert_ptr_nonnull (strstr (out->str, "Shown: 10 of 1000 customers, those of whom there is "
                                           "something to tell"));
  ck_assert_ptr_nonnull (html_customers_get (sample.customers, 0)->section);
  ck_assert_ptr_null (html_customers_get (sample.customers, 1)->section);
}
END_TEST

START_TEST (of_very_many_as_many_as_have_room)
{
  g_autoptr (Report) report = sample_page_of_many (1000, 12, 1);
  g_auto (SamplePage) sample = sample_page (report);
  g_autoptr (GString) out = g_string_new (NULL);

  append_customers (out, &sample.page);
  ck_assert_uint_lt (out->len, 1024 * 1024);
  ck_assert_ptr_nonnull (strstr (out->str, " of 1000 customers, the worst of 1000 of whom"));
}
END_TEST

START_TEST (nobody_is_told)
{
  g_autoptr (Report) report = sample_report ();
  g_auto (SamplePage) sample = sample_page (report);
  g_autoptr (GString) out = g_string_new (NULL);

  append_customers (out, &sample.page);
  ck_assert_ptr_nonnull (strstr (out->str, "<p>No customers.</p>"));
}
END_TEST

/* The last one by name has the most to lose. */
START_TEST (where_room_is_short_those_with_most_at_stake_are_shown)
{
  g_autoptr (Report) report = sample_report ();
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("customer-%03u", i);
      SampleCustomer customer = { .differs = TRUE };

      customer.id = customer.name = report_text (report, name);
      sample_page_add_customer (report, &customer, 12);
    }
  FindingRow row = sample_finding (FINDING_CREDIT_SIGN, "-1000000", "wrong");
  row.customer_id = "customer-999";
  sample_add_finding (report, row);
  report_sort (report);
  g_auto (SamplePage) sample = sample_page (report);
  append_customers (out, &sample.page);
  ck_assert_ptr_nonnull (html_customers_lookup (sample.customers, "customer-999")->section);
  ck_assert_ptr_null (html_customers_lookup (sample.customers, "customer-998")->section);
  ck_assert_ptr_nonnull (strstr (out->str, "those with most at stake first"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("report-html-customers");
  TCase *tests = tcase_create ("report-html-customers");

  tcase_add_test (tests, each_has_a_section);
  tcase_add_test (tests, of_many_only_those_with_something_to_tell);
  tcase_add_test (tests, of_very_many_as_many_as_have_room);
  tcase_add_test (tests, nobody_is_told);
  tcase_add_test (tests, where_room_is_short_those_with_most_at_stake_are_shown);
  suite_add_tcase (suite, tests);
  return suite;
}

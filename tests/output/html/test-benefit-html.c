/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/benefit/benefit-profiles.h"
#include "output/html/benefit-html.h"
#include "sample-benefits.h"

START_TEST (the_page_has_benefits_by_month_and_findings)
{
  g_autoptr (BenefitBook) book
      = sample_book ("<Gold>,,Active,monthly,1234,USD,g,,2026-09-01,,,,,,\n", "g,2026-09,40,\n");
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  benefit_html_write (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_ptr_nonnull (strstr (text->str, "&lt;Gold&gt;"));
  ck_assert_ptr_null (strstr (text->str, "<Gold>"));
  ck_assert_ptr_nonnull (strstr (text->str, "id=\"months\""));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>&lt;Gold&gt;</td><td>g</td><td>2026-09</td>"));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>g, &lt;Gold&gt;</td>")); /* whose finding */
  ck_assert_ptr_nonnull (strstr (text->str, "BEN110"));
  ck_assert_ptr_nonnull (strstr (text->str, "To be checked"));
}
END_TEST

START_TEST (the_page_of_profiles_says_why_not)
{
  g_autoptr (BenefitBook) book = benefit_book_new ();
  const BenefitProfilePlan plan = { .account = "A" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  ck_assert (sample_read_table (
      book, BENEFIT_FILE_PROFILES, "p.csv",
      "Name,Type,BillingAccount,PaymentMethod,Role\nM&M,MOSP,A,no,Owner\n", NULL));
  g_autoptr (Report) report = benefit_profiles_reckon (book, &plan);
  benefit_html_write_profiles (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>M&amp;M</td>"));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>type, payment</td>"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-html");
  TCase *tests = tcase_create ("benefit-html");

  tcase_add_test (tests, the_page_has_benefits_by_month_and_findings);
  tcase_add_test (tests, the_page_of_profiles_says_why_not);
  suite_add_tcase (suite, tests);
  return suite;
}

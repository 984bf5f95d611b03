/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "output/html/mca-html.h"
#include "sample-mca.h"
#include "test-main.h"

#include <check.h>
#include <string.h>

START_TEST (the_page_has_credits_pictures_transactions_and_findings)
{
  g_autoptr (McaBook) book = MCA_BOOK (
      "[{" MCA_PROFILE_ID ("lots", "L1") ",'properties':{'originalAmount':" MCA_USD (
          "500") ",'closedBalance':" MCA_USD ("497.87") ",'source':'<b>Promo','startDate':'2026-01-"
                                                        "01',"
                                                        "'expirationDate':'2026-12-31'}}]",
      "[{" MCA_PROFILE_ID ("events",
                           "E1") ",'properties':{'transactionDate':'2026-05-02',"
                                 "'eventType':'Gift','closedBalance':" MCA_USD ("5") "}}]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  mca_html_write (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert (g_str_has_prefix (text->str, "<!DOCTYPE html>"));
  ck_assert (g_str_has_suffix (text->str, "</html>\n"));
  ck_assert_ptr_null (strstr (text->str, "<b>Promo"));
  ck_assert_ptr_nonnull (strstr (text->str, "&lt;b&gt;Promo"));
  ck_assert_ptr_nonnull (strstr (text->str, "497.87 of 500.00 left"));
  ck_assert_ptr_nonnull (strstr (text->str, "<div class=\"pictures\">\n<figure"));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>Gift</td>"));
  ck_assert_ptr_nonnull (strstr (text->str, "MCA109"));
  ck_assert_ptr_nonnull (strstr (text->str, "To be checked"));
}
END_TEST

START_TEST (a_page_of_nothing_is_whole)
{
  g_autoptr (McaBook) book = MCA_BOOK ("[]");
  const McaPlan plan = sample_mca_plan ();
  g_autoptr (Report) report = mca_reckon (book, &plan);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  mca_html_write (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_ptr_nonnull (strstr (text->str, "There are none."));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("mca-html");
  TCase *tests = tcase_create ("mca-html");

  tcase_add_test (tests, the_page_has_credits_pictures_transactions_and_findings);
  tcase_add_test (tests, a_page_of_nothing_is_whole);
  suite_add_tcase (suite, tests);
  return suite;
}

/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/credit/credit-list.h"
#include "output/html/credit-html.h"
#include "sample-benefits.h"

START_TEST (the_page_lists_credits_and_judges_nothing)
{
  g_autoptr (BenefitBook) book
      = sample_book ("G&T,,Active,monthly,9,USD,g,,2026-10-01,,,,,,\n", NULL);
  g_autoptr (Report) benefits = sample_report (book, "2026-10-05");
  const CreditSources sources = { .benefits = benefits };
  g_autoptr (Report) report = credit_list_make (&sources, sample_day ("2026-10-05"));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (Sink) sink = sink_new_string (text);

  credit_html_write (report, NULL, sink);
  ck_assert (sink_flush (sink, NULL));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>G&amp;T</td>"));
  ck_assert_ptr_nonnull (strstr (text->str, "<td>391</td>"));
  ck_assert_ptr_null (strstr (text->str, "class=\"stamp\""));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-html");
  TCase *tests = tcase_create ("credit-html");

  tcase_add_test (tests, the_page_lists_credits_and_judges_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

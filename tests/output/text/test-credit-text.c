/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "core/credit/credit-list.h"
#include "output/text/credit-text.h"
#include "sample-benefits.h"

START_TEST (the_verdict_says_what_is_left_and_at_risk)
{
  g_autoptr (BenefitBook) book
      = sample_book ("a,,Active,monthly,9,USD,a,,2026-10-01,,,,,,\n", NULL);
  g_autoptr (Report) benefits = sample_report (book, "2026-10-05");
  const CreditSources sources = { .benefits = benefits };
  g_autoptr (Report) report = credit_list_make (&sources, sample_day ("2026-10-05"));
  g_autofree char *verdict = credit_text_verdict (report, NULL);
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  g_autoptr (GString) out = g_string_new (NULL);

  ck_assert_str_eq (verdict, "1 credit on 2026-10-05: 9.00 USD left, 9.00 USD at risk.");
  credit_text_render (report, &style, out);
  ck_assert (g_str_has_prefix (out->str, verdict));
  ck_assert_ptr_nonnull (strstr (out->str, "\nCREDITS"));
}
END_TEST

START_TEST (nothing_is_said_of_nothing)
{
  const CreditSources none = { 0 };
  g_autoptr (Report) report = credit_list_make (&none, DAY_NONE);
  g_autofree char *verdict = credit_text_verdict (report, NULL);

  ck_assert_str_eq (verdict, "0 credits: none known.");
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("credit-text");
  TCase *tests = tcase_create ("credit-text");

  tcase_add_test (tests, the_verdict_says_what_is_left_and_at_risk);
  tcase_add_test (tests, nothing_is_said_of_nothing);
  suite_add_tcase (suite, tests);
  return suite;
}

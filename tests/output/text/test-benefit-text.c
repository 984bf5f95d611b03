/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "test-main.h"

#include <check.h>

#include "output/text/benefit-text.h"
#include "sample-benefits.h"

START_TEST (the_verdict_says_what_is_left_and_lost)
{
  g_autoptr (BenefitBook) book = sample_book ("a,,Active,monthly,100,USD,i,,2026-09-01,,,,,,\n",
                                              "i,2026-09,40,\ni,2026-10,1.5,\n");
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  g_autofree char *verdict = benefit_text_verdict (report, NULL);

  ck_assert_str_eq (verdict, "Benefits on 2026-10-05: 1 benefit; 98.50 USD left, 60.00 USD lapsed; "
                             "1 warning, 1 notice.");
}
END_TEST

START_TEST (no_name_gets_out_of_its_cell)
{
  g_autoptr (BenefitBook) book
      = sample_book ("\"a\x1b[31m\nb\",,Active,bulk,1,USD,i,,2026-10-01,,,,,,\n", NULL);
  g_autoptr (Report) report = sample_report (book, "2026-10-05");
  const TextStyle style = { .width = TEXT_WIDTH_DEFAULT };
  g_autoptr (GString) out = g_string_new (NULL);

  benefit_text_render (report, &style, out);
  ck_assert_ptr_null (strchr (out->str, '\x1b'));
  ck_assert_ptr_nonnull (strstr (out->str, "\\x1B"));
  ck_assert_ptr_nonnull (strstr (out->str, "\nMONTHS"));
}
END_TEST

Suite *
test_suite (void)
{
  Suite *suite = suite_create ("benefit-text");
  TCase *tests = tcase_create ("benefit-text");

  tcase_add_test (tests, the_verdict_says_what_is_left_and_lost);
  tcase_add_test (tests, no_name_gets_out_of_its_cell);
  suite_add_tcase (suite, tests);
  return suite;
}
